"""Pieces of the dialect out of which texts are drawn."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

SAMPLES = (
    "县里召开动员会，部署秋收工作。",
    "第一行\n第二行，接着写\nabc def",
    "**一是政策推动。**今年投入1200万元，_覆盖_ 12个乡镇。",
    "## 小标题",
    "### 二级\n紧跟着的段落",
    "标题\n===",
    "- 甲\n- 乙\n- 丙",
    "1. 甲\n2. 乙",
    "3. 从三开始",
    "    缩进的一段\n    第二行",
    "* 甲\n    * 乙\n        * 丙",
    "> 引文\n> 第二行",
    "> > 两层\n> 一层\n懒散的一行",
    "正文\n> 引文",
    "---",
    "* * *",
    "```\n代码 <b>\n\n# 不是标题\n```",
    "前文\n~~~py\nx = 1\n~~~\n后文",
    "```\n没有收尾",
    "| 乡镇 | 亩数 |\n|---|--:|\n| 柳河 | 1,200 |\n| 石桥 | 980<br>亩 |",
    '![采茶](asset:ab12 "图为采茶｜摄影：李明")',
    "文中 ![图](asset:cd34) 有图",
    "![远](http://example.com/a.png)",
    '[链接](https://example.com/a_b "题") 与 <https://example.com>',
    "<u>下划</u> H<sub>2</sub>O <b>没有收尾",
    "</b> 余下 <div>块</div> <!-- 注 -->",
    "<script>var a\n",
    "a &amp; b &lt;i&gt; &copy; `码 <i>`",
    "行尾两个空格  \n硬换行",
    "\\*不是斜体\\*",
    "　　缩进两格的段落",
)


@pytest.fixture
def samples() -> tuple[str, ...]:
    return SAMPLES


@pytest.fixture
def texts() -> st.SearchStrategy[str]:
    """Texts put together from the samples, with one to three line ends between them."""
    joint = st.sampled_from(["\n\n", "\n\n", "\n\n\n", "\n", "\r\n\r\n", "\n   \n"])
    return st.lists(st.tuples(st.sampled_from(SAMPLES), joint), max_size=9).map(
        lambda parts: "".join(piece + end for piece, end in parts)
    )
