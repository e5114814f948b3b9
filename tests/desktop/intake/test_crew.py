"""A large folder is read in several processes, and nothing shows it."""

from __future__ import annotations

import io
import multiprocessing
from pathlib import Path

import pytest
from PIL import Image

from db.domain.channels import Channel, ChannelKind
from desktop.intake import crew
from desktop.intake.archive import Read, Reader, Unread, files

CHANNELS = [Channel(1, None, ChannelKind.NEWS, "要闻", "headlines", 1, 1, None, "", "", True)]


def old_site(folder: Path, count: int) -> list[Path]:
    for number in range(count):
        head = f"---\ntitle: 第{number}期简报\ndate: 2019-05-06\nchannel: {'没有的' if number == 7 else '要闻'}\n---\n"
        (folder / f"{number:04d}.md").write_text(f"{head}清河镇第{number}次通水。\n", encoding="utf-8")
    return files(folder)


def reader(folder: Path) -> Reader:
    return Reader(folder, CHANNELS, (), "2026-11-24T00:00:00Z")


def test_several_processes_read_what_one_reads_in_the_same_order(tmp_path: Path):
    paths = old_site(tmp_path, crew.SHARE * 2 + 1)
    answers = list(crew.read_all(reader(tmp_path), paths))
    alone = list(reader(tmp_path).read(paths))
    assert [len(answer) for answer in answers] == [crew.SHARE, crew.SHARE, 1]
    assert [item for answer in answers for item in answer] == alone
    assert alone[7] == Unread(paths[7], "channel", "没有的")
    assert multiprocessing.active_children() == []


def test_what_lost_workers_leave_is_read_all_the_same(tmp_path: Path):
    paths = old_site(tmp_path, crew.SHARE * 4)
    found = crew.read_all(reader(tmp_path), paths)
    items = next(found)
    for worker in multiprocessing.active_children():
        worker.kill()
    items += [item for answer in found for item in answer]
    assert items == list(reader(tmp_path).read(paths))


def test_a_reading_that_is_given_up_leaves_no_worker(tmp_path: Path):
    found = crew.read_all(reader(tmp_path), old_site(tmp_path, crew.SHARE * 4))
    next(found)
    found.close()
    assert multiprocessing.active_children() == []


def test_heavy_pictures_come_a_few_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(crew, "_HEAVY", 10)
    paths = old_site(tmp_path, 3)
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    (tmp_path / "a.jpg").write_bytes(out.getvalue())
    paths[0].write_text(paths[0].read_text(encoding="utf-8") + "\n![图](a.jpg)\n", encoding="utf-8")
    answers = list(crew.read_all(reader(tmp_path), paths))
    assert [len(answer) for answer in answers] == [1, 2]
    assert all(isinstance(item, Read) for answer in answers for item in answer)
