"""Leases: who is at a draft, and for how long nobody else is."""

from __future__ import annotations

from dataclasses import dataclass

EDIT_SECONDS = 45  # an edit lease ends so long after the last heartbeat
HEARTBEAT_SECONDS = 15
CLAIM_SECONDS = 2 * 3600  # a claim falls back to the queue


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds a draft. ``token`` tells two windows of one person apart."""

    draft_id: int
    person_id: int
    holder: str
    machine: str
    token: str
    since: str
    until: str
