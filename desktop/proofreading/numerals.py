"""Numerals as Chinese news writes them, read as decimals: 9,961 · 2.1万 · 三百二十 · 1万5千."""

from __future__ import annotations

import re
from decimal import Decimal

DIGIT = "[0-9０-９]"
HAN = "零〇一二两三四五六七八九十百千万亿"
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")
_ONES = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10**4, "亿": 10**8}
_PART = re.compile(r"([0-9.,]+)|([零〇一二两三四五六七八九十百千万亿]+)")


def narrow(text: str) -> str:
    """Return full-width digits and points as the half-width ones."""
    return text if text.isascii() else text.translate(_NARROW)


def places(text: str) -> int:
    """Return how many decimals were printed."""
    _whole, point, rest = narrow(text).partition(".")
    return len(rest) - len(rest.lstrip("0123456789")) if point else 0


def scale(text: str) -> int:
    """Return the power of ten that the signs after a numeral mean: 千万 is 7."""
    product = 1
    for sign in text:
        product *= _SMALL.get(sign) or _GREAT.get(sign) or 1
    return len(str(product)) - 1


def read(text: str) -> Decimal | None:
    """Return the value of a numeral, None for what is none (几十, 数百)."""
    plain = narrow(text)
    if not plain or any(sign in plain for sign in "几数"):
        return None
    if "点" in plain:
        whole, _point, rest = plain.partition("点")
        digits = "".join(str(_ones(sign)) for sign in rest)
        return Decimal(f"{_whole(whole)}.{digits}")
    if plain[0].isascii():
        return _mixed(plain)
    return Decimal(_whole(plain))


def _mixed(plain: str) -> Decimal:
    """1万5千: each Arabic part times the signs after it."""
    total, last = Decimal(0), Decimal(0)
    for digits, signs in _PART.findall(plain):
        if digits:
            last = Decimal(digits.replace(",", "").strip(".") or 0)
            total += last
        else:
            total += last * (10 ** scale(signs) - 1)
    return total


def _whole(plain: str) -> int:
    if len(plain) > 1 and all(sign in _ONES for sign in plain):  # 二〇二六: sign by sign
        return int("".join(str(_ONES[sign]) for sign in plain))
    total = part = one = 0
    for sign in plain:
        if sign in _ONES:
            one = _ONES[sign]
        elif sign in _SMALL:
            part += (one or 1) * _SMALL[sign]
            one = 0
        elif sign in _GREAT:
            below = part + one
            total = (total + below or 1) * _GREAT[sign] if sign == "亿" else total + (below or 1) * _GREAT[sign]
            part = one = 0
    return total + part + one


def _ones(sign: str) -> int:
    return _ONES[sign] if sign in _ONES else int(sign) if sign.isdigit() else 0
