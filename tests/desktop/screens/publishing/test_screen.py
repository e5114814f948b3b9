"""The publishing desk before real texts, by its buttons."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from db.actions import release
from db.domain.release import WithdrawReason
from db.domain.workflow import Publication, Stage, Step
from db.store import articles
from db.store.queues import Queue
from desktop.kit.account_dialog import WithdrawDialog
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.schedule_dialog import ScheduleDialog


class Browser(QObject):
    """Takes what would go to the system's browser."""

    def __init__(self):
        super().__init__()
        self.pages = []

    @Slot(QUrl)
    def take(self, page):
        self.pages.append(page)


def article(desk, article_id):
    with desk.store.reading() as c:
        return articles.get(c, article_id, desk.publisher)


def wait_for(qtbot, screen, step):
    qtbot.waitUntil(lambda: screen.articles.buttons[step].isEnabled())
    return screen.articles.buttons[step]


def answer(qtbot, kind, fill):
    """Fill the dialog that the next click opens, and accept it."""

    def act():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(10, act)
            return
        fill(dialog)
        dialog.accept_button.click()

    QTimer.singleShot(0, act)


def test_an_approved_text_is_signed_and_the_list_follows(qtbot, desk, open_screen):
    article_id, _draft = desk.approved("清河镇新水厂通水")
    screen = open_screen(desk.publisher)
    button = wait_for(qtbot, screen, Step.PUBLISH)
    answer(qtbot, ConfirmDialog, lambda _dialog: None)
    button.click()
    qtbot.waitUntil(lambda: screen.articles.model.rowCount() == 0)
    assert article(desk, article_id).publication is Publication.LIVE
    qtbot.waitUntil(lambda: screen.articles.tabs.tabText(2).endswith("1"))
    assert "清河镇新水厂通水" in screen.messages.messages()[0].text


def test_an_editor_sees_why_it_cannot_be_signed(qtbot, desk, open_screen):
    desk.approved("清河镇新水厂通水")
    screen = open_screen(desk.editor)
    qtbot.waitUntil(lambda: "角色" in screen.articles._why.text())
    assert not screen.articles.buttons[Step.PUBLISH].isEnabled()
    assert not screen.site.update_button.isEnabled()


def test_a_text_is_scheduled_and_taken_back(qtbot, desk, open_screen):
    article_id, _draft = desk.approved("全县秋粮收购开秤")
    screen = open_screen(desk.publisher)
    button = wait_for(qtbot, screen, Step.SCHEDULE)
    answer(qtbot, ScheduleDialog, lambda dialog: dialog.day.set_value("2099-01-01"))
    button.click()
    qtbot.waitUntil(lambda: article(desk, article_id).draft.stage is Stage.SCHEDULED)
    assert article(desk, article_id).draft.scheduled_for == "2099-01-01T00:00:00Z"
    screen.show_queue(Queue.SCHEDULED)
    wait_for(qtbot, screen, Step.DESCHEDULE).click()
    qtbot.waitUntil(lambda: article(desk, article_id).draft.stage is Stage.APPROVED)


def test_a_live_text_is_withdrawn_with_its_reason_and_brought_back(qtbot, desk, open_screen):
    article_id, draft_id = desk.approved("夜班公交开通")
    with desk.store.changing(desk.publisher) as unit:
        release.publish(unit, draft_id)
    screen = open_screen(desk.publisher)
    screen.show_queue(Queue.LIVE)
    button = wait_for(qtbot, screen, Step.WITHDRAW)

    def fill(dialog):
        dialog.kind.set_value(WithdrawReason.FACT)
        dialog.reason.set_value("首班时间写错")

    answer(qtbot, WithdrawDialog, fill)
    button.click()
    qtbot.waitUntil(lambda: article(desk, article_id).publication is Publication.WITHDRAWN)
    screen.show_queue(Queue.WITHDRAWN)
    wait_for(qtbot, screen, Step.REINSTATE).click()
    qtbot.waitUntil(lambda: article(desk, article_id).publication is Publication.LIVE)


def test_the_site_is_made_in_the_chosen_folder_and_opened(qtbot, desk, open_screen, tmp_path):
    _article, draft_id = desk.approved("夜班公交开通")
    with desk.store.changing(desk.publisher) as unit:
        release.publish(unit, draft_id)
    screen = open_screen(desk.publisher)
    site, folder = screen.site, tmp_path / "网站"
    assert not site.update_button.isEnabled()
    site.choose(folder)
    qtbot.waitUntil(lambda: "index.html" in site.paths.stringList())
    assert not folder.exists()
    promised = re.search(r"\d+", site._changes_title.text())[0]
    site.update_button.click()
    assert site.cancel_button.isVisible()
    qtbot.waitUntil(lambda: not site.is_publishing, timeout=20_000)
    assert (folder / "index.html").is_file() and f"更新好了：写入 {promised} 个文件" in site.result.text()
    assert "0.0 秒" not in site.result.text()
    qtbot.waitUntil(lambda: site.open_button.isEnabled() and not site.paths.stringList())
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "take")
    site.open_button.click()
    screen.show_queue(Queue.LIVE)
    qtbot.waitUntil(lambda: screen.articles.page_button.isEnabled())
    screen.articles.page_button.click()
    QDesktopServices.unsetUrlHandler("file")
    home, page = (Path(page.toLocalFile()) for page in browser.pages)
    assert home == folder / "index.html"
    assert "夜班公交开通" in page.read_text(encoding="utf-8") and page.parent != folder


