from __future__ import annotations

from db.domain.settings import BY_NAME, SETTINGS, TIDY_RULES, SettingKind, fitting, public_values, tidy_rules


def test_every_key_is_declared_once() -> None:
    assert len(BY_NAME) == len(SETTINGS)


def test_values_of_another_kind_give_way_to_the_default() -> None:
    values = public_values({"site_name": ["x"], "page_size": "many", "find_errors": 1, "phone": None})
    assert (values["site_name"], values["page_size"], values["find_errors"], values["phone"]) == ("", 20, False, "")


def test_numbers_stay_in_their_bounds() -> None:
    assert fitting(BY_NAME["page_size"], 10**9) == BY_NAME["page_size"].largest
    assert fitting(BY_NAME["page_size"], -1) == BY_NAME["page_size"].smallest
    assert fitting(BY_NAME["page_size"], True) == 20


def test_pages_never_see_what_is_not_public() -> None:
    assert "newsroom_uid" not in public_values({"newsroom_uid": "x"})
    assert all(setting.largest for setting in SETTINGS if setting.kind is SettingKind.NUMBER)


def test_a_rule_of_the_layout_is_on_until_it_is_switched_off() -> None:
    assert tidy_rules({}) == set(TIDY_RULES)
    assert tidy_rules({"tidy_quotes": False, "tidy_dashes": 0, "tidy_none": True}) == set(TIDY_RULES) - {"quotes"}
    assert not any(name.startswith("tidy_") for name in public_values({"tidy_quotes": False}))
