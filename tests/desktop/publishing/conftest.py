"""A newsroom to publish from."""

from __future__ import annotations

import pytest

from db.store.unit import Store
from tests.desktop.publishing.newsroom import Newsroom


@pytest.fixture
def newsroom(store: Store) -> Newsroom:
    return Newsroom(store)
