"""The number model of Chinese news: every figure with its value, what it may stand for, its unit and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from desktop.proofreading.measure_words import LATIN, NO_ORDER, ONE, RANKS, SOFT, UNIT
from desktop.proofreading.numerals import DIGIT, HAN, narrow, places, read, scale

Span = tuple[int, int]
Pattern = re.Pattern[str]


class Sort(Enum):
    """What a figure is."""

    PLAIN = "plain"  # 9961户, 2.1万人次, 三百二十元
    PERCENT = "percent"  # 6.9%, 百分之五; also ‰ and 成
    POINTS = "points"  # 1.2个百分点
    FRACTION = "fraction"  # 三分之二, 一半
    RATIO = "ratio"  # 1∶500
    TIMES = "times"  # 3倍, 翻两番
    ORDINAL = "ordinal"  # 第3届
    CODE = "code"  # 5G, G318, a telephone number: digits that count nothing


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text; ``start`` and ``end`` hold its unit and what makes it approximate.

    A range has two ends; ``value`` and ``high`` are alike otherwise, and None where none can be told (数百家).
    """

    start: int
    end: int
    sort: Sort
    value: Decimal | None
    high: Decimal | None
    unit: str = ""
    decimals: int = 0
    scale: int = 0  # the power of ten that was written as 万, 亿
    approximate: bool = False

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """Return what the figure may stand for: half a unit of its last place around one with decimals or 亿."""
        if self.value is None or self.high is None:
            return None
        rounded = self.decimals or self.scale >= 8
        half = Decimal(5) * Decimal(10) ** (self.scale - self.decimals - 1) if rounded else Decimal(0)
        if self.sort is Sort.PERCENT and rounded:
            half /= 100
        return self.value - half, self.high + half

    @property
    def money(self) -> bool:
        return self.unit.endswith("元") or self.unit in ("角", "港币", "欧元")

    @property
    def normal(self) -> str:
        """Return the value, the same however it was written."""
        if self.value is None or self.high is None:
            return ""
        ends = [format(end.normalize(), "f") for end in dict.fromkeys((self.value, self.high))]
        return f"{'~' if self.approximate else ''}{'-'.join(ends)}{self.unit}"


_BEFORE = "大约|将近|接近|超过|不足|不到|不低于|不少于|不超过|不高于|至少|最多|多达|突破|约|近|超|逾|上(?=[百千万亿])"
_AFTER = "左右|上下|以上|以下|以内|不等"
_N = rf"(?:{DIGIT}{{1,3}}(?:,{DIGIT}{{3}})+(?!{DIGIT})|{DIGIT}+)(?:[.．]{DIGIT}+)?"
_SCALE = "(?:万亿|[十百千]?[万亿]|[百千](?![米克瓦伏卡赫])|十(?!字))"
_A = rf"{_N}(?:{_SCALE}(?:{_N}{_SCALE})*)?"
_SEP = "[—–~～至到-]|——"
_TEN = "一二两三四五六七八九十"
_H = f"[{HAN}]"

