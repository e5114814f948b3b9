"""Plain text written so that the dialect shows it as it stands."""

from __future__ import annotations

import re

from desktop.text.source import normal

_MARKS = re.compile(r"[\\`*_\[|]")
_TAG_OR_ENTITY = re.compile(r"<(?! |$)|&(?=[#A-Za-z])")
_LINE_START = re.compile(r"#|>|[+-](?=[ -]|$)|\d+(?=\. )")
_UNDERLINE = re.compile(r"=+ *$")
_FENCE = re.compile(r"~{3}")


def escape_text(text: str) -> str:
    """Markdown whose rendering reads as `text`: every line that is not blank becomes a paragraph."""
    lines = (line.strip() for line in normal(text).split("\n"))
    return "\n\n".join(_escaped(line) for line in lines if line)


def _escaped(line: str) -> str:
    line = _TAG_OR_ENTITY.sub(lambda mark: "&lt;" if mark[0] == "<" else "&amp;", line)
    line = _MARKS.sub(r"\\\g<0>", line)
    if _UNDERLINE.match(line):
        return "&#61;" + line[1:]
    if _FENCE.match(line):
        return "&#126;" + line[1:]
    if start := _LINE_START.match(line):
        at = start.end() if start[0][0].isdigit() else 0
        return f"{line[:at]}\\{line[at:]}"
    return line
