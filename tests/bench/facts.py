"""How well and how fast facts are found: ``python tests/bench/facts.py``.

Prints recall and precision over the invented sentences, by kind, and milliseconds of the processor for 5,000
characters of the demo newsroom, the best of nine. With ``-v`` the sentences that were not all right.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "desktop" / "proofreading"))
sys.path.insert(0, str(Path(__file__).parents[2]))

from golden import measured

from desktop.proofreading.changes import changes
from desktop.proofreading.fact import Fact, Kind
from desktop.proofreading.facts import facts
from desktop.proofreading.recogniser import installed, recognise
from desktop.text.diff import compare
from desktop.text.plain import plain

ARTICLES = Path(__file__).parents[2] / "resources" / "demo" / "articles"


def news() -> str:
    bodies = (file.read_text(encoding="utf-8").split("---", 2)[2] for file in sorted(ARTICLES.glob("*.md")))
    return "\n".join(map(plain, bodies))[:5_000]


def quality(name: str, find: Callable[[str], list[Fact]]) -> None:
    right, missed, more, wrong = measured(find)
    for kind in (None, *Kind):
        r, m, x = (sum(n for key, n in count.items() if kind in (None, key)) for count in (right, missed, more))
        if r + m:
            told = kind.value if kind else "all"
            print(f"{name:10} {told:13} recall {r / (r + m):.3f}  precision {r / max(1, r + x):.3f}  rows {r + m}")
    if "-v" in sys.argv:
        for text, lacks, extra in wrong:
            print(text, "lacks", [row[2] for row in lacks], "has", [row[2] for row in extra])


def timed(name: str, work: Callable[[], object]) -> None:
    best = 1e9
    for _ in range(9):
        start = process_time()
        work()
        best = min(best, process_time() - start)
    print(f"{name}: {best * 1000:.1f} ms")


def main() -> None:
    text = news()
    quality("by rule", facts)
    timed(f"by rule, {len(text):,} characters, {len(facts(text))} rows", lambda: facts(text))
    old = text.replace("3", "4").replace("县长", "副县长")
    found = compare(old, text)
    timed(f"kinds of {len(changes(found))} changes", lambda: changes(found))
    if installed():
        start = process_time()
        recognise("县长周敏说。")
        print(f"the model is loaded: {(process_time() - start) * 1000:.0f} ms")
        quality("model", lambda each: facts(each, None, recognise(each)))
        timed("with the model", lambda: facts(text, None, recognise(text)))


if __name__ == "__main__":
    main()
