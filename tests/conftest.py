"""Fixtures shared by all: a newsroom file migrated once, copied for each test."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from db.store.unit import Store
from db.store.upgrade import upgrade
from tests.cluster import Cluster, binaries


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


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server; the tests that need one are left out where none is installed."""
    if binaries() is None:
        pytest.skip("no PostgreSQL server is installed")
    with tempfile.TemporaryDirectory(prefix="caibian-server-") as folder:  # pytest's own are closed to other users
        Path(folder).chmod(0o711)
        made = Cluster(Path(folder) / "server")
        yield made
        made.stop()


@pytest.fixture
def shared_store(cluster: Cluster) -> Iterator[Store]:
    """An empty newsroom on the server."""
    address = cluster.lend()
    store = Store(address)
    yield store
    store.close()
    cluster.take_back(address)
