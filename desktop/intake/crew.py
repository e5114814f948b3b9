"""A large old site is read in several processes; what each read arrives in the order of the files.

A worker holds one end of a pipe and nothing else, so it ends when the program that started it does, however that ends.
It reads one share ahead of what was fetched and then waits, so that memory does not grow with the site.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.intake.archive import Read, Reader, Unread

if TYPE_CHECKING:
    from multiprocessing.connection import Connection as Pipe
    from multiprocessing.process import BaseProcess

SHARE = 500  # files
_WORTH = 600  # files from which on more processes pay
_MOST = 3
_HEAVY = 30_000_000  # bytes of pictures

Answer = list[Read | Unread]


def read_all(reader: Reader, paths: Sequence[Path]) -> Iterator[Answer]:
    """Yield what ``reader`` makes of the files, some hundred at a time, in their order."""
    shares = [paths[at : at + SHARE] for at in range(0, len(paths), SHARE)]
    crew = _hire(reader, shares) if len(paths) >= _WORTH else []
    try:
        for number, share in enumerate(shares):
            yield from _fetched(crew[number % len(crew)][1], reader, share) if crew else _answers(reader, share)
    finally:
        for worker, pipe in crew:
            pipe.close()
            worker.join()


def _answers(reader: Reader, share: Sequence[Path]) -> Iterator[Answer]:
    """Yield what becomes of a share: at once, or in parts when its pictures are heavy."""
    answer: Answer = []
    weight = 0
    for item in reader.read(share):
        answer.append(item)
        weight += sum(len(picture.data) for picture in item.pictures) if isinstance(item, Read) else 0
        if weight > _HEAVY:
            yield answer
            answer, weight = [], 0
    if answer:
        yield answer


def _hire(reader: Reader, shares: Sequence[Sequence[Path]]) -> list[tuple[BaseProcess, Pipe]]:
    """Start workers; the first of three has the first share, the fourth, the seventh."""
    if getattr(sys, "frozen", False):  # such a program would start its own window again
        return []
    # A small folder has no need of it.
    import multiprocessing  # noqa: PLC0415

    context = multiprocessing.get_context("spawn")
    count = min(_MOST, os.cpu_count() or 1, len(shares))
    crew: list[tuple[BaseProcess, Pipe]] = []
    for number in range(count):
        ours, theirs = context.Pipe(duplex=False)
        worker = context.Process(target=_work, args=(theirs, reader, shares[number::count]), daemon=True)
        worker.start()
        theirs.close()
        crew.append((worker, ours))
    return crew


def _fetched(pipe: Pipe, reader: Reader, share: Sequence[Path]) -> Iterator[Answer]:
    """Yield what the worker made of its next share; when the worker was lost, the share is read here."""
    try:
        while answer := pipe.recv():
            yield answer
    except (EOFError, OSError):
        yield from _answers(reader, share)


def _work(pipe: Pipe, reader: Reader, shares: Sequence[Sequence[Path]]) -> None:
    """Read share after share, each with nothing for its end, until the other end of the pipe is closed."""
    try:
        for share in shares:
            for answer in _answers(reader, share):
                pipe.send(answer)
            pipe.send([])
    except (BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return  # nobody waits for more
