"""Editing a picture of the text: another picture takes its place as one step, its words stay, the old one is kept."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from db.actions import assets as asset_actions
from db.actions import newsroom
from db.store import assets, people
from db.store.unit import Store
from desktop.intake.pictures import read_picture
from desktop.kit.theme import Mode, Theme
from desktop.screens.editor import body as body_room
from desktop.screens.editor import captioning, picture_editing
from desktop.screens.editor.picture_dialog import PictureDialog


def jpeg(width=800, height=600, colour="green"):
    out = io.BytesIO()
    image = Image.effect_noise((width, height), 90).convert("RGB")
    image.paste(colour, (0, 0, width // 2, height // 2))
    image.save(out, "JPEG", quality=95)
    return out.getvalue()


def keep(desk, data):
    with desk.store.changing(desk.tasks.actor) as unit:
        return asset_actions.add(unit, read_picture(data, "照片.jpg"))


def pixels(store: Store, digest: str) -> Image.Image:
    with store.reading() as connection:
        return Image.open(io.BytesIO(assets.data(connection, digest, store.files)))


@pytest.fixture
def body(qtbot, desk):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None and not desk.screen._sheet.body.visual.isReadOnly())
    return desk.screen._sheet.body


@pytest.fixture
def digest(desk):
    return keep(desk, jpeg())


@pytest.fixture
def dialog(qtbot, desk, digest):
    made = PictureDialog(desk.tasks, Theme(Mode.LIGHT), digest)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(made.left.isEnabled)
    return made


def idle(dialog):
    return lambda: dialog.left.isEnabled()


def done(qtbot, dialog):
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    return dialog.digest


def size(dialog):
    return dialog.size_words.text()


def test_crop_turn_and_shrink_make_another_picture_and_leave_the_old_one(qtbot, desk, dialog, digest):
    dialog.canvas.select(QRect(0, 0, 400, 200))
    dialog.crop.click()
    qtbot.waitUntil(lambda: "400 × 200" in size(dialog))
    dialog.right.click()
    qtbot.waitUntil(lambda: "200 × 400" in size(dialog))
    dialog.edge.setValue(300)
    dialog.shrink.click()
    qtbot.waitUntil(lambda: "150 × 300" in size(dialog))
    new = done(qtbot, dialog)
    assert new and new != digest
    assert pixels(desk.store, new).size == (150, 300)
    assert pixels(desk.store, digest).size == (800, 600)


def test_undo_takes_back_a_step_and_reset_all_of_them(qtbot, dialog):
    for words in ("600 × 800", "800 × 600", "600 × 800"):
        dialog.left.click()
        qtbot.waitUntil(lambda words=words: words in size(dialog) and dialog.left.isEnabled())
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "800 × 600" in size(dialog) and dialog.undo.isEnabled())
    dialog.reset.click()
    qtbot.waitUntil(lambda: not dialog.undo.isEnabled() and dialog.left.isEnabled())
    assert "800 × 600" in size(dialog)
    dialog.accept_button.click()
    assert dialog.digest == "" and not dialog.isVisible()  # nothing was changed, nothing is kept


def test_a_mosaic_is_in_the_kept_pixels_and_in_the_small_form(qtbot, desk, dialog):
    dialog.canvas.select(QRect(400, 300, 400, 300))
    dialog.mosaic.click()
    qtbot.waitUntil(lambda: dialog.undo.isEnabled())
    new = done(qtbot, dialog)
    with desk.store.reading() as connection:
        thumb = assets.get(connection, new).thumb
    for kept in (pixels(desk.store, new), pixels(desk.store, thumb)):
        low, high = kept.convert("L").crop((kept.width // 2 + 4, kept.height // 2 + 4, *kept.size)).getextrema()
        assert high - low < 60  # of noise that went from black to white


def test_the_keyboard_selects_moves_and_stretches(qtbot, dialog):
    canvas = dialog.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selection.size().toTuple() == (400, 300)
    left, top = canvas.selection.topLeft().toTuple()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert canvas.selection.topLeft().toTuple() == (left + 10, top - 1)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.selection.size().toTuple() == (410, 300)
    for _ in range(100):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selection.right() == 799  # never outside the picture
    dialog.ratio.setCurrentIndex(3)
    assert canvas.selection.width() == canvas.selection.height()
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert canvas.selection.width() == canvas.selection.height()


def test_enter_with_a_selection_that_nothing_was_done_with_does_not_end_it(dialog):
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Right)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Return)
    assert dialog.isVisible()


@pytest.mark.parametrize(("index", "ratio"), [(1, 16 / 9), (2, 4 / 3), (3, 1.0)])
def test_the_mouse_selects_in_the_ratio(qtbot, dialog, index, ratio):
    dialog.ratio.setCurrentIndex(index)
    canvas = dialog.canvas
    start = canvas._place().topLeft().toPoint() + QPoint(20, 20)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(160, 30))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(160, 30))
    chosen = canvas.selection
    assert not chosen.isEmpty()
    assert abs(chosen.width() / chosen.height() - ratio) < 0.03


def test_too_small_a_crop_is_said_and_nothing_is_lost(qtbot, dialog):
    dialog.left.click()
    qtbot.waitUntil(lambda: dialog.undo.isEnabled())
    dialog.canvas.select(QRect(10, 10, 1, 1))
    dialog.crop.click()
    qtbot.waitUntil(lambda: "至少要 32 × 32 像素" in dialog.said.text())
    assert "600 × 800" in size(dialog) and dialog.undo.isEnabled() and dialog.accept_button.isEnabled()


def test_a_picture_that_the_record_does_not_have_is_said(qtbot, desk):
    made = PictureDialog(desk.tasks, Theme(Mode.LIGHT), "0" * 64)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.said.property("tint") == "wrong")
    assert not made.accept_button.isEnabled() and not made.crop.isEnabled()


# 保留原图


def settle(desk, **values):
    with desk.store.reading() as connection:
        admin = people.actor(connection, people.everyone(connection)[0].id)
    with desk.store.changing(admin) as unit:
        newsroom.set_settings(unit, values)


@pytest.fixture
def shown(qtbot, desk):
    """Open the dialog on a picture of a newsroom that keeps originals and lets pictures be 1280 pixels long."""
    settle(desk, keep_originals=True, picture_edge=1280)

    def showing(digest):
        made = PictureDialog(desk.tasks, Theme(Mode.LIGHT), digest)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(made.left.isEnabled)
        return made

    return showing


def original(desk, digest):
    with desk.store.reading() as connection:
        found = assets.original(connection, digest)
        return found.digest if found else ""


def limited(desk, qtbot, body):
    body.pictures_given.emit([jpeg(2000, 1000)])
    qtbot.waitUntil(lambda: body.picture_here() is not None)
    return body.picture_here().facts[0].removeprefix("asset:")


def cut(qtbot, dialog):
    dialog.canvas.select(QRect(0, 0, 400, 200))
    dialog.crop.click()
    qtbot.waitUntil(lambda: "400 × 200" in size(dialog))


def masked(qtbot, dialog):
    dialog.canvas.select(QRect(100, 100, 200, 100))
    dialog.mosaic.click()
    qtbot.waitUntil(dialog.undo.isEnabled)


def test_a_cut_picture_begins_again_from_all_that_came_in(qtbot, desk, body, shown):
    came = limited(desk, qtbot, body)
    assert pixels(desk.store, came).size == (1280, 640) and original(desk, came)
    dialog = shown(came)
    cut(qtbot, dialog)
    small = done(qtbot, dialog)
    again = shown(small)
    assert again.anew.isVisible()
    again.anew.click()
    qtbot.waitUntil(lambda: "2000 × 1000" in size(again))
    assert "没有马赛克" in again.said.text() and not again.anew.isEnabled()
    made = done(qtbot, again)  # as it is: that is a change of the cut one
    assert made not in ("", small) and pixels(desk.store, made).size == (1280, 640)  # no longer than pictures may be
    assert original(desk, made) == original(desk, small) == original(desk, came)


def test_without_an_original_there_is_nothing_to_begin_from(dialog):
    assert dialog.anew.isHidden()


def test_a_mosaic_lets_go_of_the_original_and_says_so(qtbot, desk, body, shown):
    dialog = shown(limited(desk, qtbot, body))
    assert not dialog.tied.isVisible()
    masked(qtbot, dialog)
    assert dialog.tied.isVisible() and not dialog.tied.isChecked() and "不再连着原图" in dialog.said.text()
    assert original(desk, done(qtbot, dialog)) == ""


def test_who_wants_it_keeps_the_tie_of_a_masked_picture(qtbot, desk, body, shown):
    came = limited(desk, qtbot, body)
    dialog = shown(came)
    masked(qtbot, dialog)
    dialog.tied.click()
    assert original(desk, done(qtbot, dialog)) == original(desk, came) != ""


def test_a_mosaic_that_was_taken_back_lets_go_of_nothing(qtbot, desk, body, shown):
    came = limited(desk, qtbot, body)
    dialog = shown(came)
    masked(qtbot, dialog)
    dialog.undo.click()
    qtbot.waitUntil(lambda: not dialog.undo.isEnabled() and dialog.left.isEnabled())
    assert not dialog.tied.isVisible()
    cut(qtbot, dialog)
    assert original(desk, done(qtbot, dialog)) == original(desk, came)


def test_where_originals_are_not_kept_a_mosaic_asks_nothing(qtbot, dialog):
    masked(qtbot, dialog)
    assert not dialog.tied.isVisible()


class Turned:
    """Stands in for the person at the dialog: turns the picture and is done."""

    def __init__(self, qtbot, monkeypatch):
        def exec_(dialog):
            dialog.show()
            qtbot.waitUntil(dialog.left.isEnabled)
            dialog.left.click()
            qtbot.waitUntil(dialog.undo.isEnabled)
            done(qtbot, dialog)
            return dialog.result()

        monkeypatch.setattr(picture_editing.PictureDialog, "exec", exec_)


def put(body, digest):
    body.insert_picture(digest)
    found = body.picture_here()
    body.visual.describe(found, (found.facts[0], "一张照片", "主席台", "摄影：方一鸣"))


def test_the_new_picture_takes_the_place_of_the_old_one_in_one_step(qtbot, desk, body, digest, monkeypatch):
    Turned(qtbot, monkeypatch)
    put(body, digest)
    before = body.text()
    desk.screen._sheet.properties.cover.choose(digest)
    assert desk.commands.run("text.edit_picture")
    after = body.text()
    new = body.picture_here().facts[0].removeprefix("asset:")
    assert new != digest and after == before.replace(digest, new)
    assert body.picture_here().facts[1:] == ("一张照片", "主席台", "摄影：方一鸣")
    assert pixels(desk.store, new).size == (600, 800)
    assert desk.screen._sheet.properties.cover.value() == new  # no unmasked one is left on the front page
    body.visual.undo()
    assert body.text() == before


def test_where_the_old_one_still_stands_is_told(qtbot, desk, body, digest, monkeypatch):
    Turned(qtbot, monkeypatch)
    put(body, digest)
    put(body, digest)
    desk.commands.run("text.edit_picture")
    assert "还有 1 处" in desk.messages.messages()[-1].text


def test_films_and_what_is_not_in_the_record_are_not_edited(desk, body):
    assert not desk.commands.command("text.edit_picture").enabled()
    body.insert("![](https://example.com/a.jpg)")
    assert not desk.commands.command("text.edit_picture").enabled()


def test_the_words_of_the_figure_lead_to_its_pixels(qtbot, desk, body, digest, monkeypatch):
    Turned(qtbot, monkeypatch)
    put(body, digest)

    def asking(_parent, _alt, _caption, _credit, edit):
        edit()
        return ("另一句", "主席台", "摄影：方一鸣")

    monkeypatch.setattr(body_room, "ask_words", asking)
    body.describe_picture()
    facts = body.picture_here().facts
    assert facts[0] != f"asset:{digest}" and facts[1] == "另一句"


def test_several_pictures_that_come_in_make_one_offer_and_no_dialog(qtbot, desk, body, monkeypatch):
    asked = []
    answers = iter([("", "开幕式", "摄影：方一鸣"), None])
    monkeypatch.setattr(captioning, "ask_words", lambda *given: asked.append(given) or next(answers, None))
    body.pictures_given.emit([jpeg(colour=colour) for colour in ("red", "blue", "white")])
    qtbot.waitUntil(lambda: body.text().count("asset:") == 3)
    offers = [message for message in desk.messages.messages() if message.action_text == "填图说"]
    assert len(offers) == 1 and not asked
    offers[0].action()
    assert len(asked) == 2  # picture by picture, until the person thinks better of it
    assert body.text().count("开幕式") == 1
    desk.commands.run("text.captions")  # and later again


def test_a_cover_asks_for_no_caption(qtbot, desk, body, tmp_path):
    (tmp_path / "a.jpg").write_bytes(jpeg())
    cover = desk.screen._sheet.properties.cover
    cover.dropped.emit([tmp_path / "a.jpg"])
    qtbot.waitUntil(lambda: cover.value() != "")
    assert not desk.messages.messages()


def test_pictures_are_taken_in_as_long_as_the_newsroom_says(qtbot, desk, body):
    with desk.store.reading() as connection:
        admin = people.actor(connection, people.everyone(connection)[0].id)
    with desk.store.changing(admin) as unit:
        newsroom.set_settings(unit, {"picture_edge": 1280})
    body.pictures_given.emit([jpeg(2000, 1000)])
    qtbot.waitUntil(lambda: body.picture_here() is not None)
    assert pixels(desk.store, body.picture_here().facts[0].removeprefix("asset:")).size == (1280, 640)
