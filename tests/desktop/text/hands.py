"""Markdown as different hands type it: every block of dialect 1 in the styles of common editors and habits."""

from __future__ import annotations

from hypothesis import strategies as st

PHRASES = [
    "县里召开动员会",
    "今年投入1200万元，",
    "村民说：“好！”",
    "_着重_",
    "__很重要__",
    "*着重*",
    "**一是推动。**",
    "***又粗又斜***",
    "**粗里有*斜*字**",
    "_see **this** one_",
    "`码 <i>`",
    "``有`的码``",
    "[官网](https://qinghe.example/a_b?x=1&y=2)",
    '[官网](/help.html "说明“一”")',
    "[括号](https://qinghe.example/a_(b))",
    "[**粗**的链接](<https://qinghe.example/a b>)",
    "<https://qinghe.example/路>",
    "<a@qinghe.example>",
    "![采茶](asset:ab12)",
    '![采茶](asset:ab12 "图为采茶")',
    "![远](https://qinghe.example/a.png)",
    "H<sub>2</sub>O",
    "<u>下划</u>",
    "一行<br>二行",
    "\\*不是斜体\\*",
    "\\# 不是标题",
    "a &amp; b &copy;",
    "AT&T 与 a < b > c",
    "3*4*5",
    "snake_case_name",
    "#话题#",
    "书名<作者>",
    "a|b",
    "[不是链接]",
    "50~60~70",
    "english words",
]
phrases = st.sampled_from(PHRASES)
spans = st.lists(st.tuples(phrases, st.sampled_from(["", "", " ", "，", "。"])), min_size=1, max_size=3).map(
    lambda parts: "".join(phrase + sign for phrase, sign in parts)
)
cells = st.one_of(spans.filter(lambda span: "|" not in span), st.just(""), st.just("1,200"))
wrapped = st.lists(st.tuples(spans, st.sampled_from(["\n", "\n", "  \n"])), min_size=1, max_size=3).map(
    lambda lines: "".join(line.rstrip() + end for line, end in lines).rstrip()
)


@st.composite
def headings(draw: st.DrawFn) -> str:
    text = draw(spans)
    return draw(
        st.sampled_from([f"## {text}", f"##{text}", f"### {text} ###", f"{text}\n===", f"{text}\n---", f"# {text}"])
    )


@st.composite
def quotes(draw: st.DrawFn, depth: int = 1) -> str:
    inner = draw(documents(depth + 1)) if depth < 3 and draw(st.booleans()) else draw(wrapped)
    first, *lines = inner.rstrip("\n").split("\n")
    sign = draw(st.sampled_from(["> ", "> ", ">"]))
    lazy = draw(st.integers(0, 4)) == 0 and all(lines)
    return "\n".join([sign + first, *(line if lazy else (sign + line).rstrip(" ") for line in lines)])


@st.composite
def listings(draw: st.DrawFn, depth: int = 1) -> str:
    sign = draw(st.sampled_from(["* ", "- ", "+ ", "-   ", "1. ", "1) ", "1、"]))
    indent = draw(st.sampled_from(["    ", "    ", "  ", "   "]))
    gap = draw(st.sampled_from(["\n", "\n", "\n\n", None]))
    made = ""
    for number in range(1, draw(st.integers(2, 5))):
        text = draw(st.one_of(spans, spans, wrapped))
        lazy = draw(st.booleans())
        text = text if lazy else text.replace("\n", f"\n{indent}")
        if depth < 3 and draw(st.integers(0, 3)) == 0:
            inner = draw(listings(depth + 1)) if draw(st.integers(0, 2)) else draw(blocks(depth + 1))
            joint = draw(st.sampled_from(["\n", "\n", "\n\n"]))
            text += joint + "\n".join(indent + line if line else "" for line in inner.split("\n"))
        counted = sign.replace("1", str(number)) if draw(st.integers(0, 5)) else sign
        made += (draw(st.sampled_from(["\n", "\n\n"])) if gap is None else gap) if made else ""
        made += counted + text
    return made


@st.composite
def tables(draw: st.DrawFn) -> str:
    columns = draw(st.integers(2, 4))
    rows = [draw(st.lists(cells, min_size=columns, max_size=columns)) for _ in range(draw(st.integers(1, 3)))]
    dashes = [draw(st.sampled_from(["---", ":--", "--:", ":-:", "-"])) for _ in range(columns)]
    left, between, right = draw(st.sampled_from([("| ", " | ", " |"), ("|", "|", "|"), ("", " | ", ""), ("", "|", "")]))
    rows[0] = [cell or "乡镇" for cell in rows[0]]
    return "\n".join(left + between.join(row) + right for row in [rows[0], dashes, *rows[1:]])


def blocks(depth: int = 1) -> st.SearchStrategy[str]:
    leaves = [
        wrapped,
        wrapped,
        wrapped.map(lambda text: f"　　{text}"),
        headings(),
        tables(),
        st.sampled_from(["---", "***", "* * *", "_____", "- - -"]),
        st.sampled_from(["```\n码\n\n# 不是标题\n```", "~~~py\nx = 1\n~~~", "    缩进的码\n\n    <b>\n        再进"]),
        st.sampled_from(["![采茶](asset:ab12)", '![采茶](asset:ab12 "图为*采茶*｜摄影：李明")', "![](/files/a.jpg)"]),
    ]
    if depth > 3:
        return st.one_of(*leaves)
    return st.one_of(*leaves, st.deferred(lambda: listings(depth)), st.deferred(lambda: quotes(depth)))


def documents(depth: int = 1) -> st.SearchStrategy[str]:
    joints = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n\n\n", "\n"])
    return st.lists(st.tuples(blocks(depth), joints), min_size=1, max_size=5 if depth == 1 else 2).map(
        lambda parts: "".join(block + joint for block, joint in parts)
    )
