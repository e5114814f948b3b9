"""The rules of 一键排版, each on the text of one line: what stands where, and what should stand there instead.

A line comes masked (see `desktop/text/tidy.py`): what no rule may touch is KEPT or OPAQUE, a line break is BREAK.
Every pattern is anchored by what stands before it, so that no text makes a rule slower than linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from desktop.text.quotes import pair_quotes

KEPT = "\ue001"  # code, addresses: as a foreign word, whose spaces stay too
OPAQUE = "\ufffc"  # a picture
BREAK = "\u2028"

#: What replaces the characters from the first offset up to the second.
Edit = tuple[int, int, str]


class Rule(StrEnum):
    """What can be switched off by itself, in the order in which a text is gone through."""

    INDENTS = "indents"  # spaces at the beginning of a paragraph: the page indents by style
    BLANKS = "blanks"  # empty paragraphs, and line breaks that make an empty line
    ALNUM = "alnum"  # １２．５％ → 12.5%, ＡＢＣ → ABC
    QUOTES = "quotes"  # straight and wrong-way quotes → “ ‘ ’ ” by nesting
    ELLIPSES = "ellipses"  # ... 。。。 … → ……
    DASHES = "dashes"  # -- → ——
    PUNCTUATION = "punctuation"  # , . ; : ! ? ( ) beside Han → ，。；：！？（）
    HAN_LATIN = "han_latin"  # spaces between Han and Latin letters or digits
    HAN_SPACES = "han_spaces"  # spaces between Han in running text, and beside ，。、；：！？
    SPACES = "spaces"  # several spaces in a row, spaces at the end


ALL = frozenset(Rule)

_HAN = "〇々\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_STOPS = "，。、；：！？"
_OPENING = "“‘（《〈【「『〔"
_CLOSING = "”’）》〉】」』〕"
_CHINESE = f"{_HAN}{_STOPS}{_OPENING}{_CLOSING}…—"
_SPACE = " \t\n\u00a0\u2000-\u200a\u202f\u205f"
_ANY_SPACE = f"{_SPACE}\u3000"
SPACES = frozenset(" \t\n\u00a0\u202f\u205f\u3000") | frozenset(map(chr, range(0x2000, 0x200B)))
_STRIPPED = "".join(SPACES) + BREAK
_NUMERAL = "一二三四五六七八九十百零〇"

_ONE_HAN = re.compile(f"[{_HAN}]")
_LATIN_WORD = re.compile("[A-Za-z]+")
_ONE_CHINESE = re.compile(f"[{_CHINESE}]")
_PROSE = re.compile("[，。；！？]")


def is_foreign(text: str) -> bool:
    """Has a line no Han, or more Latin words than Han? Its marks and spaces follow rules of another language."""
    words = len(_LATIN_WORD.findall(text))
    for _ in _ONE_HAN.finditer(text):
        words -= 1
        if words < 1:
            return False
    return True


# Spaces

_INDENT = re.compile(f"(?:(?<={BREAK})|^)[{_ANY_SPACE}]+")
_TRAILING = re.compile(f"(?<=[^{_ANY_SPACE}{BREAK}])[{_ANY_SPACE}]+(?={BREAK}|\\Z)")
_REPEATED = re.compile(f"(?<=[^{_ANY_SPACE}{BREAK}])[{_ANY_SPACE}]{{2,}}(?=[^{_ANY_SPACE}{BREAK}])")
_EMPTY_LINES = re.compile(f"{BREAK}(?:[{_ANY_SPACE}]*{BREAK})+")
_FIRST_BREAKS = re.compile(f"(?:[{_ANY_SPACE}]*{BREAK})+")
_BESIDE_LATIN = re.compile(
    # A telephone number or a time of day is not joined to what it stands beside.
    rf"(?<=[{_HAN}])[{_SPACE}]+(?=[A-Za-z0-9])(?!\d{{7}}|\d{{3,4}}-\d{{7}}|\d\d?[:：]\d\d)"
    rf"|(?<=[A-Za-z0-9%‰℃°])(?<!\d{{7}})[{_SPACE}]+(?=[{_HAN}])"
)
_BESIDE_STOPS = re.compile(
    f"(?<=[{_STOPS}])[{_ANY_SPACE}]+(?=[^{_ANY_SPACE}{BREAK}])"
    f"|(?<=[^{_ANY_SPACE}{BREAK}{_STOPS}])[{_ANY_SPACE}]+(?=[{_STOPS}])"
)
_BETWEEN_HAN = re.compile(f"(?<=[{_HAN}{_CLOSING}—…])[{_SPACE}]+(?=[{_HAN}{_OPENING}—…])")
_MEANT = re.compile(  # spaces that divide: after 第一条, 图1, 本报讯 at the beginning, and names behind 记者
    rf"(?:^|(?<={BREAK}))[{_ANY_SPACE}]*"
    rf"(?:第[{_NUMERAL}\d]{{1,6}}[编章节条款届期]|[图表]\d{{1,3}}(?:[-.]\d{{1,3}}){{0,3}}"
    rf"|[{_HAN}\d]{{0,20}}(?:讯|电|消息))[{_ANY_SPACE}]+"
    rf"|(?:^|(?<={BREAK}))\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}\.?[{_ANY_SPACE}]++(?![年月日号时分秒个名位人万亿元家次项条户亩吨件倍])"
    rf"|(?:记者|通讯员|实习生|作者|编辑|审核|校对|摄影|供稿|监制|来源|责编|(?<![{_HAN}])[文图摄])"
    rf"(?:[{_ANY_SPACE}]+[{_HAN}·]{{2,4}})+(?![{_HAN}·])"
)


def _indents(text: str, prose: bool) -> Iterator[Edit]:
    return ((*found.span(), "") for found in _INDENT.finditer(text))


def _empty_lines(text: str, prose: bool) -> Iterator[Edit]:
    if BREAK not in text:
        return
    first = match.end() if (match := _FIRST_BREAKS.match(text)) else 0
    end = text.find(BREAK, max(first, len(text.rstrip(_STRIPPED))))
    if first:
        yield 0, first, ""
    for found in _EMPTY_LINES.finditer(text, first, len(text) if end < 0 else end):
        yield found.start() + 1, found.end(), ""
    if end >= 0:
        yield end, len(text), ""


def _spaces(text: str, prose: bool) -> Iterator[Edit]:
    yield from ((*found.span(), "") for found in _TRAILING.finditer(text))
    yield from ((*found.span(), found[0][0]) for found in _REPEATED.finditer(text))


def _beside_latin(text: str, prose: bool) -> Iterator[Edit]:
    return _unmeant(text, _BESIDE_LATIN)


def _between_han(text: str, prose: bool) -> Iterator[Edit]:
    """Headings, captions, cells and lines of names are divided by spaces; running text is not."""
    yield from _unmeant(text, _BESIDE_STOPS)
    if prose and _PROSE.search(text):
        yield from _unmeant(text, _BETWEEN_HAN)


def _unmeant(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    spans = [found.span() for found in pattern.finditer(text)]
    if not spans:
        return
    meant = [found.span() for found in _MEANT.finditer(text)]
    at = 0
    for start, end in spans:
        while at < len(meant) and meant[at][1] <= start:
            at += 1
        if at == len(meant) or start < meant[at][0]:
            yield start, end, ""


# Digits and letters

_WIDE = "０-９Ａ-Ｚａ-ｚ"
_WIDE_ALNUM = re.compile(f"[{_WIDE}]+(?:[．：／－＿＠＋][{_WIDE}]+)*％?|(?<=[0-9０-９])(?:％|．(?=[0-9０-９]))")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def _narrow(text: str, prose: bool) -> Iterator[Edit]:
    return ((*found.span(), found[0].translate(_NARROW)) for found in _WIDE_ALNUM.finditer(text))


# Marks

_MARKS = re.compile(
    f"(?<=[{_HAN}{_CLOSING}])[,;:!?]+"
    f"|(?<![A-Za-z,;:!?])[,;:!?]++(?=[{_HAN}{_OPENING}])"
    f"|(?<=[A-Za-z])[,;:?]++(?= ?[{_HAN}{_OPENING}])"
)
_PERIOD = re.compile(rf"(?<=[{_HAN}{_CLOSING}])\.(?=\s*(?:[{_HAN}{_OPENING}”’]|\Z))")
_ORDINAL = re.compile(rf"(?:^|[{BREAK}。；])\s*第?[{_NUMERAL}]+\Z")
_SOUNDS = frozenset(  # by which foreign names are written: 约翰.史密斯 wants ·, and no full stop
    "阿艾安奥巴班鲍贝本比彼博勃布查达戴丹道德登蒂迪杜多厄恩尔法费芬弗福盖戈格古哈海汉赫亨华霍基吉加贾杰金卡凯坎考科克肯库"
    "拉莱兰朗劳勒雷李里丽利莉林琳卢鲁路伦罗洛马玛迈曼梅门蒙米密莫默姆穆纳娜内尼诺帕佩皮普奇乔琼瑞萨塞桑瑟莎史斯司索塔泰"
    "汤特托瓦威韦维温翁沃伍西希夏谢辛雅亚扬耶伊英尤约詹珍朱佐翰"
)
_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_BRACKETS = re.compile(f"[()（）]|[{_HAN}{_STOPS}]+")
_DOTS = re.compile(r"\.+|。+|⋯+|…+")
_RULES = re.compile("(?<![-－–—―─])(?:-{2,3}|－－|––|――|──)(?![-－–—―─])")


def _punctuation(text: str, prose: bool) -> Iterator[Edit]:
    for found in _MARKS.finditer(text):
        yield *found.span(), found[0].translate(_FULL)
    for found in _PERIOD.finditer(text):
        at = found.start()
        named = text[at - 1] in _SOUNDS and text[at + 1 : at + 2] in _SOUNDS
        if not named and not _ORDINAL.search(text, max(0, at - 8), at):
            yield at, at + 1, "。"
    if "(" in text or ")" in text:
        yield from _brackets(text)


def _brackets(text: str) -> Iterator[Edit]:
    """Pairs around Han or behind Han; half a pair may be an ordinal, `1)`, and stays."""
    opened: list[int] = []
    han = -1  # where Han was last seen
    for found in _BRACKETS.finditer(text):
        sign, at = found[0], found.start()
        if sign in "(（":
            opened.append(at)
        elif sign not in ")）":
            han = at
        elif opened:
            start = opened.pop()
            half = [one for one in (start, at) if text[one] in "()"]
            if len(half) == 1 or (half and (han > start or _is_in_chinese(text, start, at + 1))):
                yield from ((one, one + 1, text[one].translate(_FULL)) for one in half)


def _is_in_chinese(text: str, start: int, end: int) -> bool:
    """Does what ends at `end` follow Han, or begin a line that goes on in Han?"""
    before = text[start - 1 : start]
    if not before or before == BREAK:
        return bool(_ONE_HAN.match(text, end))
    return bool(_ONE_CHINESE.match(before))


def _ellipses(text: str, prose: bool) -> Iterator[Edit]:
    for found in _DOTS.finditer(text):
        start, end = found.span()
        length = end - start
        wrong = length % 2 == 1 if found[0][0] == "…" else found[0][0] == "⋯" or 3 <= length <= 6
        if wrong and (_ONE_CHINESE.match(text[start - 1 : start]) or _ONE_CHINESE.match(text, end)):
            yield start, end, "……"


def _dashes(text: str, prose: bool) -> Iterator[Edit]:
    for found in _RULES.finditer(text):
        start, end = found.span()
        before, after = start - 1, end
        while before >= 0 and text[before] in " \u00a0":
            before -= 1
        while after < len(text) and text[after] in " \u00a0":
            after += 1
        left, right = text[before] if before >= 0 else "", text[after : after + 1]
        chinese = _ONE_CHINESE.match(left) or _ONE_CHINESE.match(right)
        if chinese and not (left + right).isascii() and not _is_word(left) and not _is_word(right):
            yield start, end, "——"


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _quotes(text: str, prose: bool) -> Iterator[Edit]:
    return pair_quotes(text)


#: The rules that look at a line, in order: text and whether it is running text in, edits out. A line without any of
#: the characters named is right.
LINE_RULES: tuple[tuple[Rule, frozenset[str], Callable[[str, bool], Iterator[Edit]]], ...] = (
    (Rule.INDENTS, SPACES, _indents),
    (Rule.BLANKS, frozenset(BREAK), _empty_lines),
    (Rule.ALNUM, frozenset(map(chr, range(0xFF01, 0xFF5F))) - frozenset("，：；！？（）"), _narrow),
    (Rule.QUOTES, frozenset("\"'＂＇“”‘’"), _quotes),
    (Rule.ELLIPSES, frozenset(".。…⋯"), _ellipses),
    (Rule.DASHES, frozenset("-－–―─"), _dashes),
    (Rule.PUNCTUATION, frozenset(",.;:!?()"), _punctuation),
    (Rule.HAN_LATIN, SPACES, _beside_latin),
    (Rule.HAN_SPACES, SPACES, _between_han),
    (Rule.SPACES, SPACES, _spaces),
)

#: The rules for text of any language.
ANY_LANGUAGE = frozenset({Rule.INDENTS, Rule.BLANKS, Rule.ALNUM, Rule.SPACES})
