"""Why a value was refused: which field, what is wrong with it, what to do; everything else is kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from db.domain.errors import BadValue
from desktop.kit.wording import setting_titles

translate = QCoreApplication.translate


def refusal(error: BadValue) -> str:
    """Return the sentence of this value, or one made of the field's name and the reason."""
    whole = _sentences().get((error.field, error.reason))
    if whole is not None:
        return translate("Sentences", "{whole}其他内容都在。").format(whole=whole.format(value=error.value))
    asking = translate("Sentences", "（{key}）请联系管理员。").format(key=error.reason)
    field, reason = field_name(error.field), _reasons().get(error.reason, asking)
    if not error.value:
        return translate("Sentences", "{field}{reason}其他内容都在。").format(field=field, reason=reason)
    text = translate("Sentences", "{field}“{value}”{reason}其他内容都在。")
    return text.format(field=field, value=error.value, reason=reason)


def field_name(key: str) -> str:
    """Return what a field is called where people fill it in."""
    return _fields().get(key) or setting_titles().get(key, key)


def _sentences() -> Mapping[tuple[str, str], str]:
    """Return what is said of a field when its name and the reason alone would not tell what to do."""
    return {
        ("slug", "format"): translate(
            "Sentences", "网址名“{value}”不能用：只写小写字母、数字和短横，不要用系统保留的词。请改一个。"
        ),
        ("slug", "taken"): translate("Sentences", "网址名“{value}”已被别的栏目使用。请换一个。"),
        ("login", "format"): translate(
            "Sentences", "登录名“{value}”不能用：只写小写字母、数字、点、下划线和短横。请改一个。"
        ),
        ("login", "taken"): translate("Sentences", "登录名“{value}”已被使用。请换一个。"),
        ("password", "short"): translate("Sentences", "密码太短，没有换。请至少写 8 个字符。"),
        ("password", "too_long"): translate("Sentences", "密码太长，没有换。请写短一些。"),
        ("roles", "empty"): translate("Sentences", "还没有选角色。请至少选一个。"),
        ("levels", "empty"): translate("Sentences", "审核还没有选审级。请选出可以审哪几级。"),
        ("levels", "format"): translate("Sentences", "审级只能是一到三级。请重新选择。"),
        ("reviewers", "unknown"): translate(
            "Sentences", "有一位审核人已没有这一级的权限，流程没有保存。请刷新后重新选审核人。"
        ),
        ("writer_signs", "format"): translate(
            "Sentences", "只有一级审核时，编辑签字不能算第一级。请改成两级以上，或不选这一项。"
        ),
        ("hours", "format"): translate("Sentences", "审级的时限应在 1 到 720 小时之间，不限写 0。请重新填写。"),
        ("deadline_days", "format"): translate("Sentences", "更新期限应在 1 到 3650 天之间。请重新填写。"),
        ("parent_id", "circle"): translate("Sentences", "一个栏目不能放在自己下面。请换一个上级栏目。"),
        ("picture", "small"): translate("Sentences", "选区太小，没有裁剪：至少要 {value} × {value} 像素。"),
        ("sheet", "not_sent_in"): translate("Sentences", "这篇稿件还没有送审过，没有审批单。请先送审。"),
        ("draft", "taken"): translate("Sentences", "这篇稿件（{value}）已有一份改稿在进行。请打开它接着改。"),
        ("correction", "taken"): translate("Sentences", "这篇稿件（{value}）已有一份更正在进行。请打开它接着改。"),
        ("reason_kind", "empty"): translate("Sentences", "更正没有说明是哪一类，没有签发。请选类别并写明原因。"),
        ("reason_kind", "unknown"): translate("Sentences", "这份稿件不是更正，没有签发。请刷新后再试。"),
        ("scheduled_for", "past"): translate("Sentences", "定的时间已经过去，稿件没有定时。请选一个还没到的时间。"),
        ("opinion", "empty"): translate("Sentences", "还没有写审核意见，没有退回。请写明要改什么。"),
        ("amendment", "empty"): translate(
            "Sentences", "还没有改动任何文字，没有送编辑确认。不想改了，请按“放弃审改”。"
        ),
        ("amendment", "format"): translate(
            "Sentences", "稿件在审改时变了，没有送编辑确认，文字仍在。请放弃后重新审改。"
        ),
        ("amendment_reason", "empty"): translate("Sentences", "一处也不采纳，要写明理由，审改没有退回。请写上理由。"),
        ("reviewer", "unknown"): translate("Sentences", "这位同事现在不能审，什么都没有改动。请刷新后另选一位。"),
        ("reviewer", "taken"): translate("Sentences", "代审的人不能是本人，没有保存。请另选一位。"),
        ("delegation", "format"): translate("Sentences", "代审的起止日期不对，没有保存。结束要晚于开始，最长一年。"),
        ("delegation", "past"): translate("Sentences", "代审的结束日期已经过去，没有保存。请选一个还没到的日期。"),
        ("reason", "empty"): translate("Sentences", "还没有写原因，什么都没有改动。请写明为什么。"),
        ("note", "empty"): translate("Sentences", "批注还没有写字，没有记下。请写明要说什么。"),
        ("body", "too_long"): translate("Sentences", "正文太长，这次没有存下，文字仍在窗口里。请分成几篇。"),
        ("body", "format"): translate("Sentences", "《{value}》的文字与算出的网页不是同一份，没有导入。请重新导入。"),
        ("date", "future"): translate("Sentences", "旧稿的日期（{value}）还没有到，没有导入。请核对日期。"),
    }


