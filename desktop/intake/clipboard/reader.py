"""The clipboard's contents as the tree of a text: HTML before plain text before RTF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.intake.clipboard.characters import cleaned, whole, within
from desktop.intake.clipboard.clip import Clip, ClipPicture, Kind, Left
from desktop.intake.clipboard.flow import Flow
from desktop.intake.clipboard.limits import MOST_TEXT
from desktop.intake.clipboard.markup import parse
from desktop.intake.clipboard.rtf import text_of_rtf
from desktop.intake.clipboard.wording import blocks_of_text
from desktop.text.settling import settle
from desktop.text.tree import Block, Heading, Listing, Paragraph, Quote


def read_clip(html: str | None, plain: str | None, rtf: bytes | None = None) -> Clip:
    """Return what was copied as blocks that Markdown can say (`writing.settle` leaves them as they are).

    The best of the three that says anything is read. Nothing is fetched or opened, nothing raises, and the time is
    linear: 10 MB of HTML take some seconds at most, so it is no work for the thread of the window. Pictures are named
    `asset:clip-0` and so on (`clip.with_pictures` puts their places in), and what was left out stands in `dropped`.
    """
    if html and (clip := _from_html(html, plain)) is not None:
        return clip
    if plain and plain.strip():
        return _from_text(plain)
    return _from_text(text_of_rtf(rtf)) if rtf else Clip()


def plain_clip(plain: str) -> Clip:
    """The same for 粘贴为纯文本: lines as paragraphs, tabs as a table."""
    return _from_text(plain)


def _from_text(text: str, left: Counter[Kind] | None = None) -> Clip:
    left = Counter() if left is None else left
    text, halves = whole(text)
    text = cleaned(text)
    kept = within(text, MOST_TEXT)
    left[Kind.CHARACTER] += halves
    left[Kind.LENGTH] += len(text) - len(kept)
    return _clip(blocks_of_text(kept), (), left)


def _from_html(html: str, plain: str | None) -> Clip | None:
    """None where the HTML says nothing that could be put in a text, but the plain text does."""
    html, halves = whole(html)
    html = cleaned(html)
    clip = Clip()
    for everything in (False, True):  # some programs mark the wrong part, and some people copy a menu
        markup = parse(html, whole=everything)
        if markup.cut and plain and plain.strip():
            return _from_text(plain, Counter({Kind.STRUCTURE: 1}))
        flow = Flow(markup, menus=everything)
        blocks = flow.blocks(markup.root.children)
        flow.left[Kind.CHARACTER] += halves
        flow.left[Kind.STRUCTURE] += markup.cut
        clip = _clip(blocks, tuple(flow.album.pictures), flow.left)
        if clip.blocks:
            return clip
    return None if plain and plain.strip() else clip


def _clip(blocks: Iterable[Block], pictures: tuple[ClipPicture, ...], left: Counter[Kind]) -> Clip:
    blocks = list(blocks)
    levels = sorted(set(_levels(blocks)))
    settled = settle([_levelled(block, levels) for block in blocks])
    structured = len(settled) > 1 or (len(settled) == 1 and not isinstance(settled[0], Paragraph))
    dropped = tuple(Left(kind, left[kind]) for kind in Kind if left[kind])
    return Clip(settled, pictures, dropped, structured)


def _levels(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        match block:
            case Heading(level):
                yield level
            case Quote(inner):
                yield from _levels(inner)
            case Listing(_, items):
                for item in items:
                    yield from _levels(item)


def _levelled(block: Block, levels: list[int]) -> Block:
    """Headings of a text are of two levels, 2 and 3; those of a clip keep their order."""
    match block:
        case Heading(level):
            return replace(block, level=2 if level == levels[0] else 3)
        case Quote(inner):
            return Quote(tuple(_levelled(part, levels) for part in inner))
        case Listing(_, items):
            return replace(block, items=tuple(tuple(_levelled(part, levels) for part in item) for item in items))
    return block
