"""Two versions of one article are put together field by field."""

from db.domain.article import Fields
from desktop.text.merging import Pick, answered, merge_fields

BASE = Fields(title="旧题", source="县水利局", keywords=("水",), body="第一段。\n\n第二段有48个。\n\n第三段。\n")


def changed(**fields):
    return Fields(**{name: getattr(BASE, name) for name in Fields.__slots__} | fields)


def test_fields_and_paragraphs_that_one_side_left_alone_are_the_others():
    mine = changed(title="新题", body=BASE.body.replace("第一段", "我的第一段"))
    theirs = changed(keywords=("水", "渠"), body=BASE.body.replace("第三段", "对方的第三段"))
    merged = merge_fields(BASE, mine, theirs)
    assert merged.questions == ()
    made = answered(merged, [])
    assert (made.title, made.keywords, made.source) == ("新题", ("水", "渠"), "县水利局")
    assert made.body == "我的第一段。\n\n第二段有48个。\n\n对方的第三段。\n"


def test_what_both_changed_is_asked_and_stands_as_answered():
    mine = changed(title="我的题", body=BASE.body.replace("48", "49"))
    theirs = changed(title="对方的题", body=BASE.body.replace("48", "50"))
    merged = merge_fields(BASE, mine, theirs)
    assert [question.name for question in merged.questions] == ["title", "body"]
    assert answered(merged, [Pick.MINE, Pick.MINE]) == mine
    assert answered(merged, [Pick.THEIRS, Pick.THEIRS]) == theirs
    both = answered(merged, [Pick.THEIRS, Pick.BOTH])
    assert both.title == "对方的题"
    assert both.body == "第一段。\n\n第二段有49个。\n\n第二段有50个。\n\n第三段。\n"


def test_the_same_change_on_both_sides_is_no_question():
    both = changed(title="新题", body=BASE.body + "\n第四段。\n")
    merged = merge_fields(BASE, both, both)
    assert merged.questions == () and answered(merged, []) == both
