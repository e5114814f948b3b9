"""What happens when a mistake of ours surfaces: it is logged, drafts are kept, one report is shown, work goes on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.kit.theme import ButtonKind, dress, scaled

log = logging.getLogger(__name__)
KEPT = 20  # reports shown in one dialog; all are in the log


def install(keep_text: Callable[[], bool], log_folder: Path, about: Callable[[], str] = str) -> ExceptionHook:
    """Take every exception that nobody caught, on any thread.

    ``keep_text`` writes down what is unsaved and says whether it is safe; ``about`` heads the report.
    """
    hook = ExceptionHook(keep_text, log_folder, about)
    sys.excepthook = hook.on_exception
    threading.excepthook = hook.on_thread_exception
    return hook


class ExceptionHook(QObject):
    """Keeps one dialog; mistakes that come while it is open are added to it.

    Signals:
        reported: a report was written (its text).
    """

    reported = Signal(str)
    _raised = Signal(str)

    def __init__(self, keep_text: Callable[[], bool], log_folder: Path, about: Callable[[], str] = str) -> None:
        super().__init__()
        self._keep_text = keep_text
        self._folder = log_folder
        self._about = about
        self._keeping = False
        self._dialog: ReportDialog | None = None
        # queued: drafts are saved and the dialog is made on the main thread, outside the slot that failed
        self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Serve as sys.excepthook."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("an exception that nobody caught", exc_info=(kind, error, trace))
        self._raised.emit("".join(traceback.format_exception(kind, error, trace)))

    def on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        """Serve as threading.excepthook."""
        if args.exc_value is not None:
            self.on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def report(self, error: BaseException) -> None:
        """Treat an exception that was caught as one that was not: what ``tasks.failed`` hands on and nobody knows."""
        self.on_exception(type(error), error, error.__traceback__)

    @Slot(str)
    def _on_raised(self, trace: str) -> None:
        safe = self._kept()
        text = self._written(trace)
        if self._dialog is None or not isValid(self._dialog) or not self._dialog.isVisible():
            # a child of the dialog that is open, if one is: else it could not be clicked
            self._dialog = ReportDialog(safe, QApplication.activeModalWidget() or QApplication.activeWindow())
            self._dialog.show()
        self._dialog.add(text)
        self.reported.emit(text)

    def _kept(self) -> bool:
        if self._keeping:
            return False  # keeping itself is what failed
        self._keeping = True
        try:
            return self._keep_text()
        except Exception:  # the last line of defence: whatever it is, the report must still be shown
            log.critical("the drafts could not be kept", exc_info=True)
            return False
        finally:
            self._keeping = False

    def _written(self, trace: str) -> str:
        now = datetime.now()
        head = (
            self._about(),
            f"{now:%Y-%m-%d %H:%M:%S}",
            platform.platform(),
            f"Python {platform.python_version()}, Qt {qVersion()}, {QGuiApplication.platformName()}",
        )
        text = "\n".join((*(line for line in head if line), "", trace))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError:
            log.warning("the report could not be written", exc_info=True)
        return text


class ReportDialog(QDialog):
    """Says that something went wrong and what is safe; the report is there to be copied. It blocks nothing."""

    def __init__(self, drafts_are_safe: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reports: list[str] = []
        self.setWindowTitle(self.tr("程序出了意外"))
        self.resize(640, 420)
        heading = QLabel(self.tr("程序出了意外，可以继续工作"))
        heading.setFont(scaled(self.font(), 1.2, bold=True))
        self._words = QLabel(
            self.tr(
                "没有存的文字已另存一份，已保存的内容完好。刚才那一步可能没有做成，请检查后重做。请把下面的报告复制给管理员。"
            )
            if drafts_are_safe
            else self.tr("没有存的文字这次没能另存，请先复制到别处。已保存的内容完好。请把下面的报告复制给管理员。")
        )
        self._words.setWordWrap(True)
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("错误报告"))
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = QPushButton(self.tr("复制"))
        copy.clicked.connect(self._on_copy)
        close = QPushButton(self.tr("继续工作"))
        dress(close, ButtonKind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        for widget in (heading, self._words, self._report):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        close.setFocus()

    def add(self, text: str) -> None:
        """Show one more report in the same dialog."""
        self._reports = [*self._reports, text][-KEPT:]
        self._report.setPlainText("\n\n".join(self._reports))
        if len(self._reports) > 1:
            title = self.tr("程序出了意外（{n} 次）").format(n=len(self._reports))
            self.setWindowTitle(title)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
