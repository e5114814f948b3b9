"""What other programs put on the clipboard (HTML, plain text, RTF), read into the tree of a text. No Qt."""
