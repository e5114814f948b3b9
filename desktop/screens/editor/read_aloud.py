"""朗读: the text from the caret, or what is selected, said by the system's voice; the sentence being read is marked."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QProcess, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget
from shiboken6 import isValid

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.marks import Layer, put_marks
from desktop.kit.messages import MessageBar
from desktop.kit.rich_text.looks import OBJECT
from desktop.kit.theme import Theme
from desktop.kit.voice import Voice, find_voice
from desktop.screens.editor.haystack import Editor

_SENTENCE = re.compile("[^。！？!?；;\n\u2028\u2029]+[。！？!?；;]*[”’」』）》]*")
_SIGNS = re.compile(r"[#*_`>|\\]+")  # of Markdown: not to be read in the source
_SPOKEN = re.compile(r"\w")
GRACE = 500  # milliseconds that the program is given to end


class ReadAloud(QObject):
    """Registers the command. The voice is a child process, which ends with the reading, the article and the window."""

    def __init__(
        self, theme: Theme, commands: Commands, messages: MessageBar, seen: Callable[[], Editor],
        shown: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._theme, self._messages, self._seen = theme, messages, seen
        self._process: QProcess | None = None
        self._voice: Voice | None = None
        self._editor: Editor | None = None
        self._sentences: list[QTextCursor] = []  # still to be said, the first is being said; they move with the text
        self._action = commands.add(
            Command(
                "view.read_aloud", self.tr("朗读"), self._toggle, "Ctrl+Alt+L", ("speak", "read aloud"),
                Name.READ_ALOUD, lambda: self.reading or shown(), self.tr("从光标处读，或读选中的文字；再按一次停"),
            )
        )  # fmt: skip
        self._action.setCheckable(True)
        window.installEventFilter(self)

    @property
    def reading(self) -> bool:
        return self._process is not None

    def _toggle(self) -> None:
        if self.reading:
            self.stop()
        else:
            self._begin()
        self._action.setChecked(self.reading)

    def _begin(self) -> None:
        voice = find_voice()
        if voice is None:
            self._messages.warning(self._lacking())
            return
        self._editor = self._seen()
        self._sentences = sentences(self._editor)
        if not self._sentences:
            self._messages.info(self.tr("光标后面没有可读的文字。"))
            return
        self._voice = voice
        self._editor.document().contentsChange.connect(self._on_changed)
        self._start()

    def _start(self) -> None:
        """Have the next sentence said, by a voice that stays all of them."""
        voice, process = self._voice, QProcess(self)
        if voice is None:
            return
        self._process = process
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_failed)
        process.readyReadStandardOutput.connect(self._on_said)
        process.setStandardErrorFile(QProcess.nullDevice())
        due = self._sentences if voice.stays else self._sentences[:1]
        words = [spoken(sentence) for sentence in due]
        self._mark()
        process.start(voice.program, [*voice.arguments, *(words if voice.by_argument else ())])
        if not voice.by_argument:
            process.write("".join(f"{line}\n" for line in words).encode("utf-8"))
        process.closeWriteChannel()

    @Slot()
    def stop(self) -> None:
        """Be silent at once."""
        process, self._process = self._process, None
        self._sentences = []
        if process is None:
            return
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(GRACE)
        process.deleteLater()
        if self._voice is not None and self._voice.stop:
            QProcess.startDetached(self._voice.program, list(self._voice.stop))
        self._end()

    def _end(self) -> None:
        self._process, self._sentences = None, []
        self._action.setChecked(False)
        if self._editor is not None and isValid(self._editor):
            self._editor.document().contentsChange.disconnect(self._on_changed)
            self._mark()
        self._editor = None

    def _mark(self) -> None:
        if self._editor is None:
            return
        made = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(QColor(self._theme.colours.selection))
        if self._sentences:
            made.cursor, made.format = QTextCursor(self._sentences[0]), form
        put_marks(self._editor, Layer.READ, [made] if self._sentences else [])

    @Slot()
    def _on_changed(self) -> None:
        """Another text is in the place of what was being read, or it was taken away."""
        if self._sentences and not self._sentences[0].hasSelection():
            self.stop()

    @Slot()
    def _on_said(self) -> None:
        """A voice that stays said another sentence."""
        if self._process is None or self._voice is None:
            return
        said = bytes(self._process.readAllStandardOutput().data()).count(b"\n")
        if self._voice.stays and said:
            self._sentences = self._sentences[said:]
            self._mark()

    @Slot()
    def _on_finished(self) -> None:
        process, voice = self._process, self._voice
        if process is None or voice is None:
            return
        failed = process.exitStatus() != QProcess.ExitStatus.NormalExit or process.exitCode() != 0
        process.deleteLater()
        self._sentences = [] if voice.stays or failed else self._sentences[1:]
        if failed:
            self._tell_failed()
        if self._sentences:
            self._start()
        else:
            self._end()

    @Slot(object)
    def _on_failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._end()
            self._tell_failed()

    def _tell_failed(self) -> None:
        self._messages.warning(self.tr("系统的语音没有读出来。请检查声音设备，或重新安装语音。") + self._lacking())

    def _lacking(self) -> str:
        if sys.platform == "win32":
            return self.tr("请在 Windows 的“设置 › 时间和语言 › 语音”里添加中文语音。")
        if sys.platform == "darwin":
            return self.tr("请在“系统设置 › 辅助功能 › 朗读内容”里添加中文声音。")
        return self.tr("朗读要用系统的语音：请安装 speech-dispatcher 或 espeak-ng 软件包。")

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self.stop()
        return super().eventFilter(watched, event)


def sentences(editor: Editor) -> list[QTextCursor]:
    """Return the sentences of the selection, or those from the one of the caret on."""
    cursor, document = editor.textCursor(), editor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    selected = cursor.hasSelection()
    found: list[QTextCursor] = []
    block = document.findBlock(start)
    while block.isValid() and (not selected or block.position() < end):
        words = block.text().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        units = _Units(words)
        for match in _SENTENCE.finditer(words):
            first, last = block.position() + units.at(match.start()), block.position() + units.at(match.end())
            if selected:
                first, last = max(first, start), min(last, end)
            if last <= start or first >= last:
                continue
            made = QTextCursor(document)
            made.setPosition(first)
            made.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            if _SPOKEN.search(spoken(made)):
                found.append(made)
        block = block.next()
    return found


class _Units:
    """Places in UTF-16, as Qt counts, of characters."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._plain = words.isascii() or max(words, default="") <= "\uffff"

    def at(self, place: int) -> int:
        return place if self._plain else len(self._words[:place].encode("utf-16-le", "surrogatepass")) // 2


def spoken(sentence: QTextCursor) -> str:
    """Return what is to be said of a sentence, in one line."""
    words = sentence.selectedText().replace(OBJECT, "")
    return " ".join(_SIGNS.sub(" ", words).split())
