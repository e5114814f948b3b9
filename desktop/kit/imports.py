"""Keeps PySide from reading the source of every module that is imported.

It looks whether the module asks for one of its features (`from __feature__ import …`), which none of ours does. The
lines stay in `linecache`: 15 MB of them by the time a desk is ready, and 50 ms of its start.
"""

from __future__ import annotations

import sys


def read_no_sources() -> None:
    """Call before the large imports; where PySide takes no such look, there is nothing to keep it from."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _asks_for_no_feature)  # noqa: B010  # no type checker knows this module


def _asks_for_no_feature(_module: object) -> bool:
    return False
