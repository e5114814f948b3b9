"""The bar over everything: the program, the site, the search, a new article, who works here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from desktop.kit.commands import Commands, shown_keys
from desktop.kit.theme import Mode, Surface, Theme, lay, mark, scaled

HEIGHT = 48
SEARCH_WIDTH = 420


class TopBar(QWidget):
    """Signals:
    mode_chosen: light, dark or as the system (Mode).
    """

    mode_chosen = Signal(object)

    def __init__(
        self, commands: Commands, theme: Theme, site_name: str, person: str, notices: QWidget,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._commands, self._theme = commands, theme
        lay(self, Surface.PAPER)
        self.setFixedHeight(HEIGHT)
        name = QLabel(self.tr("采编台"))
        name.setFont(scaled(self.font(), 1.1, bold=True))
        mark(name, "tint", "accent")
        self.site = QLabel(site_name)
        mark(self.site, "tint", "soft")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(12)
        layout.addWidget(name)
        layout.addWidget(self.site)
        layout.addStretch(1)
        layout.addWidget(self._search_box())
        layout.addStretch(1)
        layout.addWidget(self._new_button())
        layout.addWidget(notices)
        layout.addWidget(self._person_button(person))

    def _search_box(self) -> QPushButton:
        """A button that looks like a field: typing begins in the palette, which it opens."""
        box = QPushButton()
        box.setFixedWidth(SEARCH_WIDTH)
        box.setMinimumHeight(32)
        box.setAccessibleName(self.tr("搜稿件、人、命令"))
        box.setToolTip(self._commands.action("app.palette").toolTip())
        box.setCursor(Qt.CursorShape.IBeamCursor)
        box.clicked.connect(self._commands.action("app.palette").trigger)
        hint, keys = QLabel(self.tr("搜稿件、人、命令…")), QLabel(shown_keys("Ctrl+K"))
        for label in (hint, keys):
            mark(label, "tint", "soft")
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(box)
        inside.setContentsMargins(12, 0, 10, 0)
        inside.addWidget(hint)
        inside.addStretch(1)
        inside.addWidget(keys)
        return box

    def _new_button(self) -> QPushButton:
        action = self._commands.action("article.new")
        button = QPushButton(self.tr("＋ 新建稿件"))
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        if not action.isEnabled():
            button.hide()  # who signed in does not write; that does not change while the bar lives
        return button

    def _person_button(self, person: str) -> QToolButton:
        button = QToolButton()
        button.setText(person)
        button.setAccessibleName(self.tr("{person}，个人菜单").format(person=person))
        button.setToolTip(self.tr("换人、明暗、退出"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setIconSize(QSize(14, 14))
        menu = QMenu(button)
        menu.addAction(self._commands.action("app.delegate"))
        menu.addAction(self._commands.action("app.switch_person"))
        menu.addAction(self._commands.action("app.other_newsroom"))
        menu.addSeparator()
        self._add_modes(menu)
        menu.addSeparator()
        menu.addAction(self._commands.action("app.help"))
        menu.addAction(self._commands.action("app.quit"))
        button.setMenu(menu)
        return button

    def _add_modes(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        names = {Mode.SYSTEM: self.tr("主题随系统"), Mode.LIGHT: self.tr("浅色主题"), Mode.DARK: self.tr("深色主题")}
        for mode, title in names.items():
            action = QAction(title, group, checkable=True, checked=mode is self._theme.mode)
            action.setData(mode)
            menu.addAction(action)
        group.triggered.connect(self._on_mode)

    def _on_mode(self, action: QAction) -> None:
        self.mode_chosen.emit(action.data())
