"""Pictures that came in before there were renditions get theirs when an article with them is released."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from db.actions import assets, release
from db.actions.assets import NewAsset
from db.domain.errors import MovedOn
from db.domain.people import PROGRAM
from db.store.unit import Store
from desktop.intake import signing
from tests.db.conftest import Desk, desk, desk_file  # noqa: F401
from tests.desktop.intake.test_pictures import encoded


@pytest.fixture
def store(desk_file: Path, tmp_path: Path) -> Iterator[Store]:  # noqa: F811
    """A newsroom in a file that has the desk's people."""
    made = Store(Path(shutil.copy(desk_file, tmp_path / "newsroom.caibian")))
    yield made
    made.close()


def old_picture(desk: Desk) -> str:  # noqa: F811
    data = encoded(Image.new("RGB", (700, 500), "red"), "JPEG")
    with desk.store.changing(desk.lin) as unit:
        return assets.add(unit, NewAsset(data, "image/jpeg", 700, 500, "旧图.jpg"))


def frozen(desk: Desk) -> dict[str, list[str]]:  # noqa: F811
    with desk.store.reading() as connection:
        return json.loads(connection.exec_driver_sql("SELECT renditions FROM release").scalar_one())


def prepared(desk: Desk, draft_id: int) -> signing.Made:  # noqa: F811
    with desk.store.reading() as connection:
        return signing.prepared(connection, desk.store.files, [draft_id])


def test_signing_makes_what_is_missing(desk):  # noqa: F811
    picture = old_picture(desk)
    saved = desk.approved(body=f"![图](asset:{picture})")
    made = prepared(desk, saved.draft_id)
    with desk.store.changing(desk.he) as unit:
        signing.publish(unit, saved.draft_id, made)
    assert len(frozen(desk)[picture]) == 3  # WebP at 480 and 700, JPEG at 480


def test_so_does_a_schedule_that_comes(desk):  # noqa: F811
    picture = old_picture(desk)
    saved = desk.approved(body=f"![图](asset:{picture})")
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, saved.draft_id, "2999-01-01T00:00:00Z")
    with desk.store.reading() as connection:
        made = signing.prepared_due(connection, desk.store.files, "2999-01-01T00:00:01Z")
    with desk.store.changing(PROGRAM) as unit:
        unit.now = "2999-01-01T00:00:01Z"
        assert signing.fire_due(unit, made) == [saved.article_id]
    assert len(frozen(desk)[picture]) == 3


def test_a_picture_that_cannot_be_read_stops_nobody(desk):  # noqa: F811
    with desk.store.changing(desk.lin) as unit:
        picture = assets.add(unit, NewAsset(b"\xff\xd8\xff torn", "image/jpeg", 700, 500, "坏图.jpg"))
    saved = desk.approved(body=f"![图](asset:{picture})")
    made = prepared(desk, saved.draft_id)
    with desk.store.changing(desk.he) as unit:
        signing.publish(unit, saved.draft_id, made)
    assert frozen(desk) == {}


def test_nothing_is_encoded_inside_the_transaction_and_what_was_made_for_another_text_is_refused(desk):  # noqa: F811
    saved = desk.approved(body=f"![图](asset:{old_picture(desk)})")
    with pytest.raises(MovedOn), desk.store.changing(desk.he) as unit:
        signing.publish(unit, saved.draft_id)
    with desk.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM release").scalar_one() == 0
    made = prepared(desk, saved.draft_id)
    with desk.store.changing(desk.he) as unit:
        signing.publish(unit, saved.draft_id, made)


def test_what_is_due_and_was_not_prepared_for_waits_for_the_next_look(desk):  # noqa: F811
    saved = desk.approved(body=f"![图](asset:{old_picture(desk)})")
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, saved.draft_id, "2999-01-01T00:00:00Z")
    with desk.store.changing(PROGRAM) as unit:
        unit.now = "2999-01-01T00:00:01Z"
        assert signing.fire_due(unit) == []
