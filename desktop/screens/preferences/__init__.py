"""The newsroom itself: its people, units, channels, review schemes, settings and backups."""