_CODE = re.compile(
    r"https?://[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|www\.[!-~]+"
    rf"|(?<!{DIGIT})0[0-9]{{2,3}}-[0-9]{{7,8}}(?!{DIGIT})|(?<!{DIGIT})1[3-9][0-9]{{9}}(?!{DIGIT})"
    rf"|[A-Za-z]+[-_/.]?{DIGIT}[A-Za-z0-9_/.-]*|(?<!{DIGIT})(?:[0-9]+[-_/.])*[0-9]+(?!(?:{LATIN})(?![A-Za-z]))[A-Za-z][A-Za-z0-9_/-]*"
    r"|(?<![0-9.])[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:-[0-9]+){2,}",
    re.ASCII,
)
_ARABIC = re.compile(
    rf"(?P<before>{_BEFORE})?(?P<order>第)?(?P<sign>[-−－+＋]|零下)?"
    rf"(?:(?P<over>{_N})[/／](?P<under>{_N})(?![/／])|(?P<left>{_N})[:∶：](?P<right>{_N})"
    rf"|(?P<cent>百分之|千分之)(?P<share>{_N})"
    rf"|(?P<a>{_A})(?:(?P<mid>[%％‰]|℃|{UNIT})?(?:{_SEP})(?P<minus>[-−－])?(?P<b>{_A}))?)"
    rf"(?P<more>多|余|来)?(?P<unit>[%％‰]|(?:{LATIN})(?![A-Za-z])|{UNIT})?(?:[/／](?:{UNIT}))?"
    rf"(?P<after>{_AFTER})?"
)
#: What may stand before the first digit of a figure. A sign after a digit or a letter is a hyphen.
_LEAD = re.compile(rf"(?:{_BEFORE})?第?(?:(?<![0-9A-Za-z）)])[-−－+＋]|零下)?(?:百分之|千分之)?$")
_FIRST = re.compile(DIGIT)
_CHINESE = re.compile(
    rf"(?P<before>{_BEFORE})?(?:"
    rf"(?P<under>{_H}+|百)分之(?P<over>{_H}+(?:点{_H}+)?)"
    rf"|(?P<order>第)?(?P<n>[几数]?{_H}+)(?:(?:至|到)(?P<b>{_H}+))?(?P<more>多|余|来)?(?P<unit>{UNIT})"
    rf")(?P<after>{_AFTER})?"
)
_HAN_LEAD = re.compile(rf"(?:{_BEFORE})?第?[几数]?$")
_HAN_FIRST = re.compile(_H)
_HALF = re.compile("一半|半数")
_NEIGHBOURS = re.compile(r"([一二两三四五六七八九])([一二两三四五六七八九])([十百千万亿]*)")
_LONGEST = 8  # characters of what stands before
_BOUND_BEFORE = "统唯万之另每单同专逐其任某哪"
_FIXED = re.compile(
    "三位一体|一条龙|千家万户|三番五次|一期一会|四面八方|五湖四海|五花八门|千方百计|三三两两|七上八下|九牛一毛|两个维护|一人一|"
    "一户一|一家一|一村一|一企一|一条心|一家人|一家亲|一把手|一次性|一号|一等|一年一度|一级|一代|一部分|万一|十全十美"
)


def figures(text: str, taken: Sequence[Span] = ()) -> list[Figure]:
    """Return the figures of a text in order; ``taken`` are places that something else was read from (dates)."""
    free = _Free(text, taken)
    found = [_code(m) for m in _CODE.finditer(text) if any(sign.isdigit() for sign in m[0]) and free.take(*m.span())]
    found += [made for m in _matches(_FIRST, _LEAD, _ARABIC, text) if (made := _arabic(m, free)) is not None]
    found += [made for m in _matches(_HAN_FIRST, _HAN_LEAD, _CHINESE, text) if (made := _chinese(text, m, free))]
    found += [_half(m) for m in _HALF.finditer(text) if free.take(*m.span())]
    found += [_rest(*span) for span in free.digits()]
    return sorted(found, key=lambda figure: figure.start)


def _matches(first: Pattern, lead: Pattern, whole: Pattern, text: str) -> Iterator[re.Match[str]]:
    """Yield what is found around the signs that ``first`` finds, so that no other place is tried."""
    at = 0
    while (sign := first.search(text, at)) is not None:
        begin = max(at, sign.start() - _LONGEST)
        ahead = lead.search(text[begin : sign.start()])
        found = whole.match(text, begin + ahead.start()) if ahead else None
        found = found or whole.match(text, sign.start())
        if found:
            yield found
        at = max(sign.end(), found.end() if found else 0)


class _Free:
    """Which places of a text are still to be read."""

    def __init__(self, text: str, taken: Sequence[Span]) -> None:
        self._text, self._used = text, bytearray(len(text))
        for start, end in taken:
            self._used[start:end] = b"\1" * (end - start)

    def take(self, start: int, end: int) -> bool:
        """Take a place; False when a part of it was taken before."""
        if end <= start or any(self._used[start:end]):
            return False
        self._used[start:end] = b"\1" * (end - start)
        return True

    def digits(self) -> Iterator[Span]:
        """Yield groups of digits that nothing was read from, with the letters around them."""
        for m in re.finditer(rf"[A-Za-z0-9０-９._/-]*{DIGIT}[A-Za-z0-9０-９._/-]*", self._text):
            runs = re.finditer(b"\0+", bytes(self._used[m.start() : m.end()]))
            for run in runs:
                start, end = m.start() + run.start(), m.start() + run.end()
                if re.search(DIGIT, self._text[start:end]):
                    yield start, end


def _code(m: re.Match[str]) -> Figure:
    end = m.end() - (len(m[0]) - len(m[0].rstrip(".-_/,")))
    return Figure(m.start(), end, Sort.CODE, None, None)


