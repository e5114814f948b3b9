"""A step that can be taken back is taken back for its own article, whatever is on the screen by then."""

from db.domain.workflow import Stage
from db.store import articles


def stage_of(desk, article_id):
    with desk.store.reading() as connection:
        return articles.get(connection, article_id).draft.stage


def written(qtbot, desk, fill):
    """Write an article and return its id."""
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None and desk.screen._opened.article is None)
    fill()
    with qtbot.waitSignal(desk.screen.opened) as opened:
        desk.commands.run("article.save")
    qtbot.waitUntil(lambda: desk.screen._opened.article is not None)
    return opened.args[0]


def taken(qtbot, desk, step):
    """Take a step and return what the message offers to undo it."""
    desk.messages.clear()
    desk.commands.refresh()
    assert desk.commands.run(step)
    qtbot.waitUntil(lambda: any(message.action for message in desk.messages.messages()))
    return desk.messages.messages()[-1].action


def test_what_was_sent_to_review_is_recalled_though_another_article_is_open(qtbot, desk, fill):
    first = written(qtbot, desk, fill)
    undo = taken(qtbot, desk, "article.submit")
    second = written(qtbot, desk, fill)
    taken(qtbot, desk, "article.submit")
    undo()
    qtbot.waitUntil(lambda: stage_of(desk, first) is Stage.EDITING)
    assert stage_of(desk, second) is Stage.REVIEW


def test_what_was_abandoned_comes_back_though_the_article_was_left(qtbot, desk, fill):
    article_id = written(qtbot, desk, fill)
    undo = taken(qtbot, desk, "article.abandon")
    desk.screen.close_article()
    undo()
    qtbot.waitUntil(lambda: stage_of(desk, article_id) is Stage.EDITING)


def test_what_is_decided_meanwhile_is_not_recalled_and_said(qtbot, desk, fill):
    article_id = written(qtbot, desk, fill)
    undo = taken(qtbot, desk, "article.submit")
    undo()
    qtbot.waitUntil(lambda: stage_of(desk, article_id) is Stage.EDITING)
    desk.messages.clear()
    undo()
    qtbot.waitUntil(lambda: bool(desk.messages.messages()))
    assert stage_of(desk, article_id) is Stage.EDITING


def test_the_second_of_two_clicks_does_not_take_back_what_the_first_did(qtbot, desk, fill):
    article_id = written(qtbot, desk, fill)
    button = desk.screen._frame.primary
    assert button.text() == "送审" and button.isEnabled()
    button.click()
    qtbot.waitUntil(lambda: button.text() == "撤回")
    button.click()
    assert stage_of(desk, article_id) is Stage.REVIEW
    qtbot.waitUntil(button.isEnabled)
    button.click()
    qtbot.waitUntil(lambda: stage_of(desk, article_id) is Stage.EDITING)
