"""Every text of an article on one timeline; two are compared, and one paragraph is brought back."""

import pytest
from PySide6.QtCore import Qt, QUrl

from db.actions import write
from db.store import articles
from desktop.kit.difference import MOVED, RESTORE
from tests.desktop.screens.editor.conftest import rewrite

FIRST = "第一段写的是清河上的桥。\n\n第二段写的是渠，共48条，惠及三个村。\n\n第三段写的是春耕，农机都下了田。\n"


@pytest.fixture
def written(desk, fill, qtbot):
    """An article with a named revision of ``FIRST``."""
    screen = desk.screen
    screen.open(None)
    qtbot.waitUntil(lambda: screen._opened is not None)
    fill()
    rewrite(screen, FIRST)
    assert screen.commit_pending()
    qtbot.waitUntil(lambda: screen._opened.article is not None)
    with desk.store.changing(desk.tasks.actor) as unit:
        write.keep(unit, screen._opened.article.draft.id, "头一稿")
    screen._read()
    qtbot.waitUntil(lambda: bool(screen._opened.revisions))
    return screen


def compared(screen, qtbot, body):
    """Write another body and compare the revision with it."""
    rewrite(screen, body)
    screen._history.comparing_wanted.emit(
        screen._history._all[0] if screen._history._all[0].n else revision(screen), None
    )
    qtbot.waitUntil(lambda: screen._reading.isVisible() and bool(screen._reading._paragraphs))
    return screen._reading


def revision(screen):
    return next(text for text in screen._history._all if text.n)


def restore(reading, words):
    [at] = [at for at in reading._restorable if words in reading._paragraphs[at].old]
    assert f"{RESTORE}{at}" in reading.browser.toHtml()
    reading.browser.anchorClicked.emit(QUrl(f"{RESTORE}{at}"))


def test_revisions_and_saves_stand_on_one_timeline_by_day(desk, written, qtbot):
    history = written._history
    rewrite(written, FIRST + "\n又一段。\n")
    assert written.commit_pending()
    written._read()
    qtbot.waitUntil(lambda: any(text.kind == "saved" for text in history._all))
    lines = [history._list.item(row).text() for row in range(history._list.count())]
    assert lines[0] == "今天"
    assert not history._list.item(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert any("自动保存 · 林晓" in line for line in lines), lines
    assert any(line.startswith("第 1 稿") and "头一稿" in line for line in lines)
    history._saves.click()
    lines = [history._list.item(row).text() for row in range(history._list.count())]
    assert not any("自动保存" in line for line in lines)


@pytest.mark.parametrize("visual", [True, False])
def test_one_paragraph_is_brought_back_and_can_be_taken_back_again(desk, written, qtbot, visual):
    written._sheet.body.set_visual(visual)
    changed = FIRST.replace("48", "49").replace("春耕", "秋收")
    reading = compared(written, qtbot, changed)
    restore(reading, "48条")
    wanted = FIRST.replace("春耕", "秋收")
    qtbot.waitUntil(lambda: written._sheet.body.text() == wanted)
    assert written.commit_pending()
    with desk.store.reading() as c:
        assert articles.get(c, written._opened.article.id).draft.fields.body == wanted
    written._sheet.body.editor.undo()
    assert written._sheet.body.text() == changed


def test_a_text_that_was_written_on_is_compared_again_and_not_overwritten(desk, written, qtbot):
    reading = compared(written, qtbot, FIRST.replace("48", "49"))
    rewrite(written, FIRST.replace("48", "50"))
    restore(reading, "48条")
    qtbot.waitUntil(lambda: any("50" in line.new for line in reading._paragraphs))
    assert "50条" in written._sheet.body.text()


def test_what_is_read_only_offers_nothing_to_bring_back(desk, written, qtbot):
    desk.sign_in("周敏")
    reading = compared(written, qtbot, FIRST.replace("48", "49"))
    assert not reading._restorable


def test_a_moved_paragraph_leads_from_one_end_to_the_other(desk, written, qtbot):
    lines = FIRST.split("\n\n")
    reading = compared(written, qtbot, "\n\n".join([lines[1], lines[2].rstrip("\n"), lines[0]]) + "\n")
    html = reading.browser.toHtml()
    assert f"{MOVED}to-1" in html and f"{MOVED}from-1" in html
    assert "移到了别处" in reading.browser.toPlainText() and "从别处移来" in reading.browser.toPlainText()


def test_the_changes_are_gone_through_forth_and_back_by_f7(desk, written, qtbot):
    reading = compared(written, qtbot, FIRST.replace("48", "49").replace("春耕", "秋收"))
    for name, said in (("next", "1/2"), ("next", "2/2"), ("next", "1/2"), ("previous", "2/2"), ("previous", "1/2")):
        desk.commands.run(f"compare.{name}")
        assert said in reading._where.text()
