"""Puts what other programs copied into the text: structure kept, pictures taken into the record, the rest told."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.kit.confirm import ask
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.screens.editor.remote_pictures import RemotePictures
from desktop.screens.editor.uploads import Uploads
from desktop.screens.editor.visual_edit import VisualEdit

if TYPE_CHECKING:
    from desktop.intake.clipboard.clip import Clip, Left

translate = QCoreApplication.translate
AT_ONCE = 1_000_000  # characters of HTML that are read without making anybody wait


class Pasting(QObject):
    """Waits for what is pasted or dropped into the visual mode."""

    def __init__(
        self, tasks: Tasks, edit: VisualEdit, uploads: Uploads, remote: RemotePictures, messages: MessageBar,
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._tasks, self._edit, self._uploads, self._messages = tasks, edit, uploads, messages
        self._remote = remote
        edit.clip_given.connect(self._on_clip_given)

    def paste_plain(self) -> None:
        """Put in the words of the clipboard without any form that they had."""
        from desktop.intake.clipboard.reader import plain_clip  # noqa: PLC0415  # stays out of start-up

        text = QApplication.clipboard().text()
        if text and not self._edit.isReadOnly():
            self._edit.insert_blocks(plain_clip(text).blocks)

    @Slot(object)
    def _on_clip_given(self, data: QMimeData) -> None:
        from desktop.intake.clipboard.reader import read_clip  # noqa: PLC0415  # stays out of start-up

        html = data.html() if data.hasHtml() else None
        plain = data.text() if data.hasText() else None
        rtf = bytes(data.data("text/rtf").data()) or None
        place = QTextCursor(self._edit.textCursor())  # where it was asked for, whatever is written meanwhile
        if len(html or plain or "") <= AT_ONCE:
            self._read(place, read_clip(html, plain, rtf))
            return
        self._messages.info(self.tr("粘贴的内容很大，正在读…"))
        self._tasks.read(self, lambda _connection: read_clip(html, plain, rtf), partial(self._read, place))

    def _read(self, place: QTextCursor, clip: Clip) -> None:
        local = [picture.path for picture in clip.pictures if picture.path]
        taking = not local or ask(
            self._edit.window(),
            self.tr("把本机的图片也放进来？"),
            self.tr("粘贴的内容用到本机的 {n} 个图片文件。放进来后，其他人也能看到。").format(n=len(local)),
            self.tr("放进来"),
        )
        sources: list[str] = []
        given: list[bytes | Path] = []
        for picture in clip.pictures:
            if picture.data or (picture.path and taking):
                sources.append(picture.source)
                given.append(picture.data or Path(picture.path))
        if given:
            self._uploads.take_all(given, partial(self._put_in, place, clip, sources))
        else:
            self._put_in(place, clip, [], [])

    def _put_in(self, place: QTextCursor, clip: Clip, sources: list[str], digests: list[str]) -> None:
        from desktop.intake.clipboard.clip import with_pictures  # noqa: PLC0415  # stays out of start-up

        kept = {source: f"asset:{digest}" for source, digest in zip(sources, digests, strict=True) if digest}
        away = {picture.source: picture.address for picture in clip.pictures if picture.address}
        blocks = with_pictures(clip.blocks, kept | away) if clip.pictures else clip.blocks
        if self._edit.isReadOnly():
            return
        self._edit.setTextCursor(place)
        self._edit.insert_blocks(blocks)
        self._remote.ask(list(away.values()))
        if told := [*map(left_words, clip.dropped)]:
            self._messages.warning(self.tr("已粘贴。没有带来：{what}。").format(what=self.tr("、").join(told)))


def left_words(left: Left) -> str:
    """Return what was left out, in words."""
    words = {
        "script": translate("Pasting", "网页程序 {n} 段"),
        "form": translate("Pasting", "按钮和输入框 {n} 个"),
        "embed": translate("Pasting", "视频、音频或嵌入卡片 {n} 个"),
        "drawing": translate("Pasting", "矢量图 {n} 个"),
        "menu": translate("Pasting", "网页导航 {n} 处"),
        "comment": translate("Pasting", "批注 {n} 条"),
        "hidden": translate("Pasting", "隐藏文字 {n} 处"),
        "link": translate("Pasting", "不能用的链接 {n} 个（文字已保留）"),
        "picture": translate("Pasting", "读不出的图片 {n} 张"),
        "pixel": translate("Pasting", "看不见的统计图 {n} 个"),
        "table": translate("Pasting", "过大的表格 {n} 个（文字已保留）"),
        "nesting": translate("Pasting", "过深的层次 {n} 处（文字已保留）"),
        "structure": translate("Pasting", "过于复杂的格式（文字已保留）"),
        "length": translate("Pasting", "超出长度的 {n} 字"),
        "character": translate("Pasting", "残缺的字符 {n} 个"),
    }
    return words[left.kind.value].format(n=left.count)
