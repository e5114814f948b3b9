"""What a PDF of Qt's says: its words, its sheets, its fonts. No reader of any other PDF."""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import cached_property


class Pdf:
    """A file of Qt's writer, taken apart."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        found = re.finditer(rb"(\d+) 0 obj\n(.*?)endobj", data, re.DOTALL)
        self._objects = {int(one[1]): one[2] for one in found}

    @cached_property
    def sheets(self) -> list[str]:
        """The words of each sheet; letters that look alike are one (a font may give ⽂ for 文)."""
        return [unicodedata.normalize("NFKC", words) for words in self.letters]

    @cached_property
    def letters(self) -> list[str]:
        """The letters of each sheet as the file has them."""
        pages = (re.search(rb"/Type /Page\s.*?/Contents (\d+) 0 R", one, re.DOTALL) for one in self._objects.values())
        return [self._words(int(page[1])) for page in pages if page]

    @property
    def sizes(self) -> set[tuple[float, float]]:
        """Width and height of the sheets in points."""
        boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", self.data)
        return {(round(float(width)), round(float(height))) for width, height in boxes}

    @property
    def fonts(self) -> list[bool]:
        """Whether each font is in the file."""
        kept = [one for one in self._objects.values() if b"/Type /FontDescriptor" in one]
        return [re.search(rb"/FontFile\d?", one) is not None for one in kept]

    @property
    def inks(self) -> set[str]:
        """The colours of the letters, as ``0 0 0``."""
        drawn = (self._stream(n).decode("latin-1") for n, one in self._objects.items() if b"FlateDecode" in one)
        return {ink for text in drawn for ink in re.findall(r"/CSp cs\n([\d. ]+) scn\n/GSa gs\nBT", text)}

    @property
    def pictures(self) -> int:
        return self.data.count(b"/Subtype /Image")

    def _stream(self, number: int) -> bytes:
        head, _, rest = self._objects[number].partition(b"stream\n")
        return zlib.decompressobj().decompress(rest) if b"FlateDecode" in head else rest

    def _letters(self, font: int) -> dict[int, str]:
        said = re.search(rb"/ToUnicode (\d+) 0 R", self._objects[font])
        text = self._stream(int(said[1])).decode("latin-1")
        letters: dict[int, str] = {}
        for first, _last, listed in re.findall(r"^<(\w+)> <(\w+)> \[(.*?)\]", text, re.DOTALL | re.MULTILINE):
            for place, code in enumerate(re.findall(r"<(\w+)>", listed)):
                letters[int(first, 16) + place] = bytes.fromhex(code).decode("utf-16-be", "replace")
        for first, last, code in re.findall(r"^<(\w+)> <(\w+)> <(\w+)>$", text, re.MULTILINE):
            for place in range(int(last, 16) - int(first, 16) + 1):
                letters[int(first, 16) + place] = chr(int(code, 16) + place)
        return letters

    def _words(self, content: int) -> str:
        words, letters = [], {}
        for font, codes in re.findall(r"/F(\d+) [\d.]+ Tf|<(\w+)> Tj", self._stream(content).decode("latin-1")):
            if font:
                letters = self._letters(int(font))
            else:
                glyphs = (int(codes[at : at + 4], 16) for at in range(0, len(codes), 4))
                words.extend(letters.get(glyph, "\ufffd") for glyph in glyphs)
        return "".join(words)
