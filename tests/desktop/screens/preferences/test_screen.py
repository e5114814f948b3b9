"""The preferences before a real newsroom, by their buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from db.actions import people as actions
from db.domain.channels import ChannelKind
from db.domain.people import Role
from db.domain.settings import SETTINGS, TIDY_RULES, tidy_rules
from db.store import channels, people, settings
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.language import Language
from desktop.kit.wording import setting_titles


def read(store, work):
    with store.reading() as c:
        return work(c)


def person(store, login):
    return next((p for p in read(store, people.everyone) if p.login == login), None)


def choose(panel, name):
    for item in panel._items.values():
        if item.text(0).startswith(name):
            panel.tree.setCurrentItem(item)
            return
    raise AssertionError(name)


def changeable(form):
    """What of the form could be typed into or clicked."""
    editors = [child for kind in (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox) for child in form.findChildren(kind)]
    return [e for e in editors if e.isEnabled() and not (hasattr(e, "isReadOnly") and e.isReadOnly())]


def answer(fill=lambda _dialog: None):
    """Fill the dialog that the next click opens, and accept it."""

    def act():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ConfirmDialog):
            QTimer.singleShot(10, act)
            return
        fill(dialog)
        dialog.accept_button.click()

    QTimer.singleShot(0, act)


def save(panel):
    panel.form.edited.emit()
    panel.save_button.click()


def test_an_administrator_adds_a_person_who_can_then_sign_in(qtbot, store, admin, open_tab):
    _screen, panel = open_tab(admin, "people")
    panel.add_button.click()
    form = panel.form
    form.login.set_value("linxiao")
    form.name.set_value("林晓")
    form.password.set_value("xin-mi-ma-2026")
    form.roles.set_value({Role.EDITOR})
    save(panel)
    qtbot.waitUntil(lambda: person(store, "linxiao") is not None)
    assert actions.sign_in(store, "linxiao", "xin-mi-ma-2026").name == "林晓"
    qtbot.waitUntil(lambda: panel.heading.text() == "林晓（linxiao）")


def test_a_taken_login_is_said_at_its_field_and_nothing_is_lost(qtbot, store, admin, open_tab):
    _screen, panel = open_tab(admin, "people")
    panel.add_button.click()
    panel.form.login.set_value("luolan")
    panel.form.name.set_value("另一位")
    panel.form.password.set_value("xin-mi-ma-2026")
    save(panel)
    qtbot.waitUntil(lambda: "已被使用" in panel.form.login.problem())
    assert panel.form.name.value() == "另一位" and panel.save_button.isEnabled()


def test_levels_are_asked_of_reviewers_only(qtbot, admin, open_tab):
    _screen, panel = open_tab(admin, "people")
    qtbot.waitUntil(lambda: panel._id is not None)
    assert panel.form.levels.isHidden()
    box = next(box for box in panel.form.roles.findChildren(QCheckBox) if box.text() == "审核")
    box.click()
    assert not panel.form.levels.isHidden() and panel.save_button.isEnabled()


def test_a_person_is_retired_revived_and_given_a_new_password(qtbot, store, admin, reviewer, open_tab):
    _screen, panel = open_tab(admin, "people")
    choose(panel, "周敏")
    answer()
    panel.retire_button.click()
    qtbot.waitUntil(lambda: not person(store, "zhoumin").active)
    qtbot.waitUntil(lambda: panel.revive_button.isVisible())
    panel.revive_button.click()
    qtbot.waitUntil(lambda: person(store, "zhoumin").active)

    def fill(dialog):
        dialog.field.set_value("you-yi-ge-mi-ma")
        dialog.again.set_value("you-yi-ge-mi-ma")

    answer(fill)
    panel.password_button.click()
    qtbot.waitUntil(lambda: any("重设" in m.text for m in _screen.messages.messages()))
    assert actions.sign_in(store, "zhoumin", "you-yi-ge-mi-ma").name == "周敏"


def test_the_last_administrator_stays(qtbot, store, admin, open_tab):
    screen, panel = open_tab(admin, "people")
    answer()
    panel.retire_button.click()
    qtbot.waitUntil(lambda: any("最后一位管理员" in m.text for m in screen.messages.messages()))
    assert person(store, "luolan").active


def test_others_read_and_are_told_who_can_change(qtbot, reviewer, open_tab):
    screen, panel = open_tab(reviewer, "people")
    assert screen.note.isVisible()
    for each in (screen.people, screen.units, screen.channels, screen.schemes, screen.settings):
        screen.tabs.setCurrentWidget(each)
        qtbot.waitUntil(lambda each=each: not changeable(each.form) and not each.save_button.isVisible())
    assert not panel.add_button.isVisible()


def test_a_unit_is_added_and_laid_aside(qtbot, store, admin, open_tab):
    _screen, panel = open_tab(admin, "units")
    panel.add_button.click()
    panel.form.short.set_value("县水利局")
    panel.form.group.set_value("部门")
    save(panel)
    qtbot.waitUntil(lambda: len(read(store, people.units)) == 1)
    qtbot.waitUntil(lambda: panel._id is not None)
    panel.form.active.set_value(False)
    save(panel)
    qtbot.waitUntil(lambda: not read(store, people.units)[0].active)
    qtbot.waitUntil(lambda: panel.tree.topLevelItem(0).text(0) == "县水利局（已停用）")


def test_channels_are_added_below_another_and_change_places(qtbot, store, admin, open_tab):
    _screen, panel = open_tab(admin, "channels")
    for name, slug in (("专题", "topics"), ("影像", "films")):
        panel.add_button.click()
        panel.form.name.set_value(name)
        panel.form.slug.set_value(slug)
        panel.form.kind.set_value(ChannelKind.VIDEO)
        save(panel)
        qtbot.waitUntil(lambda name=name: panel.heading.text().startswith(name))
    top = [c.name for c in read(store, channels.every)]
    assert top == ["要闻", "专题", "影像"] and not panel.down_button.isEnabled()
    panel.up_button.click()
    qtbot.waitUntil(lambda: [c.name for c in read(store, channels.every)] == ["要闻", "影像", "专题"])
    qtbot.waitUntil(lambda: panel.down_button.isEnabled())
    above = read(store, channels.every)[0].id
    panel.form.parent_id.set_value(above)
    save(panel)
    qtbot.waitUntil(lambda: panel._items[above].childCount() == 1)
    assert panel._items[above].child(0).text(0) == "影像"


def test_a_scheme_keeps_its_levels_reviewers_and_options(qtbot, store, admin, reviewer, open_tab):
    _screen, panel = open_tab(admin, "schemes")
    panel.add_button.click()
    form = panel.form
    form.name.set_value("两审制")
    form.levels.set_value(2)
    form.levels.edited.emit()
    assert [field.isHidden() for field in form.reviewers] == [False, False, True]
    form.reviewers[1].set_value({reviewer.person_id})
    form.signs.set_value(True)
    form.resume.set_value(True)
    form.exemption.set_value("编制只有三人")
    save(panel)
    qtbot.waitUntil(lambda: any(s.name == "两审制" for s in read(store, channels.schemes)))
    made = next(s for s in read(store, channels.schemes) if s.name == "两审制")
    assert made.reviewers == (frozenset(), frozenset({reviewer.person_id}))
    assert made.writer_signs and made.resume_at_return and made.exemption == "编制只有三人"


def test_every_declared_setting_has_a_field_and_is_kept(qtbot, store, admin, open_tab):
    screen, panel = open_tab(admin, "settings")
    qtbot.waitUntil(lambda: panel.form.fields["site_name"].value() == "青禾新闻网")
    fields = [*screen.writing.form.fields, *panel.form.fields]
    assert len(fields) == len(set(fields)) and set(fields) == {s.name for s in SETTINGS if s.group} == set(
        setting_titles()
    )
    panel.form.fields["site_domain"].set_value("www.qinghe.example")
    save(panel)
    assert read(store, settings.every).get("site_domain") is None
    panel.form.fields["site_domain"].set_value("https://www.qinghe.example")
    panel.form.fields["page_size"].set_value(30)
    save(panel)
    qtbot.waitUntil(lambda: read(store, settings.every).get("page_size") == 30)
    assert read(store, settings.every)["site_domain"] == "https://www.qinghe.example"


def test_a_rule_of_the_layout_is_switched_off_for_the_newsroom(qtbot, store, admin, open_tab):
    _screen, panel = open_tab(admin, "writing")
    qtbot.waitUntil(lambda: panel.form.fields["tidy_dashes"].value() is True)
    panel.form.fields["tidy_dashes"].set_value(False)
    save(panel)
    qtbot.waitUntil(lambda: "tidy_dashes" in read(store, settings.every))
    assert set(TIDY_RULES) - tidy_rules(read(store, settings.every)) == {"dashes"}


def test_a_backup_is_made_listed_and_asked_back(qtbot, store, admin, open_tab):
    screen, panel = open_tab(admin, "backups")
    qtbot.waitUntil(lambda: panel.make_button.isVisible())
    panel.make_button.click()
    qtbot.waitUntil(lambda: panel.list.topLevelItemCount() == 1, timeout=20_000)
    made = next(panel.folder.iterdir())
    answer()
    with qtbot.waitSignal(screen.restore_asked) as told:
        panel.restore_button.click()
    assert told.args == [made]


def test_unsaved_words_are_not_thrown_away_unasked(qtbot, store, admin, reviewer, open_tab):
    _screen, panel = open_tab(admin, "people")
    choose(panel, "罗岚")
    panel.form.name.set_value("罗岚岚")
    panel.form.edited.emit()

    def refuse():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ConfirmDialog):
            QTimer.singleShot(10, refuse)
            return
        dialog.cancel_button.click()

    QTimer.singleShot(0, refuse)
    choose(panel, "周敏")
    assert panel.form.name.value() == "罗岚岚" and panel.tree.currentItem().text(0) == "罗岚"


def refuse():
    """Answer the question that the next step asks with 取消."""
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())


def test_a_change_that_is_not_saved_is_marked_and_asked_about(qtbot, store, admin, open_tab):
    screen, panel = open_tab(admin, "settings")
    qtbot.waitUntil(lambda: panel.form.fields["site_name"].value() == "青禾新闻网")
    line = panel.form.fields["phone"].findChild(QLineEdit)
    qtbot.keyClicks(line, "0571")
    screen.tabs.setCurrentWidget(screen.people)
    assert screen.tabs.tabText(screen.tabs.indexOf(panel)) == "网站设置 ●"
    refuse()
    assert not screen.may_leave()
    assert screen.tabs.currentWidget() is panel
    assert panel.form.fields["phone"].value() == "0571"
    panel.revert_button.click()
    assert screen.may_leave()
    assert panel.form.fields["phone"].value() == ""
    assert screen.tabs.tabText(screen.tabs.indexOf(panel)) == "网站设置"


def test_what_is_typed_while_saving_is_still_unsaved(qtbot, store, admin, open_tab):
    _screen, panel = open_tab(admin, "settings")
    qtbot.waitUntil(lambda: panel.form.fields["site_name"].value() == "青禾新闻网")
    line = panel.form.fields["phone"].findChild(QLineEdit)
    qtbot.keyClicks(line, "0571")
    panel.save_button.click()
    qtbot.keyClicks(line, "-88")
    qtbot.waitUntil(lambda: read(store, settings.every).get("phone") == "0571" and not panel._busy)
    assert panel.is_dirty and panel.form.fields["phone"].value() == "0571-88"


def test_language_and_look_of_this_machine_are_anybodys_choice(qtbot, reviewer, open_tab):
    screen, panel = open_tab(reviewer, "machine")
    assert not screen.note.isVisible()
    box = panel.language.findChild(QComboBox)
    assert [box.itemText(at) for at in range(box.count())] == ["随系统", "简体中文", "English"]
    with qtbot.waitSignal(screen.language_chosen) as told:
        box.setCurrentIndex(2)
        box.activated.emit(2)
    assert told.args == [Language.ENGLISH]


def test_tab_goes_from_the_list_down_the_form_to_its_buttons(qtbot, admin, reviewer, open_tab):
    screen, panel = open_tab(admin, "schemes")
    panel.add_button.click()
    qtbot.keyClicks(panel.form.name.findChild(QLineEdit), "two")
    qtbot.waitUntil(lambda: [box.isVisible() for box in panel.form.reviewers[0].stops()] == [True])
    panel.tree.setFocus()
    seen = []
    while (at := screen.focusWidget()) not in seen:
        seen.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    names = [widget.accessibleName() or widget.text() for widget in seen if widget is not screen.tabs.tabBar()]
    assert names[:2] == ["流程", "添加流程"]
    assert names[2:5] == ["名称", "审级", "周敏"]
    assert names[5:7] == ["退回的稿件改好后，回到退回它的那一级", "人手不够时的例外"]
    assert names[7:10] == ["批注都解决了才能通过", "保存", "还原"]


def test_saving_is_in_sight_however_long_the_form_is(qtbot, admin, open_tab):
    screen, panel = open_tab(admin, "channels")
    screen.resize(900, 420)
    qtbot.waitUntil(lambda: panel.save_button.isVisible())
    assert screen.rect().contains(panel.save_button.mapTo(screen, panel.save_button.rect().bottomRight()))
