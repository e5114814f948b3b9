"""The article screen: one article to write, to review, to publish, with everything that stands around its text."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from db.domain.article import Fields, Saved, Words
from db.domain.changes import Area, Changes
from db.domain.errors import BadValue, DeskError, EditConflict, Leased, LeaseLost, MovedOn
from db.domain.people import WRITERS
from db.domain.revision import Revision
from db.domain.workflow import Step, steps_from
from desktop import paths
from desktop.kit.colours import Tone
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ask
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.sentences import local_time, sentence
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.theme import ButtonKind, Theme, mark
from desktop.recovery import RecoveredText, Recovery
from desktop.screens.editor.body import BodyEdit
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.fields_panel import FieldsPanel
from desktop.screens.editor.formatting import formatting_bar
from desktop.screens.editor.frame import Frame
from desktop.screens.editor.inspector import Inspector
from desktop.screens.editor.leasing import LeaseHolder
from desktop.screens.editor.loading import Opened, read_opened
from desktop.screens.editor.notice import NoticeLine
from desktop.screens.editor.pictures import Pictures
from desktop.screens.editor.preview import PreviewPanel
from desktop.screens.editor.reading import Choice, ReadingPanel, as_text
from desktop.screens.editor.review_panel import ActionButton, ReviewPanel
from desktop.screens.editor.saving import Saver, Target
from desktop.screens.editor.steps import ArticleSteps
from desktop.screens.editor.words import field_labels, stage_words
from desktop.text.diff import compare

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

SHORTLY = 1500  # milliseconds that leaving may wait for the last save


class ArticleScreen(QWidget):
    """Shows one article at a time.

    Signals:
        opened: an article is on the screen, or the new one got its place in the record (article id).
        closed: the person is done with it.
    """

    opened = Signal(int)
    closed = Signal()

    def __init__(
        self,
        tasks: Tasks,
        theme: Theme,
        commands: Commands,
        messages: MessageBar,
        parent: QWidget | None = None,
        *,
        recovery: Recovery | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._theme, self._commands, self._messages = tasks, theme, commands, messages
        self._recovery = recovery or Recovery(paths.user_data() / "recovery")
        self._opened: Opened | None = None
        self._wanted: int | None = None
        self._ticket: Ticket | None = None
        self._loading = False
        self._locked = False  # somebody else holds the edit lease
        self._parts()
        self._registered()
        self._frame = Frame(theme, commands, self._steps, self)
        self._frame.lay_out(
            self._bar,
            self._notice,
            self._fields,
            self._body,
            self._body_error,
            self._preview,
            self._reading,
            self._inspector,
        )
        self._wired()

    def open(self, article_id: int | None) -> None:
        """Show an article, or an empty draft (None), saved from its first key on."""
        self.commit_pending()
        self._lease.let_go()
        self._opened, self._wanted, self._locked = None, article_id, False
        self._review.opinion.set_value("")
        self._notice.say("")
        self._frame.show_text()
        self._read()

    def commit_pending(self) -> bool:
        """Save what is unsaved, waiting shortly; say whether the record has it all (else a recovery file has it)."""
        return self._opened is None or not self._may_write() or self._saver.wait(SHORTLY)

    def keep_text(self) -> None:
        """Write the unsaved text into a recovery file at once, as when the program is about to fail."""
        if self._opened is not None:
            self._saver.keep()

    def close_article(self) -> None:
        """Leave the article; others may edit it."""
        self.commit_pending()
        self._lease.let_go()
        self._saver.begin(Target(), self._saver.text())
        self._opened = None
        self._commands.refresh()
        self.closed.emit()

    def _parts(self) -> None:
        self._composition = Composition(self)
        self._fields, self._body = FieldsPanel(), BodyEdit()
        self._body_error = QLabel(self.tr("送审前请写正文。"))
        mark(self._body_error, "tint", "wrong")
        self._body_error.hide()
        self._composition.watch([self._body, *self._fields.editors()])
        self._preview = PreviewPanel(self._tasks, self._theme)
        self._reading = ReadingPanel(self._theme)
        self._notice = NoticeLine()
        self._saver = Saver(self._tasks, self._recovery, self._composition, self._text, self)
        self._lease = LeaseHolder(self._tasks, self)
        self._pictures = Pictures(self._tasks, self._messages, self)

    def _registered(self) -> None:
        """Register what can be done here, and make the parts that show it."""
        self._steps = ArticleSteps(
            self._tasks, self._commands, self._messages, self._saver, self._current, self._opinion, self
        )
        add = self._commands.add
        add(
            Command(
                "article.save",
                self.tr("保存"),
                self._saver.save,
                "Ctrl+S",
                icon=Name.SAVE,
                enabled=self._may_write,
                hint=self.tr("立即保存（平时自动保存）"),
            )
        )
        add(
            Command(
                "article.preview",
                self.tr("预览"),
                self._toggle_preview,
                "F9",
                icon=Name.PREVIEW,
                enabled=self._shown,
                hint=self.tr("显示或收起预览"),
            )
        )
        add(
            Command(
                "article.source",
                self.tr("源文"),
                self._toggle_source,
                "Shift+F9",
                icon=Name.EDIT,
                enabled=self._shown,
                hint=self.tr("显示或收起源文"),
            )
        )
        add(
            Command(
                "article.close", self.tr("关闭稿件"), self.close_article, "Ctrl+W", icon=Name.CLOSE, enabled=self._shown
            )
        )
        self._bar = formatting_bar(self._commands, self._body, self._choose_picture, self._may_write)
        action = self._commands.action
        self._review = ReviewPanel(
            action("article.claim"), action("article.put_down"), action("article.return"), action("article.approve")
        )
        self._review.hide()
        self._inspector = Inspector(self._theme, ActionButton(action("article.keep")), self._review)

    def _wired(self) -> None:
        self._fields.edited.connect(self._on_edited)
        self._fields.cover_wanted.connect(self._choose_cover)
        self._body.textChanged.connect(self._on_edited)
        self._body.pictures_given.connect(self._on_pictures_given)
        self._preview.pictures_found.connect(self._fields.set_pictures)
        self._preview.counted.connect(self._frame.show_count)
        self._preview.counted.connect(self._inspector.show_count)
        self._reading.left.connect(self._frame.show_text)
        self._saver.state_changed.connect(self._frame.show_state)
        self._saver.saved.connect(self._on_saved)
        self._saver.conflict.connect(self._on_conflict)
        self._saver.refused.connect(self._on_refused)
        self._lease.refused.connect(self._on_lease_refused)
        self._lease.lost.connect(self._on_lease_lost)
        self._lease.taken.connect(self._on_lease_taken)
        self._steps.stepped.connect(self._read)
        self._steps.incomplete.connect(self._on_incomplete)
        self._steps.opinion_wanted.connect(self._review.ask_for_opinion)
        self._steps.moved_on.connect(self._on_moved_on)
        self._inspector.reading_wanted.connect(self._on_reading_wanted)
        self._inspector.comparing_wanted.connect(self._on_comparing_wanted)
        self._inspector.bringing_back_wanted.connect(self._on_bringing_back_wanted)
        self._tasks.changed.connect(self._on_changed)

    # what is on the screen

    def _current(self) -> Opened | None:
        return self._opened

    def _opinion(self) -> str:
        return self._review.opinion.value()

    def _shown(self) -> bool:
        return self._opened is not None and self.isVisible()

    def _text(self) -> Fields:
        return self._fields.value(self._body.text())

    def _may_write(self) -> bool:
        opened, actor = self._opened, self._tasks.actor
        if opened is None or actor is None or self._locked or not opened.writable:
            return False
        if opened.article is None:
            return bool(actor.roles & WRITERS)
        return opened.article.standing is not None and Step.SAVE in steps_from(opened.article.standing, actor)

    # reading

    @Slot()
    def _read(self) -> None:
        actor, article_id = self._tasks.actor, self._wanted
        if actor is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._tasks.read(self, lambda c: read_opened(c, article_id, actor), self._show, self._unread)

    def _unread(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    def _show(self, found: Opened, *, anew: bool = False) -> None:
        """Show what was read; a text that is being written is left alone."""
        before, self._opened = self._opened, found
        fresh = before is None or before.stage is not found.stage or not found.writable
        newer = found.version > self._saver.target.version and self._saver.clean and not self._composition.open
        if anew or fresh or newer:
            self._show_text(found, before)
        if found.article is not None:
            self._saver.name(found.article.uid)
        self._show_around(found)
        if before is None:
            self._after_opening(found)

    def _show_text(self, found: Opened, before: Opened | None) -> None:
        if before is not None and before.writable and not self._saver.clean:
            self._keep_refused()
        self._loading = True
        self._fields.set_channels(found.channels, found.fields.channel_id)
        self._fields.set_value(found.fields)
        if self._body.text() != found.fields.body or before is None:
            self._body.set_text(found.fields.body)
        self._loading = False
        self._body_error.hide()
        self._preview.show_now(found.fields, found.channel_name(found.fields.channel_id))
        article = found.article
        draft = article.draft if article else None
        target = Target(article.id, draft.id, draft.version, article.uid) if article and draft else Target()
        self._saver.begin(target, self._text(), draft.changed_at if draft else "")
        self._frame.show_parts(source=found.writable)

    def _show_around(self, found: Opened) -> None:
        """Show stage, history, and what may be done now."""
        actor = self._tasks.actor
        writable = self._may_write()
        self._fields.set_writable(writable)
        self._fields.setVisible(found.writable)
        self._body.setReadOnly(not writable)
        self._bar.setVisible(found.writable)
        self._inspector.show_article(found, self._frame.count)
        self._commands.refresh()
        decides = self._steps.decides() and found.submitted is not None
        self._review.setVisible(decides)
        if decides and found.submitted is not None:
            self._review.show_claim(found.claim, actor.person_id if actor else None, found.submitted.digest)
        self._frame.show_article(found)
        if not self._locked:
            self._show_opinion(found)

    def _show_opinion(self, found: Opened) -> None:
        """Say why a text came back."""
        last = found.decisions[-1] if found.decisions else None
        returned = last is not None and stage_words(found)[1] is Tone.RETURNED and found.writable
        if last is not None and returned:
            words = self.tr("{who}退回：{opinion}").format(who=last.by, opinion=last.opinion)
            self._notice.say(words, Tone.RETURNED, self.tr("对照送审稿"), partial(self._compare_with, last.revision_id))
        else:
            self._notice.say("")

    def _after_opening(self, found: Opened) -> None:
        if found.article is None:
            self._fields.focus_title()
            self._offer_unsaved()
            return
        if self._may_write() and found.article.draft is not None:
            self._lease.take(found.article.draft.id)
            kept = self._recovery.find(found.article.uid)
            if kept is not None:
                self._offer_recovered(kept)
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
        if self._loading or self._opened is None:
            return
        fields = self._text()
        self._body_error.hide()
        self._saver.touch()
        self._preview.follow(fields, self._opened.channel_name(fields.channel_id))

    @Slot(object)
    def _on_saved(self, answer: Saved) -> None:
        if self._wanted is None:
            self._wanted = answer.article_id
            self._lease.take(answer.draft_id)
            self.opened.emit(answer.article_id)
            self._read()

    @Slot(tuple)
    def _on_incomplete(self, names: tuple[str, ...]) -> None:
        at_field = self._fields.show_problems(names)
        self._body_error.setVisible("body" in names)
        if "body" in names and not at_field:
            self._body.setFocus()

    def _keep_refused(self) -> None:
        """Put what cannot be saved into the journal of the draft, so that nothing typed is lost."""
        target, fields = self._saver.target, self._text()
        if not target.draft_id:
            self._saver.keep()
            return

        def keeping(unit: Unit) -> None:
            from db.actions import write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            write.keep_refused(unit, target.draft_id, fields, target.version)

        self._tasks.change(self, keeping, None, self._unread)

    @Slot(object, object)
    def _on_conflict(self, error: EditConflict, mine: Fields) -> None:
        self._messages.warning(sentence(error))
        self._keep_refused()
        actor, article_id = self._tasks.actor, self._wanted
        if actor is None:
            return

        def offer(theirs: Opened) -> None:
            choices: list[Choice] = [
                (self.tr("用我的，另存新版"), ButtonKind.PRIMARY, partial(self._take_mine, theirs)),
                (self.tr("用对方的"), None, partial(self._take_theirs, theirs)),
            ]
            self._show_two(
                self.tr("{who}先保存了。划线的是对方的，下划线的是我的").format(who=error.by or self.tr("别人")),
                theirs.fields,
                self._text(),
                choices,
            )

        self._tasks.read(self, lambda c: read_opened(c, article_id, actor), offer, self._unread)

    def _take_mine(self, theirs: Opened) -> None:
        self._frame.show_text()
        self._saver.resume(theirs.version)

    def _take_theirs(self, theirs: Opened) -> None:
        self._frame.show_text()
        self._saver.begin(self._saver.target, self._text())  # what was mine is in the journal
        self._show(theirs, anew=True)

    @Slot(object, object)
    def _on_refused(self, error: DeskError, _mine: Fields) -> None:
        self._messages.error(error)
        if not isinstance(error, BadValue):
            self._read()

    # the lease

    @Slot(object)
    def _on_lease_refused(self, error: Leased) -> None:
        self._lock(sentence(error))

    @Slot(object)
    def _on_lease_lost(self, error: LeaseLost) -> None:
        if not self._saver.clean:
            self._keep_refused()
            self._saver.keep()
        self._messages.warning(sentence(error))
        self._lock(sentence(error))

    @Slot()
    def _on_lease_taken(self) -> None:
        if self._locked:
            self._locked = False
            self._read()

    def _lock(self, words: str) -> None:
        self._locked = True
        if self._opened is not None:
            self._show_around(self._opened)
        self._notice.say(words, Tone.WAIT, self.tr("接手"), self._take_over)

    @Slot()
    def _take_over(self) -> None:
        draft_id = self._saver.target.draft_id
        text = self.tr("对方没存的文字会另存在历史里，并收到通知。请先与对方商定。")
        if draft_id and ask(self, self.tr("接手编辑这份稿件？"), text, self.tr("接手")):
            self._lease.take(draft_id, over=True)

    # recovered texts

    def offer_recovery(self) -> None:
        """After signing in: say that drafts are on this machine that never reached the newsroom."""
        actor = self._tasks.actor
        kept = self._recovery.unsaved(actor.person_id or 0) if actor else ()
        if kept:
            self._messages.warning(
                self.tr("有 {n} 份文字没来得及存进编辑部，仍在本机。").format(n=len(kept)),
                self.tr("查看"),
                partial(self.open, None),
            )

    def _offer_unsaved(self) -> None:
        actor = self._tasks.actor
        kept = self._recovery.unsaved(actor.person_id or 0) if actor else ()
        if kept:
            self._offer_recovered(kept[0])

    def _offer_recovered(self, kept: RecoveredText) -> None:
        if kept.fields == self._text():
            self._recovery.drop(kept.key)
            return
        choices: list[Choice] = [
            (self.tr("用找回的文字"), ButtonKind.PRIMARY, partial(self._use_recovered, kept)),
            (self.tr("丢弃找回的"), None, partial(self._drop_recovered, kept)),
        ]
        heading = self.tr("找回 {at} 没有存上的文字。下划线的是找回的，划线的是现在的")
        self._show_two(heading.format(at=local_time(kept.at)), self._text(), kept.fields, choices)

    def _use_recovered(self, kept: RecoveredText) -> None:
        self._frame.show_text()
        self._loading = True
        self._fields.set_value(kept.fields)
        self._body.set_text(kept.fields.body)
        self._loading = False
        self._on_edited()
        self._saver.save(partial(self._recovery.drop, kept.key))

    def _drop_recovered(self, kept: RecoveredText) -> None:
        self._recovery.drop(kept.key)
        self._frame.show_text()

    # reading other revisions

    def _show_two(self, heading: str, old: Fields, new: Fields, choices: list[Choice]) -> None:
        """Show two texts as one with its differences, worked out off the main thread."""
        opened = self._opened
        if opened is None:
            return
        labels = field_labels()
        before = as_text(old, opened.channel_name(old.channel_id), labels)
        after = as_text(new, opened.channel_name(new.channel_id), labels)
        self._tasks.read(
            self,
            lambda _c: compare(before, after),
            lambda found: self._read_beside(partial(self._reading.show_difference, heading, found, choices)),
        )

    def _read_beside(self, draw: partial[None]) -> None:
        draw()
        self._frame.show_reading()

    def _revision(self, connection: Connection, revision_id: int) -> Revision:
        from db.store import history  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        return history.get_revision(connection, revision_id)

    @Slot(int)
    def _on_reading_wanted(self, revision_id: int) -> None:
        self._tasks.read(self, lambda c: self._revision(c, revision_id), self._show_revision, self._unread)

    def _show_revision(self, revision: Revision) -> None:
        heading = self.tr("第 {n} 稿 · {by} · {at} · 只读").format(
            n=revision.n, by=revision.by, at=local_time(revision.at)
        )
        self._show_two(heading, revision.fields, revision.fields, [])

    @Slot(int, int)
    def _on_comparing_wanted(self, older: int, newer: int) -> None:
        if not newer:
            self._compare_with(older)
            return

        def both(connection: Connection) -> tuple[Revision, Revision]:
            return self._revision(connection, older), self._revision(connection, newer)

        def show(found: tuple[Revision, Revision]) -> None:
            old, new = found
            heading = self.tr("第 {old} 稿 → 第 {new} 稿").format(old=old.n, new=new.n)
            self._show_two(heading, old.fields, new.fields, [])

        self._tasks.read(self, both, show, self._unread)

    def _compare_with(self, revision_id: int) -> None:
        """Compare a revision with the text on the screen."""

        def show(old: Revision) -> None:
            self._show_two(self.tr("第 {n} 稿 → 现在的文字").format(n=old.n), old.fields, self._text(), [])

        self._tasks.read(self, lambda c: self._revision(c, revision_id), show, self._unread)

    @Slot(object)
    def _on_moved_on(self, _error: MovedOn) -> None:
        if self._opened is not None and self._opened.submitted is not None:
            self._compare_after_reading(self._opened.submitted)

    def _compare_after_reading(self, seen: Revision) -> None:
        """Show what changed since the reviewer's text, once the one that waits now is read."""
        actor, article_id = self._tasks.actor, self._wanted
        if actor is None:
            return

        def show(now: Opened) -> None:
            self._show_two(self.tr("您看的第 {n} 稿 → 现在的一稿").format(n=seen.n), seen.fields, now.fields, [])

        self._tasks.read(self, lambda c: read_opened(c, article_id, actor), show, self._unread)

    @Slot(int)
    def _on_bringing_back_wanted(self, revision_id: int) -> None:
        self._saver.save(partial(self._bring_back, revision_id))

    def _bring_back(self, revision_id: int) -> None:
        target = self._saver.target

        def counting(connection: Connection) -> Words:
            from desktop.text.words import words  # noqa: PLC0415  # Python-Markdown stays out of start-up

            return words(self._revision(connection, revision_id).fields.body)

        def counted(made: Words) -> None:
            def bringing(unit: Unit) -> Saved:
                from db.actions import write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

                return write.bring_back(unit, target.draft_id, revision_id, made, target.version)

            self._tasks.change(self, bringing, self._on_brought_back, self._unread)

        self._tasks.read(self, counting, counted, self._unread)

    def _on_brought_back(self, _answer: Saved) -> None:
        self._frame.show_text()
        self._messages.success(self.tr("已恢复这一稿，原来的文字存为一稿，可在历史中找到。"))
        self._read()

    # pictures

    @Slot()
    def _choose_picture(self) -> None:
        self._pictures.take(self._picture_files(), self._body.insert_picture)

    @Slot()
    def _choose_cover(self) -> None:
        self._pictures.take(self._picture_files()[:1], self._fields.choose_cover)

    def _picture_files(self) -> list[Path]:
        names, _kind = QFileDialog.getOpenFileNames(
            self, self.tr("选择图片"), "", self.tr("图片 (*.jpg *.jpeg *.png *.webp)")
        )
        return [Path(name) for name in names]

    @Slot(list)
    def _on_pictures_given(self, given: list[Path | bytes]) -> None:
        self._pictures.take(given, self._body.insert_picture)

    def _toggle_preview(self) -> None:
        self._frame.toggle_preview()

    def _toggle_source(self) -> None:
        self._frame.toggle_source()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._opened is not None:  # what may be done is asked only while the screen is seen
            self._show_around(self._opened)
