"""A dialog that lists the folder of an open newsroom leaves the newsroom's locks alone."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListView, QWidget

from desktop.kit.file_dialogs import ask_files, ask_folder, ask_new_file

OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from db.store.unit import Store
store = Store(Path(sys.argv[1]))
with store.reading() as connection:
    connection.exec_driver_sql("SELECT count(*) FROM article").fetchone()
store.close()
"""


def answer(act):
    """Wait for the dialog to list something, then ``act`` on it."""

    def look():
        dialog = QApplication.activeModalWidget()
        view = dialog.findChild(QListView, "listView") if isinstance(dialog, QFileDialog) else None
        if view is None or not view.model() or not view.model().rowCount(view.rootIndex()):
            QTimer.singleShot(10, look)
        else:
            QTimer.singleShot(50, lambda: act(dialog))  # its thread looks at what it lists

    QTimer.singleShot(0, look)


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_another_program_still_sees_that_the_newsroom_is_open(parent, store):
    folder = store.path.parent
    (folder / "网站").mkdir()
    with store.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM article").fetchone()
    for ask in (
        lambda: ask_folder(parent, "文件夹", str(folder)),
        lambda: ask_new_file(parent, "新文件", "所有文件 (*)", str(folder / "x")),
    ):
        answer(QFileDialog.reject)
        ask()
    subprocess.run([sys.executable, "-c", OPEN_AND_CLOSE, str(store.path)], check=True)
    assert store.path.with_name(store.path.name + "-wal").exists()


def test_what_is_chosen_is_given_and_its_folder_is_offered_next(parent, tmp_path):
    for name in ("甲.png", "乙.png"):
        (tmp_path / name).write_bytes(b"")

    def choose(dialog):
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "甲.png"))
        dialog.accept()

    QApplication.instance().setProperty("last_folder", str(tmp_path))
    answer(choose)
    assert ask_files(parent, "图片", "图片 (*.png)") == [tmp_path / "甲.png"]
    seen = []

    def look(dialog):
        seen.append(dialog.directory().absolutePath())
        dialog.reject()

    answer(look)
    assert ask_files(parent, "图片", "图片 (*.png)") == []
    assert seen == [str(tmp_path)]


def test_where_the_folder_of_a_new_file_is_not_yet_the_next_one_above_is_shown(parent, tmp_path):
    (tmp_path / "甲.png").write_bytes(b"")
    seen = []

    def look(dialog):
        seen.append(dialog.directory().absolutePath())
        dialog.reject()

    answer(look)
    assert ask_new_file(parent, "新文件", "所有文件 (*)", str(tmp_path / "还没有" / "也没有" / "x")) is None
    assert seen == [str(tmp_path)]


def test_a_name_alone_is_offered_in_the_folder_of_last_time_and_keeps_its_ending(parent, qapp, tmp_path):
    (tmp_path / "甲.pdf").write_bytes(b"")
    qapp.setProperty("last_folder", str(tmp_path))
    offered = []

    def rename(dialog):
        offered.extend(dialog.selectedFiles())
        dialog.findChild(QLineEdit, "fileNameEdit").setText("另一个名字")
        dialog.accept()

    answer(rename)
    assert ask_new_file(parent, "导出", "PDF (*.pdf)", "稿件.pdf") == tmp_path / "另一个名字.pdf"
    assert offered == [str(tmp_path / "稿件.pdf")]
