"""Digests of what the record keeps, and the files that are named by them."""

from __future__ import annotations

import hashlib
from pathlib import Path


def sha256(data: str | bytes) -> str:
    """SHA-256 in lower-case hexadecimal; text as UTF-8."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def file_of(digest: str, files: Path) -> Path:
    """Return where bytes too large for the database lie: in one folder, whatever a strange record calls them."""
    return files / Path(digest).name
