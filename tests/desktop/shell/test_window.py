"""The window from the welcome to the desk and back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from db.actions import people, release, review, write
from db.domain.article import Fields, Words
from db.domain.people import PROGRAM, Role
from db.domain.release import Rendered
from db.store import history, trail
from db.store.backups import make
from db.store.queues import Place, Queue
from db.store.unit import Store
from desktop.kit.language import Language
from desktop.kit.theme import Mode
from desktop.paths import backups_of
from desktop.screens.welcome.found_panel import Founding

from .conftest import TITLES, actor_of


def opened(qtbot, window, path):
    window.open(path)
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=10000)


def signed_in(qtbot, window, path, name="林晓"):
    """Click on the name; who is remembered is at the desk without it."""
    window.open(path)
    return at_the_desk(qtbot, window, name)


def at_the_desk(qtbot, window, name):
    panel = window.welcome.sign_in
    qtbot.waitUntil(lambda: window.desk is not None or window.welcome.panel is panel, timeout=10000)
    if window.desk is None:
        next(button for button in panel.name_buttons if button.text().startswith(name)).click()
    qtbot.waitUntil(lambda: window.desk is not None)
    model = window.desk.library.model
    qtbot.waitUntil(lambda: not model.loading and window.desk.navigation.count_of(Queue.ALL) is not None)
    return window.desk


def test_the_window_fits_on_the_screen_with_its_frame(window):
    room = window.screen().availableSize()
    assert window.width() < room.width()
    assert window.height() < room.height()


def test_a_demo_person_signs_in_with_a_click_and_sees_the_own_articles(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    assert desk.library.place == Place(Queue.MINE)
    assert desk.library.model.total >= len(TITLES) - 1
    assert desk.navigation.count_of(Queue.SUBMITTED) == 1


def test_a_wrong_password_is_told_and_a_right_one_leads_to_the_desk(qtbot, window, newsroom_file):
    opened(qtbot, window, newsroom_file)
    panel = window.welcome.sign_in
    panel.login.set_value("admin")
    panel.password.set_value("no")
    panel.enter_button.click()
    qtbot.waitUntil(lambda: bool(window.welcome.messages.messages()), timeout=10000)
    assert window.desk is None
    panel.password.set_value("qinghe-2026")
    panel.enter_button.click()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10000)


def test_a_reviewer_begins_with_what_waits(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file, "周敏")
    assert desk.library.place == Place(Queue.TO_REVIEW)
    assert desk.navigation.count_of(Queue.TO_REVIEW) == 1
    assert not desk.commands.action("article.new").isEnabled()


def test_another_person_may_take_the_place(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in)
    assert window.desk is None
    assert window.session is not None


def test_a_demo_person_who_did_not_leave_is_at_the_desk_again(qtbot, window, newsroom_file):
    signed_in(qtbot, window, newsroom_file, "周敏")
    window.open(newsroom_file)
    assert window.desk is None
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10000)
    assert window.session.tasks.actor.name == "周敏"


def test_who_left_is_asked_again(qtbot, window, newsroom_file):
    signed_in(qtbot, window, newsroom_file).commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in)
    opened(qtbot, window, newsroom_file)
    assert window.desk is None


def test_of_others_the_login_alone_is_remembered(qtbot, window, machine, newsroom_file):
    machine.remember(newsroom_file, "admin")
    opened(qtbot, window, newsroom_file)
    assert window.welcome.sign_in.login.value() == "admin"
    assert window.desk is None


def test_a_cut_chain_is_seen_before_the_desk_of_who_is_remembered(qtbot, window, machine, newsroom_file):
    signed_in(qtbot, window, newsroom_file)
    uid, head = window.session.uid, window.session._head()
    window._close_newsroom()
    machine.remember_head(uid, type(head)(head.length + 1, "f" * 64))
    opened(qtbot, window, newsroom_file)
    assert len(window.welcome.messages.messages()) == 1


def test_what_another_program_commits_is_seen(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    before = desk.navigation.count_of(Queue.ALL)
    other = Store(newsroom_file)
    with other.changing(actor_of(other, "linxiao")) as unit:
        write.start(unit, Fields(title="别处写的"), Words("", 0))
    other.close()
    window.session.keeper.watch()
    qtbot.waitUntil(lambda: desk.navigation.count_of(Queue.ALL) == before + 1)


def test_a_schedule_that_is_refused_is_said(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    store = window.session.store
    with store.changing(PROGRAM) as unit:
        roles = frozenset({Role.PUBLISHER})
        number = people.add(unit, "hechuan", "何川", roles, frozenset(), frozenset(), "hechuan-2026")
        unit.actor = actor_of(store, "zhoumin")
        digest = history.revisions(unit.connection, 2)[0].digest
        review.approve(unit, 2, digest, "", Rendered(digest, "1", "<p>正文。</p>", "正文。"))
    with store.changing(actor_of(store, "hechuan")) as unit:
        release.schedule(unit, 2, "2999-01-01T00:00:00Z")
    with store.changing(PROGRAM) as unit:
        unit.connection.exec_driver_sql("UPDATE draft SET scheduled_for = '2020-01-01T00:00:00Z' WHERE id = 2")
        people.retire(unit, number)
    window.session.keeper.fire_due()
    qtbot.waitUntil(lambda: any("没有按时发出" in message.text for message in desk.messages.messages()))
    told = next(message.text for message in desk.messages.messages() if "没有按时发出" in message.text)
    assert "签发人已停用" in told and told.startswith(f"《{TITLES[1]}》")


def test_a_clock_that_is_behind_the_record_is_told_at_the_desk(qtbot, window, newsroom_file):
    ahead = Store(newsroom_file, clock=lambda: datetime.now(UTC) + timedelta(days=1))
    with ahead.changing(PROGRAM) as unit:
        trail.add(unit, "sign_in_failed")
    ahead.close()
    desk = signed_in(qtbot, window, newsroom_file)
    assert any("请校准时钟" in message.text for message in desk.messages.messages())


def test_who_claimed_a_text_is_told_that_it_was_recalled(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file, "周敏")
    window.session.tasks.change(window, lambda unit: review.claim_draft(unit, 2))
    qtbot.waitUntil(lambda: desk.news._claims == {2: TITLES[1]})
    other = Store(newsroom_file)
    with other.changing(actor_of(other, "linxiao")) as unit:
        review.recall(unit, 2)
    other.close()
    window.session.keeper.watch()
    qtbot.waitUntil(lambda: any("撤回" in message.text for message in desk.messages.messages()))
    told = next(message.text for message in desk.messages.messages() if "撤回" in message.text)
    assert TITLES[1] in told and "林晓" in told
    assert desk.news._claims == {}


def test_the_palette_finds_articles_and_leads_to_all_hits(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    answers = []
    desk.finding.find_articles("图书馆", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0][0].title == TITLES[1]
    answers[0][-1].run()
    qtbot.waitUntil(lambda: not desk.library.model.loading)
    assert desk.library.model.total == 1
    assert desk.library.place is None


def test_a_newsroom_is_founded_with_its_first_administrator(qtbot, window, tmp_path):
    path = tmp_path / "新的.caibian"
    window.welcome.found.filled.emit(Founding(path, "山口县融媒体中心", "admin", "郑岚", "qinghe-2026"))
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=10000)
    assert path.is_file()
    assert window.session.site_name == "山口县融媒体中心"
    assert window.welcome.sign_in.login.value() == "admin"


def test_a_foreign_file_is_refused_in_words_and_left_alone(qtbot, window, tmp_path):
    path = tmp_path / "信.caibian"
    path.write_text("不是数据文件，只是一封信。", encoding="utf-8")
    window.open(path)
    qtbot.waitUntil(lambda: bool(window.welcome.messages.messages()), timeout=10000)
    assert window.welcome.panel is window.welcome.start
    assert path.read_text(encoding="utf-8").startswith("不是数据文件")


def test_a_damaged_newsroom_offers_its_backups_and_is_restored(qtbot, window, newsroom_file):
    store = Store(newsroom_file)
    make(store, backups_of(newsroom_file))
    store.close()
    spoil(newsroom_file)
    window.open(newsroom_file)
    panel = window.welcome.damaged
    qtbot.waitUntil(lambda: window.welcome.panel is panel, timeout=10000)
    assert panel.backups.count() == 1
    panel.restore_button.click()
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=10000)


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\xff" * (len(data) // 2 - 4096)
    path.write_bytes(data)


def test_an_orderly_end_is_noted_and_the_chain_remembered(qtbot, window, machine, newsroom_file):
    signed_in(qtbot, window, newsroom_file)
    uid = window.session.uid
    window._close_newsroom()
    assert newsroom_file.with_name(newsroom_file.name + "-clean").is_file()
    assert machine.chain_head(uid).length > 0
    assert machine.get("last_newsroom") == str(newsroom_file)


def test_a_cut_chain_is_told(qtbot, window, machine, newsroom_file):
    opened(qtbot, window, newsroom_file)
    uid, head = window.session.uid, window.session._head()
    window._close_newsroom()
    machine.remember_head(uid, type(head)(head.length + 1, "f" * 64))
    opened(qtbot, window, newsroom_file)
    assert len(window.welcome.messages.messages()) == 1


def test_the_chosen_theme_is_kept(qtbot, window, machine, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.commands.run("theme.dark")
    assert machine.get("theme") == Mode.DARK.value
    desk.commands.run("theme.system")


def test_all_workplaces_share_one_window_and_no_shortcut_is_claimed_twice(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.open_article(None)
    for name in ("publishing", "preferences"):
        desk.navigation.choose_workplace(name)
    assert desk.article is not None
    assert desk.workplaces.preferences is not None
    assert desk.workplaces.publishing is not None
    assert {desk.commands.action(command.id) for command in desk.commands} <= set(desk.actions())


def test_an_administrator_goes_back_to_a_backup(qtbot, window, newsroom_file):
    store = Store(newsroom_file)
    backup = make(store, backups_of(newsroom_file))
    with store.changing(actor_of(store, "linxiao")) as unit:
        write.start(unit, Fields(title="备份之后写的"), Words("", 0))
    store.close()
    desk = signed_in(qtbot, window, newsroom_file)
    before = desk.navigation.count_of(Queue.ALL)
    desk.restore_asked.emit(backup)
    qtbot.waitUntil(lambda: window.desk is None)
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=10000)
    desk = at_the_desk(qtbot, window, "林晓")
    assert desk.navigation.count_of(Queue.ALL) == before - 1


def test_the_lists_take_the_dark_ground_at_once(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    window.show()
    for mode in (Mode.DARK, Mode.LIGHT, Mode.DARK):
        desk.mode_chosen.emit(mode)
        for view in (desk.navigation, desk.library.rows):
            corner = view.viewport().rect().bottomRight() - QPoint(3, 3)
            ground = window.grab().toImage().pixelColor(view.viewport().mapTo(window, corner))
            assert (ground.lightness() < 128) is (mode is Mode.DARK), (view, mode, ground.name())


def test_another_language_makes_the_window_anew_at_once(qtbot, window, machine, newsroom_file, speaking):
    signed_in(qtbot, window, newsroom_file)
    before = window.desk
    window.desk.commands.run("app.preferences")
    window.desk.workplaces.preferences.language_chosen.emit(Language.ENGLISH)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not before)
    assert machine.get("language") == "en"
    assert window.desk.commands.command("article.new").title == "New article"
    assert window.windowTitle() == "青禾县融媒体中心 — Caibian"
    window.desk.commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in)
    assert window.welcome.sign_in.login.findChild(QLabel).text() == "Login"
    speaking("zh_CN")


def test_going_to_a_queue_again_gives_up_the_search_there(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.library.head.line.insert("图书馆")
    qtbot.waitUntil(lambda: not desk.library.model.loading and desk.library.model.total == 1)
    desk.commands.run("queue.mine")
    qtbot.waitUntil(lambda: not desk.library.model.loading and desk.library.model.total > 1)
    assert desk.library.head.line.text() == "" and desk.library.place == Place(Queue.MINE)


def test_a_message_moves_nothing_away_under_the_pointer(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    before = desk.library.head.mapTo(window, QPoint())
    desk.messages.success("已送审。")
    qtbot.waitUntil(lambda: desk.messages.isVisible() and desk.messages.height() > 20)
    assert desk.library.head.mapTo(window, QPoint()) == before
    assert desk.messages.mapTo(window, QPoint()).y() >= desk.library.mapTo(window, QPoint()).y() + desk.library.height()


def test_the_list_has_the_keyboard_after_a_decision(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file, "周敏")
    window.activateWindow()
    desk.open_article(desk.library.model.id_at(0))
    qtbot.waitUntil(lambda: desk.article._review.isVisible())
    approve = next(button for button in desk.article._review.findChildren(QPushButton) if button.text() == "通过")
    approve.setFocus()
    approve.click()
    qtbot.waitUntil(lambda: desk.library.model.total == 0, timeout=8000)
    qtbot.waitUntil(lambda: desk.library.rows.hasFocus())


def test_the_first_name_has_the_keyboard_when_another_person_signs_in(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    window.activateWindow()
    desk.library.focus_list()
    desk.commands.run("app.switch_person")
    panel = window.welcome.sign_in
    qtbot.waitUntil(lambda: window.welcome.panel is panel and panel.isVisible() and bool(panel.name_buttons))
    qtbot.waitUntil(lambda: window.focusWidget() in panel.name_buttons)


def test_enter_presses_the_button_that_has_the_keyboard(qtbot, window):
    start, found = window.welcome.start, window.welcome.found
    window.activateWindow()
    start.found_button.setFocus()
    qtbot.keyClick(start.found_button, Qt.Key.Key_Return)
    assert window.welcome.panel is found
    back = next(button for button in found.findChildren(QPushButton) if button.text() == "返回")
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert window.welcome.panel is start and not found.site_name.problem()


def test_who_does_not_write_is_not_told_to_write(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file, "周敏")
    assert "Ctrl+N" not in desk._middle.widget(0).text()
    desk.commands.run("app.switch_person")
    desk = at_the_desk(qtbot, window, "林晓")
    assert "Ctrl+N" in desk._middle.widget(0).text()


def test_the_palette_does_not_begin_with_itself(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    assert next(iter(desk.commands)).id == "article.new"
