"""Notes are made where something is selected, follow what is written, and are settled by who may."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from db.actions import channels, notes, review, write
from db.domain.article import Fields, Words
from db.domain.note import BODY, Spot
from db.store import articles, history, people
from db.store import channels as schemes
from db.store import notes as reading
from desktop.screens.editor.noting import Noting
from tests.desktop.screens.editor.conftest import rewrite

BODY_TEXT = (
    "今年以来，青禾县把老旧小区改造作为民生实事。\n\n一是问需于民，收集意见建议1376条。\n\n二是分类施策，一户一策。"
)


@pytest.fixture
def story(desk):
    """An article of 林晓, and ways to do things with it below the window."""

    class Story:
        def __init__(self):
            with desk.store.changing(self.actor("林晓")) as unit:
                fields = Fields(channel_id=desk.channel_id, title="三项举措", source="县住建局", body=BODY_TEXT)
                self.saved = write.start(unit, fields, Words(BODY_TEXT, 60))

        def actor(self, name):
            with desk.store.reading() as c:
                return people.actor(c, desk.people[name])

        def submit(self):
            with desk.store.changing(self.actor("林晓")) as unit:
                version = articles.draft_record(unit.connection, self.saved.draft_id)["version"]
                review.submit(unit, self.saved.draft_id, version)

        def notes(self):
            with desk.store.reading() as c:
                return reading.of_draft(c, self.saved.draft_id)

        def note(self, name, text="请核对", spot=None, digest=""):
            with desk.store.changing(self.actor(name)) as unit:
                return notes.annotate(unit, self.saved.draft_id, spot or Spot(BODY, quote="收集意见建议"), text, digest)

    return Story()


@pytest.fixture
def noting(desk) -> Noting:
    return desk.screen.findChild(Noting)


@pytest.fixture
def opened(desk, story, noting, qtbot):
    def opening(name="林晓"):
        desk.sign_in(name)
        with qtbot.waitSignal(desk.screen.opened):
            desk.screen.open(story.saved.article_id)
        if name != "林晓":
            qtbot.waitUntil(lambda: "一是问需" in desk.screen._preview.toPlainText())
        else:
            qtbot.waitUntil(desk.screen._may_write)
        return desk.screen._frame.text_seen()

    return opening


def select(editor, words):
    found = editor.document().find(words)
    assert not found.isNull()
    editor.setTextCursor(found)


def marked(noting, note_id=None) -> str:
    row = noting._panel.current()
    wanted = note_id or (row.note.id if row is not None else 0)
    place = noting._marks.place(wanted) if noting._marks else None
    return place.selectedText() if place is not None else ""


def panel(desk):
    return desk.screen._inspector.notes


def say(desk, qtbot, words):
    panel(desk).words.set_value(words)
    qtbot.mouseClick(panel(desk)._send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel(desk).words.value())  # it is in the record


def test_a_reviewer_notes_selected_words_and_sees_them_marked(desk, story, opened, noting, qtbot):
    story.submit()
    editor = opened("周敏")
    select(editor, "收集意见建议1376条")
    assert desk.commands.run("note.add")
    assert "收集意见建议1376条" in panel(desk)._about.text()
    say(desk, qtbot, "来源？@林晓")
    qtbot.waitUntil(lambda: marked(noting) == "收集意见建议1376条")
    [note] = story.notes()
    assert (note.spot.quote, note.by, note.revision_id is not None) == ("收集意见建议1376条", "周敏", True)
    assert note.mentions == (desk.people["林晓"],)
    assert desk.screen._inspector._tabs.tabText(1).endswith("1")
    assert "收集意见建议1376条" in panel(desk).list.item(0).text()


def test_who_reads_keeps_their_place_when_a_note_is_made(desk, story, opened, noting, qtbot):
    story.submit()
    editor = opened("周敏")
    select(editor, "一户一策")
    with qtbot.assertNotEmitted(editor.counted):  # it is not drawn anew
        desk.commands.run("note.add")
        say(desk, qtbot, "怎么做")
        qtbot.waitUntil(lambda: marked(noting) == "一户一策")
    assert editor.textCursor().selectedText() == "一户一策"


def test_an_editor_answers_and_resolves_and_the_place_follows_the_text(desk, story, opened, noting, qtbot):
    made = story.note("林晓", spot=Spot(BODY, quote="收集意见建议1376条", prefix="问需于民，", place=30))
    opened()
    qtbot.waitUntil(lambda: marked(noting, made) == "收集意见建议1376条")
    rewrite(desk.screen, "新的开头。\n\n" + BODY_TEXT.replace("今年以来", "今年"))
    qtbot.waitUntil(lambda: marked(noting, made) == "收集意见建议1376条")
    say(desk, qtbot, "已核对")
    qtbot.waitUntil(lambda: len(panel(desk).current().note.remarks) == 1)
    desk.commands.run("note.settle")
    qtbot.waitUntil(lambda: panel(desk).list.count() == 0)
    assert not story.notes()[0].open
    panel(desk).every.setChecked(True)
    assert panel(desk).list.count() == 1


def test_a_place_that_is_gone_is_listed_last_with_its_quote_and_comes_back(desk, story, opened, noting, qtbot):
    gone = story.note("林晓", spot=Spot(BODY, quote="收集意见建议1376条"))
    kept = story.note("林晓", spot=Spot(BODY, quote="分类施策"))
    opened()
    qtbot.waitUntil(lambda: marked(noting, gone) == "收集意见建议1376条")
    rewrite(desk.screen, "二是分类施策，一户一策。")
    qtbot.waitUntil(lambda: panel(desk)._rows[-1].orphan)
    assert [row.note.id for row in panel(desk)._rows] == [kept, gone]
    assert "收集意见建议1376条" in panel(desk).list.item(1).text()
    rewrite(desk.screen, BODY_TEXT)
    qtbot.waitUntil(lambda: marked(noting, gone) == "收集意见建议1376条")
    assert [row.note.id for row in panel(desk)._rows] == [gone, kept]


def test_after_a_return_the_note_stands_at_the_same_words_in_the_next_text(desk, story, opened, noting, qtbot):
    story.submit()
    with desk.store.reading() as c:
        seen = articles.get(c, story.saved.article_id, story.actor("周敏"))
    digest = seen.draft and _digest(desk, seen.draft.submitted_revision_id)
    made = story.note(
        "周敏", spot=Spot(BODY, quote="一户一策", prefix="分类施策，", suffix="。", place=50), digest=digest
    )
    with desk.store.changing(story.actor("周敏")) as unit:
        review.send_back(unit, story.saved.draft_id, digest, "见批注")
    with desk.store.changing(story.actor("林晓")) as unit:
        text = "开头另写，一户一策要讲清。\n\n" + BODY_TEXT
        fields = Fields(channel_id=desk.channel_id, title="三项举措", source="县住建局", body=text)
        version = articles.draft_record(unit.connection, story.saved.draft_id)["version"]
        write.save(unit, story.saved.draft_id, fields, Words(text, 80), version)
    story.submit()
    opened("周敏")
    qtbot.waitUntil(lambda: marked(noting, made) == "一户一策")
    cursor = noting._marks.place(made)
    assert cursor.block().text().startswith("二是")


def _digest(desk, revision_id):
    with desk.store.reading() as c:
        return history.get_revision(c, revision_id).digest


def test_nothing_selected_is_the_whole_and_the_title_is_a_field(desk, story, opened, qtbot):
    story.submit()
    editor = opened("周敏")
    desk.commands.run("note.add")
    say(desk, qtbot, "整体偏长")
    qtbot.waitUntil(lambda: panel(desk).list.count() == 1)
    select(editor, "三项")
    desk.commands.run("note.add")
    say(desk, qtbot, "题目太大")
    qtbot.waitUntil(lambda: panel(desk).list.count() == 2)
    assert [(one.spot.part, one.spot.quote) for one in story.notes()] == [("whole", ""), ("title", "三项")]
    assert "全稿" in panel(desk).list.item(0).text()


def test_who_may_not_annotate_has_no_command_for_it(desk, story, opened):
    story.submit()
    opened("吴越")
    assert not desk.commands.action("note.add").isEnabled()


def test_ctrl_enter_in_the_field_says_it_and_sends_nothing_in(desk, story, opened, qtbot):
    editor = opened()
    select(editor, "分类施策")
    desk.commands.run("note.add")
    edit = panel(desk).words.focusProxy()
    qtbot.keyClicks(edit, "hao")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [one.text for one in story.notes()] == ["hao"])
    assert desk.screen._opened.stage == "editing"


def test_words_that_were_not_sent_come_again(desk, story, opened, qtbot):
    first, second = story.note("林晓"), story.note("林晓", spot=Spot())
    opened()
    qtbot.waitUntil(lambda: panel(desk).list.count() == 2)
    panel(desk).choose(first)
    panel(desk).words.set_value("写了一半")
    panel(desk).choose(second)
    assert panel(desk).words.value() == ""
    panel(desk).choose(first)
    assert panel(desk).words.value() == "写了一半"
    desk.commands.run("note.add")
    panel(desk).words.set_value("新的")
    panel(desk).give_up()
    assert panel(desk).words.value() == "写了一半"
    desk.commands.run("note.add")
    assert panel(desk).words.value() == "新的"


def test_while_a_word_is_composed_no_mark_is_moved(desk, story, opened, noting, qtbot):
    made = story.note("林晓")
    editor = opened()
    qtbot.waitUntil(lambda: marked(noting, made) == "收集意见建议")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QApplication.sendEvent(editor, QInputMethodEvent("pinyin", []))
    before = editor.toPlainText()
    noting.settle()
    assert noting._pause.isActive()
    assert editor.toPlainText() == before
    QApplication.sendEvent(editor, QInputMethodEvent())


def test_a_colleague_is_called_by_pinyin(desk, story, opened, qtbot):
    opened()
    desk.commands.run("note.add")
    edit = panel(desk).words.focusProxy()
    assert isinstance(edit, QPlainTextEdit)
    calling = panel(desk)._calling
    qtbot.waitUntil(lambda: bool(calling._names))
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "@zm")
    assert calling.list.item(0).text() == "周敏"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "@周敏 "
    assert not calling.list.isVisible()


def test_choosing_a_note_goes_to_its_place_and_the_caret_chooses_a_note(desk, story, opened, noting, qtbot):
    first = story.note("林晓", spot=Spot(BODY, quote="问需于民"))
    second = story.note("林晓", spot=Spot(BODY, quote="一户一策"))
    editor = opened()
    desk.commands.run("note.list")
    qtbot.waitUntil(lambda: marked(noting, second) == "一户一策")
    panel(desk).choose(second)
    qtbot.keyClick(panel(desk).list, Qt.Key.Key_Return)
    assert editor.textCursor().block().text().startswith("二是")
    select(editor, "需于")
    assert panel(desk).current().note.id == first


@pytest.mark.parametrize("blocks", [True, False])
def test_before_approving_it_is_said_how_many_wait(desk, story, opened, qtbot, monkeypatch, blocks):
    with desk.store.changing(_admin(desk)) as unit:
        scheme = next(one for one in schemes.schemes(unit.connection) if one.name == "两审")
        channels.change_scheme(unit, scheme.id, name="两审", levels=2, notes_block=blocks)
    story.submit()
    opened("周敏")
    desk.commands.run("note.add")
    say(desk, qtbot, "再看")
    qtbot.waitUntil(lambda: panel(desk).list.count() == 1)
    asked = []
    monkeypatch.setattr("desktop.screens.editor.open_notes.ask", lambda _w, title, *_rest: asked.append(title) or False)
    desk.commands.run("article.approve")
    if blocks:
        assert asked == []
        assert any("1 条批注" in label.text() for label in desk.messages.findChildren(QLabel))
    else:
        assert asked == ["还有 1 条批注没有解决"]
    with desk.store.reading() as c:
        assert articles.draft_record(c, story.saved.draft_id)["level"] == 1


def _admin(desk):
    with desk.store.reading() as c:
        return people.actor(c, people.everyone(c)[0].id)


def test_the_numbers_lie_in_the_margin_and_let_clicks_through(desk, story, opened, noting, qtbot):
    made = story.note("林晓")
    editor = opened()
    qtbot.waitUntil(lambda: marked(noting, made) == "收集意见建议")
    assert noting._marks.isVisible()
    assert 0 < noting._marks.width() < 30
    assert noting._marks.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert editor.childAt(QPoint(5, 5)) is not noting._marks
