"""Every failure that the newsroom can name, in Chinese: what happened, what is safe, what to do next."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.domain import errors
from db.domain.errors import DeskError
from desktop.kit.refusals import field_name, refusal
from desktop.kit.times import local_time
from desktop.kit.wording import listed

translate = QCoreApplication.translate
Words = Callable[[], Mapping[str, str]]  # a table made when asked for, so that it follows the language


def sentence(error: DeskError) -> str:
    """Return the sentence of the error's own kind, or of the nearest kind that it is one of."""
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error)
    return _other(error)


def _word(table: Words, key: str) -> str:
    return table().get(key, key)


def _clause(table: Words, key: str) -> str:
    """Return why, and what to do about it; a word that nobody taught us yet is shown for who is asked for help."""
    return table().get(key) or translate("Sentences", "（{key}）请联系管理员。").format(key=key)


def _things() -> Mapping[str, str]:
    return {
        "article": translate("Sentences", "这篇稿件"),
        "draft": translate("Sentences", "这份在编稿"),
        "revision": translate("Sentences", "这一稿"),
        "person": translate("Sentences", "这位人员"),
        "unit": translate("Sentences", "这个供稿单位"),
        "template": translate("Sentences", "这个模板或常用语"),
        "channel": translate("Sentences", "这个栏目"),
        "scheme": translate("Sentences", "这个审核流程"),
        "asset": translate("Sentences", "这个素材"),
        "release": translate("Sentences", "这次签发"),
        "journal": translate("Sentences", "这份暂存"),
        "amendment": translate("Sentences", "这份审改"),
        "delegation": translate("Sentences", "这次代审"),
        "note": translate("Sentences", "这条批注"),
    }


def _steps() -> Mapping[str, str]:
    return {
        "save": translate("Sentences", "保存"),
        "submit": translate("Sentences", "送审"),
        "recall": translate("Sentences", "撤回"),
        "claim": translate("Sentences", "领审"),
        "put_down": translate("Sentences", "放下"),
        "check": translate("Sentences", "核对事实"),
        "return": translate("Sentences", "退回"),
        "approve": translate("Sentences", "通过"),
        "hand_over": translate("Sentences", "转交"),
        "delegate": translate("Sentences", "改动代审"),
        "amend": translate("Sentences", "审改"),
        "amended": translate("Sentences", "完成审改"),
        "drop": translate("Sentences", "放弃审改"),
        "confirm": translate("Sentences", "确认审改"),
        "take_back": translate("Sentences", "收回审改"),
        "publish": translate("Sentences", "签发"),
        "schedule": translate("Sentences", "定时发布"),
        "deschedule": translate("Sentences", "取消定时"),
        "abandon": translate("Sentences", "弃稿"),
        "restore": translate("Sentences", "恢复"),
        "update": translate("Sentences", "改稿"),
        "correct": translate("Sentences", "更正"),
        "merge": translate("Sentences", "并入更正"),
        "withdraw": translate("Sentences", "撤稿"),
        "reinstate": translate("Sentences", "恢复上线"),
        "sign_in": translate("Sentences", "登录"),
        "asset": translate("Sentences", "添加图片"),
        "people": translate("Sentences", "改动人员"),
        "units": translate("Sentences", "改动供稿单位"),
        "templates": translate("Sentences", "改动模板和常用语"),
        "channels": translate("Sentences", "改动栏目"),
        "schemes": translate("Sentences", "改动审核流程"),
        "settings": translate("Sentences", "改动设置"),
        "archive_import": translate("Sentences", "导入旧稿"),
        "annotate": translate("Sentences", "写批注"),
        "reply": translate("Sentences", "答复批注"),
        "resolve": translate("Sentences", "解决批注"),
        "reopen": translate("Sentences", "重开批注"),
    }


def _stages() -> Mapping[str, str]:
    return {
        "editing": translate("Sentences", "草稿"),
        "returned": translate("Sentences", "退回"),
        "review": translate("Sentences", "审核中"),
        "approved": translate("Sentences", "已通过"),
        "scheduled": translate("Sentences", "定时"),
        "published": translate("Sentences", "已发"),
        "trashed": translate("Sentences", "回收站"),
        "none": translate("Sentences", "未发布"),
        "live": translate("Sentences", "已发布"),
        "withdrawn": translate("Sentences", "已撤稿"),
    }


