import pytest

from desktop.text.letters import meant


@pytest.mark.parametrize(
    ("seeming", "letter"),
    [
        ("⺠", "民"),
        ("⻘", "青"),
        ("⼀", "一"),
        ("⼾", "户"),
        ("⽂", "文"),
        ("〜", "～"),
        ("\t", " "),
        ("民", "民"),
        ("A", "A"),
        ("，", "，"),
    ],
)
def test_a_text_means_letters_and_no_radicals(seeming, letter):
    assert meant(seeming) == letter


def test_no_radical_stays_but_those_that_are_no_letter():
    stay = [chr(code) for code in range(0x2F00, 0x2FD6) if meant(chr(code)) == chr(code)]
    assert stay == []
