"""Notes at the article screen: made where something is selected, followed through what is written, settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget
from shiboken6 import isValid

from db.domain.errors import DeskError
from db.domain.note import BODY, PICTURE, WHOLE, Note, NoteStep, Spot, may
from desktop.kit.commands import Command, Commands
from desktop.kit.completion import Spelt, spelt
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.refusals import field_name
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.theme import Theme
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.frame import Frame
from desktop.screens.editor.haystack import Editor, Haystack
from desktop.screens.editor.inspector import Inspector
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.note_marks import Marked, NoteMarks
from desktop.screens.editor.note_spots import pictures, spot_of
from desktop.screens.editor.notes_panel import Row
from desktop.screens.editor.sheet import Sheet
from desktop.screens.editor.visual_edit import VisualEdit
from desktop.text.anchors import Anchor, anchor, carry_each
from desktop.text.finding import Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

PAUSE = 400  # milliseconds without a change, then the places are looked for again


class Noting(QObject):
    """Nothing here touches a document: marks lie over it, and their places are worked out on a worker."""

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, sheet: Sheet,
        composition: Composition, current: Callable[[], Opened | None], shown: Callable[[], bool],
        frame: Callable[[], Frame], inspector: Inspector, window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._tasks, self._theme, self._messages, self._sheet = tasks, theme, messages, sheet
        self._composition, self._current, self._shown, self._frame = composition, current, shown, frame
        self._inspector, self._panel = inspector, inspector.notes
        self._article = 0
        self._spot: Spot | None = None  # of the note that is being made
        self._pinned: dict[int, tuple[Anchor, str]] = {}  # where each stood last, and in which text
        self._found: dict[int, Span] = {}
        self._placed = False  # the places of this article's notes were looked for
        self._editor: Editor | None = None
        self._marks: NoteMarks | None = None
        self._ticket: Ticket | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.settle)
        self._commands = commands
        self._register(commands)
        panel = self._panel
        panel.lead_with(commands.action("note.add"))
        panel.chosen.connect(self._on_chosen)
        panel.place_wanted.connect(self._go)
        panel.said.connect(self._annotate)
        panel.answered.connect(self._answer)
        panel.settled.connect(self._settle)
        panel.filter_changed.connect(self._list)
        panel.given_up.connect(self._to_text)
        inspector.article_shown.connect(self._on_shown)
        sheet.body.visual.menu_opened.connect(self._on_menu)

    def _register(self, commands: Commands) -> None:
        commands.add(
            Command(
                "note.add", self.tr("批注"), self._begin, "Ctrl+Shift+M", ("pizhu", "annotation", "comment"),
                Name.ANNOTATION, self._may_annotate, self.tr("对选中的文字、图片或全稿写批注"),
            )
        )  # fmt: skip
        commands.add(
            Command(
                "note.list", self.tr("看批注"), self._show_panel, "Ctrl+Alt+N", ("annotations", "comments"),
                Name.ANNOTATION, self._shown, self.tr("列出这篇稿件的批注"),
            )
        )  # fmt: skip
        commands.add(
            Command(
                "note.settle", self.tr("解决或重开批注"), self._panel.settle, "Ctrl+Shift+N", ("resolve", "reopen"),
                Name.CHECK, self._may_settle, self.tr("选中的一条批注办完了，或者还要再办"),
            )
        )  # fmt: skip

    # what may be done

    def _may(self, step: NoteStep, author_id: int | None = None) -> bool:
        opened, actor = self._current(), self._tasks.actor
        standing = opened.article.standing if opened and opened.article and opened.article.draft else None
        return standing is not None and actor is not None and may(step, standing, actor, author_id)

    def _may_annotate(self) -> bool:
        return self._shown() and self._may(NoteStep.ANNOTATE)

    def _may_settle(self) -> bool:
        row = self._panel.current()
        return self._shown() and row is not None and row.may_settle

    # what is shown

    @Slot(object)
    def _on_shown(self, opened: Opened) -> None:
        if self._editor is None:
            self._frame().seen_changed.connect(self.follow)
        article = opened.article.id if opened.article else 0
        if article != self._article:
            self._article = article
            self._pinned, self._found, self._spot, self._placed = {}, {}, None, False
            self._panel.forget()
            if opened.notes or self._may(NoteStep.ANNOTATE):
                self._tasks.read(self, _people, self._panel.offer)
        for note in opened.notes:
            if note.spot.part == BODY and note.id not in self._pinned:
                spot = note.spot
                text = opened.noted.get(note.revision_id or 0, "")
                self._pinned[note.id] = (Anchor(spot.quote, spot.prefix, spot.suffix, spot.place), text)
        self._inspector.count_notes(sum(note.open for note in opened.notes))
        self._list()
        self.follow()
        self._pause.start()

    @Slot()
    def follow(self) -> None:
        """Hear that another text may be seen now."""
        editor = self._frame().text_seen()
        if editor is self._editor:
            return
        if self._editor is not None and isValid(self._editor):
            self._editor.document().contentsChange.disconnect(self._on_changed)
            self._editor.cursorPositionChanged.disconnect(self._on_moved)
            if self._marks is not None:
                self._marks.show_notes([])
        self._editor = editor
        self._marks = editor.findChild(NoteMarks) or NoteMarks(self._theme, editor)
        editor.document().contentsChange.connect(self._on_changed)
        editor.cursorPositionChanged.connect(self._on_moved)
        ours = Qt.ContextMenuPolicy.CustomContextMenu
        if not isinstance(editor, VisualEdit) and editor.contextMenuPolicy() != ours:
            editor.setContextMenuPolicy(ours)
            editor.customContextMenuRequested.connect(self._on_menu_wanted)
        self._pause.start()

    @Slot()
    def _on_changed(self) -> None:
        opened = self._current()
        if opened is not None and opened.notes:
            self._pause.start()

    @Slot()
    def settle(self) -> None:
        """Look now for the places of the notes in the text that is seen."""
        opened, editor = self._current(), self._editor
        self._pause.stop()
        if opened is None or editor is None or not opened.notes:
            if self._marks is not None:
                self._marks.show_notes([])
            self._list()
            return
        if self._composition.open:
            self._pause.start()
            return
        if self._ticket is not None:
            self._ticket.cancel()
        haystack = Haystack(editor)
        ids = [note.id for note in opened.notes if note.spot.part == BODY]
        pinned, text = [self._pinned[each] for each in ids], haystack.text
        stands = editor.document().revision()

        def show(places: list[Span | None]) -> None:
            if editor is self._editor and editor.document().revision() == stands and self._current() is not None:
                self._place(haystack, dict(zip(ids, places, strict=True)))

        self._ticket = self._tasks.read(self, lambda _c: carry_each(pinned, text), show)

    def _place(self, haystack: Haystack, places: dict[int, Span | None]) -> None:
        opened, editor = self._current(), self._editor
        if opened is None or editor is None:
            return
        self._found, self._placed = {}, True
        known = pictures(editor) if any(note.spot.part == PICTURE for note in opened.notes) else {}
        for note in opened.notes:
            place = places.get(note.id)
            if place is not None:
                self._pinned[note.id] = (anchor(haystack.text, place.start, place.end), haystack.text)
                self._found[note.id] = Span(haystack.unit(place.start), haystack.unit(place.end))
            elif note.spot.part == PICTURE and note.spot.subject in known:
                self._found[note.id] = known[note.spot.subject]
        self._list()

    @Slot()
    def _list(self) -> None:
        """List the notes in the order of the text: the whole, its fields, the body; at the end what is gone."""
        opened = self._current()
        notes = opened.notes if opened is not None else ()
        seen = [note for note in notes if note.open or self._panel.every.isChecked()]
        seen.sort(key=self._order)
        rows = [self._row(note, number) for number, note in enumerate(seen, 1)]
        self._panel.show_rows(rows)
        if self._marks is not None and isValid(self._marks):
            found = self._found
            self._marks.show_notes(
                [
                    Marked(row.note.id, row.number, found[row.note.id].start, found[row.note.id].end, row.note.open)
                    for row in rows
                    if row.note.id in found
                ]
            )
        self._commands.refresh()

    def _order(self, note: Note) -> tuple[int, int, int]:
        part = note.spot.part
        if part == WHOLE:
            return 0, 0, note.id
        if part not in (BODY, PICTURE):
            return (3 if self._gone(note) else 1), 0, note.id
        place = self._found.get(note.id)
        return (3, 0, note.id) if place is None else (2, place.start, note.id)

    def _gone(self, note: Note) -> bool:
        """Whether what a note was said about is not in the text any more."""
        if note.spot.part in (BODY, PICTURE):
            return self._placed and note.id not in self._found
        opened = self._current()
        fields = self._sheet.value() if opened is not None else None
        return bool(note.spot.quote) and note.spot.quote not in _said(fields, note.spot.part)

    def _row(self, note: Note, number: int) -> Row:
        mine, settles = note.person_id, NoteStep.RESOLVE if note.open else NoteStep.REOPEN
        return Row(note, number, self._gone(note), self._may(NoteStep.REPLY), self._may(settles, mine))

    # reading

    @Slot(int)
    def _on_chosen(self, note_id: int) -> None:
        if self._marks is not None:
            self._marks.show_current(note_id)
        self._commands.refresh()

    @Slot()
    def _on_moved(self) -> None:
        if self._marks is not None and self._editor is not None and self._panel.isVisible():
            note_id = self._marks.at(self._editor.textCursor().position())
            if note_id:
                self._panel.choose(note_id)

    @Slot()
    def _go(self) -> None:
        """Show the place of the note that is read."""
        row, editor = self._panel.current(), self._editor
        if row is None or editor is None or self._composition.open:
            return
        self._on_chosen(row.note.id)
        part = row.note.spot.part
        if part not in (WHOLE, BODY, PICTURE):
            self._sheet.show_in_head(row.note.spot.quote)
            return
        place = self._marks.place(row.note.id) if self._marks is not None else None
        if place is not None:
            place.setPosition(place.selectionStart())
            editor.setTextCursor(place)
            editor.ensureCursorVisible()

    @Slot()
    def _to_text(self) -> None:
        if self._editor is not None:
            self._editor.setFocus()

    def _show_panel(self) -> None:
        self._inspector.show_notes()
        self._panel.setFocus(Qt.FocusReason.OtherFocusReason)

    # menus

    @Slot(object)
    def _on_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction(self._commands.action("note.add"))

    @Slot(QPoint)
    def _on_menu_wanted(self, at: QPoint) -> None:
        editor = self._editor
        if editor is None:
            return
        menu = editor.createStandardContextMenu(at) if isinstance(editor, QTextEdit) else (
            editor.createStandardContextMenu()
        )  # fmt: skip
        self._on_menu(menu)
        menu.exec(editor.viewport().mapToGlobal(at))
        menu.deleteLater()

    # saying

    def _begin(self) -> None:
        opened, editor = self._current(), self._frame().text_seen()
        if opened is None:
            return
        self._composition.finish()
        frame = self._frame()
        self._spot = spot_of(self._sheet, editor, frame.preview)
        self._inspector.show_notes()
        self._panel.begin(self._about(self._spot))

    def _about(self, spot: Spot) -> str:
        quote = spot.quote if len(spot.quote) <= 60 else f"{spot.quote[:59]}…"
        if spot.part == WHOLE:
            return self.tr("批注全稿")
        if spot.part == PICTURE:
            return self.tr("批注图片")
        if spot.part == BODY:
            return self.tr("批注“{quote}”").format(quote=quote)
        return self.tr("批注{field}“{quote}”").format(field=field_name(spot.part), quote=quote)

    @Slot(str)
    def _annotate(self, words: str) -> None:
        opened, spot = self._current(), self._spot
        if opened is None or opened.article is None or opened.article.draft is None or spot is None:
            return
        draft_id, digest = opened.article.draft.id, opened.submitted.digest if opened.submitted else ""

        def annotating(unit: Unit) -> int:
            from db.actions import notes  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return notes.annotate(unit, draft_id, spot, words, digest)

        self._take(annotating)

    @Slot(str)
    def _answer(self, words: str) -> None:
        self._remark("reply", words)

    @Slot(str)
    def _settle(self, words: str) -> None:
        row = self._panel.current()
        if row is not None:
            self._remark("resolve" if row.note.open else "reopen", words)

    def _remark(self, step: str, words: str) -> None:
        row = self._panel.current()
        if row is None:
            return
        note_id = row.note.id

        def saying(unit: Unit) -> None:
            from db.actions import notes  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            {"reply": notes.reply, "resolve": notes.resolve, "reopen": notes.reopen}[step](unit, note_id, words)

        self._take(saying)

    def _take(self, work: Callable[[Unit], Any]) -> None:
        """Write it down; what changed is read again by the screen, as any other change is."""
        self._tasks.change(self, work, self._on_taken, self._on_refused)

    def _on_taken(self, _answer: object) -> None:
        self._spot = None
        self._panel.is_said()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)


def _said(fields: object, part: str) -> str:
    value = getattr(fields, part, "")
    return value if isinstance(value, str) else "、".join(map(str, value)) if isinstance(value, Sequence) else ""


def _people(connection: Connection) -> list[Spelt]:
    from db.store import people  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    return spelt(person.name for person in people.everyone(connection) if person.active)
