"""Whether a window can be shown here: asked before Qt is loaded, which aborts the program where none can."""

from __future__ import annotations

import os
import sys


def no_display() -> str:
    """Return what to say where no window can be shown; empty where one can."""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform != "linux" or any(os.environ.get(name) for name in shown):
        return ""
    return "这里没有图形界面，打不开窗口。请在桌面上启动，或用 caibian -h 看不用窗口的命令。"
