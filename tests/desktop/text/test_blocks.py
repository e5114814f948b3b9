"""Blocks rendered apart are the text rendered whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text import dialect
from desktop.text.blocks import BlockCache, blocks, render_blocks
from desktop.text.source import normal


def joined(text: str) -> str:
    return "".join(block.html for block in render_blocks(text))


def test_blocks_put_together_are_the_rendered_text(texts):
    @settings(max_examples=400, deadline=None)
    @given(texts)
    def check(text: str) -> None:
        assert joined(text) == dialect.render(text)

    check()


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="ab中。 \n\n#>*-1.`~|[]:=<\t", max_size=60))
def test_blocks_of_any_marks_put_together_are_the_rendered_text(text):
    assert joined(text) == dialect.render(text)


def test_a_reference_definition_keeps_the_text_in_one_block():
    text = "见[公告][1]。\n\n另一段。\n\n[1]: https://example.com/a"
    assert len(blocks(text)) == 1
    assert 'href="https://example.com/a"' in joined(text)


def test_lists_and_fences_are_not_cut():
    text = "- 甲\n\n- 乙\n\n    续\n\n```\n码\n\n码\n```\n\n末段"
    assert [(block.first, block.last) for block in blocks(text)] == [(0, 5), (6, 11), (12, 13)]


def test_blocks_name_their_lines(texts):
    @given(texts)
    def check(text: str) -> None:
        lines = normal(text).split("\n")
        found = blocks(text)
        assert all("\n".join(lines[block.first : block.last]) == block.source for block in found)
        outside = set(range(len(lines))) - {n for block in found for n in range(block.first, block.last)}
        assert not any(lines[number].strip(" ") for number in outside)

    check()


def test_only_a_changed_block_is_rendered_again():
    cache, asked = BlockCache(), []

    def address(digest: str) -> str:
        asked.append(digest)
        return f"media/{digest}.jpg"

    text = "![甲](asset:aa)\n\n![乙](asset:bb)\n\n文字"
    first = render_blocks(text, address, cache=cache)
    second = render_blocks(text.replace("bb", "cc"), address, cache=cache)
    assert asked == ["aa", "bb", "cc"]
    assert [block.key for block in first][::2] == [block.key for block in second][::2]
