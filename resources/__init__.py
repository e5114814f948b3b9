"""Icons, words, themes, help and the demo newsroom. Read through desktop/paths.py."""
