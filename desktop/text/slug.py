"""网址名 proposed for a title: its pinyin, as the record takes it (a-z, 0-9 and single hyphens)."""

from __future__ import annotations

import re

from db.domain.addresses import MAX_SLUG, good_slug
from desktop.text.pinyin import library

#: Words whose characters are read otherwise than most often; the dictionary of phrases would take 45 MB for them.
_TABLE = """\
重庆 chong qing; 重阳 chong yang; 重新 chong xin; 重建 chong jian; 重启 chong qi; 重返 chong fan;
重逢 chong feng; 银行 yin hang; 行业 hang ye; 央行 yang hang; 农行 nong hang; 行长 hang zhang;
县长 xian zhang; 市长 shi zhang; 省长 sheng zhang; 镇长 zhen zhang; 乡长 xiang zhang; 村长 cun zhang;
局长 ju zhang; 校长 xiao zhang; 院长 yuan zhang; 部长 bu zhang; 厅长 ting zhang; 科长 ke zhang; 所长 suo zhang;
会长 hui zhang; 站长 zhan zhang; 河长 he zhang; 林长 lin zhang; 田长 tian zhang; 路长 lu zhang; 家长 jia zhang;
成长 cheng zhang; 增长 zeng zhang; 生长 sheng zhang; 长大 zhang da; 长势 zhang shi; 都市 du shi; 首都 shou du;
成都 cheng du; 音乐 yin yue; 乐曲 yue qu; 乐器 yue qi; 乐团 yue tuan; 调研 diao yan; 调查 diao cha;
调度 diao du; 调动 diao dong; 调任 diao ren; 强调 qiang diao; 朝阳 chao yang; 朝鲜 chao xian; 厦门 xia men;
大厦 da sha; 台州 tai zhou; 丽水 li shui; 番禺 pan yu; 蚌埠 beng bu; 亳州 bo zhou; 解州 xie zhou;
洪洞 hong tong; 乐清 yue qing; 东阿 dong e; 参差 cen ci; 给予 ji yu; 给水 ji shui;
自给 zi ji; 便宜 pian yi; 传记 zhuan ji; 自传 zi zhuan; 弹药 dan yao; 处理 chu li; 处置 chu zhi; 相处 xiang chu;
率领 shuai ling; 率先 shuai xian; 表率 biao shuai; 曾经 ceng jing; 似的 shi de; 宿舍 su she; 星宿 xing xiu;
角色 jue se; 主角 zhu jue; 校对 jiao dui; 校正 jiao zheng; 藏族 zang zu; 西藏 xi zang; 宝藏 bao zang;
剥削 bo xue; 血压 xue ya; 还款 huan kuan; 还贷 huan dai; 归还 gui huan; 还田 huan tian; 还林 huan lin;
返还 fan huan; 差旅 chai lv; 出差 chu chai; 中标 zhong biao; 中奖 zhong jiang; 种植 zhong zhi; 种田 zhong tian;
种粮 zhong liang; 耕种 geng zhong; 播种 bo zhong; 好客 hao ke; 爱好 ai hao; 空闲 kong xian; 为民 wei min;
为了 wei le; 因为 yin wei; 兴趣 xing qu; 旅行 lv xing; 绿色 lv se; 发行 fa xing; 模样 mu yang; 没收 mo shou;
埋怨 man yuan; 尽管 jin guan; 间隔 jian ge; 降雨 jiang yu; 投降 tou xiang; 什么 shen me; 说服 shuo fu;
朴素 pu su; 石磨 shi mo; 担子 dan zi; 扁担 bian dan; 行走 xing zou; 地方 di fang; 着力 zhuo li; 着眼 zhuo yan;
着手 zhuo shou; 穿着 chuan zhuo; 薄弱 bo ruo; 薄荷 bo he; 切实 qie shi; 一切 yi qie; 了解 liao jie
"""
_READINGS = {word: spelt.split() for word, _, spelt in (entry.strip().partition(" ") for entry in _TABLE.split(";"))}
_WORD = re.compile("|".join(sorted(map(re.escape, _READINGS), key=len, reverse=True)))
_SYLLABLE = re.compile("[a-z0-9]+")


def propose_slug(title: str) -> str:
    """Return at most 60 of a-z, 0-9 and single hyphens, cut between syllables; "" where nothing can be spelt."""
    pinyin = library()
    syllables: list[str] = []
    at = 0
    text = title[: MAX_SLUG * 2].lower()
    for known in [*_WORD.finditer(text), None]:
        end = known.start() if known else len(text)
        for reading, *_ in pinyin(text[at:end], style=0, v_to_u=False) if text[at:end] else ():
            syllables += _SYLLABLE.findall(reading)
        if known:
            syllables += _READINGS[known[0]]
            at = known.end()
    slug = ""
    for syllable in syllables:
        longer = f"{slug}-{syllable}" if slug else syllable[:MAX_SLUG]
        if len(longer) > MAX_SLUG:
            break
        slug = longer
    return slug if not slug or good_slug(slug) else f"{slug}-1"
