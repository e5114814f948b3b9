"""This machine's own settings: one declared row a key, kept in a JSON file that survives a power cut."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.domain.audit import ChainHead
from db.domain.place import Place
from db.store.durable import make_folder, write_durably

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Row:
    """A key of this machine. A value of another kind than declared counts as not set."""

    name: str
    kind: type
    default: Any
    title: str


ROWS: tuple[Row, ...] = (
    Row("last_newsroom", str, "", "上次打开的数据文件"),
    Row("last_people", dict, {}, "每个数据文件上次登录的人"),  # path -> login
    Row("theme", str, "system", "界面明暗"),  # system, light, dark
    Row("language", str, "system", "界面语言"),  # system, zh_CN, en
    Row("chain_heads", dict, {}, "各数据文件的留痕链尾"),  # newsroom uid -> [length, hash]
)

BY_NAME: Mapping[str, Row] = {row.name: row for row in ROWS}


class MachineSettings:
    """The settings of one file. What cannot be read is told to the log and starts anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._values = _read(path)

    def get(self, name: str) -> Any:
        """Return the value of a declared key."""
        row = BY_NAME[name]
        value = self._values.get(name, row.default)
        return value if isinstance(value, row.kind) else row.default

    def set(self, name: str, value: Any) -> None:
        """Keep a value at once; nothing is written when it is the same. On a full disk it is kept until the end."""
        if name not in BY_NAME:
            raise KeyError(name)
        if self._values.get(name) == value:
            return
        self._values = {**self._values, name: value}
        text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            make_folder(self.path.parent)
            write_durably(self.path, text.encode())
        except OSError:
            log.warning("the settings of this machine cannot be written: %s", self.path, exc_info=True)

    def last_login(self, newsroom: Place) -> str:
        """Return who signed in last to this newsroom on this machine."""
        return str(self.get("last_people").get(str(newsroom), ""))

    def remember(self, newsroom: Place, login: str = "") -> None:
        """Keep which newsroom was opened last, and by whom."""
        self.set("last_newsroom", str(newsroom))
        if login:
            self.set("last_people", {**self.get("last_people"), str(newsroom): login})

    def forget(self, newsroom: Place) -> None:
        """Let nobody be the one who signed in last to this newsroom."""
        self.set(
            "last_people", {path: login for path, login in self.get("last_people").items() if path != str(newsroom)}
        )

    def chain_head(self, uid: str) -> ChainHead | None:
        """Return the end of a newsroom's audit chain as this machine saw it last."""
        match self.get("chain_heads").get(uid):
            case [int(length), str(digest)]:
                return ChainHead(length, digest)
        return None

    def remember_head(self, uid: str, head: ChainHead) -> None:
        self.set("chain_heads", {**self.get("chain_heads"), uid: [head.length, head.hash]})


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        log.warning("the settings of this machine cannot be read: %s", path, exc_info=True)
        return {}
    return found if isinstance(found, dict) else {}
