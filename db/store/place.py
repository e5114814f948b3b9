"""Where a newsroom file may live: not on a network share, where SQLite's locks do not hold."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from db.domain.errors import NetworkShare

_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "afpfs", "webdav", "davfs", "9p", "ncpfs", "sshfs", "fuse"}
    | {"ceph", "glusterfs", "lustre", "gfs2", "ocfs2", "vboxsf", "vmhgfs", "prl_fs"}
)
_MOUNTS = Path("/proc/mounts")
_OCTAL = re.compile(r"\\([0-7]{3})")  # how white space and backslashes are written there
_DRIVE_REMOTE = 4  # GetDriveTypeW


def refuse_network_share(path: Path) -> None:
    """Raise NetworkShare when ``path`` lies on a file system that is shared over a network, or synced through FUSE."""
    kind = _file_system(path.expanduser().resolve())  # a link leads to where the file really lies
    if kind in _NETWORK or kind.startswith("fuse."):
        raise NetworkShare(path, kind)


def _file_system(path: Path) -> str:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only there: the kind of the drive is asked of Windows itself

        drive = path.drive + "\\"
        remote = drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == _DRIVE_REMOTE
        return "smbfs" if remote else "local"
    if not _MOUNTS.exists():
        return ""
    best, kind = "", ""
    for line in _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        where = _OCTAL.sub(lambda sign: chr(int(sign[1], 8)), parts[1])
        if len(where) >= len(best) and (path == Path(where) or Path(where) in path.parents):
            best, kind = where, parts[2]
    return kind
