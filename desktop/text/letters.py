"""Letters that have one shape in a font: which of them a Chinese text means.

A PDF says for each of its shapes which letter it is, and Qt takes the first that has it: where 民 and the radical ⺠
are drawn alike, who searches the file for 民 finds nothing. The pairs are those of the Source Han (Noto CJK) fonts.
"""

from __future__ import annotations

import unicodedata

# beside radicals that Unicode itself explains
_MEANT = {
    "\t": " ", "\u2003": "\u3000", "\u2012": "\u2013", "\u2215": "／", "\u2329": "〈", "\u232a": "〉", "\u301c": "～",
    **dict(
        zip(
            "⺂⺃⺅⺉⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺞⺠⺡⺣⺤⺦⺨⺫⺭⺯⺰⺱⺲⺹⺺⺾⺿⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⼾",
            "乛乚亻刂兀尣尢巳幺彑彐忄扌攵旡歺民氵灬爫丬犭罒礻糹纟罓罒耂肀艹艹虎衤覀西见角讠贝车辶辶辶钅長镸长门阝青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀户",
            strict=True,
        )
    ),
}  # fmt: skip


def meant(letter: str) -> str:
    """Return the letter that a text means where it seems to have ``letter``."""
    radical = "\u2e80" <= letter <= "\u2fdf"
    return _MEANT.get(letter) or (unicodedata.normalize("NFKC", letter) if radical else letter)
