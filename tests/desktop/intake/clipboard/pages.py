"""Pages as hypothesis makes them, and clips with their pictures stored."""

from __future__ import annotations

from hypothesis import strategies as st

from desktop.intake.clipboard.clip import Clip, with_pictures
from desktop.text.tree import Block

_NAMES = "p div section h1 h2 h4 blockquote ul ol li center dl dd pre figure"
BLOCKS = _NAMES.split()
TABLES = ["table", "tbody", "tr", "td", "th"]
INLINE = ["b", "i", "span", "strong", "em", "font", "a href='https://qinghe.example/?a=1&amp;b=2'", "sup", "code", "q"]
STYLES = ["", "font-weight:bold", "font-style:italic", "display:block", "mso-list:l0 level2 lfo1", "white-space:pre"]
SPECIAL = ["<br>", "<hr>", "&nbsp;&nbsp;", "　　", "\n", " ", "<![if !supportLists]>1.<![endif]>", "<!-- 注 -->"]
PICTURES = [
    "<img src='https://qinghe.example/1.jpg' alt='田野里'>",
    "<img src='file:///C:/2.png' width=16>",
    "<img src='cid:3'>",
]


def stored(clip: Clip) -> tuple[Block, ...]:
    """The blocks with every picture in the record."""
    sources = {picture.source: "asset:" + f"{number:064x}" for number, picture in enumerate(clip.pictures)}
    return with_pictures(clip.blocks, sources)


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[str]]:
    """HTML with tags opened and closed at random, and its words, each of which is in it once."""
    made: list[str] = []
    words: list[str] = []
    opened: list[str] = []
    for kind in draw(st.lists(st.sampled_from("bbttiicccwwwwwwsp"), max_size=40)):
        if kind == "w":
            words.append(f"词{len(words)}末")
            made.append(words[-1])
        elif kind == "c":
            if opened:
                made.append(f"</{opened.pop(draw(st.integers(0, len(opened) - 1)))}>")
        elif kind == "s":
            made.append(draw(st.sampled_from(SPECIAL)))
        elif kind == "p":
            made.append(draw(st.sampled_from(PICTURES)))
        else:
            tag = draw(st.sampled_from({"b": BLOCKS, "t": TABLES, "i": INLINE}[kind]))
            style = draw(st.sampled_from(STYLES)) if kind == "b" else ""
            made.append(f"<{tag} style='{style}'>" if style else f"<{tag}>")
            opened.append(tag.partition(" ")[0])
    return "".join(made), words
