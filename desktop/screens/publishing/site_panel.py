"""The site as it lies in its folder: where that is, what would change, making it new, and looking at it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.actions import newsroom
from db.domain.changes import Area, Changes
from db.domain.errors import Cancelled, DeskError
from db.domain.people import Role
from desktop.kit.buttons import CommandButton
from desktop.kit.commands import Command, Commands
from desktop.kit.file_dialogs import ask_folder
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Report, Tasks, Ticket
from desktop.kit.theme import ButtonKind, Surface, Theme, lay, mark, scaled
from desktop.kit.times import local_day_time
from desktop.publishing.publish import Published, preview_changes, publish_in_turn
from desktop.screens.publishing.state import SMALL, Coming, SiteState, read_state

if TYPE_CHECKING:
    pass
SHORT = 0.05  # seconds that would be told as 0.0


class SitePanel(QWidget):
    """The folder, 将要改变, 更新网站 with progress and 取消, 在浏览器打开, and how it went last time."""

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._theme, self._commands, self._messages = tasks, theme, commands, messages
        self._state = SiteState("", "", 0)
        self._stop: threading.Event | None = None  # set to ask the publication under way to stop
        self._listing: Ticket | None = None
        self._list_again = False
        lay(self, Surface.PAPER)
        self._build()
        tasks.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read what the record knows of the site, then what would change."""
        self._tasks.read(self, read_state, self._on_read)

    @property
    def folder(self) -> Path | None:
        return Path(self._state.folder) if self._state.folder else None

    @property
    def is_publishing(self) -> bool:
        return self._stop is not None

    def choose(self, folder: Path) -> None:
        """Publish to ``folder`` from now on."""
        place = str(folder.expanduser().absolute())
        self._tasks.change(self, lambda unit: newsroom.choose_folder(unit, place), None, self._on_failed)

    # Layout

    def _build(self) -> None:
        title = QLabel(self.tr("网站"))
        title.setFont(scaled(self.font(), 1.3, bold=True))
        self._folder_label = QLabel()
        self._folder_label.setWordWrap(True)
        self._folder_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state_label = QLabel()
        self._state_label.setWordWrap(True)
        mark(self._state_label, "tint", "soft")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addLayout(self._folder_row())
        layout.addWidget(self._state_label)
        layout.addLayout(self._button_row())
        layout.addWidget(self._progress_row())
        layout.addWidget(self._result_label())
        self._changes = QWidget()
        below = QVBoxLayout(self._changes)
        below.setContentsMargins(0, 8, 0, 0)
        below.addLayout(self._changes_head())
        below.addWidget(self._changes_list(), 1)
        layout.addWidget(self._changes, 1)
        layout.addStretch(0)

    def _folder_row(self) -> QHBoxLayout:
        choose = Command("publishing.folder", self.tr("选择文件夹…"), self._choose, "", (self.tr("发布位置"), "folder"),
                         Name.FOLDER, self._may_choose, self.tr("网站的文件放到哪个文件夹"))  # fmt: skip
        self.choose_button = CommandButton(self._commands.add(choose))
        row = QHBoxLayout()
        row.addWidget(self._folder_label, 1)
        row.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _button_row(self) -> QHBoxLayout:
        update = Command("publishing.update", self.tr("更新网站"), self.update_site, "Ctrl+Alt+U",
                         (self.tr("发布"), "publish"), Name.SITE, self._may_update,
                         self.tr("把签发的稿件放到网站上"))  # fmt: skip
        look = Command("publishing.open", self.tr("在浏览器打开"), self._open, "Ctrl+Alt+O",
                       (self.tr("网页"), "browser"), Name.OPEN_EXTERNAL, self._may_open,
                       self.tr("打开网站首页"))  # fmt: skip
        self.update_button = CommandButton(self._commands.add(update), ButtonKind.PRIMARY)
        self.open_button = CommandButton(self._commands.add(look))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.update_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        return row

    def _progress_row(self) -> QWidget:
        self._progress_words = QLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("更新网站的进度"))
        self.cancel_button = QPushButton(self.tr("取消"))
        self.cancel_button.setToolTip(self.tr("停止更新网站"))
        self.cancel_button.clicked.connect(self._on_cancel)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.addWidget(self._progress_words)
        column.addWidget(self.progress)
        row.addLayout(column, 1)
        row.addWidget(self.cancel_button)
        self._progress.hide()
        return self._progress

    def _result_label(self) -> QLabel:
        self.result = QLabel()
        self.result.setWordWrap(True)
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.hide()
        return self.result

    def _changes_head(self) -> QHBoxLayout:
        self._changes_title = QLabel(self.tr("将要改变"))
        self._changes_title.setFont(scaled(self.font(), 1.07, bold=True))
        self.list_button = QPushButton(self.tr("列出将要改变的文件"))
        self.list_button.setToolTip(self.tr("只看看，不改动网站；文章很多时要等一会儿"))
        self.list_button.clicked.connect(self._on_list)
        row = QHBoxLayout()
        row.addWidget(self._changes_title)
        row.addStretch(1)
        row.addWidget(self.list_button)
        return row

    def _changes_list(self) -> QListView:
        self.paths = QStringListModel(self)
        view = QListView()
        view.setModel(self.paths)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(self.tr("将要改变的文件"))
        return view

    # What may be done

    def _may_choose(self) -> bool:
        return self._has_role(Role.PUBLISHER, Role.ADMIN) and not self.is_publishing

    def _may_update(self) -> bool:
        return self._has_role(Role.PUBLISHER, Role.ADMIN) and self.folder is not None and not self.is_publishing

    def _may_open(self) -> bool:
        return bool(self._state.published_at)

    def _has_role(self, *roles: Role) -> bool:
        return self._tasks.actor is not None and self._tasks.actor.may(*roles)

    # The folder and its state

    def _choose(self) -> None:
        found = ask_folder(self, self.tr("网站的文件放到哪个文件夹？"), self._state.folder)
        if found is not None:
            self.choose(found)

    def _on_read(self, state: SiteState) -> None:
        self._state = state
        self._folder_label.setText(state.folder or self.tr("还没有选网站的文件夹。请选一个空文件夹，网站会放在里面。"))
        words = self._state_words()
        self._state_label.setText(words)
        self._state_label.setVisible(bool(words))
        mark(self.choose_button, "kind", "" if state.folder else ButtonKind.PRIMARY.value)
        self._changes.setVisible(self.folder is not None)
        self.list_button.setVisible(state.waiting > SMALL)
        self.list_button.setEnabled(True)
        self._commands.refresh()
        if self.folder is None:
            self._show_paths(None)
        elif state.waiting <= SMALL and self.isVisible():
            self._list_changes()
        else:
            self._show_paths(None)

    def _state_words(self) -> str:
        state = self._state
        if not self._has_role(Role.PUBLISHER, Role.ADMIN):
            return self.tr("您可以查看，更新网站要由签发人或管理员来做。")
        if not state.folder:
            return ""
        if not state.published_at:
            return self.tr("这里还没有网站。共 {n} 篇等着上网。").format(n=f"{state.waiting:,}")
        when = local_day_time(state.published_at)
        if not state.waiting:
            return self.tr("上次更新：{when}。之后没有签发或撤稿。").format(when=when)
        return self.tr("上次更新：{when}。之后有 {n} 篇签发或撤稿。").format(when=when, n=f"{state.waiting:,}")

    # What would change

    def _list_changes(self) -> None:
        folder = self.folder
        if folder is None or self.is_publishing:
            return
        if self._listing is not None:
            self._list_again = True
            return
        store = self._tasks.store
        self._changes_title.setText(self.tr("将要改变：正在比较…"))
        self._listing = self._tasks.run(
            self, lambda _report, _cancelled: preview_changes(store, folder), self._on_listed, self._on_list_failed
        )

    def _on_listed(self, paths: list[str]) -> None:
        self._listing = None
        if self._list_again:
            self._list_again = False
            self._list_changes()
            return
        self._show_paths(paths)

    def _on_list_failed(self, error: Exception) -> None:
        self._listing, self._list_again = None, False
        self._show_paths(None)
        self._on_failed(error)

    def _show_paths(self, paths: list[str] | None) -> None:
        """Show what would change; None: it was not asked."""
        words = self.tr("将要改变")
        if paths is not None:
            words = self.tr("将要改变 {n} 个文件").format(n=f"{len(paths):,}") if paths else self.tr("没有要改变的文件")
        self._changes_title.setText(words)
        coming = [] if paths == [] else self._state.coming  # taken back and brought back since: nothing comes
        self.paths.setStringList([*map(self._coming_words, coming), *(paths or [])])

    def _coming_words(self, coming: Coming) -> str:
        if not coming.is_live:
            return self.tr("撤下《{title}》").format(title=coming.title)
        if coming.was_live:
            return self.tr("更新《{title}》").format(title=coming.title)
        return self.tr("上线《{title}》").format(title=coming.title)

    # Making the site new

    def update_site(self) -> None:
        """Bring the folder up to the newest release."""
        folder = self.folder
        if folder is None or self.is_publishing:
            return
        stop = self._stop = threading.Event()
        self._on_progress(0, 0, "render")
        self._progress.show()
        self.cancel_button.setEnabled(True)
        self.list_button.setEnabled(False)
        self.result.hide()
        self._commands.refresh()
        store = self._tasks.store

        def work(report: Report, cancelled: Callable[[], bool]) -> Published | None:
            try:
                return publish_in_turn(store, folder, report=report, cancelled=lambda: stop.is_set() or cancelled())
            except Cancelled:
                return None  # told to the person, who waits to hear it

        self._tasks.run(self, work, self._on_published, self._on_publish_failed, self._on_progress)

    def _on_progress(self, done: int, total: int, what: str) -> None:
        self.progress.setRange(0, total)  # 0 to 0 runs to and fro
        self.progress.setValue(done)
        words = self.tr("正在放到网站上") if what == "write" else self.tr("正在做网页")
        if total:
            words = self.tr("{words}：{n} / {total}").format(words=words, n=f"{done:,}", total=f"{total:,}")
        elif done:
            words = self.tr("{words}：{n}").format(words=words, n=f"{done:,}")
        self._progress_words.setText(words)

    @Slot()
    def _on_cancel(self) -> None:
        if self._stop is not None:
            self._stop.set()
            self.cancel_button.setEnabled(False)
            self._progress_words.setText(self.tr("正在停下…"))

    def _on_published(self, made: Published | None) -> None:
        if made is None:
            self._finish(self.tr("已取消，网站没有改动。可以随时再更新。"))
            return
        pages = made.rendered - made.unchanged  # what 将要改变 counted: without the lists of what is there
        words = self.tr("更新好了：写入 {written} 个文件，删去 {gone} 个，用时 {seconds} 秒。")
        if not pages and not made.deleted:
            words = self.tr("网站已经是最新的，没有要改的文件。")
        seconds = f"{made.seconds:.1f}" if made.seconds > SHORT else self.tr("不到 0.1")
        self._finish(words.format(written=f"{pages:,}", gone=f"{made.deleted:,}", seconds=seconds))
        self._messages.success(self.tr("网站已更新。"), self.tr("在浏览器打开"), self._open)
        self._tasks.announce(Changes(Area.SITE))

    def _on_publish_failed(self, error: Exception) -> None:
        self._finish(self.tr("没有更新成。可以再试一次，会接着上次做。"))
        self._on_failed(error)

    def _finish(self, words: str) -> None:
        self._stop = None
        self._progress.hide()
        self.result.setText(words)
        self.result.show()
        self._commands.refresh()
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    def _open(self) -> None:
        if not self._opened("index.html"):
            self._messages.warning(self.tr("打不开网站首页。请先更新网站，或到它的文件夹里打开 index.html。"))

    @Slot(str)
    def open_page(self, address: str) -> None:
        """Show an article as it lies on the site."""
        if not address or not self._opened(address):
            self._messages.warning(self.tr("网站上还没有这一页。请先更新网站。"))

    def _opened(self, address: str) -> bool:
        page = self.folder / address.lstrip("/") if self.folder else None
        return page is not None and page.is_file() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    @Slot()
    def _on_list(self) -> None:
        self._list_changes()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & (Area.RELEASES | Area.SITE | Area.SETTINGS | Area.CHANNELS) and self.isVisible():
            self.refresh()
