"""Measures the text floor: `python tests/bench/text.py` prints medians in milliseconds."""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop.text.blocks import BlockCache, render_blocks
from desktop.text.count import count
from desktop.text.dialect import render
from desktop.text.diff import compare
from desktop.text.pieces import piece_of, pieces, put_together
from desktop.text.plain import plain, plain_from_html
from desktop.text.tree import Paragraph

_LEADS = ("一是政策推动。", "二是项目带动。", "三是服务联动。")
_SIGNS = "青禾县今年秋粮丰收面积产量农户合作社技术服务道路水利投入建设群众干部乡镇春耕春管生产保障能力提升"


def sentence(chance: random.Random) -> str:
    words = "".join(chance.choices(_SIGNS, k=chance.randint(12, 30)))
    return f"{words}，同比增长{chance.randint(1, 99)}.{chance.randint(0, 9)}%。"


def article(size: int, seed: int = 1) -> str:
    """News as it is written: headings, bold leads, one table, one picture."""
    chance = random.Random(seed)
    made = ['![现场](asset:ab12 "图为现场｜摄影：李明")']
    while sum(map(len, made)) < size:
        if len(made) % 5 == 1:
            made.append("## " + "".join(chance.choices(_SIGNS, k=8)))
        lead = f"**{chance.choice(_LEADS)}**" if len(made) % 2 else ""
        made.append(lead + "".join(sentence(chance) for _ in range(4)))
    made.insert(4, "| 乡镇 | 亩数 |\n|---|--:|\n| 柳河 | 1,200 |\n| 石桥 | 980 |")
    return "\n\n".join(made)


def illustrated(size: int, pictures: int, tables: int, seed: int = 3) -> str:
    """The same with many pictures, and tables of eight rows, anywhere between its paragraphs."""
    chance = random.Random(seed)
    made = article(size).split("\n\n")
    for number in range(pictures):
        made.insert(chance.randrange(len(made)), f'![现场](asset:{number:064x} "图为现场{number}｜摄影：李明")')
    for _ in range(tables):
        rows = "\n".join(f"| 乡镇 | {chance.randint(1, 9_999):,} | **{sentence(chance)[:6]}** |" for _ in range(8))
        made.insert(chance.randrange(len(made)), f"| 乡镇 | 亩数 | 备注 |\n|---|--:|---|\n{rows}")
    return "\n\n".join(made)


def edited(text: str, share: float, seed: int = 2) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice(_SIGNS) if sign != "\n" and chance.random() < share else sign for sign in text)


def median(work: Callable[[], object], times: int) -> float:
    work()
    taken: list[float] = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1000


def main() -> None:
    news, long = article(2_000), article(50_000)
    html, five = render(news), article(5_000)
    cache = BlockCache()
    other = article(5_000, seed=9)
    rich = illustrated(50_000, pictures=30, tables=10)
    shown = pieces(rich)
    longest = max(shown, key=lambda piece: len(piece.source) if isinstance(piece.blocks[0], Paragraph) else 0)
    flat, other_flat = five.replace("\n", ""), other.replace("\n", "")
    steps: list[tuple[str, Callable[[], object], int]] = [
        (f"render, {len(news)} characters", lambda: render(news), 300),
        ("render_blocks with a cache, nothing changed", lambda: render_blocks(news, cache=cache), 300),
        ("plain with rendering", lambda: plain(news), 300),
        ("plain from kept HTML", lambda: plain_from_html(html), 300),
        (f"count, {len(long)} characters", lambda: count(long), 100),
        (f"render, {len(long)} characters", lambda: render(long), 20),
        (f"pieces, {len(rich)} characters, 30 pictures, 10 tables", lambda: pieces(rich), 20),
        ("piece_of, one paragraph", lambda: piece_of(longest.blocks), 300),
        ("put_together, the same article", lambda: put_together(shown), 100),
        ("compare 5,000, 0.5 % changed", lambda: compare(five, edited_light), 50),
        ("compare 5,000, 30 % changed", lambda: compare(five, edited_heavy), 50),
        ("compare 5,000, another article", lambda: compare(five, other), 50),
        ("compare 5,000, another article, one paragraph", lambda: compare(flat, other_flat), 20),
    ]
    edited_light, edited_heavy = edited(five, 0.005), edited(five, 0.3)
    for name, work, times in steps:
        print(f"{median(work, times):9.3f} ms  {name}")


if __name__ == "__main__":
    main()
