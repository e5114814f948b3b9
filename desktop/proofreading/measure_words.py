"""The words that Chinese counts with: units, measure words, and which of them are words of another sort too."""

from __future__ import annotations

_MEASURES = (
    "平方公里 平方千米 平方米 平方厘米 立方米 公顷 千瓦时 千瓦 兆瓦 摄氏度 毫米 厘米 公里 千米 海里 公斤 千克 毫克 "
    "毫升 万吨 个月 个工作日 工作日 个百分点 百分点 小时 分钟 周年 人次 人份 批次 "
    "架次 辆次 台次 艘次 趟次 车次 户次 件次 场次 班次 航次 美元 欧元 日元 港元 元 角 米 吨 克 斤 升 亩 里 度 秒 "
    "天 岁 倍 番 成 折 人 "
    "户 名 位 家 个 条 件 项 次 种 所 座 栋 幢 套 台 辆 部 张 份 "
    "批 场 期 支 只 头 匹 尾 棵 株 幅 篇 册 本 盏 间 处 片 块 道 届 轮 级 层 楼 号 对 双 把 艘 架 枚 颗 粒 箱 袋 "
    "瓶 桶 桌 类 门 节 课 集 章 款 字 句 声 步 圈 趟 班 组 队 "
    "村 镇 乡 县 市 省 区 国 路 股 桩 宗 例 床 车 站 口 井 年 月 日 周 代 星 篮 担 束 顶 顿 餐 遍 眼 根 副 封 尊 "
    "席 等 排 行 栏 页 格 幕 首 曲 针 剂 环 档 单 起 季度 年级 "
    "车道 星级 小区 学时 课时 学分"
)
# After 一 these count; 一个, 一道, 一路 seldom do.
_ONE = (
    "人 户 家 名 成 所 座 栋 幢 亩 元 吨 公里 米 公斤 斤 岁 "
    "倍 小时 分钟 个月 年 周年 季度 级 届 期 台 辆 套 间 平方米 公顷 人次"
)
# After one Chinese numeral these are more often a part of another word: 十分, 三里, 五星.
_SOFT = "分 里 来 星 字 口 行 路 等 省 市 度 头 号 楼 国"
_RANKS = "路 省 市 号 楼 国"  # of these, the ones that count after all: 三省, 五号
# 第二天, 第一次: nothing was counted.
_NO_ORDER = "天 趟 遍 步 眼 件 种 个 辆 次"

MEASURES = _MEASURES.split()
#: As a part of a regular expression, the longest first.
UNIT = "|".join(sorted(MEASURES, key=len, reverse=True))
LATIN = "km²|m²|m³|km|kg|mm|cm|kWh|kW|KWH|KW|MW|kV|KV|GB|MB|TB|ml|mL|m|g|t|L|h|℃|°C|㎡|㎥"
ONE = frozenset(_ONE.split())
SOFT = frozenset(_SOFT.split())
RANKS = frozenset(_RANKS.split())
NO_ORDER = frozenset(_NO_ORDER.split())
