"""A newsroom that several machines share: where its database server is, and as whom the database is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.domain.errors import BadValue
from db.domain.place import PORT, TLS, Address, address_of, checked, is_shared
from desktop.kit.forms import ChoiceField, LineField
from desktop.kit.messages import sentence
from desktop.kit.theme import ButtonKind, dress
from desktop.screens.welcome.page import heading, row_of, words

_PASTED = 8  # characters that no key types at once


class ConnectPanel(QWidget):
    """The form; what is wrong is said at its field. A whole address may be pasted into the first.

    Signals:
        filled: all is there (Address, whether the password is to be kept).
        left: the person went back.
    """

    filled = Signal(object, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host = LineField(
            self.tr("服务器"), required=True, limit=300, placeholder=self.tr("例如：192.168.1.20，或粘贴整个地址")
        )
        self.host.edited.connect(self._on_host_edited)
        self.port = LineField(self.tr("端口"), required=True, limit=20)
        self.port.set_value(str(PORT))
        self.database = LineField(self.tr("数据库"), required=True, limit=63)
        self.user = LineField(self.tr("数据库用户名"), required=True, limit=63)
        self.password = LineField(self.tr("数据库密码"), secret=True)
        self.tls = ChoiceField(self.tr("加密"), self._modes())
        self.tls.set_value("prefer")
        self.remember = QCheckBox(self.tr("让系统的密码库记住密码"))
        self.remember.setToolTip(self.tr("这台电脑没有密码库时，每次打开都要输入；密码从不写进采编台自己的文件"))
        self.remember.setChecked(True)
        self._length = 0  # of what stood at the server's name last
        self._extra: tuple[tuple[str, str], ...] = ()  # options of a pasted address that have no field
        self._fields = {
            "host": self.host, "port": self.port, "database": self.database, "user": self.user, "option": self.tls,
            "address": self.host,
        }  # fmt: skip
        self._build()

    def _modes(self) -> list[tuple[str, str]]:
        """Return how safe the wire may be, as libpq names it, and as it is called here."""
        names = (
            self.tr("不加密"), self.tr("服务器要求才加密"), self.tr("能加密就加密"),
            self.tr("必须加密"), self.tr("必须加密，核对证书"), self.tr("必须加密，核对证书和名称"),
        )  # fmt: skip
        return list(zip(TLS, names, strict=True))

    def _build(self) -> None:
        back = QPushButton(self.tr("返回"))
        back.clicked.connect(self.left)
        self.connect_button = QPushButton(self.tr("连接"))
        dress(self.connect_button, ButtonKind.PRIMARY)
        self.connect_button.clicked.connect(self._on_connect)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading(self.tr("连接共享的新闻库")))
        layout.addWidget(
            words(self.tr("几个人在各自的电脑上用同一个新闻库，它在一台 PostgreSQL 服务器上。下面几项问管服务器的人。"))
        )
        for pair in ((self.host, self.port), (self.database, self.tls), (self.user, self.password)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in pair:
                row.addWidget(field, 3 if field is self.host else 1, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(row)
        layout.addWidget(self.remember)
        layout.addSpacing(6)
        layout.addLayout(row_of(back, self.connect_button))

    def start(self) -> None:
        """Begin at the first field."""
        self.host.setFocus()

    def show_address(self, address: Address) -> None:
        """Fill the form, and begin where something may be wrong or lacks."""
        self._fill(address)
        self.password.set_value(address.password)
        (self.host if address.password else self.password).setFocus()

    def _fill(self, address: Address) -> None:
        options = dict(address.options)
        self.tls.set_value(options.pop("sslmode", "prefer"))
        self._extra = tuple(sorted(options.items()))
        self.host.set_value(address.host)
        self.port.set_value(str(address.port))
        self.database.set_value(address.database)
        self.user.set_value(address.user)

    def _address(self) -> Address | None:
        """Return what stands in the form, or say at its field what is wrong."""
        needed = (self.host, self.port, self.database, self.user)
        empty = [field for field in needed if not field.value()]
        for field in empty:
            field.show_error(self.tr("请填写这一项。"))
        if empty:
            empty[0].setFocus()
            return None
        port = self.port.value()
        if not (port.isascii() and port.isdigit()):
            self.port.show_error(self.tr("端口是一个数。"))
            self.port.setFocus()
            return None
        options = tuple(sorted((*self._extra, ("sslmode", self.tls.value()))))
        asked = Address(
            self.host.value(), self.database.value(), self.user.value(), int(port), self.password.value(), options
        )
        try:
            return checked(asked)
        except BadValue as error:
            wrong = self._fields[error.field]
            wrong.show_error(sentence(error))
            wrong.setFocus()
            return None

    def _take_apart(self) -> bool:
        """Put the parts of a whole address into their fields; say whether there is nothing wrong with it."""
        typed = self.host.value()
        if not is_shared(typed):
            return True
        try:
            found = address_of(typed)
        except BadValue as error:
            self.host.show_error(sentence(error))
            return False
        self._fill(found)
        if found.password:
            self.password.set_value(found.password)
        return True

    @Slot()
    def _on_host_edited(self) -> None:
        """What is pasted is whole; what is typed may not be yet."""
        length, self._length = self._length, len(self.host.value())
        if self._length - length >= _PASTED:
            self._take_apart()

    @Slot()
    def _on_connect(self) -> None:
        if not self._take_apart():
            self.host.setFocus()
            return
        address = self._address()
        if address is not None:
            self.filled.emit(address, self.remember.isChecked())

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line is the button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_connect()
        else:
            super().keyPressEvent(event)
