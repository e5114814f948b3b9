"""Alternative texts put into Markdown: at every place where a picture is shown without one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from db.domain.waiver import PICTURE, TAG, says_alt
from desktop.text.assets import words_text

_ALT = re.compile(r"""\s+alt\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*)""", re.IGNORECASE)


def describe(markdown: str, alts: Mapping[str, str]) -> str:
    """Return the text with the alternative texts of ``alts`` (digest to words); what has one keeps it."""

    def written(found: re.Match[str]) -> str:
        words = alts.get(found[2], "").strip()
        if not words or found[1].strip():
            return found[0]
        return f"![{words_text(words)}]" + found[0][len(f"![{found[1]}]") :]

    def tagged(found: re.Match[str]) -> str:
        words = alts.get(found[1], "").strip()
        if not words or says_alt(found[0]):
            return found[0]
        plain = words.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
        return _ALT.sub("", found[0], count=1).replace("<img", f'<img alt="{plain}"', 1)

    return TAG.sub(tagged, PICTURE.sub(written, markdown))
