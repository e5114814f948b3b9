"""A new newsroom: its name, where its file lies, and the first administrator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.domain.place import Address, Place
from desktop.kit.file_dialogs import ask_files, ask_new_file
from desktop.kit.forms import LineField
from desktop.kit.theme import ButtonKind, dress
from desktop.screens.welcome.page import heading, row_of, words

SHORTEST = 8  # characters of a password
_NOT_IN_NAMES = '\\/:*?"<>|'


@dataclass(frozen=True, slots=True)
class Founding:
    """What it takes to found a newsroom."""

    place: Place
    site_name: str
    login: str
    name: str
    password: str


class FoundPanel(QWidget):
    """The form; what is missing is said at its field.

    Signals:
        filled: all is there (Founding).
        restoring: a backup is to be put into the database (Address, Path).
        left: the person went back.
    """

    filled = Signal(object)
    restoring = Signal(object, object)
    left = Signal()

    def __init__(self, place_for: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place_for = place_for
        self._chosen = False
        self._address: Address | None = None  # where it is a database that it is founded in
        self._words, self._file_row = words(), QWidget()
        self.restore_button = QPushButton(self.tr("从备份恢复…"))
        self.site_name = LineField(
            self.tr("网站名称"), required=True, limit=60, placeholder=self.tr("例如：青禾县融媒体中心")
        )
        self.site_name.edited.connect(self._on_name_edited)
        self.file = LineField(self.tr("数据文件"), required=True, limit=1000)
        self.file.edited.connect(self._on_file_edited)
        self.name = LineField(self.tr("您的姓名"), required=True, limit=40)
        self.login = LineField(self.tr("登录名"), required=True, limit=40)
        self.password = LineField(
            self.tr("密码"), self.tr("至少 {n} 个字符").format(n=SHORTEST), required=True, secret=True
        )
        self.again = LineField(self.tr("再输一遍密码"), required=True, secret=True)
        self._build()

    def _build(self) -> None:
        choose = QPushButton(self.tr("选择…"))
        choose.setAccessibleName(self.tr("选择数据文件的位置"))
        choose.clicked.connect(self._on_choose)
        back = QPushButton(self.tr("返回"))
        back.clicked.connect(self.left)
        found = QPushButton(self.tr("新建"))
        dress(found, ButtonKind.PRIMARY)
        found.clicked.connect(self._on_found)
        choose.setAutoDefault(True)  # Enter presses it
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading(self.tr("新建采编部")))
        layout.addWidget(self._words)
        layout.addWidget(self.site_name)
        place = QHBoxLayout(self._file_row)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.file, 1)
        beside = QVBoxLayout()  # under a blank as high as the field's name, whether an error stands below or not
        beside.setSpacing(4)
        beside.addWidget(QLabel())
        beside.addWidget(choose)
        beside.addStretch(1)
        place.addLayout(beside)
        layout.addWidget(self._file_row)
        for pair in ((self.name, self.login), (self.password, self.again)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in pair:
                row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(row)
        layout.addSpacing(6)
        self.restore_button.clicked.connect(self._on_restore)
        layout.addLayout(row_of(back, self.restore_button, found))

    def start(self, address: Address | None = None) -> None:
        """Begin at the first field; in a database of a server no file is asked for."""
        self._address = address
        self._file_row.setVisible(address is None)
        self.restore_button.setVisible(address is not None)
        told = self.tr("您会成为第一位管理员，进去以后可以添加同事和栏目。")
        if address is not None:
            empty = self.tr("数据库“{name}”还是空的，可以在里面新建采编部，或把备份恢复到里面。").format(
                name=address.name
            )
            told = f"{empty}{told}"
        self._words.setText(told)
        self.site_name.setFocus()

    def _complete(self) -> bool:
        of_file = (self.file,) if self._address is None else ()
        fields = (self.site_name, *of_file, self.name, self.login, self.password, self.again)
        for field in fields:
            if not field.value():
                field.show_error(self.tr("请填写这一项。"))
        if self.password.value() and len(self.password.value()) < SHORTEST:
            self.password.show_error(self.tr("密码太短，至少 {n} 个字符。").format(n=SHORTEST))
        elif self.again.value() and self.again.value() != self.password.value():
            self.again.show_error(self.tr("两遍密码不一样，请重新输入。"))
        if of_file and self.file.value() and Path(self.file.value()).exists():
            self.file.show_error(self.tr("这里已有一个文件，不会覆盖它。请换个名字。"))
        wrong = [field for field in fields if field.problem()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    @Slot()
    def _on_name_edited(self) -> None:
        if not self._chosen:
            name = "".join(c for c in self.site_name.value() if c not in _NOT_IN_NAMES)
            self.file.set_value(str(self._place_for(name)) if name else "")

    @Slot()
    def _on_file_edited(self) -> None:
        self._chosen = True

    @Slot()
    def _on_choose(self) -> None:
        kinds = self.tr("采编台数据文件 (*.caibian)")
        path = ask_new_file(self, self.tr("数据文件放在哪里"), kinds, self.file.value())
        if path is not None:
            self._chosen = True
            self.file.set_value(str(path))

    @Slot()
    def _on_restore(self) -> None:
        kinds = self.tr("采编台数据文件 (*.caibian)")
        for backup in ask_files(self, self.tr("选择备份"), kinds):
            self.restoring.emit(self._address, backup)

    @Slot()
    def _on_found(self) -> None:
        if self._complete():
            self.filled.emit(
                Founding(
                    self._address or Path(self.file.value()),
                    self.site_name.value(),
                    self.login.value(),
                    self.name.value(),
                    self.password.value(),
                )
            )

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line is the button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_found()
        else:
            super().keyPressEvent(event)
