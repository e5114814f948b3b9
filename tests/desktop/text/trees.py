"""Trees as people make them: every block and mark of dialect 1, lists and quotes nested three deep."""

from __future__ import annotations

from hypothesis import strategies as st

from desktop.text.tree import (
    Attached,
    Block,
    Break,
    Code,
    Figure,
    Heading,
    Line,
    Listing,
    Mark,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Rule,
    Run,
    Table,
    joined,
    trimmed,
)

LETTERS = "青禾县水利局今年秋粮丰收，村民说：“好！”。3.5%12 abcXYZ*_`#>-+=|[]()!&<~\\\"'.:/…—　{}^;\t\n\x02\xa0  "
text = st.text(LETTERS, min_size=1, max_size=12)
word = st.text("青禾县水利局今年秋粮abc*_[]|&<\"' 　｜\n", min_size=1, max_size=6)
MARKS = ["strong", "strong", "em", "em", "a", "code", "u", "sub", "sup", "del", "s", "ins", "mark", "small", "b", "i"]
ADDRESSES = [
    ("https://qinghe.example/a_b?x=1&y=2", ""),
    ("https://qinghe.example/a_(b)", "说明“一”"),
    ("/help.html", "说明“一”"),
    ("mailto:a@qinghe.example", 'a "b" \\'),
    ("#note", "*_[]"),
    ("https://qinghe.example/?a='b'&copy=1&lt;\\`", ""),
    ("javascript:alert(1)", ""),
    ("", ""),
]
DEEPEST = 3
ADDRESSES = [
    ("https://qinghe.example/a_b?x=1&y=2", ""),
    ("https://qinghe.example/?id=1&timestamp=2&region=3", ""),
    ("/help.html", "说明“一”"),
    ("asset:" + "ef" * 32 + ".pdf", "PDF，1.2 MB"),
]


@st.composite
def marks(draw: st.DrawFn) -> tuple[Mark, ...]:
    names = draw(st.lists(st.sampled_from(MARKS), unique=True, max_size=4))
    if "code" in names:
        names = [*(name for name in names if name != "code"), "code"]
    address, title = draw(st.sampled_from(ADDRESSES))
    return tuple(Mark(n, address, title) if n == "a" else Mark(n) for n in names)


@st.composite
def lines(draw: st.DrawFn, *, breaks: bool = True) -> Line:
    kinds = ["run"] * 5 + ["picture"] + (["break"] if breaks else [])
    parts = []
    for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=5)):
        if kind == "run":
            parts.append(Run(draw(text), draw(marks())))
        elif kind == "picture":
            source = draw(
                st.sampled_from(
                    ["asset:" + "ab" * 32, "asset:ab.mp4", "/files/a(1).jpg", "https://qinghe.example/a.jpg"]
                )
            )
            parts.append(Picture(source, draw(word), draw(word), draw(marks())))
        else:
            parts.append(Break(draw(st.one_of(st.just(()), marks()))))
    return trimmed(joined(tuple(parts))) or (Run("文字"),)


def figures() -> st.SearchStrategy[Figure]:
    word_or_none = st.one_of(st.just(""), word)
    sources = st.sampled_from(
        ["asset:" + "cd" * 32, "asset:" + "cd" * 32 + ".mp4", "/files/a(1).jpg", "https://qinghe.example/a.jpg"]
    )
    return st.builds(Figure, sources, word_or_none, word_or_none, word_or_none)


def attached() -> st.SearchStrategy[Attached]:
    sources = st.sampled_from(["asset:" + "ef" * 32 + ".pdf", "asset:ef.mp4", "asset:ef.exe", "/files/a.pdf"])
    return st.builds(Attached, sources, st.one_of(word, text), st.one_of(st.just(""), word, st.just("PDF，1.2 MB")))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    cells = st.one_of(st.just(()), lines())
    rows = draw(st.lists(st.tuples(*[cells] * columns), min_size=2, max_size=4))
    aligns = draw(st.tuples(*[st.sampled_from(["", "left", "center", "right"])] * columns))
    return Table(aligns, tuple(rows))


def leaves() -> st.SearchStrategy[Block]:
    code = st.text("abc 中文*#\n`~<>!&-1.", min_size=1, max_size=20).map(lambda text: text.strip("\n") or "x")
    return st.one_of(
        st.builds(Paragraph, lines()),
        st.builds(Paragraph, lines()),
        st.builds(Plain, lines()),
        st.builds(Heading, st.integers(1, 6), lines(breaks=False)),
        figures(),
        attached(),
        st.just(Rule()),
        st.builds(Code, code),
        tables(),
    )


def containers(depth: int) -> st.SearchStrategy[Block]:
    return st.one_of(st.builds(Quote, st.lists(blocks(depth + 1), min_size=1, max_size=3).map(tuple)), listings(depth))


@st.composite
def listings(draw: st.DrawFn, depth: int) -> Listing:
    kind = draw(st.sampled_from([tight_items, loose_items, mixed_items]))
    items = draw(st.lists(kind(depth), min_size=1, max_size=3))
    return Listing(draw(st.one_of(st.none(), st.integers(0, 30))), tuple(items))


@st.composite
def tight_items(draw: st.DrawFn, depth: int) -> tuple[Block, ...]:
    most = 2 if depth < DEEPEST and draw(st.integers(0, 3)) == 0 else 0
    return (Plain(draw(lines())), *draw(st.lists(listings(depth + 1), max_size=most)))


@st.composite
def loose_items(draw: st.DrawFn, depth: int) -> tuple[Block, ...]:
    return (Paragraph(draw(lines())), *draw(st.lists(blocks(depth + 1), max_size=2)))


def mixed_items(depth: int) -> st.SearchStrategy[tuple[Block, ...]]:
    """Items as someone makes them with the keys of an editor: whatever block comes first."""
    return st.one_of(tight_items(depth), loose_items(depth), st.lists(blocks(depth + 1), max_size=3).map(tuple))


def blocks(depth: int = 1) -> st.SearchStrategy[Block]:
    if depth > DEEPEST:
        return leaves()
    return st.one_of(leaves(), leaves(), st.deferred(lambda: containers(depth)))


def documents() -> st.SearchStrategy[tuple[Block, ...]]:
    return st.lists(blocks(), min_size=1, max_size=5).map(tuple)
