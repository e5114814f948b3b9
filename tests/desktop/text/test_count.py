"""字数 by the editors' rule."""

from __future__ import annotations

import pytest

from desktop.text.count import count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("　 \n", 0),
        ("青禾县", 3),
        ("青禾县，丰收。", 7),
        ("GDP增长5.6%", 4),
        ("2024年1月", 4),
        ("hello world", 2),
        ("it's it’s", 2),
        ("“点对点”服务", 7),
        ("投入1,200.5万元", 5),
        ("https://example.com/a 见附件", 4),
        ("——……", 4),
        ("𠮷野家", 3),
        ("一\n二 三", 3),
    ],
)
def test_each_han_character_and_mark_and_each_latin_word_is_one(text, expected):
    assert count(text) == expected
