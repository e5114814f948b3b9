"""留痕: the audit chain to read, to filter, to check and to export."""
