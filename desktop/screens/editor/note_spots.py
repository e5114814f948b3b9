"""What a note is about to be made on: the selected words or picture, a field of the head, or the whole."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from db.domain.note import BODY, PICTURE, Spot
from desktop.kit.rich_text.edit import RichEdit
from desktop.kit.rich_text.looks import OBJECT
from desktop.screens.editor.haystack import Editor, Haystack
from desktop.screens.editor.preview import PreviewPanel
from desktop.screens.editor.sheet import Sheet
from desktop.text.addresses import is_kept_picture
from desktop.text.anchors import Anchor, anchor, find
from desktop.text.finding import Span

_HEAD = ("title", "shoulder", "subtitle", "source", "summary")  # fields whose words a page shows above the body
_ASSET = "asset:"


def spot_of(sheet: Sheet, editor: Editor, preview: PreviewPanel) -> Spot:
    """Return the place that is selected; where nothing is, the picture at the caret, else the whole."""
    line = QApplication.focusWidget()
    if isinstance(line, QLineEdit) and line.text():
        named = _field(sheet, line.selectedText() or line.text())
        if named is not None:
            return named
    cursor = editor.textCursor()
    if not cursor.hasSelection():
        digest = picture_at(editor, cursor.position())
        return Spot(PICTURE, digest) if digest else Spot()
    haystack = Haystack(editor)
    start, end = haystack.point(cursor.selectionStart()), haystack.point(cursor.selectionEnd())
    words = haystack.text[start:end].strip()
    if not words:
        digest = picture_at(editor, cursor.selectionEnd())
        return Spot(PICTURE, digest) if digest else Spot()
    if editor is preview and cursor.selectionEnd() <= preview.body_begins():
        return _field(sheet, words) or Spot()
    start = haystack.text.index(words, start)
    made = anchor(haystack.text, start, start + len(words))
    if not isinstance(editor, PreviewPanel) and editor not in (sheet.body.visual, sheet.body.source):
        made = _in_page(made, preview)  # words of a comparison: their place in the text itself
    return Spot(BODY, "", made.quote, made.prefix, made.suffix, made.at)


def picture_at(editor: Editor, position: int) -> str:
    """Return the digest of the picture at a position or right before it."""
    known = pictures(editor).items()
    return next((digest for digest, place in known if place.start <= position <= place.end), "")


def pictures(editor: Editor) -> dict[str, Span]:
    """Return where the pictures of the record stand, the first of each."""
    document, raw = editor.document(), editor.document().toRawText()
    found: dict[str, Span] = {}
    if not isinstance(editor, QTextEdit):
        at = raw.find(f"({_ASSET}")
        while at >= 0:
            digest = raw[at + 7 : at + 71]
            found.setdefault(digest, Span(at, at + 72))
            at = raw.find(f"({_ASSET}", at + 1)
        return found
    if OBJECT not in raw:
        return found
    block = document.begin()
    while block.isValid():
        for number, letter in enumerate(block.text()):
            if letter == OBJECT:
                at = block.position() + number
                address = _address(editor, at)
                if is_kept_picture(address):
                    found.setdefault(address.removeprefix(_ASSET), Span(at, at + 1))
        block = block.next()
    return found


def _address(editor: QTextEdit, at: int) -> str:
    if isinstance(editor, RichEdit):
        thing = editor.thing_at(at)
        return thing.facts[0] if thing is not None and thing.position == at else ""
    cursor = QTextCursor(editor.document())
    cursor.setPosition(at + 1)
    form = cursor.charFormat()
    return form.toImageFormat().name() if form.isImageFormat() else ""


def _field(sheet: Sheet, words: str) -> Spot | None:
    """Return the field of the head that holds these words."""
    fields = sheet.value()
    for name in _HEAD:
        value = getattr(fields, name)
        at = value.find(words)
        if at >= 0:
            made = anchor(value, at, at + len(words))
            return Spot(name, "", made.quote, made.prefix, made.suffix, made.at)
    return None


def _in_page(made: Anchor, preview: PreviewPanel) -> Anchor:
    text = Haystack(preview).text
    place = find(made, text)
    return made if place is None else anchor(text, place.start, place.end)
