"""The pages of the help: Markdown files of the resources, made into HTML by the one parser."""

from __future__ import annotations

from pathlib import Path

from desktop.paths import resources
from desktop.text.dialect import render

ORDER = (
    "start", "welcome", "sign-in", "library", "search", "editing", "review", "publishing", "people", "channels",
    "website", "audit", "backups", "shared", "machine", "recovery", "keys",
)  # fmt: skip


def folder(language: str) -> Path:
    """Return where the pages of a language are (``zh_CN``, ``en``)."""
    return resources() / "help" / language


def read(language: str, page: str) -> str:
    """Return the Markdown of a page."""
    return (folder(language) / f"{page}.md").read_text(encoding="utf-8")


def title(language: str, page: str) -> str:
    """Return a page's first line, without its mark."""
    with (folder(language) / f"{page}.md").open(encoding="utf-8") as lines:
        return lines.readline().removeprefix("# ").strip()


def html(language: str, page: str) -> str:
    """Return a page as it is shown; it is cleaned like every text."""
    return render(read(language, page))