def _rules() -> Mapping[str, str]:
    return {
        "role": translate("Sentences", "您的角色没有这项权限。需要时请管理员调整角色。"),
        "author": translate("Sentences", "您写过或改过这份稿件，不能自己审、自己发。请另一位同事来办。"),
        "level": translate("Sentences", "这一审级不由您负责。请本级审核人来办。"),
        "two_levels": translate("Sentences", "您已在另一审级作过决定，同一稿不能审两级。请另一位审核人来办。"),
        "not_author": translate("Sentences", "您不在这份稿件的编辑名单中。请它的编辑来办。"),
        "submitter": translate("Sentences", "只有送审的人可以撤回。请联系送审人。"),
        "own_levels": translate("Sentences", "只能安排自己的代审。别人的请本人或管理员来办。"),
        "unseen": translate("Sentences", "有一篇您还没有从头看到尾，不能成批通过。请打开看完，或单篇审。"),
        "decided": translate("Sentences", "别人刚在这一级作过决定，您的没有记下。请看过再作决定。"),
        "unconfirmed": translate("Sentences", "有一份审改还没有确认。请等这篇稿件的编辑逐处确认。"),
        "amending": translate("Sentences", "您正在审改这份稿件。请先完成或放弃审改。"),
        "not_amending": translate("Sentences", "这份稿件现在不由您审改。您写的文字在历史里。请刷新后再看。"),
        "amender": translate("Sentences", "这份审改不是您做的。请审改的人来收回。"),
        "no_amendment": translate("Sentences", "没有等着确认的审改，可能已被收回或确认。请刷新后再看。"),
        "own_amendment": translate("Sentences", "审改是您做的，不能自己确认。请这篇稿件的另一位编辑来确认。"),
        "note": translate("Sentences", "这一步现在归写稿的人、审这一级的人，或写这条批注的人。请他们来办。"),
        "retired": translate("Sentences", "这个账号已停用。请管理员处理。"),
        "last_admin": translate("Sentences", "这是最后一位管理员。请先指定另一位管理员。"),
        "signed_out": translate("Sentences", "您还没有登录。请先登录。"),
        "behind": translate("Sentences", "动笔以后线上的一稿已经更正。请先并入更正，再送审、签发。"),
        "not_behind": translate("Sentences", "线上的一稿没有变，没有要并入的。请接着改。"),
        "correction": translate("Sentences", "更正不能定时。请立即签发。"),
    }


def _store_reasons() -> Mapping[str, str]:
    return {
        "full": translate("Sentences", "磁盘已满，没有保存成功。文字仍在窗口里。请腾出空间，然后重试。"),
        "locked": translate("Sentences", "另一个程序占用着数据，没有保存成功。文字仍在窗口里。请稍候重试。"),
        "read_only": translate("Sentences", "数据只能读、不能写。已有的内容完好。请检查文件夹权限，或另存到别处。"),
        "damaged": translate("Sentences", "数据文件有损坏，已停止写入，原文件不会被覆盖。请从最近的备份恢复。"),
        "io": translate("Sentences", "磁盘读写出错，没有保存成功。文字仍在窗口里。请检查磁盘，并尽快备份。"),
        "missing": translate("Sentences", "找不到数据文件，它可能被移动或改名。请放回原处，或重新选择。"),
        "no_rights": translate("Sentences", "没有权限打开数据。已有的内容没有改动。请检查文件夹权限。"),
        "memory": translate("Sentences", "内存不足，这一步没有做成。已保存的内容完好。请关闭别的程序后重试。"),
        "closing": translate("Sentences", "编辑部正在关闭，这一步没有做。已保存的内容完好。请重新打开后再做。"),
        "unreachable": translate("Sentences", "连不上数据库服务器，这一步没有做成。写的文字还在。请检查网络和地址。"),
        "starting": translate("Sentences", "数据库服务器正在启动或关闭，这一步没有做成。写的文字还在。请稍候重试。"),
        "lost": translate("Sentences", "与数据库服务器的连接断了，这一步没有做成。写的文字还在。请稍候重试。"),
        "outcome": translate("Sentences", "连接在最后一刻断了，不知道这一步做成没有。请等服务器恢复，先查看再重做。"),
        "password": translate("Sentences", "数据库的用户名或密码不对，没有连上。什么都没有改动。请重新填写。"),
        "refused": translate("Sentences", "数据库服务器不许这个用户这样做，没有改动。请找管服务器的人开通权限。"),
        "no_database": translate("Sentences", "服务器上没有这个数据库，没有改动。请核对名称，或请管服务器的人建好。"),
        "tls": translate("Sentences", "与服务器之间的加密没有谈成，没有连上。请核对加密方式和服务器的证书。"),
        "too_many": translate("Sentences", "连到数据库服务器的人太多，这一步没有做成。写的文字还在。请稍候重试。"),
        "too_old": translate("Sentences", "数据库服务器的版本太旧，没有打开。请管服务器的人升级到 13 或更新。"),
        "encoding": translate("Sentences", "这个数据库存不了所有的汉字，没有打开。请另建一个按 UTF-8 编码的数据库。"),
        "no_driver": translate("Sentences", "这里没有装连接数据库服务器的组件，没有打开。请安装完整的采编台。"),
        "occupied": translate("Sentences", "数据库里已有一个采编部，没有改动。备份只能恢复到空的数据库，请另建一个。"),
        "shared": translate(
            "Sentences",
            "新闻库放在数据库服务器上，不能这样做，没有改动。备份和修复由管服务器的人来做。",
        ),
    }


