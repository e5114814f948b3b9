"""What the window does when the world or the program fails: no text is lost, and the person is told."""

import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from db.store.backups import make
from db.store.driver import sqlite_module
from db.store.unit import Store
from desktop import paths
from desktop.kit import exception_hook
from desktop.kit.exception_hook import ReportDialog
from desktop.kit.theme import Theme
from desktop.paths import backups_of
from desktop.recovery import Recovery
from desktop.settings import MachineSettings
from desktop.shell.window import MainWindow
from tests.faults.rights import protected

from .test_window import signed_in


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path / "data")


@pytest.fixture
def recovery(tmp_path):
    return Recovery(tmp_path / "data" / "recovery")


@pytest.fixture
def blocked(newsroom_file):
    """Another program that holds the newsroom for itself; it lets go when told."""
    other = sqlite_module().connect(str(newsroom_file), isolation_level=None, check_same_thread=False)

    def hold():
        other.execute("BEGIN IMMEDIATE")
        return other.rollback

    yield hold
    other.close()


def kept(recovery):
    return [text.fields.body for text in recovery._every()]


def reading(qtbot, window, path):
    """Sign in and open an own draft that may be written."""
    desk = signed_in(qtbot, window, path)
    desk.open_article(1)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article._opened is not None)
    return desk


def writing(qtbot, window, path, words):
    """Open an own draft and type into it."""
    desk = reading(qtbot, window, path)
    qtbot.waitUntil(lambda: not desk.article._sheet.body.editor.isReadOnly())
    qtbot.keyClicks(desk.article._sheet.body.editor, words)
    return desk


def test_a_mistake_of_ours_keeps_the_text_of_the_open_article(qtbot, window, newsroom_file, recovery, tmp_path):
    before = sys.excepthook, threading.excepthook
    hook = exception_hook.install(window.keep_text, tmp_path / "logs")
    writing(qtbot, window, newsroom_file, "abc")

    def fall():
        raise ValueError("坏了")

    try:
        with qtbot.waitSignal(hook.reported):
            QTimer.singleShot(0, fall)
        assert [body[:3] for body in kept(recovery)] == ["abc"]
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReportDialog) and w.isVisible())
        assert "已另存一份" in dialog._words.text()
        dialog.close()
    finally:
        sys.excepthook, threading.excepthook = before


def test_closing_while_the_newsroom_is_locked_keeps_the_text(
    qtbot, window, newsroom_file, recovery, blocked, monkeypatch
):
    monkeypatch.setattr("desktop.screens.editor.screen.SHORTLY", 50)
    desk = writing(qtbot, window, newsroom_file, "abc")
    let_go = blocked()
    desk.article._saver.save()
    window.close()
    assert [body[:3] for body in kept(recovery)] == ["abc"]
    threading.Timer(0.2, let_go).start()  # the save that waits is made while the newsroom is closed
    window._close_newsroom()
    desk = reading(qtbot, window, newsroom_file)
    assert desk.article._sheet.body.text().startswith("abc")
    qtbot.waitUntil(lambda: kept(recovery) == [])  # what was kept is in the newsroom: nothing is offered


@pytest.mark.skipif(sys.platform == "win32", reason="chmod takes no rights away on Windows")
def test_a_newsroom_that_is_write_protected_is_read_with_a_banner_and_nothing_can_be_changed(
    qtbot, window, newsroom_file
):
    before = newsroom_file.read_bytes()
    with protected(newsroom_file, newsroom_file.parent):
        desk = reading(qtbot, window, newsroom_file)
        [banner] = desk.messages.messages()
        assert "只能看" in banner.text and banner.action_text == "重新打开"
        assert desk.article._sheet.body.editor.isReadOnly()
        steps = ("article.new", "article.submit", "article.save", "publishing.update")
        desk.navigation.choose_workplace("publishing")
        assert not [step for step in steps if desk.commands.action(step).isEnabled()]
        qtbot.waitUntil(lambda: not window.session.keeper._asking)
        window._close_newsroom()
    assert newsroom_file.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="chmod takes no rights away on Windows")
