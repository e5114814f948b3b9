"""More processes for a large site: each renders a share of the articles and writes it aside.

A worker holds one end of a pipe and nothing else, so it ends when the program that started it does, however that ends.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.domain.errors import DeskError
from db.domain.place import Place
from db.domain.site import SiteFile
from db.store import site as reading
from db.store.driver import Asked
from db.store.unit import Store
from desktop.publishing import chrome, pages, theme
from desktop.publishing.differences import Against, Made, compared
from desktop.publishing.record import Record
from desktop.publishing.site import Site
from desktop.publishing.target import Folder

if TYPE_CHECKING:
    from multiprocessing.connection import Connection as Pipe
    from multiprocessing.process import BaseProcess


SHARE = 100  # articles a task
_AHEAD = 3  # tasks that a worker has waiting
_WORTH = 1_500  # articles from which on a second process pays


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker needs to know; it reads the record by itself."""

    store: Place
    head: int
    theme: str
    chrome: str
    root: Path
    target_id: int  # 0: none yet
    against: Against
    stage: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article's page after comparison, the digest of its release, and the assets it carries."""

    made: Made
    article_id: int
    release: str
    assets: tuple[str, ...]


Task = tuple[int, int]  # first and last release of the share


def shares(releases: int) -> deque[Task]:
    """Cut the releases 1 to ``releases`` into tasks."""
    return deque((first, min(first + SHARE - 1, releases)) for first in range(1, releases + 1, SHARE))


def work_through(site: Site, order: Order, folder: Folder, task: Task) -> Iterator[Article]:
    """Make, compare and write aside the pages whose newest release is in the share, tombstones too."""
    connection = site.record.connection
    for standing, source in site.articles(*task):
        file = site.article_file(standing, source)
        there = digest_there(connection, order, folder, file.path)
        made = compared(file, there, folder.stage if order.stage else _not_staged)
        carried = tuple(sorted(pages.carried(source, site.record))) if source else ()
        yield Article(made, standing.article_id, standing.digest, carried)


def digest_there(connection: Asked, order: Order, folder: Folder, path: str) -> str:
    """Return the digest of what the target holds at ``path``: by its bytes, or as recorded."""
    match order.against:
        case Against.DISK:
            return folder.digest(path)
        case Against.RECORD:
            return reading.file_digest(connection, order.target_id, path)
    return ""


class Crew:
    """Workers and the tasks that they have not finished. A worker that is lost leaves its tasks to the others."""

    def __init__(self, order: Order, tasks: deque[Task]) -> None:
        self._tasks = tasks
        self._under_way: dict[Pipe, deque[Task]] = {}
        self._workers: list[BaseProcess] = []
        releases = tasks[-1][1] if tasks else 0
        # A frozen program would start its own window again.
        count = 0 if releases < _WORTH or getattr(sys, "frozen", False) else min(3, (os.cpu_count() or 1) - 1)
        if count:
            self._hire(order, count)
        self._hand_out()

    @property
    def busy(self) -> bool:
        """Whether a worker has something under way."""
        return any(self._under_way.values())

    def finished(self, *, wait: bool = False) -> Iterator[Article]:
        """Yield what the workers made meanwhile and give them more; with ``wait`` all that they have under way."""
        for pipe in list(self._under_way):
            try:
                while self._under_way[pipe] and (wait or pipe.poll()):
                    answer = pipe.recv()
                    self._under_way[pipe].popleft()
                    if isinstance(answer, DeskError):
                        raise answer
                    yield from answer
            except (EOFError, OSError):
                self._tasks.extend(self._under_way.pop(pipe))
        self._hand_out()

    def dismiss(self) -> None:
        for pipe in self._under_way:
            pipe.close()
        for worker in self._workers:
            worker.join()

    def _hire(self, order: Order, count: int) -> None:
        # Publishing one article in a new process has no need of it.
        import multiprocessing  # noqa: PLC0415

        context = multiprocessing.get_context("spawn")
        for number in range(1, count + 1):
            ours, theirs = context.Pipe()
            worker = context.Process(target=_work, args=(theirs, order, str(number)), daemon=True)
            worker.start()
            theirs.close()
            self._workers.append(worker)
            self._under_way[ours] = deque()

    def _hand_out(self) -> None:
        for pipe, under_way in list(self._under_way.items()):
            while self._tasks and len(under_way) < _AHEAD:
                under_way.append(self._tasks.popleft())
                try:
                    pipe.send(under_way[-1])
                except OSError:
                    self._tasks.extend(self._under_way.pop(pipe))
                    break


def _work(pipe: Pipe, order: Order, part: str) -> None:
    """Serve tasks until the other end of the pipe is closed."""
    store = Store(order.store)
    folder = Folder(order.root, part)
    with store.looking() as connection:
        reading.read_much(connection)
        record = Record(connection, order.head, store.files)
        site = Site(record, theme.from_kept(order.theme), chrome.from_canonical(order.chrome))
        while True:
            try:
                task = pipe.recv()
            except EOFError:
                break
            try:
                pipe.send(list(work_through(site, order, folder, task)))
            except DeskError as exc:
                pipe.send(exc)
            except (BrokenPipeError, ConnectionResetError):
                break
    store.close()


def _not_staged(_data: bytes) -> str:
    return "-"


def use_of(path: str, article_id: int) -> SiteFile:
    """Return the record of an article that shows the asset at ``path``."""
    return SiteFile(f"{path}?{article_id}", f"use:{article_id}", "", 0)