def _approval_rules() -> Mapping[str, str]:
    return {
        "digest": translate("Sentences", "稿件在审定之后又有改动。请重新送审。"),
        "level": translate("Sentences", "还有审级没有通过。请先完成审核。"),
        "lapsed": translate("Sentences", "原来的审核意见已失效。请重新送审。"),
        "publisher_retired": translate("Sentences", "原定的签发人已停用。请另一位签发人重新签发。"),
        "withdrawn": translate("Sentences", "稿件已经撤下。请先恢复上线，再发布改稿。"),
    }


def _not_found(error: errors.NotFound) -> str:
    text = translate("Sentences", "找不到{what}，可能已被别人移走。其他内容没有改动。请刷新列表再试。")
    return text.format(what=_word(_things, error.what))


def _wrong_stage(error: errors.WrongStage) -> str:
    text = translate("Sentences", "稿件现在是“{stage}”，不能{step}。稿件没有改动。请刷新后查看它的流程。")
    return text.format(stage=_word(_stages, error.stage), step=_word(_steps, error.step))


def _not_allowed(error: errors.NotAllowed) -> str:
    text = translate("Sentences", "不能{step}，什么都没有改动。{why}")
    return text.format(step=_word(_steps, error.step), why=_clause(_rules, error.rule))


def _incomplete(error: errors.Incomplete) -> str:
    names = listed(dict.fromkeys(field_name(name) for name in error.fields))
    return translate("Sentences", "还缺：{names}。已写的内容都在。请补齐后再试。").format(names=names)


def _awaiting(error: errors.Awaiting) -> str:
    text = translate("Sentences", "正文里还有 {n} 张网络图片没有下载，稿件没有送出。请下载，或去掉它们。")
    return text.format(n=error.pictures)


def _unwaived(error: errors.Unwaived) -> str:
    text = translate("Sentences", "有 {n} 张图片没有替代文字，稿件没有送出。请补写，或说明为什么不需要。")
    return text.format(n=len(error.subjects))


def _unchecked(error: errors.Unchecked) -> str:
    text = translate("Sentences", "还有 {n} 条事实没有核对（共 {of} 条），稿件没有通过。请在核对单里逐条核对。")
    return text.format(n=error.open, of=error.of)


def _open_notes(error: errors.OpenNotes) -> str:
    text = translate("Sentences", "还有 {n} 条批注没有解决，按流程不能通过，决定没有记下。请先解决，或退回修改。")
    return text.format(n=error.count)


def _edit_conflict(error: errors.EditConflict) -> str:
    who = error.by or translate("Sentences", "别人")
    text = translate("Sentences", "您打开之后，{who}保存过这份稿件。两份文字都还在，没有互相覆盖。请对照后合并。")
    return text.format(who=who)


def _moved_on(_error: errors.MovedOn) -> str:
    return translate("Sentences", "您看的这一稿已有新的改动，决定没有记下。请看过改动之处，再作决定。")


def _live_moved_on(_error: errors.LiveMovedOn) -> str:
    return translate("Sentences", "合并时线上的一稿又变了，什么都没有改动。请再并入一次。")


def _leased(error: errors.Leased) -> str:
    facts = {"who": error.holder, "machine": error.machine, "since": local_time(error.since)}
    if error.kind == "claim":
        text = translate("Sentences", "{who}正在审这份稿件（{since} 起）。稿件没有改动。请等候，或与对方联系。")
    else:
        text = translate(
            "Sentences", "{who}正在“{machine}”上编辑这份稿件（{since} 起）。您可以只读查看，或与对方商定后接手。"
        )
    return text.format(**facts)


def _lease_lost(error: errors.LeaseLost) -> str:
    text = translate("Sentences", "{who}已接手编辑这份稿件。您没存的文字已另存在历史里。请与对方商定后再改。")
    return text.format(who=error.holder or translate("Sentences", "别人"))


def _sign_in_failed(error: errors.SignInFailed) -> str:
    if error.locked_until:
        text = translate("Sentences", "试错次数太多，账号暂时锁定。稿件不受影响。请在 {when} 后再试，或请管理员重设。")
        return text.format(when=local_time(error.locked_until))
    text = translate("Sentences", "登录名或密码不对，没有登录。还可以试 {n} 次。请检查大小写后再试。")
    return text.format(n=error.tries_left)


def _store_unavailable(error: errors.StoreUnavailable) -> str:
    return _clause(_store_reasons, error.reason) + _place(error)


