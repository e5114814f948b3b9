"""What a template says in braces is filled in when it is used."""

from datetime import date

from db.domain.article import Fields
from desktop.text.placeholders import fill_in

DAY = date(2026, 10, 3)


def test_the_day_and_the_name_are_filled_in_everywhere():
    given = Fields(
        title="{月}月{日}日要闻", body="青禾网{年}年{月}月{日}日讯（记者 {姓名}）星期{星期}。", authors=("{姓名}",)
    )
    made = fill_in(given, DAY, "林晓")
    assert made.title == "10月3日要闻"
    assert made.body == "青禾网2026年10月3日讯（记者 林晓）星期六。"
    assert made.authors == ("林晓",)


def test_full_width_braces_are_braces_and_other_words_stay():
    assert fill_in(Fields(body="｛年｝ {地点} {}"), DAY, "").body == "2026 {地点} {}"


def test_a_name_is_text_and_no_markdown():
    assert fill_in(Fields(title="{姓名}", body="{姓名}"), DAY, "A*B*").body == r"A\*B\*"
    assert fill_in(Fields(title="{姓名}"), DAY, "A*B*").title == "A*B*"
