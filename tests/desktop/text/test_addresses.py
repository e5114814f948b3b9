"""Addresses as a browser reads them."""

from __future__ import annotations

import pytest

from desktop.text.addresses import is_link, is_relative, read_address


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("java\tscript:x", "javascript:x"),
        (" &#14;javascript:x", "javascript:x"),
        ("javascript&colon;x", "javascript:x"),
        ("附件 一.pdf", "附件%20一.pdf"),
        ("https://example.com/?a=1&b=2", "https://example.com/?a=1&b=2"),
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(written, read):
    assert read_address(written) == read


@pytest.mark.parametrize(
    ("address", "link", "relative"),
    [
        ("https://example.com", True, False),
        ("mailto:a@example.com", True, False),
        ("tel:12345", True, False),
        ("/news/1.html", True, True),
        ("a/b.html?x=1:2", True, True),
        ("//example.com/a", True, False),
        ("\\\\example.com\\a", True, False),
        ("javascript:x", False, False),
        ('https://example.com"onclick=x', False, False),
        ("file:///a", False, False),
    ],
)
def test_schemes_are_told_apart(address, link, relative):
    assert (is_link(address), is_relative(address)) == (link, relative)
