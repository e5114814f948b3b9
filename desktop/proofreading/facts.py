"""The fact ledger (事实核对单): what a text asserts that can be checked, row by row, in the order of the text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.proofreading.dates import When, dates
from desktop.proofreading.fact import Fact, Kind
from desktop.proofreading.names import Bearer, Lists, Name, names
from desktop.proofreading.numbers import figures
from desktop.proofreading.numerals import DIGIT, narrow
from desktop.proofreading.recogniser import Entity
from desktop.proofreading.sentences import Sentences

_BEARERS = {
    Bearer.PERSON: Kind.PERSON,
    Bearer.ORGANISATION: Kind.ORGANISATION,
    Bearer.PLACE: Kind.PLACE,
}
_OPEN, _CLOSE = "〔\\[［【（(", "〕\\]］】）)"
_NUMBER = re.compile(
    rf"[\u4e00-\u9fff]{{0,14}}[{_OPEN}]{DIGIT}{{4}}[{_CLOSE}](?:第)?{DIGIT}{{1,5}}号|[\u4e00-\u9fff]{{0,8}}令第?{DIGIT}{{1,4}}号"
)
_HEAD_OF_NUMBER = re.compile(
    "^.*(?:根据|按照|依据|印发|转发|下发|文件|通知|以及|参照|依照|为|按|据|和|及|与|见|由|的)(?=.{2,})"
)
_DOCUMENT = re.compile(r"《[^《》\n]{1,80}》")
_QUOTE = re.compile(r"“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*”")
_SAYS = "说道|说|表示|介绍|告诉|认为|指出|强调|坦言|回忆|透露|感慨|提醒|建议|称|道|写道|回答|喊道|笑着说"
_LEADS = re.compile(rf"(?:{_SAYS})[^，。！？\n“”]{{0,6}}[：，:,]$|[：:]$")
_FOLLOWS = re.compile(rf"[，,]?(?P<who>[\u4e00-\u9fff]{{1,16}}?)(?:{_SAYS})")
_MARKS = re.compile(r"[\W_]+")
_SPEECH = 12  # characters from which words in quotation marks that end a sentence are somebody's words


def facts(text: str, lists: Lists | None = None, entities: Sequence[Entity] | None = None) -> list[Fact]:
    """Return the rows of a plain text. ``entities`` are what the recogniser found in it; None where it is not asked."""
    return list(_keyed(text, Sentences(text), found_in(text, lists, entities)))


def found_in(text: str, lists: Lists | None = None, entities: Sequence[Entity] | None = None) -> list[Fact]:
    """Return the same without sentences and keys, for who does not ask for them."""
    numbers = list(_numbers(text))
    spans = [(fact.start, fact.end) for fact in numbers]
    when = [date for date in dates(text) if not any(start < date.end and date.start < end for start, end in spans)]
    taken = [*spans, *((date.start, date.end) for date in when)]
    found = [*numbers, *_titles(text)]
    found += [_row(text, Kind.DATE, d.start, d.end, d.normal) for d in when if d.when is not When.VAGUE]
    for figure in figures(text, taken):
        value = figure.normal or narrow(text[figure.start : figure.end])
        found.append(_row(text, Kind.FIGURE, figure.start, figure.end, f"{figure.sort.value} {value}"))
    found += _names(text, lists or Lists(), entities, [(fact.start, fact.end) for fact in found])
    found += _quotations(text, [fact for fact in found if fact.kind is Kind.PERSON])
    found.sort(key=lambda fact: (fact.start, -fact.end, fact.kind.value))
    return found


def _row(text: str, kind: Kind, start: int, end: int, value: str, detail: str = "") -> Fact:
    return Fact(kind, start, end, (0, 0), value, text[start:end], detail)


def _numbers(text: str) -> Iterator[Fact]:
    for m in _NUMBER.finditer(text):
        head = _HEAD_OF_NUMBER.match(m[0])
        start = m.start() + (head.end() if head else 0)
        yield _row(text, Kind.POLICY, start, m.end(), _plain(text[start : m.end()]))


def _titles(text: str) -> Iterator[Fact]:
    for m in _DOCUMENT.finditer(text):
        yield _row(text, Kind.DOCUMENT, *m.span(), _plain(m[0]))


def _names(text: str, lists: Lists, entities: Sequence[Entity] | None, taken: Sequence[tuple[int, int]]) -> list[Fact]:
    """Return the names, each at its first place. A person is named with the title once, and without it later."""
    elsewhere = bytearray(len(text))
    for start, end in taken:
        elsewhere[start:end] = b"\1" * (end - start)
    found = [name for name in names(text, lists, entities) if not any(elsewhere[name.start : name.end])]
    first: dict[tuple[Bearer, str, str], Name] = {}
    times: Counter[tuple[Bearer, str, str]] = Counter()
    titled = {name.name: name.title for name in reversed(found) if name.title}
    for name in found:
        title = name.title or titled.get(name.name, "")
        key = name.bearer, name.name, title
        times[key] += 1
        if key not in first or (name.title and not first[key].title):
            first[key] = name
    return [
        replace(_row(text, _BEARERS[bearer], at.start, at.end, f"{title} {name}".strip(), title), times=times[key])
        for key, at in first.items()
        for bearer, name, title in [key]
    ]


def _quotations(text: str, people: Sequence[Fact]) -> list[Fact]:
    """Return what is quoted of somebody's words; a term in quotation marks is none."""
    made = []
    for m in _QUOTE.finditer(text):
        begin = max(text.rfind(sign, 0, m.start()) for sign in "。！？\n”") + 1
        before, inside = text[begin : m.start()], m[0][1:-1]
        led = bool(_LEADS.search(before))
        follows = _FOLLOWS.match(text, m.end())
        if not inside or not (led or follows or (len(inside) >= _SPEECH and inside[-1] in "。！？，")):
            continue
        near = [p for p in people if begin <= p.start < m.start()] if led else []
        after = [p for p in people if m.end() <= p.start < follows.end()] if follows else []
        speaker = near[-1].text if near else after[0].text if after else _who(before) if led else ""
        speaker = speaker or (follows["who"] if follows else "")
        made.append(_row(text, Kind.QUOTATION, *m.span(), _plain(inside), speaker))
    return made


def _who(before: str) -> str:
    """Return who is quoted, from the words before a quotation, where that is plain."""
    clause = re.split("[，,；。]", before.rstrip("：，:,"))[-1]
    m = re.match(rf"^([\u4e00-\u9fff]{{1,12}}?)(?:{_SAYS})", clause)
    return m[1] if m else ""


def _plain(text: str) -> str:
    """Return letters and digits alone: blanks, marks and the width of a sign are no change of a fact."""
    return _MARKS.sub("", text if text.isascii() else unicodedata.normalize("NFKC", text))


def _keyed(text: str, sentences: Sentences, found: Sequence[Fact]) -> Iterator[Fact]:
    plain: dict[tuple[int, int], str] = {}
    seen: Counter[str] = Counter()
    for fact in found:
        place = sentences.around(fact.start)
        if fact.kind in (Kind.FIGURE, Kind.DATE):
            if place not in plain:
                plain[place] = _plain(text[slice(*place)])
            context = plain[place]
        else:  # the words themselves are the fact
            context = fact.detail
        form = "\n".join((fact.kind.value, fact.value, context))
        seen[form] += 1
        made = hashlib.sha256(f"{form}\n{seen[form]}".encode()).hexdigest()[:32]
        yield Fact(fact.kind, fact.start, fact.end, place, fact.value, fact.text, fact.detail, fact.times, made)
