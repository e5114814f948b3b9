"""The first page: found a newsroom, open one, or look at the demo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.kit.file_dialogs import ask_files
from desktop.kit.theme import ButtonKind, dress
from desktop.screens.welcome.page import heading, words


class StartPanel(QWidget):
    """The ways in.

    Signals:
        founding: the person wants to found a newsroom.
        picked: a newsroom's file was chosen (its path).
        connecting: a newsroom that several machines share is wanted.
        demo_wanted: the person wants to see the demo.
    """

    founding = Signal()
    picked = Signal(str)
    connecting = Signal()
    demo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found_button = QPushButton(self.tr("新建采编部"))
        self.found_button.setToolTip(self.tr("建一个新的数据文件，并设第一位管理员"))
        dress(self.found_button, ButtonKind.PRIMARY)
        self.open_button = QPushButton(self.tr("打开已有的…"))
        self.open_button.setToolTip(self.tr("打开本机磁盘上的 .caibian 文件"))
        self.connect_button = QPushButton(self.tr("连接共享的新闻库…"))
        self.connect_button.setToolTip(self.tr("打开数据库服务器上的新闻库，几个人在各自的电脑上一起用"))
        self.connect_button.clicked.connect(self.connecting)
        self.demo_button = QPushButton(self.tr("先看演示"))
        self.demo_button.setToolTip(self.tr("虚构的青禾县融媒体中心，随便试，不影响别的数据"))
        self.found_button.clicked.connect(self.founding)
        self.open_button.clicked.connect(self._on_open)
        self.demo_button.clicked.connect(self.demo_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("采编台")))
        layout.addWidget(
            words(self.tr("编辑、审核、发布在一处完成。所有稿件都在本机的一个文件里，或在几个人共用的服务器上。"))
        )
        layout.addSpacing(8)
        for button in (self.found_button, self.open_button, self.connect_button, self.demo_button):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setAutoDefault(True)  # Enter presses it
            layout.addWidget(button)

    @Slot()
    def _on_open(self) -> None:
        kinds = self.tr("采编台数据文件 (*.caibian);;所有文件 (*)")
        for path in ask_files(self, self.tr("打开采编部"), kinds):
            self.picked.emit(str(path))
