"""How much of a clipboard is read: bounds that no person's text meets, and that hostile HTML does not pass."""

from __future__ import annotations

MOST_TEXT = 500_000  # characters of one paste; 600 pages, and half a second of work for the window
MOST_UNBROKEN = 20_000  # characters without a place to break a line: laying them out grows with the square
MOST_TAGS = 100_000  # a text of 200 pages has 40,000
DEEPEST_TAG = 60  # elements within each other; deeper ones stand beside each other
DEEPEST_BLOCK = 6  # lists and quotes within each other
MOST_CELLS = 20_000
MOST_PICTURES = 300
MOST_BYTES = 25 * 1024 * 1024  # of one picture
MOST_STYLES = 400_000  # characters of style sheets that are looked at
