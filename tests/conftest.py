"""Fixtures shared by all: a newsroom file migrated once, copied for each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from db.store.unit import Store
from db.store.upgrade import upgrade


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "empty.caibian"
    store = Store(path)
    upgrade(store)
    store.close()
    return path


@pytest.fixture
def store(empty_file: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "newsroom.caibian"
    shutil.copy(empty_file, path)
    store = Store(path)
    yield store
    store.close()
