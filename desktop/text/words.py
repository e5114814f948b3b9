"""What the record asks of a text when it is saved or approved: plain text, 字数, the HTML to publish."""

from __future__ import annotations

from db.domain.article import Words
from db.domain.release import Rendered
from desktop.text.count import count
from desktop.text.dialect import RENDERER, render
from desktop.text.excerpt import excerpt
from desktop.text.plain import plain, plain_from_html


def words(body: str) -> Words:
    """Return the plain text of a Markdown body and its 字数."""
    text = plain(body)
    return Words(text, count(text))


def rendered(revision_digest: str, body: str) -> Rendered:
    """Return the HTML of a revision's body as publishing emits it, and the beginning of its text."""
    html = render(body)
    return Rendered(revision_digest, RENDERER, html, excerpt(plain_from_html(html)))
