"""Alternative texts put into Markdown: at every place where a picture is shown without one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.text.assets import words_text

_BARE = re.compile(r"!\[\s*\]\((\s*<?asset:([0-9a-f]{64})(?![0-9a-f.]))")
_RAW = re.compile(r"<img\b[^>]*asset:([0-9a-f]{64})[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"""\s+alt\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*)""", re.IGNORECASE)


def describe(markdown: str, alts: Mapping[str, str]) -> str:
    """Return the text with the alternative texts of ``alts`` (digest to words); what has one keeps it."""

    def written(found: re.Match[str]) -> str:
        words = alts.get(found[2], "").strip()
        return f"![{words_text(words)}]({found[1]}" if words else found[0]

    def tagged(found: re.Match[str]) -> str:
        words, said = alts.get(found[1], "").strip(), _ALT.search(found[0])
        if not words or (said and said[0].partition("=")[2].strip("\"' \t\n")):
            return found[0]
        plain = words.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
        return _ALT.sub("", found[0], count=1).replace("<img", f'<img alt="{plain}"', 1)

    return _RAW.sub(tagged, _BARE.sub(written, markdown))
