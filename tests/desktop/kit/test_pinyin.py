"""Spelling of titles."""

import subprocess
import sys

from desktop.kit.pinyin import spell


def test_each_character_has_its_reading_or_stands_for_itself():
    assert [readings[0] for readings in spell("导布")] == ["dao", "bu"]
    assert spell("导 Word 2")[1:] == ((" ",), ("W",), ("o",), ("r",), ("d",), (" ",), ("2",))


def test_a_character_of_several_readings_has_them_all():
    assert set(spell("重")[0]) >= {"zhong", "chong"}
    assert {"xing", "hang"} <= set(spell("银行")[1])


def test_the_phrases_of_the_library_are_left_out_and_the_environment_as_it_was():
    code = (
        "import os, sys; from desktop.kit.pinyin import spell; spell('采编');"
        "sys.exit('pypinyin.phrases_dict' in sys.modules or 'PYPINYIN_NO_PHRASES' in os.environ)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_dictionaries_are_not_loaded_with_the_module():
    code = "import sys, desktop.kit.palette; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_workers_that_ask_at_once_leave_the_environment_as_it_was():
    code = (
        "import os, sys, threading; from desktop.text import pinyin; failed = [];"
        "sys.setswitchinterval(1e-6); threading.excepthook = failed.append;"
        "threads = [threading.Thread(target=lambda: [pinyin.library() for _ in range(300)]) for _ in range(8)];"
        "[thread.start() for thread in threads]; [thread.join() for thread in threads];"
        "sys.exit(bool(failed) or 'PYPINYIN_NO_PHRASES' in os.environ)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
