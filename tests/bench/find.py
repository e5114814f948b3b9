"""Measures find and replace in 50,000 characters: `python tests/bench/find.py` prints medians of processor time."""

from __future__ import annotations

import statistics
import sys
import time
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop.text.finding import BadPattern, Query, find, replacements

TEXT = ("青禾县今年秋粮丰收，Word 2024年11月24日，同比增长12.5%。" * 2_000)[:50_000]
QUERIES = {
    "a word": Query("丰收"),
    "a Latin word, whole": Query("word", whole=True),
    "a character that is everywhere": Query("1"),
    "width folded": Query("word", width=True),
    "a date": Query(r"(\d+)年(\d+)月(\d+)日", pattern=True),
    "any character": Query(".", pattern=True),
    "a hostile pattern, stopped": Query(r"(?:.|[^。])+\b\B", pattern=True),
}


def outcome(query: Query) -> str:
    try:
        return f"{len(find(TEXT, query))} places"
    except BadPattern as problem:
        return problem.reason


def main() -> None:
    for name, query in QUERIES.items():
        taken: dict[str, list[float]] = {"find": [], "replace": []}
        for _ in range(5):
            for kind, work in (
                ("find", lambda q=query: find(TEXT, q)),
                ("replace", lambda q=query: replacements(TEXT, q, "字")),
            ):
                begun = time.process_time()
                with suppress(BadPattern):
                    work()
                taken[kind].append(time.process_time() - begun)
        figures = "   ".join(f"{kind} {statistics.median(times) * 1000:6.1f} ms" for kind, times in taken.items())
        print(f"{figures}   {name}, {outcome(query)}")


if __name__ == "__main__":
    main()
