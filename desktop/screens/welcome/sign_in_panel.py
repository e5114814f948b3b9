"""Signing in: a click on the name in the demo, login and password otherwise."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from db.domain.people import Person, Role
from desktop.kit.forms import LineField
from desktop.kit.theme import ButtonKind, dress
from desktop.kit.wording import listed
from desktop.screens.welcome.page import heading, row_of, words

translate = QCoreApplication.translate


class SignInPanel(QWidget):
    """Who works now.

    Signals:
        signing_in: login and password were typed (str, str).
        demo_chosen: a demo person was clicked (Person).
        left: another newsroom is wanted.
    """

    signing_in = Signal(str, str)
    demo_chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading("")
        self._words = words()
        self._names = QWidget()
        self._grid = QGridLayout(self._names)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.name_buttons: list[QPushButton] = []
        self.login = LineField(self.tr("登录名"), limit=40)
        self.password = LineField(self.tr("密码"), secret=True)
        back = QPushButton(self.tr("换一个数据文件"))
        back.clicked.connect(self.left)
        self.enter_button = QPushButton(self.tr("登录"))
        dress(self.enter_button, ButtonKind.PRIMARY)
        self.enter_button.clicked.connect(self._on_enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self._heading, self._words, self._names, self.login, self.password):
            layout.addWidget(widget)
        layout.addSpacing(6)
        layout.addLayout(row_of(back, self.enter_button))

    def show_people(self, site_name: str, people: Sequence[Person], last_login: str = "") -> None:
        """Offer the demo's people by name; where nobody is of a demo, ask for login and password."""
        demo = [person for person in people if person.active and person.demo]
        self._heading.setText(site_name or self.tr("采编台"))
        self._words.setText(
            self.tr("这是演示。点一个名字，就以他的身份工作；随时可以换人。") if demo else self.tr("请登录。")
        )
        self._show_names(demo)
        typed = not demo or any(person.active and not person.demo for person in people)
        for widget in (self.login, self.password, self.enter_button):
            widget.setVisible(typed)
        self.login.set_value("" if any(person.login == last_login for person in demo) else last_login)
        self.password.set_value("")
        if demo:
            self.name_buttons[0].setFocus()
        else:
            (self.password if last_login else self.login).setFocus()

    def _show_names(self, people: Sequence[Person]) -> None:
        for button in self.name_buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self.name_buttons = [QPushButton(f"{person.name} · {roles_of(person.roles)}") for person in people]
        for number, (button, person) in enumerate(zip(self.name_buttons, people, strict=True)):
            button.setAutoDefault(True)  # Enter chooses the name
            button.clicked.connect(partial(self._on_name, person))
            self._grid.addWidget(button, number // 2, number % 2)
            button.show()  # now: what a layout shows a moment later does not take the keyboard
        self._names.setVisible(bool(people))

    def _on_name(self, person: Person, _checked: bool = False) -> None:
        self.demo_chosen.emit(person)

    @Slot()
    def _on_enter(self) -> None:
        if not self.login.value():
            self.login.show_error(self.tr("请填写登录名。"))
            self.login.setFocus()
            return
        self.signing_in.emit(self.login.value(), self.password.value())

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line is the button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.enter_button.isVisible():
            self._on_enter()
        else:
            super().keyPressEvent(event)


def roles_of(roles: Collection[Role]) -> str:
    """Return what somebody does here, in the order of the work."""
    names = {
        Role.CONTRIBUTOR: translate("SignInPanel", "通讯员"),
        Role.EDITOR: translate("SignInPanel", "编辑"),
        Role.REVIEWER: translate("SignInPanel", "审核"),
        Role.PUBLISHER: translate("SignInPanel", "签发"),
        Role.ADMIN: translate("SignInPanel", "管理员"),
    }
    return listed(names[role] for role in Role if role in roles)