def test_a_page_that_is_not_on_the_site_yet_is_told(qtbot, desk, open_screen):
    _article, draft_id = desk.approved("夜班公交开通")
    with desk.store.changing(desk.publisher) as unit:
        release.publish(unit, draft_id)
    screen = open_screen(desk.publisher)
    screen.show_queue(Queue.LIVE)
    qtbot.waitUntil(lambda: screen.articles.page_button.isEnabled())
    screen.articles.page_button.click()
    assert "还没有这一页" in screen.messages.messages()[0].text


def test_what_the_next_update_does_to_articles_is_said_by_their_titles(qtbot, desk, open_screen, tmp_path):
    first, draft_id = desk.approved("夜班公交开通")
    with desk.store.changing(desk.publisher) as unit:
        release.publish(unit, draft_id)
    screen = open_screen(desk.publisher)
    site = screen.site
    assert not site.paths.stringList()
    site.choose(tmp_path / "网站")
    qtbot.waitUntil(lambda: site.update_button.isEnabled())
    site.update_button.click()
    qtbot.waitUntil(lambda: not site.is_publishing and site.open_button.isEnabled(), timeout=20_000)
    _second, draft_id = desk.approved("清河镇新水厂通水")
    with desk.store.changing(desk.publisher) as unit:
        release.publish(unit, draft_id)
        release.withdraw(unit, first, WithdrawReason.FACT, "首班时间写错")
    screen.refresh()
    qtbot.waitUntil(lambda: site.paths.stringList()[:2] == ["撤下《夜班公交开通》", "上线《清河镇新水厂通水》"])
    assert not site.list_button.isVisible()


def test_without_a_folder_the_one_thing_to_do_is_to_choose_one(qtbot, desk, open_screen):
    screen = open_screen(desk.publisher)
    site = screen.site
    qtbot.waitUntil(lambda: site.choose_button.property("kind") == "primary")
    assert site.choose_button.isEnabled()
    assert not site.list_button.isVisible()


def test_cancelling_leaves_the_folder_as_it_was(qtbot, desk, open_screen, tmp_path):
    _article, draft_id = desk.approved("夜班公交开通")
    with desk.store.changing(desk.publisher) as unit:
        release.publish(unit, draft_id)
    screen = open_screen(desk.publisher)
    screen.site.choose(tmp_path / "site")
    qtbot.waitUntil(lambda: screen.site.update_button.isEnabled())
    screen.site.update_button.click()
    screen.site.cancel_button.click()
    qtbot.waitUntil(lambda: not screen.site.is_publishing, timeout=20_000)
    assert "已取消" in screen.site.result.text() and not (tmp_path / "site" / "index.html").exists()
    assert screen.site.update_button.isEnabled()


def test_a_folder_with_other_things_is_refused_and_left_alone(qtbot, desk, open_screen, tmp_path):
    (tmp_path / "论文.txt").write_text("别动", encoding="utf-8")
    screen = open_screen(desk.publisher)
    screen.site.choose(tmp_path)
    qtbot.waitUntil(lambda: screen.site.update_button.isEnabled())
    screen.site.update_button.click()
    qtbot.waitUntil(lambda: not screen.site.is_publishing, timeout=20_000)
    assert any("没有动它" in message.text for message in screen.messages.messages())
    assert (tmp_path / "论文.txt").read_text(encoding="utf-8") == "别动"


def test_nothing_is_done_to_an_article_that_is_not_seen(qtbot, desk, open_screen):
    article_id, _draft = desk.approved("清河镇新水厂通水")
    screen = open_screen(desk.publisher)
    button = wait_for(qtbot, screen, Step.PUBLISH)
    screen.hide()
    qtbot.waitUntil(lambda: not button.isEnabled())
    assert not screen.articles._commands.run("publishing.publish")
    assert article(desk, article_id).publication is Publication.NONE


def test_another_window_signs_it_and_the_desk_follows(qtbot, desk, open_screen, tasks):
    _article, draft_id = desk.approved("清河镇新水厂通水")
    screen = open_screen(desk.publisher)
    wait_for(qtbot, screen, Step.PUBLISH)
    tasks.change(screen, lambda unit: release.publish(unit, draft_id))
    qtbot.waitUntil(lambda: screen.articles.model.rowCount() == 0 and screen.articles.tabs.tabText(2).endswith("1"))
    assert not screen.articles.buttons[Step.PUBLISH].isEnabled()


def test_enter_opens_the_article(qtbot, desk, open_screen):
    article_id, _draft = desk.approved("清河镇新水厂通水")
    screen = open_screen(desk.publisher)
    wait_for(qtbot, screen, Step.PUBLISH)
    with qtbot.waitSignal(screen.opened) as told:
        qtbot.keyClick(screen.articles.list, Qt.Key.Key_Return)
    assert told.args == [article_id]


def test_what_was_taken_back_and_brought_back_before_the_update_is_no_change(qtbot, desk, open_screen, tmp_path):
    article_id, draft_id = desk.approved("夜班公交开通")
    with desk.store.changing(desk.publisher) as unit:
        release.publish(unit, draft_id)
    screen = open_screen(desk.publisher)
    site = screen.site
    site.choose(tmp_path / "网站")
    qtbot.waitUntil(site.update_button.isEnabled)
    site.update_button.click()
    qtbot.waitUntil(lambda: not site.is_publishing and bool(site._state.published_at), timeout=20_000)
    with desk.store.changing(desk.publisher) as unit:
        release.withdraw(unit, article_id, WithdrawReason.FACT, "核实")
    with desk.store.changing(desk.publisher) as unit:
        release.reinstate(unit, article_id)
    site.refresh()
    qtbot.waitUntil(lambda: site._state.waiting == 1 and "没有" in site._changes_title.text())
    assert site.paths.stringList() == []
