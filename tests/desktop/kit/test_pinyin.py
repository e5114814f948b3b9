"""Spelling of titles."""

import subprocess
import sys

from desktop.kit.pinyin import spell


def test_each_character_has_its_syllable_or_stands_for_itself():
    assert spell("发布").syllables == ("fa", "bu")
    assert spell("导出 Word 2").syllables == ("dao", "chu", " ", "W", "o", "r", "d", " ", "2")
    assert spell("导出 Word").initials == "dcword"


def test_a_character_of_several_readings_is_read_in_its_word():
    assert spell("重新送审").syllables[0] == "chong"
    assert spell("银行").syllables == ("yin", "hang")


def test_the_dictionaries_are_not_loaded_with_the_module():
    code = "import sys, desktop.kit.palette; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
