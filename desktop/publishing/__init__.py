"""Approved revisions to pages, feeds and a target. No Qt."""
