"""Passwords of shared newsrooms, kept by the system where it keeps any; never in a file of ours."""

from __future__ import annotations

import importlib
import logging
from typing import Any

from db.domain.place import Address

log = logging.getLogger(__name__)
_SERVICE = "caibian"


def password_of(address: Address) -> str:
    """Return what the system keeps for an address; nothing where it keeps none, or is not asked for it."""
    keeper = _keeper()
    if keeper is None:
        return ""
    try:
        return str(keeper.get_password(_SERVICE, str(address)) or "")
    except keeper.errors.KeyringError:
        log.info("the system's keyring gives nothing", exc_info=True)
        return ""


def keep(address: Address) -> bool:
    """Have the system keep the password of an address; say whether it does. Else it is asked for each time."""
    keeper = _keeper()
    if keeper is None or not address.password:
        return False
    try:
        keeper.set_password(_SERVICE, str(address), address.password)
    except keeper.errors.KeyringError:
        log.info("the system's keyring takes nothing", exc_info=True)
        return False
    return True


def _keeper() -> Any:
    """Return the library that knows the systems' keyrings, where it is installed; it is slow to load."""
    try:
        keeper = importlib.import_module("keyring")
        importlib.import_module("keyring.errors")
    except ImportError:
        return None
    return keeper
