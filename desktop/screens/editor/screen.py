"""The article screen: one article to write, to review, to publish, with everything that stands around its text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from db.domain.article import Fields, Saved
from db.domain.changes import Area, Changes
from db.domain.channels import Channel
from db.domain.errors import BadValue, DeskError, NotFound
from desktop.kit.buttons import CommandButton
from desktop.kit.commands import Commands
from desktop.kit.help import explain
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.theme import Theme
from desktop.recovery import RecoveredText, Recovery
from desktop.screens.editor.aids import add_aids
from desktop.screens.editor.amending import Amending
from desktop.screens.editor.body import Body
from desktop.screens.editor.browsing import Browsing
from desktop.screens.editor.comparing import BringingBack, Comparing
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.conflict import Conflicts
from desktop.screens.editor.editing_lock import EditingLock
from desktop.screens.editor.find_bar import FindBar
from desktop.screens.editor.frame import Frame
from desktop.screens.editor.handing import Handing
from desktop.screens.editor.history_panel import HistoryPanel
from desktop.screens.editor.inspector import Inspector
from desktop.screens.editor.keyboard import elsewhere
from desktop.screens.editor.lanes import Lanes
from desktop.screens.editor.loading import Opened, read_opened
from desktop.screens.editor.notice import NoticeLine
from desktop.screens.editor.place import Place
from desktop.screens.editor.placing import Placing
from desktop.screens.editor.preview import PreviewPanel
from desktop.screens.editor.printing import Printing
from desktop.screens.editor.reading import ReadingPanel
from desktop.screens.editor.recovering import Recovering
from desktop.screens.editor.review_modes import ReviewModes
from desktop.screens.editor.review_panel import ReviewPanel
from desktop.screens.editor.rights import writes
from desktop.screens.editor.saving import Saver, Target, target_of
from desktop.screens.editor.screen_commands import add_commands
from desktop.screens.editor.sending import Sending
from desktop.screens.editor.sheet import Sheet
from desktop.screens.editor.sighting import Sighting
from desktop.screens.editor.standing import Standing
from desktop.screens.editor.steps import ArticleSteps
from desktop.screens.editor.tools import Tools
from desktop.screens.editor.uploads import Uploads

SHORTLY = 1500  # milliseconds that leaving may wait for the last save


class ArticleScreen(QWidget):
    """Shows one article at a time.

    Signals:
        opened: an article is on the screen, or the new one got its place in the record (article id).
        stepped: the person took a step with it, and has nothing to write here now.
        closed: the person is done with it.
        gone: there is no such article any more.
    """

    opened = Signal(int)
    stepped = Signal()
    closed = Signal()
    gone = Signal()

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, parent: QWidget | None = None,
        *, recovery: Recovery, windows: QSettings | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._tasks, self._theme, self._commands, self._messages = tasks, theme, commands, messages
        self._recovery, self._windows = recovery, windows
        self._opened: Opened | None = None
        self._wanted: int | None = None
        self._ticket: Ticket | None = None
        self._taken = False  # a step was, or the person came back: the keyboard is to follow
        self._put_off = False  # there is news to be shown once the word that is being composed is done
        self._parts()
        self._registered()
        self._frame = Frame(theme, commands, self._steps, self._lanes.switch, self, windows)
        self.find_bar = FindBar(commands, theme, self._composition, self._frame.text_seen, self._may_write, self._shown)
        self._frame.lay_out(
            self._tools.bar, self._notice, self.find_bar, self._sheet.fields, self._sheet.body,
            self._sheet.body_error, self._tools.asking, self._preview, self._reading, self._inspector,
        )  # fmt: skip
        self._comparing = Comparing(
            tasks, self._reading, self._frame, self._current, self._sheet.value, self._may_write,
            self._sheet.body.replace_all, self._unread, self,
        )  # fmt: skip
        self.modes = ReviewModes(tasks, commands, self._comparing, self._frame, self._current, self)
        self._conflicts = Conflicts(
            tasks, messages, self._saver, self._comparing, self._sheet.value, self._sheet.take, self._unread, self
        )
        self._bringing = BringingBack(tasks, self._saver, self._unread, self)
        self._recovering = Recovering(tasks, self._recovery, self._comparing, self._sheet.value, self)
        self.placing = Placing(self._sheet, self._inspector, self._frame.text_seen, self.find_bar, messages, self)
        self._sighting = Sighting(tasks, self._preview, self._current, self)
        self._wired()

    def open(self, article_id: int | None, place: Place | None = None, *, lane: int | None = None) -> bool:
        """Show an article (None: a new one), or a lane of it; return whether the record has all of the one before."""
        safe = self.commit_pending()
        self._lock.let_go()
        self._comparing.forget()
        self.placing.begin(place)
        self.standing.begin()
        self._lanes.wanted = lane
        self._opened, self._wanted, self._taken = None, article_id, False
        self._browsing.leave()
        self._review.opinion.set_value("")
        self._notice.say("")
        self._frame.show_text()
        self._read()
        return safe

    def place(self) -> Place | None:
        """Return where the person is, None while the article is still being read."""
        return self.placing.here(self._saver.target.version) if self._opened is not None else None

    @Slot()
    def take_keyboard(self) -> None:
        """Have the keyboard where the work goes on, once what comes next is shown."""
        self._taken = True

    def commit_pending(self) -> bool:
        """Save what is unsaved, waiting shortly; say whether the record has it all (else a recovery file has it)."""
        return self._opened is None or not self._may_write() or self._saver.wait(SHORTLY)

    def keep_text(self) -> bool:
        """Write the unsaved text into a recovery file at once, as when the program may fail; say whether it is safe."""
        return self._opened is None or self._saver.keep()

    def close_article(self) -> None:
        """Leave the article; others may edit it."""
        self.commit_pending()
        self._lock.let_go()
        self._saver.begin(Target(), self._saver.text())
        self._opened = None
        self._commands.refresh()
        self.closed.emit()

    def _parts(self) -> None:
        self._composition = Composition(self)
        self._uploads = Uploads(self._tasks, self._messages, self)
        self._sheet = Sheet(self._composition, self._uploads, body := Body(self._theme, self._windows), self)
        self._preview = PreviewPanel(self._tasks, self._theme, self._composition, self._page, zoom=body.zoom)
        self._reading, self._notice = ReadingPanel(self._theme, zoom=body.zoom), NoticeLine()
        self._saver = Saver(self._tasks, self._recovery, self._composition, self._sheet.value, self)
        self._lock = EditingLock(self._tasks, self._messages, self._notice, self._composition, self)
        self.standing = Standing(self._sheet, self._saver, self._lock, self)

    def _registered(self) -> None:
        """Register what can be done here, and make the parts that show it."""
        self._steps = ArticleSteps(
            self._tasks, self._commands, self._messages, self._saver, self._current,
            lambda: self._review.opinion.value(), self._sheet.fault,
            Sending(self._tasks, self._messages, self._sheet, self._preview, self._current,
                    lambda: self._tools.remote.go_there(), self).ask, lambda: self._inspector.ledger, self,
        )  # fmt: skip
        self._amending = Amending(
            self._tasks, self._theme, self._commands, self._saver, self._steps, self._current, lambda: self._frame, self
        )
        self._handing = Handing(self._tasks, self._commands, self._messages, self._steps, self._current, self)
        self._lanes = Lanes(self._tasks, self._commands, self._messages, self._saver, self._steps, self._current, self)
        add_commands(
            self._commands, self._saver.save, lambda: self._frame.toggle_preview(), self._sheet.body.toggle,
            lambda: self._inspector.show_properties(), (lambda: self._frame.go(1), lambda: self._frame.go(-1)),
            self.close_article, self._may_write, self._shown,
        )  # fmt: skip  # frame and inspector are made after their commands
        out = (self._tasks, self._commands, self._messages, self._saver, self._page, self._current, self._shown, self)
        self._browsing, self._printing = Browsing(*out), Printing(*out)
        self._tools = Tools(
            self._tasks, self._commands, self._messages, self._sheet, self._uploads, self._may_write, self
        )
        action = self._commands.action
        self._review = ReviewPanel(action)
        self._review.hide()
        self._history = HistoryPanel(CommandButton(action("article.keep")))
        self._inspector = Inspector(self._theme, self._history, self._sheet.properties, self._review)
        add_aids(
            self._tasks, self._theme, self._commands, self._messages, self._sheet, self._composition,
            self._may_write, self._current, self._shown, lambda: self._frame, self._inspector, self._review, self,
        )  # fmt: skip
        self._sheet.fields.lead_on(action("article.properties"), action("text.tidy"), action("text.template"))

    def _wired(self) -> None:
        self._composition.closed.connect(self._on_composed)
        self._sheet.edited.connect(self._on_edited)
        self._sheet.line_changed.connect(self._preview.go_along)
        self._sheet.property_wanted.connect(self._inspector.show_properties)
        self._preview.pictures_found.connect(partial(self._sheet.show_found, self._preview.image))
        self._preview.counted.connect(self._inspector.show_count)
        self._saver.state_changed.connect(self._frame.show_state)
        self._saver.saved.connect(self._on_saved)
        self._saver.conflict.connect(self._conflicts.offer)
        self._conflicts.mine_wanted.connect(self._frame.show_text)
        self._conflicts.mine_wanted.connect(self._saver.resume)
        self._conflicts.theirs_wanted.connect(self._on_theirs_wanted)
        self._saver.refused.connect(self._on_refused)
        self._lock.losing.connect(self._conflicts.lay_down)
        self._lock.locked.connect(self._show_around_again)
        self._lock.unlocked.connect(self._read)
        self._lanes.turned.connect(lambda lane: self.open(self._wanted, lane=lane))
        self._steps.taken.connect(self.take_keyboard)
        self._steps.stepped.connect(self._read)
        self._steps.incomplete.connect(self._sheet.show_missing)
        self._steps.opinion_wanted.connect(self._review.ask_for_opinion)
        self._steps.moved_on.connect(self._comparing.show_what_moved)
        self._history.reading_wanted.connect(self._comparing.show_earlier)
        self._history.comparing_wanted.connect(self._comparing.compare)
        self._history.bringing_back_wanted.connect(self._bringing.bring_back)
        self._bringing.brought_back.connect(self._on_brought_back)
        self._recovering.wanted.connect(self._on_recovered_wanted)
        self._recovering.decided.connect(self._frame.show_text)
        self._tasks.changed.connect(self._on_changed)

    def _current(self) -> Opened | None:
        return self._opened

    def _shown(self) -> bool:
        return self._opened is not None and self.isVisible()

    def _page(self) -> tuple[Fields, Channel | None]:
        fields = self._sheet.value()
        return fields, self._opened.channel(fields.channel_id) if self._opened else None

    def _may_write(self) -> bool:
        return not self._lock.shut and self._writes()

    def _writes(self) -> bool:
        return writes(self._opened, self._tasks.actor)

    # reading

    @Slot()
    def _read(self) -> None:
        actor, article_id, lane = self._tasks.actor, self._wanted, self._lanes.wanted
        if actor is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        looking = partial(read_opened, article_id=article_id, actor=actor, lane=lane)
        self._ticket = self._tasks.read(self, looking, self._show, self._unread)

    def _unread(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self._tasks.failed.emit(error)
            return
        self._messages.error(error)
        if self._opened is None and isinstance(error, NotFound):
            self.gone.emit()

    def _show(self, found: Opened, *, anew: bool = False) -> None:
        """Show what was read; a text that is being written is left alone."""
        if self._composition.open and not anew:
            self._put_off = True
            return
        if self._lanes.left(self._opened, found):  # what is on the screen was published, or given up
            self.open(self._wanted, lane=found.lane)
            return
        before, self._opened = self._opened, found
        fresh = before is None or before.kind != found.kind or (not found.writable and not found.reads_as(before))
        newer = found.version > self._saver.target.version and self._saver.clean and not self._composition.open
        if anew or fresh or newer:
            self._show_text(found, before)
        if found.article is not None:
            self._saver.name(found.article.uid)
        self._show_around(found)
        if before is None:
            self._after_opening(found)
        if self._taken:
            self._taken = False
            self._go_on()

    def _go_on(self) -> None:
        """Bring the keyboard from a button that is gone to where the work goes on."""
        if elsewhere(self):
            return
        if self._may_write():
            self._sheet.body.setFocus()
        else:
            self.stepped.emit()

    @Slot()
    def _on_composed(self) -> None:
        if self._put_off:
            self._put_off = False
            self._read()

    def _show_text(self, found: Opened, before: Opened | None) -> None:
        if before is not None and before.writable and not self._saver.clean:
            self._conflicts.keep_refused()
        self._sheet.show_text(found, anew=before is None)
        self._preview.show_now()
        self._saver.begin(*target_of(found, self._sheet.value()))
        self._frame.show_parts(writable=self._writes())

    def _show_around(self, found: Opened) -> None:
        """Show stage, history, and what may be done now."""
        actor = self._tasks.actor
        self._sheet.set_writable(self._may_write())
        self._sheet.fields.setVisible(self._writes())
        self._tools.bar.setVisible(self._writes())
        self._frame.show_saving(self._writes())
        self._inspector.show_article(found, self._frame.count)
        self._commands.refresh()
        self._review.setVisible(decides := self._steps.decides() and found.submitted is not None)
        explain(self, "review" if decides else "editing")
        if decides:
            self._review.show_text(found, actor.person_id if actor else None)
            self._sighting.follow()  # what was on the screen before may be decided on now
        self._frame.show_article(found)
        if not self._lock.shut and not any(one.tell(self._notice, found) for one in (self._amending, self._lanes)):
            self._notice.show_opinion(found, self._comparing.compare_with)

    @Slot()
    def _show_around_again(self) -> None:
        if self._opened is not None:
            self._show_around(self._opened)

    def _after_opening(self, found: Opened) -> None:
        if found.article is None:
            self._sheet.fields.focus_title()
            self._recovering.offer_unsaved()
            return
        if self._may_write() and found.article.draft is not None:
            if not found.amending:  # the claim keeps others off
                self._lock.take(found.article.draft.id)
            self._recovering.offer_of(self._saver.target.key)
        self.placing.go_on(found.version)
        self.opened.emit(found.article.id)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._opened is None:
            return
        if self._wanted in changes.article_ids or changes.areas & Area.CHANNELS:
            self._read()

    # writing

    @Slot()
    def _on_edited(self) -> None:
        if self._opened is not None:
            self._saver.touch()
            self._preview.follow()

    @Slot(object)
    def _on_saved(self, answer: Saved) -> None:
        if self._wanted is None:
            self._wanted = answer.article_id
            self._lock.take(answer.draft_id)
            self.opened.emit(answer.article_id)
            self._read()

    @Slot(object)
    def _on_theirs_wanted(self, theirs: Opened) -> None:
        self._frame.show_text()
        self._saver.begin(self._saver.target, self._sheet.value())  # what was mine is in the journal
        self._show(theirs, anew=True)

    @Slot(object, object)
    def _on_refused(self, error: DeskError, _mine: Fields) -> None:
        if isinstance(error, BadValue):  # said below the text and at the field: it comes back with every key
            self._sheet.show_refused(error)
            return
        self._messages.error(error)
        self._read()

    def offer_recovery(self, look: Callable[[], None]) -> None:
        """Say that drafts are on this machine that never reached the newsroom; ``look`` shows a new draft here."""
        self._recovering.tell(self._messages, look)

    @Slot(object)
    def _on_recovered_wanted(self, kept: RecoveredText) -> None:
        self._sheet.take(kept.fields)
        self._saver.save(partial(self._recovery.drop, kept.key, kept.person_id))

    @Slot()
    def _on_brought_back(self) -> None:
        self._frame.show_text()
        self._messages.success(self.tr("已恢复这一稿，原来的文字存为一稿，可在历史中找到。"))
        self._read()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_around_again()  # what may be done is asked only while the screen is seen
