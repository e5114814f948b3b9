"""The window and its navigation."""