def _fields() -> Mapping[str, str]:
    return {
        "host": translate("Sentences", "服务器"),
        "port": translate("Sentences", "端口"),
        "database": translate("Sentences", "数据库"),
        "user": translate("Sentences", "用户名"),
        "option": translate("Sentences", "连接的选项"),
        "title": translate("Sentences", "标题"),
        "channel": translate("Sentences", "栏目"),
        "channel_id": translate("Sentences", "栏目"),
        "source": translate("Sentences", "来源"),
        "body": translate("Sentences", "正文"),
        "slug": translate("Sentences", "网址名"),
        "shoulder": translate("Sentences", "引题"),
        "subtitle": translate("Sentences", "副题"),
        "summary": translate("Sentences", "摘要"),
        "keywords": translate("Sentences", "关键词"),
        "correspondents": translate("Sentences", "通讯员"),
        "photographers": translate("Sentences", "摄影"),
        "authors": translate("Sentences", "作者"),
        "information_source": translate("Sentences", "信息来源"),
        "cover": translate("Sentences", "封面"),
        "attachments": translate("Sentences", "附件"),
        "attachment": translate("Sentences", "附件"),
        "event_date": translate("Sentences", "事件日期"),
        "reprint": translate("Sentences", "转载信息"),
        "policy": translate("Sentences", "政策信息"),
        "video": translate("Sentences", "视频"),
        "short_name": translate("Sentences", "简称"),
        "full_name": translate("Sentences", "全称"),
        "site_name": translate("Sentences", "网站名称"),
        "site_domain": translate("Sentences", "网站域名"),
        "reviewers": translate("Sentences", "审核人"),
        "deadline_days": translate("Sentences", "更新期限"),
        "writer_signs": translate("Sentences", "编辑签字算第一级"),
        "scheme_id": translate("Sentences", "审核流程"),
        "theme": translate("Sentences", "网站主题"),
        "draft": translate("Sentences", "改稿"),
        "correction": translate("Sentences", "更正"),
        "reader_note": translate("Sentences", "更正说明"),
        "reason_kind": translate("Sentences", "类别"),
        "date": translate("Sentences", "发布日期"),
        "file": translate("Sentences", "文件"),
        "folder": translate("Sentences", "文件夹"),
        "opinion": translate("Sentences", "审核意见"),
        "fact": translate("Sentences", "事实"),
        "fact_note": translate("Sentences", "核对依据"),
        "fact_levels": translate("Sentences", "核对全部事实的审级"),
        "amendment": translate("Sentences", "审改"),
        "amendment_reason": translate("Sentences", "不采纳的理由"),
        "change": translate("Sentences", "改动"),
        "reviewer": translate("Sentences", "审核人"),
        "delegation": translate("Sentences", "代审"),
        "note": translate("Sentences", "批注"),
        "quote": translate("Sentences", "批注的位置"),
        "part": translate("Sentences", "批注的位置"),
        "reason": translate("Sentences", "原因"),
        "login": translate("Sentences", "登录名"),
        "name": translate("Sentences", "名称"),
        "password": translate("Sentences", "密码"),
        "roles": translate("Sentences", "角色"),
        "levels": translate("Sentences", "审级"),
        "parent_id": translate("Sentences", "上级栏目"),
        "picture": translate("Sentences", "图片"),
        "when": translate("Sentences", "时间"),
        "scheduled_for": translate("Sentences", "定时的时间"),
        "url": translate("Sentences", "网址"),
        "address": translate("Sentences", "地址"),
    }


def _reasons() -> Mapping[str, str]:
    return {
        "empty": translate("Sentences", "不能为空，请填写。"),
        "too_long": translate("Sentences", "太长，请缩短。"),
        "format": translate("Sentences", "的写法不对，请检查后重填。"),
        "taken": translate("Sentences", "已被使用，请换一个。"),
        "unknown": translate("Sentences", "查无此项，请重新选择。"),
        "not_picture": translate("Sentences", "不是可用的图片，请换成 JPEG、PNG 或 WebP。"),
        "too_large": translate("Sentences", "太大，请换小一些的文件。"),
        "kind": translate("Sentences", "不是可以用的文件类型，没有加入。请换成提示中列出的类型。"),
        "animated": translate("Sentences", "是动图，请换成静态图片。"),
        "circle": translate("Sentences", "会绕成一圈，请换一个上级。"),
        "in_use": translate("Sentences", "正在使用，不能删除。请先改用其他的。"),
        "past": translate("Sentences", "已经过去，请选一个还没到的时间。"),
        "future": translate("Sentences", "还没有到，请核对日期。"),
        "short": translate("Sentences", "太短，请加长。"),
    }
