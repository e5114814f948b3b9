"""Where this machine keeps what is the program's: data, settings, logs, the demo, and the resources that it brings."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_documents_path, user_log_path

from db.domain.addresses import RESERVED
from db.domain.place import Place

_APP = "caibian"
SUFFIX = ".caibian"
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f]+')
_LONGEST = 60  # characters: 180 bytes


def user_data() -> Path:
    """Return the folder of what the program keeps for itself; it exists afterwards."""
    return user_data_path(_APP, appauthor=False, ensure_exists=True)


def settings_file() -> Path:
    """Return the file of this machine's settings, which need not exist."""
    return user_config_path(_APP, appauthor=False) / "settings.json"


def windows_file() -> Path:
    """Return the file where the windows keep their places (QSettings)."""
    return user_config_path(_APP, appauthor=False, ensure_exists=True) / "windows.ini"


def logs() -> Path:
    return user_log_path(_APP, appauthor=False, ensure_exists=True)


def demo_newsroom() -> Path:
    """Return where the demo lives; it is made there when it is first asked for."""
    return user_data() / "demo" / f"demo{SUFFIX}"


def new_newsroom(name: str) -> Path:
    """Return where a newsroom of this name is proposed to be founded: a name that every system can keep."""
    plain = _UNSAFE.sub("_", name).strip(" ._")[:_LONGEST].rstrip(" .") or "newsroom"
    return user_documents_path() / f"{'_' if plain.lower() in RESERVED else ''}{plain}{SUFFIX}"


def backups_of(newsroom: Place) -> Path:
    """Return the folder of a newsroom's backups: beside a file, so that both move together; of a shared one here."""
    if isinstance(newsroom, Path):
        return newsroom.with_name(newsroom.name + "-backups")
    known = hashlib.sha256(str(newsroom).encode()).hexdigest()[:8]
    return user_data() / "shared" / f"{new_newsroom(newsroom.name).stem}-{known}-backups"


def resources() -> Path:
    """Return the folder of pictures, themes and texts that come with the program."""
    return Path(__file__).parents[1] / "resources"
