"""How the panels were divided is found again; a panel that was put away does not spoil it."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.kit.sizes import Sizes


def splitter(qtbot, windows):
    made = QSplitter()
    made.addWidget(QWidget())
    made.addWidget(QWidget())
    qtbot.addWidget(made)
    made.resize(1000, 100)
    Sizes(made, windows, "list")
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_is_found_again(qtbot, tmp_path):
    windows = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    first = splitter(qtbot, windows)
    first.moveSplitter(300, 1)
    first.splitterMoved.emit(300, 1)
    kept = first.sizes()
    assert splitter(qtbot, windows).sizes() == kept
    first.widget(1).hide()
    first.splitterMoved.emit(1000, 1)
    assert splitter(qtbot, windows).sizes() == kept


def test_what_is_no_size_is_not_taken(qtbot, tmp_path):
    windows = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    for words in ("", "-", "1-2-3", "wide-narrow", "５-②"):
        windows.setValue("sizes/list", words)
        assert len(splitter(qtbot, windows).sizes()) == 2
