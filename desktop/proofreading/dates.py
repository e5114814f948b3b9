"""Dates and times of a text, absolute and relative (今年10月, 上周三, 日前), each with what it says and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from desktop.proofreading.numerals import DIGIT, narrow, read


class When(Enum):
    """What sort of time it is."""

    DAY = "day"  # a year, a month or a day of the calendar
    TIME = "time"  # of a day
    PERIOD = "period"  # a quarter, half a year, a plan of five years
    RELATIVE = "relative"  # reckoned from when it is read: 今年, 上月, 昨天
    VAGUE = "vague"  # 日前, 近期: nothing that could be wrong


@dataclass(frozen=True, slots=True)
class Date:
    """One time; what it does not say is None. One that reaches to another has that as ``until``."""

    start: int
    end: int
    when: When
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    words: str = ""  # what is reckoned from (去年), or what kind of period
    until: Date | None = None

    @property
    def normal(self) -> str:
        """Return what it says, the same however it was written."""
        told = (self.words, self.year, self.month, self.day, self.hour, self.minute)
        parts = "/".join("" if part is None else str(part) for part in told)
        return f"{parts}>{self.until.normal}" if self.until else parts


_C = "〇零一二三四五六七八九十"
_YEAR = rf"(?:{DIGIT}{{4}}|[〇零一二三四五六七八九]{{4}})"
_TWO = rf"(?:{DIGIT}{{1,2}}|[{_C}]{{1,3}})"
_ABOUT = "年初|年底|年末|年中|年内"
_FROM = (
    "今年|去年|前年|明年|后年|当年|次年|本月|上月|上个月|下月|下个月|当月|"
    "今晚|今夜|昨晚|昨夜|当晚|今天|昨天|明天|前天|后天|当天|次日|今日|昨日|明日|当日"
)
_PART = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|当晚|昨晚|今晚|今早|晚|早"
_WEEK = "[本上下这每]?(?:周|星期|礼拜)[一二三四五六日天]"
_TO = "[—–~～至到-]|——"

_DATE = re.compile(
    rf"(?=[0-9０-９{_C}农今去前明后当次本上下昨第])(?:"
    rf"(?P<y1>{_YEAR})年?(?:{_TO})(?P<y2>{_YEAR})年(?!产|级)"
    rf"|(?P<iso>(?<!{DIGIT}){DIGIT}{{4}}[-/.]{DIGIT}{{1,2}}[-/.]{DIGIT}{{1,2}}(?!{DIGIT}))"
    rf"|(?P<lunar>农历[正腊冬{_C}]{{1,3}}月[初廿{_C}]{{0,3}})"
    rf"|(?:(?P<year>(?<!{DIGIT}){_YEAR}(?=年)|(?<![{_C}]){_YEAR}(?=年)|(?<!{DIGIT}){DIGIT}{{2}}(?=年(?:{DIGIT}{{1,2}}月|底|初)))年|(?P<from>{_FROM}))?"
    rf"(?:(?P<month>(?<!{DIGIT}){_TWO})月(?![龄嫂球])(?:份)?(?:(?P<day>{_TWO})[日号])?|(?P<season>[前第]?[一二三四1-4](?:个)?季度|上半年|下半年|(?<!以)前(?:[二三四五六七八九十两]|十一|{DIGIT}{{1,2}})个?月))?"
    rf"(?P<tail>初|底|末|中旬|上旬|下旬|以来|[春夏秋冬][天季])?)"
)
_MONTHS = re.compile(rf"(?<!{DIGIT})(?P<a>{DIGIT}{{1,2}})月?(?:{_TO})(?P<b>{DIGIT}{{1,2}})月(?!{DIGIT})")
_DAYS = re.compile(
    rf"(?<![{_C}0-9０-９.,])(?P<a>{DIGIT}{{1,2}})(?:日|号)?(?:(?:{_TO})(?P<b>{DIGIT}{{1,2}}))?(?:日(?!子|元|期|均|产|报)|号(?=上午|下午|晚|凌晨|，|前))"
)
_LASTS = re.compile("(?:为期|期为|限期|期限为|公示|公示期|用时|历时|连续|每|不少于|不超过|提前|推迟|共|约|近|内)$")
_CLOCK = re.compile(
    rf"(?P<part>{_PART})?(?:(?<!{DIGIT})(?P<h>{DIGIT}{{1,2}})[:：](?P<m>{DIGIT}{{2}})(?:[:：]{DIGIT}{{2}})?(?!{DIGIT})"
    rf"|(?<!{DIGIT})(?P<hour>{DIGIT}{{1,2}}|[{_C}]{{1,3}})(?:时(?![期代间刻候光常])|点(?=钟|半|整|许|左右|{DIGIT}{{1,2}}分)|(?<=(?P<bare>[0-9{_C}]))点)"
    rf"(?:钟|(?P<minute>{DIGIT}{{1,2}}|[{_C}]{{1,3}})分|半|整|许)?)"
)
_OTHER = re.compile(
    rf"(?P<week>{_WEEK})|(?P<plan>十[一二三四五六七]五(?=[”\"]?(?:时期|规划|期间|以来|末|开局)))|(?P<about>{_ABOUT}|月底|月初|月末)"
    rf"|(?P<vague>日前|近日|近期|目前|当前|同期|近年来|近年|不久前|截至目前|眼下)|(?P<from>{_FROM})"
)


def dates(text: str) -> list[Date]:
    """Return the dates and times of a text in order; two that are joined by 至 are one."""
    found: list[Date] = []
    left = text
    for look in (_months, _calendar, _days, _clock, _others):
        made = look(left)
        found += made
        if made:
            left = _without(left, made)
    return _joined(text, sorted(found, key=lambda date: date.start))


def _without(text: str, found: list[Date]) -> str:
    """Return the text with other signs where something was found, its length kept."""
    pieces, at = [], 0
    for date in found:
        pieces += [text[at : date.start], "\0" * (date.end - date.start)]
        at = date.end
    return "".join([*pieces, text[at:]])


def _number(text: str | None) -> int | None:
    value = read(text) if text else None
    return None if value is None else int(value)


def _months(text: str) -> list[Date]:
    found = []
    for m in _MONTHS.finditer(text):
        first, last = _number(m["a"]), _number(m["b"])
        if first and last and first <= 12 and last <= 12:
            until = Date(m.start("b"), m.end(), When.DAY, month=last)
            found.append(Date(*m.span(), When.DAY, month=first, until=until))
    return found


def _calendar(text: str) -> list[Date]:
    found = []
    for m in _DATE.finditer(text):
        if m.end() == m.start():
            continue
        if m["y1"]:
            until = Date(m.start("y2"), m.end(), When.DAY, _number(m["y2"]))
            found.append(Date(*m.span(), When.DAY, _number(m["y1"]), until=until))
        elif m["iso"]:
            year, month, day = (int(part) for part in re.split("[-/.]", narrow(m["iso"])))
            found.append(Date(*m.span(), When.DAY, year, month, day))
        elif m["lunar"]:
            found.append(Date(*m.span(), When.DAY, words=m[0]))
        elif m["year"] or m["from"] or m["month"] or m["season"]:
            words = "".join(filter(None, (m["from"], m["season"], m["tail"])))
            when = When.RELATIVE if m["from"] else When.PERIOD if m["season"] else When.DAY
            found.append(Date(*m.span(), when, _number(m["year"]), _number(m["month"]), _number(m["day"]), words=words))
    return found


def _days(text: str) -> list[Date]:
    found = []
    for m in _DAYS.finditer(text):
        first, last = _number(m["a"]), _number(m["b"])
        if not first or first > 31 or (last or 0) > 31 or _LASTS.search(text, max(0, m.start() - 3), m.start()):
            continue
        until = Date(m.start("b"), m.end(), When.DAY, day=last) if last else None
        found.append(Date(*m.span(), When.DAY, day=first, until=until))
    return found


def _clock(text: str) -> list[Date]:
    found = []
    for m in _CLOCK.finditer(text):
        hour, minute = _number(m["h"] or m["hour"]), _number(m["m"] or m["minute"])
        if m["bare"] and not m["part"]:
            continue  # 三点建议
        if hour is None or hour > 24 or (minute or 0) > 59:
            continue
        half = "半" if m[0].endswith("半") else ""
        words = "".join(filter(None, (m["part"], half)))
        found.append(Date(*m.span(), When.TIME, hour=hour, minute=minute, words=words))
    return found


def _others(text: str) -> list[Date]:
    found = []
    for m in _OTHER.finditer(text):
        when = When.PERIOD if m["plan"] else When.VAGUE if m["vague"] else When.RELATIVE
        found.append(Date(*m.span(), when, words=m[0]))
    return found


def _joined(text: str, found: list[Date]) -> list[Date]:
    made: list[Date] = []
    for date in found:
        last = made[-1] if made else None
        if last and last.until is None and date.when is last.when and re.fullmatch(_TO, text[last.end : date.start]):
            made[-1] = replace(last, end=date.end, until=date)
        else:
            made.append(date)
    return made
