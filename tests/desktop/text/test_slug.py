"""Names in addresses, proposed from titles."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.domain.addresses import good_slug
from desktop.text.slug import propose_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("青禾县秋粮丰收", "qing-he-xian-qiu-liang-feng-shou"),
        ("2024年GDP增长5.2%！", "2024-nian-gdp-zeng-zhang-5-2"),
        ("重庆银行行长到县里调研", "chong-qing-yin-hang-hang-zhang-dao-xian-li-diao-yan"),
        ("绿色旅行", "lv-se-lv-xing"),
        ("“好”——Hello, World", "hao-hello-world"),
        ("Index", "index-1"),
        ("！！！", ""),
        ("", ""),
    ],
)
def test_a_title_is_spelt(title, slug):
    assert propose_slug(title) == slug


def test_a_long_title_is_cut_between_syllables():
    made = propose_slug("青禾县城乡供水一体化二期工程建成通水惠及两镇十五个村")
    assert len(made) <= 60
    assert made.split("-")[-1] in {"jian", "cheng", "tong", "shui", "gong"}


@settings(deadline=None)
@given(st.text(max_size=100))
def test_whatever_the_title_the_record_takes_the_name(title):
    made = propose_slug(title)
    assert made == "" or good_slug(made)


def test_the_dictionary_is_not_loaded_with_the_module():
    code = "import sys, desktop.text.slug; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
