"""Digests of what the record keeps."""

from __future__ import annotations

import hashlib


def sha256(data: str | bytes) -> str:
    """SHA-256 in lower-case hexadecimal; text as UTF-8."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()
