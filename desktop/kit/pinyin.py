"""Chinese titles as they are typed on a Latin keyboard."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelling:
    """One syllable for each character of a title (a character that has none stands for itself), and their initials."""

    syllables: tuple[str, ...]
    initials: str


def spell(title: str) -> Spelling:
    """Return how a title is typed."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # slow: 0.16 s for its dictionaries, wanted by the palette alone

    # errors: one entry a character, so that syllables and characters stay side by side
    syllables = tuple(lazy_pinyin(title, errors=list))  # type: ignore[arg-type]
    return Spelling(syllables, "".join(syllable[0].lower() for syllable in syllables if not syllable.isspace()))
