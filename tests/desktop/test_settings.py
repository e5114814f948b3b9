"""This machine's settings."""

from pathlib import Path

from db.domain.audit import ChainHead
from desktop.settings import MachineSettings


def test_what_is_set_is_read_again(tmp_path):
    settings = MachineSettings(tmp_path / "a" / "settings.json")
    settings.set("theme", "dark")
    settings.remember(Path("青禾.caibian"), "linxiao")
    settings.remember_head("uid", ChainHead(3, "ab"))
    again = MachineSettings(settings.path)
    assert again.get("theme") == "dark"
    assert again.last_login(Path("青禾.caibian")) == "linxiao"
    assert again.chain_head("uid") == ChainHead(3, "ab")
    assert again.chain_head("other") is None


def test_who_leaves_is_forgotten_in_this_newsroom_alone(tmp_path):
    settings = MachineSettings(tmp_path / "settings.json")
    for name in ("青禾", "山口"):
        settings.remember(Path(name), "linxiao")
    settings.forget(Path("青禾"))
    assert settings.last_login(Path("青禾")) == ""
    assert settings.last_login(Path("山口")) == "linxiao"


def test_a_torn_file_and_a_value_of_another_kind_count_as_not_set(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"theme": 3}', encoding="utf-8")
    assert MachineSettings(path).get("theme") == "system"
    path.write_text('{"theme": ', encoding="utf-8")
    assert MachineSettings(path).get("theme") == "system"