def test_when_it_can_be_written_again_it_is_opened_again_with_a_click(qtbot, window, newsroom_file):
    with protected(newsroom_file, newsroom_file.parent):
        desk = signed_in(qtbot, window, newsroom_file)
        [banner] = desk.messages.messages()
    banner.action()
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not desk, timeout=10000)
    assert window.desk.commands.action("article.new").isEnabled()


def test_damage_that_is_found_while_people_work_is_told_with_the_way_to_mend_it(qtbot, window, newsroom_file):
    store = Store(newsroom_file)
    make(store, backups_of(newsroom_file))
    store.close()
    desk = signed_in(qtbot, window, newsroom_file)
    qtbot.waitUntil(lambda: not window.session.keeper._asking)
    spoil_table(newsroom_file, "release")
    with qtbot.waitSignal(window.session.keeper.damaged):
        window.session.keeper.look()
    [told] = [message for message in desk.messages.messages() if "有损坏" in message.text]
    told.action()
    panel = window.welcome.damaged
    qtbot.waitUntil(lambda: window.welcome.panel is panel, timeout=10000)
    assert panel.backups.count() == 1
    assert not newsroom_file.with_name(newsroom_file.name + "-clean").exists()


def test_what_can_be_read_of_a_damaged_newsroom_is_saved_at_the_window(qtbot, window, newsroom_file):
    spoil_table(newsroom_file, "release")
    before = newsroom_file.read_bytes()
    window.open(newsroom_file)
    panel = window.welcome.damaged
    qtbot.waitUntil(lambda: window.welcome.panel is panel, timeout=10000)
    panel.salvage_button.click()
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=10000)
    [told] = window.welcome.messages.messages()
    assert "4 篇稿件" in told.text and "没有动" in told.text
    assert newsroom_file.read_bytes() == before
    assert window.session.store.path == newsroom_file.with_name(f"{newsroom_file.stem}-repaired.caibian")


def spoil_table(path, name):
    """Tear the root page of a table, of which nothing is kept in memory by who has the file open."""
    driver = sqlite_module()
    connection = driver.connect(str(path))
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no folder with an open file")
def test_a_newsroom_whose_folder_was_moved_away_is_closed_without_a_word_lost(
    qtbot, window, newsroom_file, recovery, tmp_path
):
    folder, moved = tmp_path / "room", tmp_path / "moved"
    folder.mkdir()
    path = newsroom_file.rename(folder / newsroom_file.name)
    writing(qtbot, window, path, "abc")
    folder.rename(moved)
    window._close_newsroom()
    moved.rename(folder)
    desk = reading(qtbot, window, path)
    assert "abc" in (desk.article._sheet.body.text()[:3], *(body[:3] for body in kept(recovery)))