def _half(m: re.Match[str]) -> Figure:
    return Figure(*m.span(), Sort.FRACTION, Decimal("0.5"), Decimal("0.5"), approximate=m[0] != "一半")


def _rest(start: int, end: int) -> Figure:
    return Figure(start, end, Sort.CODE, None, None)


def _arabic(m: re.Match[str], free: _Free) -> Figure | None:
    if not free.take(*m.span()):
        return None
    unit, near = m["unit"] or "", bool(m["before"] or m["more"] or m["after"])
    if m["over"] or m["left"]:
        first, second = read(m["over"] or m["left"]), read(m["under"] or m["right"])
        if first is None or not second:
            return Figure(*m.span(), Sort.CODE, None, None)
        sort = Sort.FRACTION if m["over"] else Sort.RATIO
        return Figure(*m.span(), sort, first / second, first / second, unit, approximate=near)
    if m["share"]:
        share = read(m["share"])
        part = None if share is None else share / (100 if m["cent"] == "百分之" else 1000)
        return Figure(*m.span(), Sort.PERCENT, part, part, "", places(m["share"]), approximate=near)
    low, high = read(m["a"]), read(m["b"] or m["a"])
    ten = scale(_signs(m["b"] or m["a"]))
    if m["b"] and low is not None and not _signs(m["a"]) and _signs(m["b"]):
        low *= 10**ten  # 3—5万元
    if low is not None and high is not None:
        minus = (m["sign"] or "") in ("-", "−", "－", "零下")
        low = -low if minus else low
        high = -high if (minus and not m["b"]) or m["minus"] else high
    sort, part = _sort(unit or m["mid"] or "", bool(m["order"]))
    if low is not None and high is not None and part != 1:
        low, high = low * part, high * part
    shown = "" if sort is Sort.PERCENT else unit or m["mid"] or ""
    return Figure(*m.span(), sort, low, high, shown, places(m["b"] or m["a"]), ten, near)


def _signs(text: str) -> str:
    return re.sub(r"^.*?[0-9.]+([^0-9.]*)$", r"\1", narrow(text))


def _sort(unit: str, order: bool) -> tuple[Sort, Decimal]:
    """Return what a unit makes of a figure, and what its value is multiplied by."""
    if unit in ("%", "％"):
        return Sort.PERCENT, Decimal("0.01")
    if unit == "‰":
        return Sort.PERCENT, Decimal("0.001")
    if unit == "成":
        return Sort.PERCENT, Decimal("0.1")
    if unit.endswith("百分点"):
        return Sort.POINTS, Decimal(1)
    if unit in ("倍", "番"):
        return Sort.TIMES, Decimal(1)
    return Sort.ORDINAL if order else Sort.PLAIN, Decimal(1)


def _chinese(text: str, m: re.Match[str], free: _Free) -> Figure | None:
    near = bool(m["before"] or m["more"] or m["after"])
    if m["over"]:
        under, over = read(m["under"]), read(m["over"])
        if not under or over is None or not free.take(*m.span()):
            return None
        sort = Sort.PERCENT if m["under"] in ("百", "千") else Sort.FRACTION
        return Figure(*m.span(), sort, over / under, over / under, approximate=near)
    n, unit = m["n"], m["unit"]
    if not _counts(text, m.start("n"), n, unit, m) or not free.take(*m.span()):
        return None
    value, high = read(n), read(m["b"] or n)
    if pair := _NEIGHBOURS.fullmatch(n):  # 两三家, 三四十人
        value, high, near = read(pair[1] + pair[3]), read(pair[2] + pair[3]), True
    sort, part = _sort(unit, bool(m["order"]))
    if value is not None and high is not None:
        value, high = value * part, high * part
    shown = "" if sort is Sort.PERCENT else unit
    return Figure(*m.span(), sort, value, high, shown, 0, 0, near or value is None)


def _counts(text: str, start: int, n: str, unit: str, m: re.Match[str]) -> bool:
    """Whether Chinese numerals before a unit count something: 三件小事 does, 一道 and 万家灯火 do not."""
    if _FIXED.match(text, start):
        return False
    if m["order"]:
        return unit not in NO_ORDER
    if start and text[start - 1] in _BOUND_BEFORE and not m["before"]:
        return False
    if set(n) <= set("百千万亿"):
        return bool(m["more"] or m["before"])
    if n == "一":
        return unit in ONE
    if len(n) == 1 and unit in SOFT:
        return unit in RANKS and n not in "十零〇两"
    return n not in ("零", "〇")
