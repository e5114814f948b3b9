"""A text to read in place of the editor: another revision, a difference, two texts to choose from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from db.domain.article import Fields
from desktop.kit.difference import MOVED, RESTORE, count_changes, show_difference
from desktop.kit.marked_difference import count_marked, show_marked
from desktop.kit.pictures import no_picture
from desktop.kit.theme import ButtonKind, Theme, dress, mark
from desktop.kit.zoom import Zoom
from desktop.proofreading.concern import Concern
from desktop.screens.editor.change_kinds import counted, folded, kind_words
from desktop.text.diff import Paragraph
from desktop.text.marked import MarkedLine, ReadLine, read_lines

Choice = tuple[str, ButtonKind | None, Callable[[], None]]


class PlainBrowser(QTextBrowser):
    """A browser that loads nothing, from nowhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(24)

    # Qt overrides

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return no_picture()


class ReadingPanel(QWidget):
    """Shows a text or a difference with a heading and what can be done about it.

    Signals:
        left: the person goes back to the text being written.
        restore_wanted: the earlier text of one paragraph is wanted back (its number in what is shown).
    """

    left = Signal()
    restore_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, zoom: Zoom | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zoom = theme, zoom or Zoom(parent=self)
        self._paragraphs: Sequence[Paragraph] = ()
        self._restorable: Collection[int] = ()
        self._html: Callable[[], str] = str
        self._count = self._change = 0
        self._lines: Sequence[MarkedLine] = ()
        self._beside = False
        self._kinds: Sequence[Concern] = ()  # of the changes on the screen
        self._all_kinds: Sequence[Concern] = ()
        self._heading = QLabel()
        self._heading.setWordWrap(True)
        self._where = QLabel()
        mark(self._where, "tint", "soft")
        self._next = QPushButton(self.tr("下一处"))
        self._next.setToolTip(self.tr("到下一处改动（F7），上一处（Shift+F7）"))
        self._next.clicked.connect(self.go_on)
        self._back = QPushButton(self.tr("返回稿件"))
        self._back.clicked.connect(self.left)
        self._choices = QHBoxLayout()
        self._browser = PlainBrowser()
        self._browser.setAccessibleName(self.tr("对照"))
        self._browser.anchorClicked.connect(self._on_link)
        self._strip = QLabel()
        self._strip.setWordWrap(True)
        mark(self._strip, "tint", "soft")
        self._fold = QCheckBox(self.tr("折叠标点和格式"))
        self._fold.setToolTip(self.tr("标点和格式的改动不标出来，直接显示现在的文字"))
        self._fold.toggled.connect(self._on_folded)
        kinds = QHBoxLayout()
        kinds.addWidget(self._strip, 1)
        kinds.addWidget(self._fold)
        above = QHBoxLayout()
        above.addWidget(self._heading, 1)
        above.addWidget(self._where)
        above.addWidget(self._next)
        above.addLayout(self._choices)
        above.addWidget(self._back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.addLayout(above)
        layout.addLayout(kinds)
        layout.addWidget(self._browser, 1)
        theme.changed.connect(self._on_theme_changed)
        self._zoom.changed.connect(self._on_zoomed)
        self._zoom.watch(self._browser.viewport())
        self._on_zoomed()

    @property
    def browser(self) -> QTextBrowser:
        return self._browser

    def show_difference(
        self, heading: str, paragraphs: Sequence[Paragraph], choices: Sequence[Choice] = (),
        restorable: Collection[int] = (),
    ) -> None:  # fmt: skip
        """Show what was removed, added and moved; without changes it is a text to read.

        ``restorable`` are the numbers of the paragraphs that can be brought back.
        """
        self._paragraphs, self._restorable = paragraphs, restorable
        self._begin(heading, choices, lambda: show_difference(paragraphs, self._theme.colours, restorable))
        self._say_count(count_changes(paragraphs))

    def show_marked(
        self, heading: str, lines: Sequence[MarkedLine], choices: Sequence[Choice] = (), *, beside: bool = False
    ) -> None:
        """Show a text as it is read with its changes in place, or ``beside`` the one before."""
        self._paragraphs, self._restorable = [line.paragraph for line in lines], ()
        self._begin(heading, choices, lambda: show_marked(lines, self._theme.colours, beside=beside))
        self._lines, self._beside = lines, beside
        self._say_count(count_marked(lines))

    def show_kinds(self, kinds: Sequence[Concern]) -> None:
        """Say what kind each change of the marked text on the screen is; they are known a little later than it."""
        if not self._lines or len(kinds) != count_marked(self._lines):
            return  # another text came onto the screen meanwhile
        self._all_kinds = self._kinds = kinds
        self._fold.setVisible(any(kind.foldable for kind in kinds))
        self._say_kinds()
        if self._fold.isChecked():
            self._on_folded()

    @Slot()
    def _on_folded(self) -> None:
        if not self._all_kinds:
            return
        lines, self._kinds = self._lines, self._all_kinds
        if self._fold.isChecked():
            lines, self._kinds = folded(lines, self._all_kinds)
        self._html, self._change = lambda: show_marked(lines, self._theme.colours, beside=self._beside), 0
        self._draw()
        self._say_count(count_marked(lines))
        self._say_kinds()

    def _say_kinds(self) -> None:
        hidden = len(self._all_kinds) - len(self._kinds)
        said = [counted(self._kinds), self.tr("已折叠 {n} 处").format(n=hidden) if hidden else ""]
        self._strip.setText("　".join(filter(None, said)))
        self._strip.setVisible(bool(self._all_kinds))

    def _begin(self, heading: str, choices: Sequence[Choice], html: Callable[[], str]) -> None:
        self._heading.setText(heading)
        self._html, self._change = html, 0
        self._lines, self._kinds, self._all_kinds = (), (), ()
        self._strip.hide()
        self._fold.hide()
        self._offer(choices)
        self._draw()

    def _offer(self, choices: Sequence[Choice]) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text, kind, run in choices:
            button = QPushButton(text)
            if kind is not None:
                dress(button, kind)
            button.clicked.connect(run)
            self._choices.addWidget(button)

    def _draw(self) -> None:
        self._browser.setHtml(self._html())

    def _say_count(self, changes: int) -> None:
        self._count = changes
        self._where.setText(self.tr("{n} 处改动").format(n=changes) if changes else "")
        self._next.setVisible(changes > 0)

    @Slot()
    def go_on(self) -> None:
        """Show the next change, after the last the first."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Show the change before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        total = self._count
        if not total:
            return
        self._change = (max(self._change, 1 if step < 0 else 0) + step - 1) % total + 1
        self._browser.scrollToAnchor(f"change-{self._change}")
        where = self.tr("{at}/{n} 处改动").format(at=self._change, n=total)
        if self._kinds:
            where += f" · {kind_words()[self._kinds[self._change - 1]]}"
        self._where.setText(where)

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        target = address.toString()
        if target.startswith(RESTORE):
            self.restore_wanted.emit(int(target.removeprefix(RESTORE)))
        elif target.startswith(MOVED):
            self._browser.scrollToAnchor(target.removeprefix(MOVED))

    @Slot()
    def _on_zoomed(self) -> None:
        self._zoom.show(self._browser.document())

    @Slot()
    def _on_theme_changed(self) -> None:
        self._draw()


def as_text(fields: Fields, channel: str, labels: Sequence[str]) -> str:
    """Return a text with its fields as lines, so that one difference shows all. ``labels`` as ``field_labels``."""
    return "\n".join([*_field_lines(fields, channel, labels), "", fields.body])


def as_read(fields: Fields, channel: str, labels: Sequence[str]) -> list[ReadLine]:
    """Return the same as lines that are read, without a sign of Markdown; for a worker."""
    facts = _field_lines(replace(fields, title=""), channel, labels)
    title = ReadLine(fields.title.replace("\n", " "), "title")
    return [title, *(ReadLine(line, "field") for line in facts), *read_lines(fields.body)]


def _field_lines(fields: Fields, channel: str, labels: Sequence[str]) -> list[str]:
    values = (
        fields.shoulder,
        fields.title,
        fields.subtitle,
        channel,
        fields.source,
        "、".join(fields.correspondents),
        "、".join(fields.photographers),
        "、".join(fields.authors),
        fields.information_source,
        fields.event_date,
        fields.summary,
        "、".join(fields.keywords),
        short_digest(fields.cover),
        fields.slug,
        _joined(fields.policy.number, fields.policy.issuer, fields.policy.made_on, fields.policy.validity),
        _joined(short_digest(fields.video.address), fields.video.duration),
        short_digest(fields.video.poster),
        "、".join(f"{file.name} {short_digest(file.digest)}" for file in fields.attachments),
        _joined(fields.reprint.source, fields.reprint.title, fields.reprint.author, fields.reprint.url),
    )
    said = zip(labels, values, strict=True)
    return [f"{label}：{value.replace(chr(10), ' ')}" for label, value in said if value]


def _joined(*values: str) -> str:
    return " ".join(filter(None, values))


def short_digest(digest: str) -> str:
    """Return enough of a digest to tell one picture from another; what is none as it is."""
    plain = digest.removeprefix("asset:")
    return f"#{plain[:12]}" if len(plain) == 64 and plain.isalnum() else digest
