"""The words of RTF, for programs that give nothing else: paragraphs, tabs and characters, in linear time."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL
)
#: Groups that hold no words of the text.
_UNREAD = frozenset(
    b"annotation atnauthor atndate atnicn atnid author background bkmkend bkmkstart buptim category colortbl comment "
    b"company creatim datafield datastore doccomm fldinst fontfile footer footerf footerl footerr header headerf "
    b"headerl headerr generator info keywords latentstyles listtable listoverridetable listtext manager nextfile "
    b"nonshppict objclass objdata objname operator pict pntext printim private revtim rsidtbl rxe shpinst stylesheet "
    b"subject tc template themedata title txe xe xmlnstbl".split()
)
_SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"cell": "\t", b"tab": "\t",
    b"emdash": "—", b"endash": "–", b"emspace": "\u2003", b"enspace": "\u2002", b"bullet": "•",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
}  # fmt: skip
_CHARSETS = {128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 204: "cp1251", 238: "cp1250"}


@dataclass(slots=True)
class _State:
    """What a group inherits and its end forgets."""

    unread: bool = False
    skipped: int = 1  # characters that stand in for a \\u
    code_page: str = ""


def text_of_rtf(data: bytes) -> str:
    """The text with line ends; "" for what is no RTF."""
    return _Reader().text(data) if data.lstrip().startswith(b"{\\rtf") else ""


class _Reader:
    def __init__(self) -> None:
        self._made: list[str] = []
        self._bytes = bytearray()
        self._state = _State()
        self._outer: list[_State] = []
        self._code_page = "cp1252"
        self._fonts: dict[bytes, str] = {}
        self._in_fonts = 0  # groups open when the table of fonts began
        self._font = b""
        self._skip = 0

    def text(self, data: bytes) -> str:
        at = 0
        while (found := _TOKEN.match(data, at)) is not None:
            word, number, byte, sign, brace, words = found.groups()
            at = found.end()
            if word == b"bin":
                at += max(0, int(number or 0))
            elif word:
                self._word(word, number)
            elif byte:
                self._put(bytes.fromhex(byte.decode()))
            elif sign:
                self._sign(sign)
            elif brace:
                self._group(brace)
            elif words:
                self._put(words)
        self._decode()
        return "".join(self._made)

    def _put(self, words: bytes) -> None:
        passed = min(self._skip, len(words))
        self._skip -= passed
        if not self._state.unread:
            self._bytes += words[passed:]

    def _decode(self) -> None:
        if self._bytes:
            name = self._state.code_page or self._code_page
            self._made.append(self._bytes.decode(name, "replace"))
            self._bytes.clear()

    def _say(self, text: str) -> None:
        self._decode()
        if not self._state.unread:
            self._made.append(text)

    def _group(self, brace: bytes) -> None:
        self._decode()
        self._skip = 0
        if brace == b"{":
            state = self._state
            self._outer.append(_State(state.unread, state.skipped, state.code_page))
            self._outer[-1], self._state = state, self._outer[-1]
        elif self._outer:
            self._state = self._outer.pop()
            if len(self._outer) < self._in_fonts:
                self._in_fonts = 0

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state.unread = True
        elif sign in (b"\r", b"\n"):
            self._say("\n")
        elif sign in b"\\{}":
            self._put(sign)
        elif sign == b"~":
            self._say(" ")
        elif sign == b"_":
            self._say("-")

    def _word(self, word: bytes, number: bytes | None) -> None:
        value = int(number or 0)
        if word == b"u" and number:
            self._say(chr(value % 0x10000) if value < 0x10000 else chr(value) if value < 0x110000 else "\ufffd")
            self._skip = self._state.skipped
            return
        self._skip = 0
        if word in _SIGNS:
            self._say(_SIGNS[word])
        elif word == b"uc":
            self._state.skipped = max(0, min(value, 8))
        elif word in _UNREAD:
            self._decode()
            self._state.unread = True
        elif word == b"fonttbl":
            self._in_fonts, self._state.unread = len(self._outer), True
        elif word == b"f":
            self._use_font(number or b"")
        elif word == b"fcharset" and self._in_fonts and value in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[value]
        elif word == b"ansicpg":
            self._code_page = _known(value)

    def _use_font(self, font: bytes) -> None:
        if self._in_fonts:
            self._font = font
        else:
            self._decode()
            self._state.code_page = self._fonts.get(font, "")


def _known(number: int) -> str:
    if number == 65001:
        return "utf-8"
    name = "gb18030" if number in (936, 54936) else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
