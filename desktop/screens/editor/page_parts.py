"""What stands round the body on an article's page, as pieces of HTML for the preview: heading, facts, files."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QCoreApplication

from db.domain.article import Fields
from db.domain.channels import Channel, ChannelKind
from desktop.kit.wording import listed

translate = QCoreApplication.translate
_FILM = re.compile(r'<video(?: aria-label="([^"]*)")?[^>]*></video>')


def above_body(fields: Fields, channel: Channel | None) -> list[str]:
    """Return titles and names, and the facts of a policy or a video."""
    named = (
        (translate("PreviewPanel", "来源"), fields.source),
        (translate("PreviewPanel", "通讯员"), listed(fields.correspondents)),
        (translate("PreviewPanel", "摄影"), listed(fields.photographers)),
        (translate("PreviewPanel", "作者"), listed(fields.authors)),
        (translate("PreviewPanel", "栏目"), channel.name if channel else ""),
    )
    title = escape(fields.title) or translate("PreviewPanel", "（还没有标题）")
    parts = [f'<p class="soft">{escape(fields.shoulder)}</p>'] if fields.shoulder else []
    parts.append(f"<h1>{title}</h1>")
    if fields.subtitle:
        parts.append(f'<p class="soft">{escape(fields.subtitle)}</p>')
    parts.append(f'<p class="names">{_line(*named)}</p>')
    if channel is not None and channel.kind is ChannelKind.POLICY:
        parts += _policy(fields)
    if channel is not None and channel.kind is ChannelKind.VIDEO:
        parts += _video(fields)
    return parts


def below_body(fields: Fields) -> list[str]:
    """Return the attachments and where a reprint comes from."""
    parts = []
    if fields.attachments:
        names = "<br>".join(escape(attachment.name) for attachment in fields.attachments)
        heading = translate("PreviewPanel", "附件")
        parts.append(f'<p class="names"><b>{heading}</b><br>{names}</p>')
    reprint = fields.reprint
    line = _line(
        (translate("PreviewPanel", "转载自"), reprint.source),
        (translate("PreviewPanel", "原题"), reprint.title),
        (translate("PreviewPanel", "原作者"), reprint.author),
    )
    return [*parts, f'<p class="names">{line}</p>'] if line else parts


def figures(html: str) -> str:
    """Say figures in the tags that Qt's text knows; a film is a line with its name."""
    return (
        _FILM.sub(_film, html)
        .replace('<figure class="video">', '<p class="picture" align="center">')
        .replace("<figure>", '<p class="picture" align="center">')
        .replace("</figure>", "</p>")
        .replace("<figcaption>", '</p><p class="caption" align="center">')
        .replace("</figcaption>", "")
    )


def _film(found: re.Match[str]) -> str:
    named = translate("PreviewPanel", "视频：{name}").format(name=found[1]) if found[1] else ""
    return f"▶ {named or translate('PreviewPanel', '视频')}"


def _policy(fields: Fields) -> list[str]:
    policy = fields.policy
    line = _line(
        (translate("PreviewPanel", "发文字号"), policy.number),
        (translate("PreviewPanel", "发文机关"), policy.issuer),
        (translate("PreviewPanel", "成文日期"), policy.made_on),
        (translate("PreviewPanel", "效力状态"), policy.validity),
    )
    return [f'<p class="names">{line}</p>'] if line else []


def _video(fields: Fields) -> list[str]:
    video = fields.video
    still = [f'<p class="picture" align="center"><img src="asset:{video.poster}"></p>'] if video.poster else []
    address = translate("PreviewPanel", "上传的文件") if video.address.startswith("asset:") else video.address
    line = _line((translate("PreviewPanel", "视频"), address), (translate("PreviewPanel", "时长"), video.duration))
    return [*still, f'<p class="names">{line}</p>'] if line else still


def _line(*pairs: tuple[str, str]) -> str:
    told = [f'{label}&nbsp;<span class="told">{escape(value)}</span>' for label, value in pairs if value]
    return "&nbsp;&nbsp;&nbsp; ".join(told)  # Qt takes every other space for one
