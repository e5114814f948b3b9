"""`caibian` and `python -m desktop`: the window when nothing else is asked for, else one command."""

from __future__ import annotations

import sys

from desktop.cli.main import run


def main() -> int:
    """Return the exit status."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A worker of publishing starts as this program again, where there is no Python; nothing else needs the import.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
