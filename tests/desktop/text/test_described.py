"""Alternative texts are put in where there is none."""

from desktop.text.assets import uses
from desktop.text.described import describe

A, B = "a" * 64, "b" * 64


def test_every_bare_place_gets_the_words_and_the_others_keep_theirs():
    text = f'![](asset:{A} "图说｜摄影：韩松")\n\n![旧](asset:{A})\n\n![ ](asset:{B})\n'
    made = describe(text, {A: "河上的桥"})
    assert [use.alt.strip() for use in uses(made)] == ["河上的桥", "旧", ""]
    assert uses(made)[0].caption == "图说"


def test_any_words_read_as_they_were_written():
    words = '三个“一”[注] *号* <b> & "引"\\'
    [use] = uses(describe(f"![](asset:{A})\n", {A: words}))
    assert use.alt == words


def test_a_raw_tag_gets_them_too():
    [use] = uses(describe(f'<img src="asset:{A}" alt="">\n', {A: '河上的"桥"'}))
    assert use.alt == '河上的"桥"'