def _place(error: errors.StoreUnavailable) -> str:
    """Return where it was, and how much room is left there when there was too little."""
    if not error.path:
        return ""
    try:
        free = shutil.disk_usage(Path(error.path).parent).free if error.reason == "full" else -1
    except OSError:
        free = -1
    if free < 0:
        return translate("Sentences", "（{path}）").format(path=error.path)
    text = translate("Sentences", "（{path}，那里还剩 {free} MB）")
    return text.format(path=error.path, free=f"{free / 1e6:,.1f}")


def _asset_lost(error: errors.AssetLost) -> str:
    text = translate("Sentences", "《{title}》里的“{name}”在数据里找不到了，网站没有改动。请从备份恢复，或改稿换掉它。")
    return text.format(title=error.article, name=error.name or error.path)


def _store_too_new(error: errors.StoreTooNew) -> str:
    text = translate("Sentences", "“{name}”由更新版本的采编台写成，这里没有打开它，内容完好。请升级采编台后再开。")
    return text.format(name=error.path.name)


def _not_a_newsroom(error: errors.NotANewsroom) -> str:
    text = translate("Sentences", "“{name}”不是采编台的数据文件，没有改动它。请选择另一个文件。")
    if not isinstance(error.path, Path):
        text = translate("Sentences", "数据库“{name}”里放着别的程序的数据，没有改动它。请另用一个空的数据库。")
    return text.format(name=error.path.name)


def _network_share(error: errors.NetworkShare) -> str:
    text = translate("Sentences", "“{path}”在网络共享盘（{kind}）上，放在那里可能损坏，所以没有打开。请移到本机磁盘。")
    return text.format(path=error.path, kind=error.kind)


def _clock_behind(error: errors.ClockBehind) -> str:
    text = translate(
        "Sentences",
        "本机时钟是 {now}，比最近一条记录（{newest}）还早。稿件完好，先后次序不受影响，新的留痕会注明。请校准时钟。",
    )
    return text.format(now=local_time(error.now), newest=local_time(error.newest))


def _not_approved(error: errors.NotApproved) -> str:
    return translate("Sentences", "没有发布，线上没有变化。{why}").format(why=_clause(_approval_rules, error.rule))


def _foreign_target(error: errors.ForeignTarget) -> str:
    owner = translate("Sentences", "“{owner}”的网站").format(owner=error.owner) if error.owner else ""
    text = translate("Sentences", "“{target}”里放着{what}，没有动它。请另选一个空文件夹作为发布位置。")
    return text.format(target=error.target, what=owner or translate("Sentences", "别的文件"))


def _target_failed(error: errors.TargetFailed) -> str:
    text = translate("Sentences", "发布位置“{target}”读写失败：{reason}。读者看到的仍是原来的网站。请检查后重新发布。")
    reasons = {
        "full": translate("Sentences", "磁盘已满"),
        "no_rights": translate("Sentences", "没有写入的权限"),
        "missing": translate("Sentences", "文件夹不在了"),
        "busy": translate("Sentences", "另一个程序正在发布到这里"),
        "io": translate("Sentences", "磁盘读写出错"),
        "not_folder": translate("Sentences", "那里是一个文件，不是文件夹"),
    }
    return text.format(target=error.target, reason=reasons.get(error.reason, error.reason))


def _cancelled(_error: errors.Cancelled) -> str:
    return translate("Sentences", "已取消。做完的部分有效，可以随时重新开始。")


def _other(error: DeskError) -> str:
    text = translate("Sentences", "这一步没有做成（{kind}）。已保存的内容完好。请重试；仍不行时请联系管理员。")
    return text.format(kind=type(error).__name__)


_SENTENCES: Mapping[type, Callable[[Any], str]] = {
    errors.NotFound: _not_found,
    errors.WrongStage: _wrong_stage,
    errors.NotAllowed: _not_allowed,
    errors.Incomplete: _incomplete,
    errors.Awaiting: _awaiting,
    errors.Unwaived: _unwaived,
    errors.Unchecked: _unchecked,
    errors.OpenNotes: _open_notes,
    errors.BadValue: refusal,
    errors.EditConflict: _edit_conflict,
    errors.MovedOn: _moved_on,
    errors.LiveMovedOn: _live_moved_on,
    errors.Leased: _leased,
    errors.LeaseLost: _lease_lost,
    errors.SignInFailed: _sign_in_failed,
    errors.StoreUnavailable: _store_unavailable,
    errors.AssetLost: _asset_lost,
    errors.StoreTooNew: _store_too_new,
    errors.NotANewsroom: _not_a_newsroom,
    errors.NetworkShare: _network_share,
    errors.ClockBehind: _clock_behind,
    errors.NotApproved: _not_approved,
    errors.ForeignTarget: _foreign_target,
    errors.TargetFailed: _target_failed,
    errors.Cancelled: _cancelled,
}
