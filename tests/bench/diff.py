"""How fast two texts are compared: ``python tests/bench/diff.py``. Prints milliseconds, the best of five, and moves."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop.text.diff import compare

HAN = [chr(0x4E00 + at) for at in range(1500)]


def article(chance: random.Random, length: int) -> list[str]:
    made: list[str] = []
    while sum(map(len, made)) < length:
        made.append("".join(chance.choices(HAN, k=chance.randint(80, 260))))
    return made


def edited(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Change a few words of every third paragraph, drop one, put one in, move one."""
    made = list(paragraphs)
    for at in range(0, len(made), 3):
        cut = chance.randrange(len(made[at]) - 4)
        made[at] = made[at][:cut] + "".join(chance.choices(HAN, k=3)) + made[at][cut + 2 :]
    made.append(made.pop(1))
    del made[2]
    made.insert(3, "".join(chance.choices(HAN, k=120)))
    return made


def timed(name: str, old: list[str], new: list[str]) -> None:
    before, after = "\n\n".join(old), "\n\n".join(new)
    best = 1e9
    for _ in range(5):
        start = perf_counter()
        found = compare(before, after)
        best = min(best, perf_counter() - start)
    moves = max((line.move for line in found), default=0)
    print(f"{name}: {len(before):,} characters, {best * 1000:.1f} ms, {moves} moved")


def main() -> None:
    chance = random.Random(5)
    for length in (5_000, 50_000):
        old = article(chance, length)
        timed("edited", old, edited(old, chance))
        timed("wholly different", old, article(chance, length))


if __name__ == "__main__":
    main()
