"""The Markdown dialect, rendering, counting and difference. No Qt."""
