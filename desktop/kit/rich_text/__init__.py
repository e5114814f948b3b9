"""A text edited as it will read: trees of `desktop.text.tree` in a QTextDocument, and back."""
