"""How fast places are found again: ``python tests/bench/anchors.py``. Prints milliseconds, the best of five."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop.text.anchors import anchor, carry_all

HAN = [chr(0x4E00 + at) for at in range(1500)]


def main() -> None:
    chance = random.Random(7)
    for length in (5_000, 50_000):
        lines = ["".join(chance.choices(HAN, k=chance.randint(80, 260))) for _ in range(length // 170)]
        old = "\n".join(lines)
        for at in range(0, len(lines), 3):
            cut = chance.randrange(len(lines[at]) - 4)
            lines[at] = lines[at][:cut] + "".join(chance.choices(HAN, k=3)) + lines[at][cut + 2 :]
        lines.insert(1, lines.pop(3))
        new = "\n".join(lines)
        for name, size in (("long", 12), ("of one character", 1)):
            starts = [chance.randrange(len(old) - size) for _ in range(50)]
            pinned = [anchor(old, at, at + size) for at in starts]
            best = 1e9
            for _ in range(5):
                start = perf_counter()
                found = carry_all(pinned, old, new)
                best = min(best, perf_counter() - start)
            lost = found.count(None)
            print(f"50 {name}: {len(old):,} characters, {best * 1000:.1f} ms, {lost} orphans")


if __name__ == "__main__":
    main()
