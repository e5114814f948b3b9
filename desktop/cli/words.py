"""What a failure is called on the command line, in Chinese, and the exit status that it has. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from db.domain import errors
from db.domain.errors import DeskError

DONE, NO, WRONG_USE, WORLD_FAILED = 0, 1, 2, 3

_THINGS = {
    "article": "稿件", "draft": "在编稿", "revision": "这一稿", "person": "人员", "unit": "供稿单位",
    "channel": "栏目", "scheme": "审核流程", "asset": "素材", "release": "签发", "newsroom": "编辑部",
}  # fmt: skip
_RULES = {
    "role": "这个账号没有这项权限。", "retired": "这个账号已停用。", "signed_out": "请用 --as 登录名 说明由谁来做。",
    "author": "自己写的稿件不能自己审、自己发。", "level": "这一审级不由此人负责。",
    "two_levels": "同一稿不能审两级。", "not_author": "此人不在这份稿件的编辑名单中。",
    "submitter": "只有送审的人可以撤回。", "last_admin": "这是最后一位管理员。",
}  # fmt: skip
_REASONS = {
    "empty": "不能为空", "too_long": "太长", "format": "写法不对", "taken": "已被使用", "unknown": "查无此项",
    "not_picture": "不是可用的图片", "too_large": "太大", "animated": "是动图", "circle": "会绕成一圈",
    "in_use": "正在使用", "short": "太短",
}  # fmt: skip
_STORE = {
    "full": "磁盘已满，没有写成。请腾出空间后重试。", "locked": "另一个程序占用着数据。请稍候重试。",
    "read_only": "数据只能读、不能写。请检查文件夹权限。",
    "damaged": "数据文件有损坏，没有动它。请用 caibian check 查看，或从备份恢复。",
    "io": "磁盘读写出错。请检查磁盘，并尽快备份。", "missing": "找不到数据文件。请检查路径。",
    "no_rights": "没有权限打开数据，或文件夹不存在。", "memory": "内存不足，这一步没有做成。",
}  # fmt: skip
_APPROVAL = {
    "digest": "稿件在审定之后又有改动。", "level": "还有审级没有通过。", "lapsed": "原来的审核意见已失效。",
    "publisher_retired": "原定的签发人已停用。", "not_live_base": "线上已是更新的一稿。",
}  # fmt: skip
_FIELDS = {
    "login": "登录名", "password": "密码", "site_name": "网站名称", "name": "名称", "picture": "图片",
    "title": "标题", "channel": "栏目", "channel_id": "栏目", "source": "来源", "body": "正文",
    "date": "日期", "file": "文件", "folder": "文件夹", "port": "端口", "published_at": "发布时间",
}  # fmt: skip


def sentence(error: DeskError) -> str:
    """Return one clear sentence: what happened, and what to do."""
    say = next((_SENTENCES[kind] for kind in type(error).__mro__ if kind in _SENTENCES), None)
    return say(error) if say else f"这一步没有做成（{type(error).__name__}）。已保存的内容完好。"


def status(error: DeskError) -> int:
    """Return the exit status: 2 for what was asked wrongly, 3 for what the world refused."""
    return WRONG_USE if isinstance(error, _ASKED_WRONGLY) else WORLD_FAILED


def _bad_value(error: errors.BadValue) -> str:
    given = f"“{error.value}”" if error.value else ""
    reason = _REASONS.get(error.reason, error.reason)
    return f"{_FIELDS.get(error.field, error.field)}{given}{reason}。什么都没有改动。"


def _sign_in(error: errors.SignInFailed) -> str:
    if error.locked_until:
        return f"试错次数太多，账号锁定到 {error.locked_until}（UTC）。"
    return f"登录名或密码不对。还可以试 {error.tries_left} 次。"


def _store(error: errors.StoreUnavailable) -> str:
    where = f"（{error.path}）" if error.path else ""
    return _STORE.get(error.reason, f"数据打不开：{error.reason}。") + where


def _foreign(error: errors.ForeignTarget) -> str:
    held = f"“{error.owner}”的网站" if error.owner else "别的文件"
    return f"“{error.target}”里放着{held}，没有动它。请另选一个空文件夹。"


_ASKED_WRONGLY = (
    errors.NotFound, errors.WrongStage, errors.NotAllowed, errors.Incomplete, errors.BadValue, errors.SignInFailed,
    errors.NotANewsroom,
)  # fmt: skip

_SENTENCES: Mapping[type, Callable[[Any], str]] = {
    errors.NotFound: lambda e: f"找不到{_THINGS.get(e.what, e.what)}。",
    errors.WrongStage: lambda e: f"稿件现在的状态（{e.stage}）不能做这一步（{e.step}），没有改动。",
    errors.NotAllowed: lambda e: f"没有做：{_RULES.get(e.rule, e.rule)}",
    errors.Incomplete: lambda e: "还缺：" + "、".join(_FIELDS.get(name, name) for name in e.fields) + "。",
    errors.BadValue: _bad_value,
    errors.EditConflict: lambda e: f"{e.by or '别人'}在此期间保存过这份稿件，没有覆盖它。",
    errors.MovedOn: lambda e: "这一稿已有新的改动，决定没有记下。",
    errors.Leased: lambda e: f"{e.holder}正在“{e.machine}”上办这份稿件，没有改动。",
    errors.LeaseLost: lambda e: f"{e.holder or '别人'}已接手这份稿件。",
    errors.SignInFailed: _sign_in,
    errors.StoreUnavailable: _store,
    errors.StoreTooNew: lambda e: f"“{e.path.name}”由更新版本的采编台写成，没有打开它。请升级采编台。",
    errors.NotANewsroom: lambda e: f"“{e.path.name}”不是采编台的数据文件，没有改动它。",
    errors.NetworkShare: lambda e: f"“{e.path}”在网络共享盘（{e.kind}）上，放在那里可能损坏。请移到本机磁盘。",
    errors.ClockBehind: lambda e: f"本机时钟（{e.now}）比最近一条记录（{e.newest}）还早，没有做。请校准时钟。",
    errors.NotApproved: lambda e: f"没有发布：{_APPROVAL.get(e.rule, e.rule)}",
    errors.ForeignTarget: _foreign,
    errors.TargetFailed: lambda e: f"发布位置“{e.target}”读写失败：{e.detail or e.reason}。请检查后重试。",
    errors.Cancelled: lambda e: "已取消。做完的部分有效，可以重新开始。",
}
