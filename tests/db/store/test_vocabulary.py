"""What forms offer to complete."""

from db.actions import units
from db.domain.article import Policy, Reprint
from db.store import vocabulary


def read(desk):
    with desk.store.reading() as connection:
        return vocabulary.read(connection)


def test_a_new_newsroom_offers_its_own_people_and_units(desk):
    with desk.store.changing(desk.admin) as unit:
        units.add(unit, "县住建局", "青禾县住房和城乡建设局", "")
    known = read(desk)
    assert known.organisations == ("县住建局", "青禾县住房和城乡建设局")
    assert desk.lin.name in known.people
    assert known.keywords == ()


def test_what_was_used_of_late_comes_first_and_once(desk):
    desk.start(source="县教育局", keywords=("延时服务", "民生"), correspondents=("方志远",))
    desk.start(source="县水利局", keywords=("民生", "防汛"), authors=("秦岚",), photographers=("方志远",))
    known = read(desk)
    assert known.organisations[:2] == ("县水利局", "县教育局")
    assert known.keywords == ("民生", "防汛", "延时服务")
    assert known.people[:2] == ("方志远", "秦岚")


def test_issuers_and_reprint_sources_are_organisations(desk):
    desk.start(policy=Policy(issuer="青禾县人民政府"), reprint=Reprint(source="省日报"), source="县政府办")
    assert {"青禾县人民政府", "省日报", "县政府办"} <= set(read(desk).organisations)


def test_who_was_retired_and_a_unit_that_is_closed_are_not_offered(desk):
    with desk.store.changing(desk.admin) as unit:
        made = units.add(unit, "旧局", "", "")
        units.change(unit, made, "旧局", "", "", False)
    assert "旧局" not in read(desk).organisations
