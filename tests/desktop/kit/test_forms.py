"""Fields of forms, by the keyboard."""

from enum import Enum

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.kit.forms import ChoiceField, DateField, LineField, TagsField, TextField


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@pytest.fixture
def show(qtbot):
    """Put a field into a window with another one, so that focus has somewhere to go."""
    windows = []

    def shown(field):
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.addWidget(field)
        layout.addWidget(QLineEdit())
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.activateWindow()
        field.setFocus()
        return field

    return shown


def words(field):
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible() and label.text()]


def edits(field):
    told = []
    field.edited.connect(lambda: told.append(1))
    return told


@pytest.mark.parametrize("make", [LineField, TextField, ChoiceField, DateField, TagsField])
def test_every_field_has_a_label_a_name_and_says_what_is_wrong(show, make):
    field = show(make("来源", hint="供稿单位的简称", required=True))
    focus = field.focusProxy()
    assert focus.accessibleName() == "来源" and "必填" in focus.accessibleDescription()
    label = next(label for label in field.findChildren(QLabel) if label.buddy())
    assert label.buddy() is focus and "来源" in label.text()
    assert "供稿单位的简称" in words(field)
    field.show_error("请填写来源")
    assert "请填写来源" in words(field) and "请填写来源" in focus.accessibleDescription()
    field.show_error("")
    assert "供稿单位的简称" in words(field)


def test_a_line_is_cleaned_as_it_leaves(qtbot, show):
    field = show(LineField("标题"))
    line = field.findChild(QLineEdit)
    told = edits(field)
    line.insert("青禾\x00县\u202e三项\ud800举措 ")
    assert field.value() == "青禾县三项举措" and told == [1]
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "青禾县三项举措"


def test_setting_is_not_editing(show):
    for field, value in (
        (LineField("题"), "甲"),
        (TextField("意见"), "甲\n乙"),
        (DateField("日期"), "2026-11-23"),
        (TagsField("通讯员"), ("陈立",)),
        (ChoiceField("色", [(Colour.RED, "红")]), Colour.RED),
    ):
        told = edits(show(field))
        field.set_value(value)
        assert field.value() == value and told == []


def test_what_is_too_long_is_kept_whole_and_said(qtbot, show):
    field = show(LineField("标题", limit=10))
    line = field.findChild(QLineEdit)
    QGuiApplication.clipboard().setText("青" * 40_000)
    line.paste()
    assert len(field.value()) == 40_000 and "39990" in field.problem() and field.problem() in words(field)
    line.selectAll()
    qtbot.keyClicks(line, "abc")
    assert field.problem() == "" and field.value() == "abc"


def test_near_the_limit_the_count_is_shown(show):
    field = show(TextField("摘要", limit=100))
    field.set_value("字" * 90)
    assert "90/100" in words(field) and field.problem() == ""


def test_a_password_is_what_was_typed_to_the_last_space(qtbot, show):
    field = show(LineField("密码", secret=True))
    qtbot.keyClicks(field.findChild(QLineEdit), " a b ")
    assert field.value() == " a b " and field.findChild(QLineEdit).echoMode() == QLineEdit.EchoMode.Password


def test_tab_leaves_a_text(qtbot, show):
    field = show(TextField("意见"))
    editor = field.findChild(QPlainTextEdit)
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus() and field.value() == ""


def test_a_choice_gives_back_the_very_value(qtbot, show):
    field = show(ChoiceField("颜色", [(Colour.RED, "红"), (Colour.BLUE, "蓝")]))
    assert field.value() is None
    told = edits(field)
    qtbot.keyClick(field.findChild(QComboBox), Qt.Key.Key_Down)
    assert field.value() is Colour.RED and told == [1]
    field.set_options([(Colour.BLUE, "蓝"), (Colour.RED, "朱")])
    assert field.value() is Colour.RED


def test_a_wheel_that_passes_over_changes_no_choice(qtbot, show):
    field = show(ChoiceField("颜色", [(Colour.RED, "红"), (Colour.BLUE, "蓝")]))
    field.set_value(Colour.RED)
    box = field.findChild(QComboBox)
    assert box.focusPolicy() == Qt.FocusPolicy.StrongFocus  # a real wheel gives focus first where it may
    box.setFocus()
    at = QPointF(5, 5)
    QApplication.sendEvent(
        box,
        QWheelEvent(
            at,
            at,
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    assert field.value() is Colour.RED


def test_a_value_is_checked_on_leaving_the_line_and_stays_as_it_was_written(qtbot):
    field = LineField("网址名", check=lambda text: "" if text.isascii() else "只用字母。")
    qtbot.addWidget(field)
    qtbot.keyClicks(field._line, "abc")
    field._line.setText("青禾")
    field._line.textEdited.emit("青禾")
    assert not field._below.text()
    field._line.editingFinished.emit()
    assert field._below.text() == "只用字母。" and field.value() == "青禾"
    assert field.problem() == "只用字母。"


def test_a_form_that_is_only_read_can_be_read_and_copied(qtbot):
    line, text, choice = LineField("标题"), TextField("摘要"), ChoiceField("栏目", [(1, "要闻")])
    day, tags = DateField("日期"), TagsField("通讯员")
    for field in (line, text, choice, day, tags):
        qtbot.addWidget(field)
    tags.set_value(("陈立",))
    for field in (line, text, choice, day, tags):
        field.set_read_only(True)
    assert line._line.isReadOnly() and line._line.isEnabled() and text._text.isReadOnly() and day._line.isReadOnly()
    assert not choice._box.isEnabled()
    tags._chips[0].removed.emit()
    assert tags.value() == ("陈立",)
    tags.set_read_only(False)
    tags._chips[0].removed.emit()
    assert tags.value() == ()


def test_a_long_value_is_shown_from_its_beginning(qtbot, show):
    field = show(LineField("标题"))
    field.set_value("清河镇新建便民菜市场开门迎客，首日客流超过三千人次" * 3)
    assert field._line.cursorPosition() == 0


def test_a_counted_line_says_how_long_it_is_as_editors_count(qtbot):
    title = LineField("标题", counted=True)
    qtbot.addWidget(title)
    assert title._count.text() == ""
    title.set_value("青禾县3项举措让小区“焕新”")
    assert title._count.text() == "14 字"
    title.set_value("字" * 290)
    assert title._count.text() == "290/300"
