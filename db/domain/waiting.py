"""What a text still waits for: pictures of other sites that nobody fetched, or gave up."""

from __future__ import annotations

import re

from db.domain.article import Fields

NOTE = "〔网络图片"  # how the note begins
#: The note that stands in their place, a link to the picture; see ``desktop.text.awaited``.
_NOTE = re.compile(r"\[(?:\\.|[^\]\\])*?〔网络图片(?:：[^〕\n]*)?〕(?:\\.|[^\]\\])*\]\(")


def awaited_pictures(fields: Fields) -> int:
    """Return how many there are."""
    return len(_NOTE.findall(fields.body)) if NOTE in fields.body else 0
