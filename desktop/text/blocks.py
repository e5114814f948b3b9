"""The blocks of a text, each rendered by itself, so that a preview replaces only what changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from desktop.text.source import Block, divide, normal

__all__ = ["Block", "BlockCache", "RenderedBlock", "blocks", "render_blocks"]


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """HTML of one block; `key` is its source, so equal keys mean equal HTML."""

    key: str
    html: str


class BlockCache:
    """HTML of the blocks rendered last. One cache belongs to one preview: pictures' addresses are in it."""

    def __init__(self, most: int = 2_000) -> None:
        self._most = most
        self._html: OrderedDict[str, str] = OrderedDict()

    def html(self, source: str, make: Callable[[str], str]) -> str:
        if source in self._html:
            self._html.move_to_end(source)
            return self._html[source]
        html = self._html[source] = make(source)
        if len(self._html) > self._most:
            self._html.popitem(last=False)
        return html


def blocks(markdown: str) -> list[Block]:
    """Top-level blocks with their lines, counted from 0 in the normal form of the text."""
    return divide(normal(markdown))


def render_blocks(
    markdown: str, asset_url: Callable[[str], str] | None = None, *, cache: BlockCache | None = None
) -> list[RenderedBlock]:
    """The blocks' HTML, which put together is what `render` gives for the whole text."""
    # Python-Markdown stays out of start-up.
    from desktop.text.dialect import render_block  # noqa: PLC0415

    cache = cache or BlockCache()
    return [
        RenderedBlock(block.source, cache.html(block.source, lambda source: render_block(source, asset_url=asset_url)))
        for block in blocks(markdown)
    ]
