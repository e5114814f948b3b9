"""The signs that editors need and keyboards lack, with the names that they are looked for by."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Sign:
    """``group`` and ``name`` as a person reads them."""

    text: str
    name: str
    group: str


def signs() -> list[Sign]:
    """Return all of them, group by group."""
    return [Sign(text, name, group) for group, held in _groups() for text, name in held]


def _groups() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    return (
        (
            translate("Signs", "标点"),
            (
                ("——", translate("Signs", "破折号")),
                ("……", translate("Signs", "省略号")),
                ("·", translate("Signs", "间隔号")),
                ("～", translate("Signs", "波浪号")),
                ("《", translate("Signs", "左书名号")),
                ("》", translate("Signs", "右书名号")),
                ("〈", translate("Signs", "左单书名号")),
                ("〉", translate("Signs", "右单书名号")),
                ("「", translate("Signs", "左直角引号")),
                ("」", translate("Signs", "右直角引号")),
                ("『", translate("Signs", "左双直角引号")),
                ("』", translate("Signs", "右双直角引号")),
                ("【", translate("Signs", "左方头括号")),
                ("】", translate("Signs", "右方头括号")),
                ("〔", translate("Signs", "左六角括号，发文字号用")),
                ("〕", translate("Signs", "右六角括号，发文字号用")),
                ("—", translate("Signs", "一字线")),
                ("–", translate("Signs", "短横，连接数字")),
            ),
        ),
        (
            translate("Signs", "单位"),
            (
                ("℃", translate("Signs", "摄氏度")),
                ("℉", translate("Signs", "华氏度")),
                ("％", translate("Signs", "全角百分号")),
                ("‰", translate("Signs", "千分号")),
                ("°", translate("Signs", "度")),
                ("′", translate("Signs", "分，英尺")),
                ("″", translate("Signs", "秒，英寸")),
                ("㎡", translate("Signs", "平方米")),
                ("m³", translate("Signs", "立方米")),
                ("㎞", translate("Signs", "千米")),
                ("㎏", translate("Signs", "千克")),
                ("μ", translate("Signs", "微")),
                ("Ω", translate("Signs", "欧姆")),
                ("℡", translate("Signs", "电话")),
            ),
        ),
        (
            translate("Signs", "数学"),
            (
                ("×", translate("Signs", "乘号")),
                ("÷", translate("Signs", "除号")),
                ("±", translate("Signs", "正负号")),
                ("≈", translate("Signs", "约等于")),
                ("≠", translate("Signs", "不等于")),
                ("≤", translate("Signs", "小于等于")),
                ("≥", translate("Signs", "大于等于")),
                ("∶", translate("Signs", "比号")),
                ("√", translate("Signs", "根号，对")),
                ("∞", translate("Signs", "无穷大")),
                ("½", translate("Signs", "二分之一")),
                ("¼", translate("Signs", "四分之一")),
                ("²", translate("Signs", "平方")),
                ("³", translate("Signs", "立方")),
                ("π", translate("Signs", "圆周率")),
                ("∑", translate("Signs", "求和")),
            ),
        ),
        (
            translate("Signs", "序号"),
            (
                ("①", translate("Signs", "带圈数字 1")),
                ("②", translate("Signs", "带圈数字 2")),
                ("③", translate("Signs", "带圈数字 3")),
                ("④", translate("Signs", "带圈数字 4")),
                ("⑤", translate("Signs", "带圈数字 5")),
                ("⑥", translate("Signs", "带圈数字 6")),
                ("⑦", translate("Signs", "带圈数字 7")),
                ("⑧", translate("Signs", "带圈数字 8")),
                ("⑨", translate("Signs", "带圈数字 9")),
                ("⑩", translate("Signs", "带圈数字 10")),
                ("㈠", translate("Signs", "带括号一")),
                ("㈡", translate("Signs", "带括号二")),
                ("㈢", translate("Signs", "带括号三")),
                ("㈣", translate("Signs", "带括号四")),
                ("㈤", translate("Signs", "带括号五")),
                ("Ⅰ", translate("Signs", "罗马数字一")),
                ("Ⅱ", translate("Signs", "罗马数字二")),
                ("Ⅲ", translate("Signs", "罗马数字三")),
                ("Ⅳ", translate("Signs", "罗马数字四")),
                ("Ⅴ", translate("Signs", "罗马数字五")),
                ("№", translate("Signs", "编号")),
            ),
        ),
        (
            translate("Signs", "货币"),
            (
                ("¥", translate("Signs", "人民币元")),
                ("$", translate("Signs", "美元")),
                ("€", translate("Signs", "欧元")),
                ("£", translate("Signs", "英镑")),
                ("₩", translate("Signs", "韩元")),
                ("₽", translate("Signs", "卢布")),
            ),
        ),
        (
            translate("Signs", "图形"),
            (
                ("★", translate("Signs", "实心五角星")),
                ("☆", translate("Signs", "空心五角星")),
                ("●", translate("Signs", "实心圆")),
                ("○", translate("Signs", "空心圆，数字零")),
                ("◎", translate("Signs", "双圆圈")),
                ("■", translate("Signs", "实心方块")),
                ("□", translate("Signs", "空心方块")),
                ("▲", translate("Signs", "实心三角")),
                ("△", translate("Signs", "空心三角")),
                ("◆", translate("Signs", "实心菱形")),
                ("◇", translate("Signs", "空心菱形")),
                ("※", translate("Signs", "参考号，注意")),
                ("→", translate("Signs", "右箭头")),
                ("←", translate("Signs", "左箭头")),
                ("↑", translate("Signs", "上箭头")),
                ("↓", translate("Signs", "下箭头")),
                ("☎", translate("Signs", "电话机")),
                ("✓", translate("Signs", "对号")),
                ("✗", translate("Signs", "错号")),
            ),
        ),
        (
            translate("Signs", "其他"),
            (
                ("§", translate("Signs", "章节号")),
                ("©", translate("Signs", "版权")),
                ("®", translate("Signs", "注册商标")),
                ("™", translate("Signs", "商标")),
                ("〇", translate("Signs", "汉字零")),
                ("々", translate("Signs", "叠字号")),
                ("\u3000", translate("Signs", "全角空格")),
                ("\u00a0", translate("Signs", "不换行空格")),
            ),
        ),
    )
