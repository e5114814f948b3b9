"""Measures 一键排版: `python tests/bench/tidy.py` prints medians of the time of one processor."""

from __future__ import annotations

import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop.text.tidy import tidy
from desktop.text.tree import Block, Mark, Paragraph, Run

SIGNS = "青禾县今年秋粮丰收面积产量农户合作社技术服务道路水利投入建设群众干部乡镇春耕春管生产保障能力提升"
CLEAN = ("，", "。", "，同比增长12.5%，", "：“", "”。", "——", "、")
UNTIDY = (",", ".", ", 同比增长１２．５％,", ':"', '".', "--", "...", " Word ", " ")


def text(size: int, joints: tuple[str, ...], seed: int = 1) -> str:
    chance = random.Random(seed)
    made = ""
    while len(made) < size:
        made += "".join(chance.choices(SIGNS, k=chance.randint(5, 15))) + chance.choice(joints)
    return made[:size]


def paragraphs(body: str, size: int = 250) -> list[Block]:
    """Each has a bold beginning, so that marks are crossed."""
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return [Paragraph((Run(f"　　{part[:20]}", (Mark("strong"),)), Run(part[20:]))) for part in parts]


def main() -> None:
    clean, untidy = text(50_000, CLEAN), text(50_000, UNTIDY)
    cases: dict[str, list[Block]] = {
        "clean, 200 paragraphs": paragraphs(clean),
        "untidy, 200 paragraphs": paragraphs(untidy),
        "untidy, one paragraph": [Paragraph((Run(untidy),))],
    }
    for piece in (
        '"',
        "“",
        "”“",
        "(",
        "(中)",
        ",",
        ".",
        "-",
        " ",
        " 中",
        "中 ",
        "a.",
        "a@",
        "…",
        "\u2028",
        "记者 张三 ",
        "１．",
    ):
        body = (piece * 50_000)[:50_000]
        cases[f"hostile {piece!r}"] = [Paragraph((Run(f"中{body}中"),))]
    for name, blocks in cases.items():
        taken: list[float] = []
        for _ in range(5):
            begun = time.process_time()
            made = tidy(blocks)
            taken.append(time.process_time() - begun)
        print(f"{statistics.median(taken) * 1000:9.1f} ms  {name}, 50,000 characters, {len(made.changes)} changes")


if __name__ == "__main__":
    main()
