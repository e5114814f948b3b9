"""A newsroom on a network share is refused by whatever way it is named."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db.domain.errors import NetworkShare
from db.store import place

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts are listed here alone")


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Have a folder be mounted as a file system of some kind."""
    listed = tmp_path / "mounts"
    monkeypatch.setattr(place, "_MOUNTS", listed)

    def mount(where: Path, kind: str) -> Path:
        where.mkdir(exist_ok=True)
        named = str(where).replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011")
        lines = ("/dev/sda1 / ext4 rw 0 0", f"server:/share {named} {kind} rw 0 0", "torn line")
        listed.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        return where

    return mount


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "fuse", "ceph", "vboxsf", "9p"])
@pytest.mark.parametrize("name", ["share", "a b", "tab\there", "back\\slash", "编辑部"])
def test_a_share_is_refused(mounts, tmp_path: Path, kind: str, name: str):
    share = mounts(tmp_path / name, kind)
    with pytest.raises(NetworkShare) as told:
        place.refuse_network_share(share / "newsroom.caibian")
    assert told.value.kind == kind


def test_a_link_to_a_share_is_refused(mounts, tmp_path: Path):
    share = mounts(tmp_path / "share", "cifs")
    (tmp_path / "link").symlink_to(share)
    (tmp_path / "newsroom.caibian").symlink_to(share / "newsroom.caibian")
    for way in (tmp_path / "link" / "newsroom.caibian", tmp_path / "newsroom.caibian"):
        with pytest.raises(NetworkShare):
            place.refuse_network_share(way)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "fuseblk", "overlay", "tmpfs"])
def test_a_disk_of_this_machine_is_not(mounts, tmp_path: Path, kind: str):
    place.refuse_network_share(mounts(tmp_path / "disk", kind) / "newsroom.caibian")


def test_what_lies_beside_a_share_is_not(mounts, tmp_path: Path):
    mounts(tmp_path / "share", "cifs")
    place.refuse_network_share(tmp_path / "share.caibian")
