"""The command palette, by its keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget

from desktop.kit.commands import Command, Commands
from desktop.kit.palette import CommandPalette
from desktop.kit.palette_model import ITEM_ROLE, PaletteItem, PaletteModel
from desktop.kit.theme import Mode, Theme


@pytest.fixture
def done():
    return []


@pytest.fixture
def palette(qtbot, done):
    theme = Theme(Mode.LIGHT)
    commands = Commands(theme)
    for number, (title, keys, may) in enumerate(
        [
            ("新建稿件", "Ctrl+N", True),
            ("送审", "Ctrl+Return", True),
            ("撤回送审", "", False),
            ("发布网站", "", True),
            ("定时发布", "", True),
            ("导出 Word", "", True),
        ]
    ):
        commands.add(
            Command(
                str(number),
                title,
                lambda title=title: done.append(title),
                keys,
                ("提交",) if title == "送审" else (),
                enabled=lambda may=may: may,
            )
        )
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    palette = CommandPalette(commands, theme, window)
    palette.pop_up()
    yield palette
    window.close()


def titles(palette):
    model = palette.findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def type_in(palette, text):
    palette.findChild(QLineEdit).insert(text)


def press(qtbot, palette, *keys):
    for key in keys:
        qtbot.keyClick(palette.findChild(QLineEdit), key)


def test_every_command_is_listed_at_first_with_its_shortcut(palette):
    assert len(titles(palette)) == 6
    model = palette.findChild(QListView).model()
    assert model.index(0, 0).data(ITEM_ROLE).detail == "Ctrl+N"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("fb", "发布网站"),
        ("dsfb", "定时发布"),
        ("word", "导出 Word"),
        ("songshen", "送审"),
        ("送", "送审"),
        ("tijiao", "送审"),
    ],
)
def test_a_few_letters_and_enter_carry_a_command_out(qtbot, palette, done, typed, first):
    type_in(palette, typed)
    assert titles(palette)[0] == first
    press(qtbot, palette, Qt.Key.Key_Return)
    assert done == [first] and not palette.isVisible()


def test_the_arrows_walk_over_what_cannot_be_done_now(qtbot, palette, done):
    type_in(palette, "送审")
    assert titles(palette) == ["送审", "撤回送审"]
    press(qtbot, palette, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert done == ["送审"]


def test_the_arrows_stop_at_both_ends(qtbot, palette, done):
    press(qtbot, palette, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert done == ["导出 Word"]


def test_escape_closes_it_and_nothing_is_done(qtbot, palette, done):
    press(qtbot, palette, Qt.Key.Key_Escape)
    assert not palette.isVisible() and done == []


def test_a_click_carries_out_what_is_under_it(qtbot, palette, done):
    view = palette.findChild(QListView)
    place = view.visualRect(view.model().index(2, 0)).center()  # what cannot be done now is listed last
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == ["发布网站"]


def test_articles_are_found_after_a_pause_and_late_answers_are_dropped(qtbot, palette, done):
    asked = []
    palette.add_provider(lambda query, answer: asked.append((query, answer)))
    type_in(palette, "青")
    qtbot.waitUntil(lambda: len(asked) == 1)
    type_in(palette, "禾")
    qtbot.waitUntil(lambda: len(asked) == 2)
    asked[0][1]([PaletteItem("旧", lambda: done.append("旧"))])
    assert titles(palette) == []
    asked[1][1]([PaletteItem("青禾县", lambda: done.append("青禾县"), "已发布")])
    assert titles(palette) == ["青禾县"]
    press(qtbot, palette, Qt.Key.Key_Return)
    assert done == ["青禾县"]


def test_where_nothing_fits_it_says_so(palette):
    type_in(palette, "zzz")
    label = palette.findChild(QLabel)
    assert titles(palette) == [] and label.isVisible()


def test_the_model_keeps_the_rules_of_models(palette):
    model = PaletteModel(palette._commands)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.look_for("fb")
    model.look_for("")
    assert model.rowCount() == 6


def test_it_lies_in_the_middle_of_its_window_however_that_is_moved_and_sized(qtbot, palette):
    window, card = palette.window(), palette.findChild(QLineEdit).parentWidget()
    assert palette.parentWidget() is window and not palette.isWindow()
    for width, height in ((1440, 900), (800, 500), (420, 300)):
        window.move(width // 3, height // 4)
        window.resize(width, height)
        qtbot.waitUntil(lambda width=width: abs(card.mapTo(window, card.rect().center()).x() - width // 2) <= 1)
        assert window.rect().contains(card.mapTo(window, card.rect().topLeft()))
        assert card.mapTo(window, card.rect().topLeft()).y() < height // 4


def test_the_keyboard_goes_back_to_where_it_was(qtbot, palette):
    palette.dismiss()
    line = QLineEdit(palette.window())
    line.show()
    palette.window().activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    palette.pop_up("新")
    assert palette.findChild(QLineEdit).hasFocus()
    qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert line.hasFocus() and not palette.isVisible()


def test_a_click_beside_it_closes_it(qtbot, palette, done):
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible() and done == []


def test_what_fits_better_stands_higher_whoever_found_it(qtbot, palette, done):
    palette.add_provider(lambda query, answer: answer([PaletteItem("送审中", lambda: done.append("栏目"), worth=950)]))
    type_in(palette, "送")
    qtbot.waitUntil(lambda: len(titles(palette)) == 3)
    assert titles(palette) == ["送审中", "送审", "撤回送审"]


def test_a_late_answer_leaves_the_person_where_they_went(qtbot, palette, done):
    answers = []
    palette.add_provider(lambda query, answer: answers.append(answer))
    type_in(palette, "发布")
    qtbot.waitUntil(lambda: len(answers) == 1)
    press(qtbot, palette, Qt.Key.Key_Down)
    answers[0]([PaletteItem("发布会", lambda: done.append("发布会"), worth=990)])
    press(qtbot, palette, Qt.Key.Key_Return)
    assert done == ["定时发布"]
