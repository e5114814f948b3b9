"""Names, typed one after another."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout

from desktop.kit.tags_field import TagsField, _NameChip, split_names


@pytest.fixture
def field(qtbot):
    dialog = QDialog()
    field = TagsField("通讯员", limit=10)
    ok = QPushButton("好")
    ok.setDefault(True)
    ok.clicked.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    layout.addWidget(field)
    layout.addWidget(ok)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.focusProxy().hasFocus)
    yield field
    dialog.close()


def line(field):
    return field.findChild(QLineEdit)


def chips(field):
    return [chip.name for chip in field._chips]


def commit(field, text):
    """What an input method sends when a word is chosen."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line(field), event)


def compose(field, text):
    QApplication.sendEvent(line(field), QInputMethodEvent(text, []))


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_names_are_split_however_they_are_parted():
    assert split_names("陈立、王芳，李 强;赵敏\n陈立　周") == ("陈立", "王芳", "李", "强", "赵敏", "周")
    assert split_names(" 、，") == ()


@pytest.mark.parametrize("end", ["、", "，", ",", ";", "；", " "])
def test_a_sign_ends_a_name(field, end):
    commit(field, "陈立")
    assert chips(field) == [] and field.value() == ("陈立",)
    commit(field, end)
    assert chips(field) == ["陈立"] and line(field).text() == ""


def test_enter_ends_the_name_and_not_the_dialog(qtbot, field):
    commit(field, "陈立")
    press(qtbot, Qt.Key.Key_Return)
    assert chips(field) == ["陈立"] and field.window().isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert not field.window().isVisible()


def test_leaving_the_field_ends_the_name(qtbot, field):
    commit(field, "陈立")
    press(qtbot, Qt.Key.Key_Tab)
    assert chips(field) == ["陈立"]


def test_a_word_that_is_being_composed_is_left_alone(field):
    commit(field, "陈立、")
    compose(field, "wang fang")
    assert chips(field) == ["陈立"] and field.value() == ("陈立",)
    commit(field, "王芳")
    assert field.value() == ("陈立", "王芳")


def test_backspace_goes_back_and_delete_removes(qtbot, field):
    told = []
    field.set_value(("陈立", "王芳", "李强"))
    field.edited.connect(lambda: told.append(field.value()))
    press(qtbot, Qt.Key.Key_Backspace)
    assert QApplication.focusWidget().name == "李强"
    press(qtbot, Qt.Key.Key_Left, Qt.Key.Key_Delete)
    assert field.value() == ("陈立", "李强") and told == [("陈立", "李强")]
    assert QApplication.focusWidget().name == "李强"
    press(qtbot, Qt.Key.Key_Backspace)
    assert field.value() == ("陈立",) and QApplication.focusWidget() is line(field)
    press(qtbot, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is line(field) and field.window().isVisible()


def test_a_click_on_the_cross_removes_and_one_on_the_name_does_not(qtbot, field):
    field.set_value(("陈立", "王芳"))
    chip = field.findChildren(_NameChip)[0]
    qtbot.waitUntil(lambda: chip.width() > 30)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert len(field.value()) == 2
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 5, 5))
    assert field.value() == ("王芳",)


def test_a_name_is_taken_once(field):
    commit(field, "陈立、陈立、")
    commit(field, "陈立 ")
    assert field.value() == ("陈立",)


def test_a_name_too_long_is_kept_and_said(field):
    commit(field, "青" * 11 + "、")
    assert field.value() == ("青" * 11,) and field.problem()
    field.set_value(())
    assert field.problem() == ""


def test_many_names_go_on_in_the_next_line(qtbot, field):
    field.window().resize(300, 200)
    low = field._box.heightForWidth(260)
    field.set_value(tuple(f"通讯员{n}" for n in range(20)))
    assert field._box.heightForWidth(260) > low * 3
    qtbot.waitUntil(lambda: all(chip.geometry().right() <= field._box.width() for chip in field._chips))
