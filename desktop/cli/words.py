"""What a failure is called on the command line, in Chinese, and the exit status that it has. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from db.domain import errors
from db.domain.errors import DeskError
from db.domain.place import Place
from desktop.cli.parser import shortened

DONE, NO, WRONG_USE, WORLD_FAILED = 0, 1, 2, 3

_THINGS = {
    "article": "稿件", "draft": "在编稿", "revision": "这一稿", "person": "人员", "unit": "供稿单位",
    "channel": "栏目", "scheme": "审核流程", "asset": "素材", "template": "模板", "release": "签发",
    "journal": "暂存的文字", "amendment": "审改", "delegation": "代审", "newsroom": "编辑部", "note": "批注",
}  # fmt: skip
_STEPS = {
    "save": "保存", "submit": "送审", "recall": "撤回", "claim": "领审", "put_down": "放下", "return": "退回",
    "check": "核对事实", "approve": "通过", "amend": "审改", "amended": "完成审改", "drop": "放弃审改",
    "confirm": "确认审改", "take_back": "收回审改", "hand_over": "转交", "delegate": "改动代审", "publish": "签发",
    "schedule": "定时", "deschedule": "取消定时", "abandon": "弃稿", "restore": "恢复",
    "update": "改稿", "correct": "更正", "merge": "并入更正",
    "withdraw": "撤稿", "reinstate": "恢复上线", "sign_in": "登录",
    "asset": "添加图片", "people": "改动人员", "units": "改动供稿单位", "channels": "改动栏目",
    "schemes": "改动审核流程", "settings": "改动设置", "templates": "改动模板和常用语", "archive_import": "导入旧稿",
    "annotate": "写批注", "reply": "答复批注", "resolve": "解决批注", "reopen": "重开批注",
}  # fmt: skip
_STAGES = {
    "editing": "草稿", "returned": "退回", "review": "审核中", "approved": "已通过", "scheduled": "定时",
    "published": "已发", "trashed": "回收站", "none": "未发布", "live": "已发布", "withdrawn": "已撤稿",
}  # fmt: skip
_RULES = {
    "role": "这个账号没有这项权限，请用 --as 换一个人，或请管理员调整角色。",
    "retired": "这个账号已停用，请管理员处理。", "signed_out": "请用 --as 登录名 说明由谁来做。",
    "author": "自己写的稿件不能自己审、自己发，请另一位同事来做。",
    "level": "这一审级不由此人负责，请本级审核人来做。", "two_levels": "同一稿不能审两级，请另一位审核人来做。",
    "not_author": "此人不在这份稿件的编辑名单中，请它的编辑来做。",
    "decided": "别人刚在这一级作过决定，请重新打开再看。",
    "unseen": "有一篇此人没有从头看到尾，不能成批通过。",
    "own_levels": "只能安排自己的代审，请本人或管理员来做。",
    "unconfirmed": "有一份审改还没有确认，请等稿件的编辑确认。", "amending": "此人正在审改，请先完成或放弃审改。",
    "not_amending": "此人没有在审改这份稿件。", "amender": "这份审改是别人做的，请审改的人来收回。",
    "no_amendment": "没有等着确认的审改。", "own_amendment": "自己的审改不能自己确认，请稿件的另一位编辑来做。",
    "submitter": "只有送审的人可以撤回，请联系送审人。", "last_admin": "这是最后一位管理员，请先指定另一位。",
    "note": "现在归写稿的人、审这一级的人或写这条批注的人来办，请他们来做。",
    "behind": "动笔以后线上的一稿已经更正，请先在窗口里并入更正。", "not_behind": "线上的一稿没有变，没有要并入的。",
    "correction": "更正不能定时，请立即签发。",
}  # fmt: skip
_REASONS = {
    "empty": "不能为空，请写上", "too_long": "太长，请缩短", "format": "写法不对，请检查后重写",
    "taken": "已被使用，请换一个", "unknown": "查无此项，请核对",
    "not_picture": "不是可用的图片，请换成 JPEG、PNG 或 WebP", "too_large": "太大，请换小一些的",
    "small": "选区太小，没有裁剪", "animated": "是动图，请换成静态图片", "circle": "会绕成一圈，请换一个上级",
    "in_use": "正在使用，请先改用其他的", "short": "太短，请加长", "past": "已经过去，请选一个还没到的时间",
    "future": "还没有到，请核对日期", "kind": "不是可以用的文件类型，请换一种",
    "not_sent_in": "要等稿件送审以后才有",
    "which": "要么写一篇稿件，要么写 --from 和 --to 两个日期",
    "digest": "与算出的网页不是同一份，请重新导入",
}  # fmt: skip
_STORE = {
    "full": "磁盘已满，没有写成。请腾出空间后重试。", "locked": "另一个程序占用着数据，什么都没有改动。请稍候重试。",
    "read_only": "数据只能读、不能写，什么都没有改动。请检查文件夹权限。",
    "damaged": "数据文件有损坏，没有动它。请用 caibian check 查看，或从备份恢复。",
    "io": "磁盘读写出错，没有写成。请检查磁盘，并尽快备份。", "missing": "找不到数据文件。请检查路径。",
    "no_rights": "没有权限打开数据，或文件夹不存在。请检查路径和权限。",
    "memory": "内存不足，这一步没有做成。请关闭别的程序后重试。",
    "closing": "编辑部正在关闭，这一步没有做。请重新打开后再做。",
    "unreachable": "连不上数据库服务器，什么都没有改动。请检查网络和地址。",
    "starting": "数据库服务器正在启动或关闭。请稍候重试。",
    "lost": "与数据库服务器的连接断了，这一步没有做成。请稍候重试。",
    "outcome": "连接在最后一刻断了，不知道这一步做成没有。请等服务器恢复，先查看再重做。",
    "password": "数据库的用户名或密码不对，没有连上。密码可由环境变量 PGPASSWORD 或 .pgpass 文件给出。",
    "refused": "数据库服务器不许这个用户这样做，什么都没有改动。请找管服务器的人开通权限。",
    "no_database": "服务器上没有这个数据库。请核对名称，或请管服务器的人先建好。",
    "tls": "与服务器之间的加密没有谈成，没有连上。请核对加密方式和服务器的证书。",
    "too_many": "连到数据库服务器的人太多，这一步没有做成。请稍候重试。",
    "too_old": "数据库服务器的版本太旧，没有打开。请升级到 13 或更新的版本。",
    "encoding": "这个数据库存不了所有的汉字。请另建一个按 UTF-8 编码的数据库。",
    "no_driver": "没有装连接数据库服务器的组件。请安装完整的采编台。",
    "occupied": "数据库里已有一个采编部，什么都没有改动。备份只能恢复到空的数据库里，请另建一个。",
    "shared": "共享的新闻库放在数据库服务器上，不能这样做。它的备份和修复由管服务器的人来做。",
}  # fmt: skip
_APPROVAL = {
    "digest": "稿件在审定之后又有改动，请重新送审。", "level": "还有审级没有通过，请先完成审核。",
    "lapsed": "原来的审核意见已失效，请重新送审。", "publisher_retired": "原定的签发人已停用，请另一位签发人来签发。",
    "withdrawn": "稿件已经撤下，请先恢复上线。",
}  # fmt: skip
_TARGET = {
    "full": "磁盘已满", "no_rights": "没有写入的权限", "missing": "文件夹不在了", "busy": "另一个程序正在发布到这里",
    "io": "磁盘读写出错", "not_folder": "那里是一个文件，不是文件夹",
}  # fmt: skip
_FIELDS = {
    "login": "登录名", "password": "密码", "site_name": "网站名称", "name": "名称", "picture": "图片",
    "title": "标题", "channel": "栏目", "channel_id": "栏目", "source": "来源", "body": "正文", "slug": "网址名",
    "shoulder": "引题", "subtitle": "副题", "information_source": "信息来源", "event_date": "事件日期",
    "short_name": "简称", "roles": "角色", "levels": "审级", "reviewers": "审核人", "parent_id": "上级栏目",
    "deadline_days": "更新期限", "hours": "时限", "writer_signs": "编辑签字算第一级", "opinion": "审核意见",
    "reason": "原因", "amendment": "审改", "amendment_reason": "不采纳的理由", "change": "改动",
    "reviewer": "审核人", "delegation": "代审", "attachment": "附件", "video": "视频", "scheduled_for": "定时的时间",
    "draft": "改稿", "theme": "网站主题", "fact": "事实", "fact_note": "核对依据", "fact_levels": "核对全部事实的审级",
    "note": "批注", "quote": "批注的位置", "part": "批注的位置",
    "correction": "更正", "reader_note": "更正说明", "reason_kind": "类别",
    "address": "新闻库的地址", "host": "服务器", "database": "数据库", "user": "用户名", "option": "连接的选项",
    "date": "日期", "sheet": "审批单", "file": "文件", "folder": "文件夹", "port": "端口", "published_at": "发布时间",
}  # fmt: skip


def sentence(error: DeskError) -> str:
    """Return one clear sentence: what happened, and what to do."""
    say = next((_SENTENCES[kind] for kind in type(error).__mro__ if kind in _SENTENCES), None)
    return say(error) if say else f"这一步没有做成（{type(error).__name__}）。已保存的内容完好，请重试。"


def status(error: DeskError) -> int:
    """Return the exit status: 2 for what was asked wrongly, 3 for what the world refused."""
    wrong_place = isinstance(error, errors.StoreUnavailable) and error.reason in ("shared", "occupied")
    return WRONG_USE if wrong_place or isinstance(error, _ASKED_WRONGLY) else WORLD_FAILED


def _bad_value(error: errors.BadValue) -> str:
    given = f"“{shortened(error.value)}”" if error.value else ""
    reason = _REASONS.get(error.reason, error.reason)
    return f"{_FIELDS.get(error.field, error.field)}{given}{reason}。什么都没有改动。"


def _incomplete(error: errors.Incomplete) -> str:
    names = "、".join(_FIELDS.get(name, name) for name in error.fields)
    return f"还缺：{names}。什么都没有改动，请补上后再试。"


def _wrong_stage(error: errors.WrongStage) -> str:
    return f"稿件现在是“{_STAGES.get(error.stage, error.stage)}”，不能{_STEPS.get(error.step, error.step)}，没有改动。"


def _target(error: errors.TargetFailed) -> str:
    why = _TARGET.get(error.reason, error.reason)
    if error.reason == "io" and error.detail:  # what the system says, for whoever looks after the disk
        why += f"（{error.detail}）"
    return f"发布位置“{error.target}”读写失败：{why}。读者看到的仍是原来的网站。请检查后重试。"


def _sign_in(error: errors.SignInFailed) -> str:
    if error.locked_until:
        until = datetime.fromisoformat(error.locked_until).astimezone()
        return f"试错次数太多，账号锁定到 {until:%Y-%m-%d %H:%M}。请到时再试，或请管理员重设密码。"
    return f"登录名或密码不对，没有登录。还可以试 {error.tries_left} 次，请检查大小写。"


def _store(error: errors.StoreUnavailable) -> str:
    where = f"（{error.path}）" if error.path else ""
    return _STORE.get(error.reason, f"数据打不开：{error.reason}。") + where


def _kept(place: Place) -> str:
    return "文件" if isinstance(place, Path) else "库"


def _asset(error: errors.AssetLost) -> str:
    return (
        f"《{error.article}》里的图片或附件“{error.name or error.path}”在数据里找不到，或已不是原来的内容。"
        "网站没有改动。请从备份恢复，或改稿换掉它再发布。"
    )


def _foreign(error: errors.ForeignTarget) -> str:
    held = f"“{error.owner}”的网站" if error.owner else "别的文件"
    return f"“{error.target}”里放着{held}，没有动它。请另选一个空文件夹。"


_ASKED_WRONGLY = (
    errors.NotFound, errors.WrongStage, errors.NotAllowed, errors.Incomplete, errors.Unwaived, errors.Awaiting,
    errors.BadValue, errors.Unchecked, errors.OpenNotes, errors.SignInFailed, errors.NotANewsroom,
)  # fmt: skip

_SENTENCES: Mapping[type, Callable[[Any], str]] = {
    errors.NotFound: lambda e: f"找不到{_THINGS.get(e.what, e.what)}，什么都没有改动。请核对后再试。",
    errors.WrongStage: _wrong_stage,
    errors.NotAllowed: lambda e: f"不能{_STEPS.get(e.step, e.step)}，没有改动：{_RULES.get(e.rule, e.rule)}",
    errors.Incomplete: _incomplete,
    errors.Awaiting: lambda e: f"正文里还有 {e.pictures} 张网络图片没有下载，稿件没有送出。请下载，或去掉它们。",
    errors.Unchecked: lambda e: f"还有 {e.open} 条事实没有核对（共 {e.of} 条），稿件没有通过。",
    errors.Unwaived: lambda e: f"有 {len(e.subjects)} 张图片没有替代文字，稿件没有送出。请补写，或说明为什么不需要。",
    errors.OpenNotes: lambda e: f"还有 {e.count} 条批注没有解决，按流程不能通过，没有改动。请先解决，或退回修改。",
    errors.BadValue: _bad_value,
    errors.EditConflict: lambda e: f"{e.by or '别人'}在此期间保存过这份稿件，没有覆盖它。请重新打开再改。",
    errors.MovedOn: lambda e: "这一稿已有新的改动，决定没有记下。请看过改动再作决定。",
    errors.LiveMovedOn: lambda e: "合并时线上的一稿又变了，什么都没有改动。请再并入一次。",
    errors.Leased: lambda e: f"{e.holder}正在“{e.machine}”上办这份稿件，没有改动。请等候，或与对方联系。",
    errors.LeaseLost: lambda e: f"{e.holder or '别人'}已接手这份稿件，没有覆盖它。请与对方商定。",
    errors.SignInFailed: _sign_in,
    errors.StoreUnavailable: _store,
    errors.AssetLost: _asset,
    errors.StoreTooNew: lambda e: f"“{e.path.name}”由更新版本的采编台写成，没有打开它。请升级采编台。",
    errors.NotANewsroom: lambda e: f"“{e.path.name}”不是采编台的数据{_kept(e.path)}，没有改动它。请换一个。",
    errors.NetworkShare: lambda e: f"“{e.path}”在网络共享盘（{e.kind}）上，放在那里可能损坏。请移到本机磁盘。",
    errors.ClockBehind: lambda e: f"本机时钟（{e.now}）比最近一条记录（{e.newest}）还早。请校准时钟。",
    errors.NotApproved: lambda e: f"没有发布，线上没有变化：{_APPROVAL.get(e.rule, e.rule)}",
    errors.ForeignTarget: _foreign,
    errors.TargetFailed: _target,
    errors.Cancelled: lambda e: "已取消。做完的部分有效，可以重新开始。",
}