def test_settings_that_cannot_be_written_stop_nobody(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = MachineSettings(tmp_path / "file" / "settings.json")
    settings.set("theme", "dark")
    assert settings.get("theme") == "dark"


@pytest.mark.parametrize("kind", ["newer", "share"])
def test_what_must_not_be_opened_is_refused_in_words_and_left_alone(qtbot, window, newsroom_file, monkeypatch, kind):
    if kind == "newer":
        connection = sqlite_module().connect(str(newsroom_file))
        connection.execute("PRAGMA user_version = 99")
        connection.close()
    else:
        monkeypatch.setattr("db.store.place._file_system", lambda _path: "cifs")
    before = newsroom_file.read_bytes()
    window.open(newsroom_file)
    qtbot.waitUntil(lambda: bool(window.welcome.messages.messages()), timeout=10000)
    [told] = window.welcome.messages.messages()
    assert ("升级采编台" if kind == "newer" else "网络共享盘") in told.text
    assert window.welcome.panel is window.welcome.start and newsroom_file.read_bytes() == before


@pytest.fixture
def limited(newsroom_file):
    """A database that may not grow; SQLite tells it as it tells a full disk."""

    def fill(window):
        writing = window.session.store._ground._writing(lambda: window.session.store.engine).connection.dbapi_connection
        writing.execute("PRAGMA max_page_count = 1")  # that is: as many as there are
        return lambda: writing.execute("PRAGMA max_page_count = 1000000")

    return newsroom_file, fill


@pytest.fixture
def full_disk(newsroom_file, tmp_path):
    """A real one, where mounting is allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting needs rights")

    def fill(_window):
        filler = place / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"\0" * 4096)
        return filler.unlink

    yield Path(shutil.copy(newsroom_file, place)), fill
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize("disk", ["limited", "full_disk"])
def test_a_full_disk_is_told_the_text_is_kept_and_saved_when_there_is_room_again(
    qtbot, window, recovery, request, disk
):
    path, fill = request.getfixturevalue(disk)
    desk = writing(qtbot, window, path, "abc")
    saver = desk.article._saver
    qtbot.waitUntil(lambda: saver.clean)
    qtbot.waitUntil(lambda: not window.session.keeper._asking)
    make_room = fill(window)
    words = "满" * 200_000
    desk.article._sheet.body.editor.insertPlainText(words)
    saver.save()
    qtbot.waitUntil(lambda: "磁盘已满" in desk.article._frame._state.text())
    assert words in kept(recovery)[0] and words in desk.article._sheet.body.text()
    make_room()
    assert saver._retry.isActive()
    saver._retry.timeout.emit()
    qtbot.waitUntil(lambda: saver.clean)
    assert kept(recovery) == []
    window._close_newsroom()


def test_a_newsroom_that_another_program_holds_is_told_and_the_text_saved_afterwards(
    qtbot, window, newsroom_file, recovery, blocked, monkeypatch
):
    monkeypatch.setattr("db.store.driver.LOCK_WAIT_MS", 100)
    desk = writing(qtbot, window, newsroom_file, "abc")
    saver = desk.article._saver
    qtbot.waitUntil(lambda: saver.clean)
    let_go = blocked()
    qtbot.keyClicks(desk.article._sheet.body.editor, "def")
    saver.save()
    qtbot.waitUntil(lambda: "另一个程序占用着数据" in desk.article._frame._state.text())
    assert "def" in kept(recovery)[0]
    let_go()
    saver._retry.timeout.emit()
    qtbot.waitUntil(lambda: saver.clean)
    assert kept(recovery) == []


def test_a_second_copy_of_the_program_reads_what_the_first_one_writes(qtbot, window, newsroom_file, tmp_path):
    first = writing(qtbot, window, newsroom_file, "abc")
    qtbot.waitUntil(lambda: first.article._saver.clean)
    windows = QSettings(str(tmp_path / "second.ini"), QSettings.Format.IniFormat)
    other = MainWindow(Theme(), MachineSettings(tmp_path / "second.json"), windows)
    qtbot.addWidget(other)
    other.show()
    second = reading(qtbot, other, newsroom_file)
    qtbot.waitUntil(lambda: second.article._sheet.body.editor.isReadOnly())
    assert second.article._sheet.body.text().startswith("abc")
    qtbot.keyClicks(first.article._sheet.body.editor, "def")
    first.article._saver.save()
    qtbot.waitUntil(lambda: first.article._saver.clean)
    other.session.keeper.watch()
    qtbot.waitUntil(lambda: "def" in second.article._sheet.body.text())
    other.end()
    assert first.article._saver.clean


def test_on_a_full_disk_a_newsroom_is_read_and_worked_in_when_there_is_room(qtbot, window, full_disk):
    path, fill = full_disk
    make_room = fill(window)
    desk = reading(qtbot, window, path)
    [banner] = desk.messages.messages()
    assert "磁盘已满" in banner.text and desk.article._sheet.body.editor.isReadOnly()
    make_room()
    banner.action()
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not desk, timeout=10000)
    assert window.desk.commands.action("article.new").isEnabled()
    window._close_newsroom()
