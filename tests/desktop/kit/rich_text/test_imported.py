"""A thousand articles of an old site, with all that such files hold: what is shown of each makes its page again."""

from __future__ import annotations

import random
import re
from pathlib import Path

from PySide6.QtGui import QTextDocument

from db.domain.channels import Channel, ChannelKind
from desktop.intake.archive import Read, Reader
from desktop.kit.colours import LIGHT
from desktop.kit.rich_text.building import show
from desktop.kit.rich_text.looks import Look
from desktop.kit.rich_text.taking import Taker, blocks_of
from desktop.text.dialect import render
from desktop.text.pieces import piece_of, pieces

ARTICLES = 1_000
NEWS = Channel(1, None, ChannelKind.NEWS, "要闻", "news", 1, 1, None, "", "", True)
HEAD = "---\ntitle: 第{n}篇\ndate: 2019-03-01 08:00\nchannel: 要闻\n---\n\n"
WORDS = (
    "青禾县", "清河镇", "今年以来，", "全县", "群众", "老旧小区", "改造", "3.2万户", "2026年5月", "“三个一”",
    "《办法》", "——", "（记者 林晓）", "完成投资1,240万元", "同比增长12.5%", "A区", "http://example.com/a_b_c", "1*2",
    "#话题#", "a_b", "[注]", "&nbsp;",
    "<br>", "　　", "**要紧**", "*着重*", "~", "|", "`代码`", "\\", "2020. ", "！", "。",
)  # fmt: skip


def sentence(chance: random.Random, longest: int = 14) -> str:
    return "".join(chance.choices(WORDS, k=chance.randint(2, longest))).strip() or "有"


def listed(chance: random.Random, depth: int = 0) -> list[str]:
    lines = []
    for n in range(1, chance.randint(2, 4)):
        sign = chance.choice(("- ", "* ", f"{n}. "))
        lines.append("    " * depth + sign + sentence(chance, 6))
        if depth < 2 and chance.random() < 0.3:
            lines += listed(chance, depth + 1)
    return lines


def piece(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.5:
        return "\n".join(sentence(chance) for _ in range(chance.randint(1, 3)))
    if kind < 0.6:
        return chance.choice(("## ", "### ", "#### ")) + sentence(chance, 3)
    if kind < 0.7:
        return "\n".join(listed(chance))
    if kind < 0.78:
        cells = [[sentence(chance, 2).replace("|", "") for _ in range(3)] for _ in range(3)]
        rows = [f"| {' | '.join(row)} |" for row in cells]
        return "\n".join((rows[0], "|---|:-:|--:|", *rows[1:]))
    if kind < 0.84:
        return "\n".join("> " + sentence(chance) for _ in range(chance.randint(1, 2)))
    if kind < 0.9:
        return f'![{sentence(chance, 2)}](https://old.example/{chance.randint(1, 99)}.jpg "图说｜摄影：韩松")'
    odd = (
        "<div align=center>居中的话</div>", "<table><tr><td>甲</td></tr></table>", "---", "```\n代码 1\n```",
        "[一个链接](https://example.com/x?a=1&b=2)", "<p style='x'>带样式</p>", "标题\n====", "注[^1]\n\n[^1]: 脚注",
    )  # fmt: skip
    return chance.choice(odd)


def seen(page: str) -> str:
    """What who reads cannot tell apart: two bold runs that touch, white space around a line break."""
    return re.sub(r"\s*<br>\s*", "<br>", page.replace("</strong><strong>", "").replace("</em><em>", ""))


def test_every_article_of_an_import_is_shown_and_makes_its_page(qapp, tmp_path: Path):
    chance, look = random.Random(3), Look(LIGHT)
    paths = []
    for n in range(ARTICLES):
        paths.append(tmp_path / f"{n:04d}.md")
        body = "\n\n".join(piece(chance) for _ in range(chance.randint(3, 9)))
        paths[-1].write_text(HEAD.format(n=n) + body + "\n", encoding="utf-8")
    read = list(Reader(tmp_path, [NEWS], (), "2026-01-01T00:00:00Z").read(paths))
    bodies = [one.article.fields.body for one in read if isinstance(one, Read)]
    assert len(bodies) == ARTICLES
    for body in bodies:
        page = render(body)
        shown, found = QTextDocument(), pieces(body)
        taker = Taker(shown)
        taker.learn(found)
        show(shown, [block for part in found for block in part.blocks], look)
        assert taker.markdown() == body  # nobody touched it
        anew = piece_of(blocks_of(shown)).source  # as if every block had been touched
        assert seen(render(anew)) == seen(page), body
        assert piece_of([block for part in pieces(anew) for block in part.blocks]).source == anew, body
