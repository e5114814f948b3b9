from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from db.domain.errors import BadValue
from desktop.publishing import chrome, theme
from desktop.publishing.publish import THEMES
from desktop.publishing.render import Renderer
from desktop.publishing.theme import Theme

AROUND = chrome.make({"site_name": "青禾"}, [])


def default() -> Theme:
    return theme.load(THEMES / "default")


def with_page(words: str) -> Theme:
    return replace(default(), files={**default().files, "templates/404.html": words.encode()})


def test_the_digest_follows_every_file_and_its_name() -> None:
    made = default()
    assert theme.from_kept(theme.to_kept(made)).digest == made.digest
    changed = {**made.files, "static/site.css": b""}
    renamed = {("static/other.css" if k == "static/site.css" else k): v for k, v in made.files.items()}
    assert len({made.digest, Theme(changed).digest, Theme(renamed).digest}) == 3


def test_a_theme_without_a_template_is_refused(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text("format = 1", encoding="utf-8")
    with pytest.raises(BadValue) as caught:
        theme.load(tmp_path)
    assert caught.value.value == "head.html"


def test_a_theme_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text("format = 2", encoding="utf-8")
    with pytest.raises(BadValue):
        theme.load(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_out_of_the_theme_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "theme"
    (folder / "static").mkdir(parents=True)
    (folder / "static" / "x.txt").symlink_to(tmp_path / "outside.txt")
    with pytest.raises(BadValue) as caught:
        theme.load(folder)
    assert caught.value.value == "static/x.txt"


@pytest.mark.parametrize(
    "words",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ site.__class__ }}",
        "{{ children.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self.__init__ }}",
        "{{ ''|attr('__class__') }}",
        "{% include '/etc/passwd' %}",
        "{% include '../theme.toml' %}",
        "{{ range(10 ** 9)|list }}",
        "{{ site.update({'site_name': 'x'}) }}",
        "{{ nothing_of_the_kind }}",
        "{% broken",
    ],
)  # fmt: skip
def test_a_theme_reaches_nothing_but_what_it_is_given(words: str) -> None:
    with pytest.raises(BadValue):
        Renderer(with_page(words), AROUND).page("404.html", "404.html", None, {})


def test_values_are_escaped_in_a_theme_that_forgets_to() -> None:
    around = chrome.make({"site_name": "<script>alert(1)</script>{{ 7 * 7 }}"}, [])
    made = Renderer(with_page("{{ site.site_name }}"), around).page("404.html", "404.html", None, {})
    assert made == b"&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}"
