"""What a text itself proposes for its fields: reading time, summary, keywords. A person decides."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations, groupby

from desktop.text.excerpt import excerpt
from desktop.text.tree import Block, Listing, Paragraph, Plain, Quote, words_of

#: 字 a minute. 义务教育语文课程标准, the national standard of teaching, asks for 300 in silent reading at the end of
#: primary school and 500 at the end of middle school; a newspaper is written for readers of both.
READ_IN_A_MINUTE = 400
SUMMARY = 120
KEYWORDS = 5

_ROLE = "记者|通讯员|实习生|作者|编辑|见习|特约|摄影"
_BEGINNING = re.compile(  # 本报讯（记者 某某）, 新华社北京11月24日电, and what divides them from the text
    rf"\s*(?:(?:本报|本网|本台|本刊|本站)(?:讯|消息|记者\S{{2,4}}报道)"
    r"|[\u4e00-\u9fff]{2,12}?\d{1,2}月\d{1,2}日(?:电|讯|消息)"
    r"|[\u4e00-\u9fff]{2,12}?(?:讯|消息)(?=[\s（(]))?"
    rf"\s*(?:[（(][^（）()]{{0,60}}(?:{_ROLE})[^（）()]{{0,60}}[）)])?[\s:：,，—-]*"
)
_BYLINE = re.compile(rf"\s*(?:本报|本网|本台)?(?:{_ROLE}|来源|文/图|图/文|文|图|责编|审核)[\s:：/][^。！？]*$")
_SENTENCE = re.compile(r".+?(?:[。！？!?…]+[”’」』）)】]*|$)", re.DOTALL)


def reading_minutes(words: int) -> int:
    """Return how many minutes so many 字 take, at least one where there is something to read."""
    return math.ceil(words / READ_IN_A_MINUTE)


def paragraphs(blocks: Iterable[Block]) -> list[str]:
    """Running text, paragraph by paragraph; no headings, captions, tables, code."""
    made: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(line) | Plain(line):
                made.append(words_of(line))
            case Quote(inner):
                made += paragraphs(inner)
            case Listing(_, items):
                made += (text for item in items for text in paragraphs(item))
    return made


def summary(texts: Iterable[str], limit: int = SUMMARY) -> str:
    """Return the leading sentences, whole ones where the first is short enough, without 本报讯（记者…）and bylines."""
    made = ""
    for text in texts:
        if _BYLINE.fullmatch(text):
            continue
        text = " ".join(_BEGINNING.sub("", text, count=1).split())
        if not text.endswith(tuple("。！？!?…”’」』）)】")):
            continue  # a heading that is bold, a signature
        whole = _whole_sentences(text, limit - len(made))
        if not whole:
            return made or excerpt(text, limit)
        made += whole
        if len(whole) < len(text):
            break
    return made


def _whole_sentences(text: str, room: int) -> str:
    """As many sentences as there is room for, ending outside of quotes."""
    end = at = depth = 0
    for sentence in _SENTENCE.findall(text[: room + 1]):
        at += len(sentence)
        depth += sentence.count("“") - sentence.count("”")
        if at <= room and depth <= 0 and (at == len(text) or text[at - 1] in "。！？!?…”’」』）)】"):
            end = at
    return text[:end]


# Keywords

_NOUNS = frozenset({"n", "nz", "nt", "ns", "nl", "ng", "vn", "j", "l", "i", "nrt", "nr"})
_ALONE = _NOUNS - {"nr", "ng", "nrt"}  # what is taken for a person's name is none, but may be part of a longer word
#: What every report speaks of.
_COMMON = """
记者 通讯员 工作 活动 单位 部门 人员 情况 问题 方面 时间 地方 全县 全市 全省 全国 全区
我县 我市 今年 去年 目前 当前 日前 近日 当天 当日 上午 下午 同志 领导 干部 群众 居民
村民 市民 大家 有关 相关 负责人 主任 书记 局长 县长 市长 主席 会议 精神 要求 措施 基础
作用 水平 能力 力度 方式 过程 结果 原因 条件 内容 范围 标准 重点 工程 项目 建设 发展
服务 时候 东西 事情 办法 样子 意见 机会 价格 数量 总数 人数 万元 亿元 平方米 公里 分钟
小时 左右 以上 以下 其中 介绍 图为 个村 镇里 县里 村里 市里
"""
_CORPUS = 60_000_000  # words in the texts by which the dictionary counts
_LONGEST = 8
_BETWEEN = re.compile(r"[\s\W\d_]+")


def keywords(
    texts: Iterable[str],
    title: str = "",
    *,
    most: int = KEYWORDS,
    known: Collection[str] = (),
    exclude: Collection[str] = (),
) -> list[str]:
    """Propose keywords, the likeliest first.

    `known` are those that the newsroom has used: one that stands in the title or twice in the text comes before any
    other. `exclude` is never proposed, nor is a word with it inside: people's names, names of places that every
    article has. The first call loads a dictionary (0.1 s, 40 MB), so that it belongs on a worker.
    """
    body = "\n".join(_BEGINNING.sub("", text, count=1) for text in texts)
    whole = f"{title}\n{body}"
    found = Counter({word: whole.count(word) for word in known if word and (word in title or body.count(word) > 1)})
    first = sorted(found, key=lambda word: -found[word])
    scores = _scores(whole)
    for word in scores:
        if word in title:
            scores[word] *= 2
    made: list[str] = []
    for word in (*first, *sorted(scores, key=lambda word: -scores[word])):
        if len(made) == most:
            break
        if any(name and name in word for name in exclude) or any(word in one or one in word for one in made):
            continue
        made.append(word)
    return made


def _scores(text: str) -> dict[str, float]:
    """How often a word stands in the text, weighed by how rare it is elsewhere; of words that follow each other too."""
    import rjieba  # noqa: PLC0415  # slow: its dictionary takes 0.1 s and 40 MB, wanted for proposals alone

    tagged: Sequence[tuple[str, str]] = rjieba.tag(text)
    common = frozenset(_COMMON.split())
    alone: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for nouns, group in groupby(tagged, lambda pair: pair[1] in _NOUNS and not _BETWEEN.search(pair[0])):
        if not nouns:
            continue
        pairs = list(group)
        alone.update(word for word, kind in pairs if kind in _ALONE and len(word) > 1 and word not in common)
        for size in (2, 3):
            for at in range(len(pairs) - size + 1):
                word = "".join(part for part, _ in pairs[at : at + size])
                if len(word) <= _LONGEST and len(pairs[at][0]) > 1:
                    together[word] += 1
    scores = {word: times * math.log(_CORPUS / (rjieba.suggest_freq(word) + 1)) for word, times in alone.items()}
    within: dict[str, int] = {}  # how often a part stands in one longer word
    for word, times in sorted(together.items(), key=lambda pair: -len(pair[0])):
        if times > 1 and within.get(word, 0) * 4 < times * 3:
            scores[word] = times * math.log(_CORPUS) * 1.2
            for start, end in combinations(range(len(word) + 1), 2):
                part = word[start:end]
                within[part] = max(times, within.get(part, 0))
    return scores
