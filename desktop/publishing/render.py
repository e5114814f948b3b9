"""Templates to bytes: the only room that knows Jinja2. Themes run in a sandbox and see only what they are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

from jinja2 import DictLoader, StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from db.domain.errors import BadValue
from desktop.publishing.chrome import Chrome
from desktop.publishing.theme import Theme

_KINDS = {"news": "工作动态", "video": "视频", "policy": "政策文件", "topic": "专题专栏", "page": "概况信息"}


@lru_cache(maxsize=2)
def renderer(theme: Theme, chrome: Chrome) -> Renderer:
    """Return the renderer of a theme and a chrome; what it made for many pages serves the next publication too."""
    return Renderer(theme, chrome)


class Renderer:
    """Renders pages of one theme and chrome. What many pages share is rendered once and kept."""

    def __init__(self, theme: Theme, chrome: Chrome) -> None:
        self._templates = _templates(theme)
        self._chrome = chrome
        home = site_address(chrome)
        self._always = {
            "site": {name: escape(v) if isinstance(v, str) else v for name, v in chrome.settings.items()},
            "site_name": escape(chrome.settings["site_name"]),
            "home": home,
            "host": home.partition("://")[2],
            "top_channels": chrome.children(None),
            "children": chrome.children,
            "column_types": _KINDS,
        }
        self._static = static_folder(theme)
        self._shared: dict[tuple[bool, str, int | None], Mapping[str, Any]] = {}

    def page(self, name: str, path: str, channel_id: int | None, values: Mapping[str, Any]) -> bytes:
        """Return the page ``path`` (from the root of the site) made with template ``name``."""
        root = "/" if name == "404.html" else "../" * path.count("/")  # a missing page may be anywhere
        try:
            shared = self._shared_parts(name == "home.html", root, channel_id)
            made = self._templates(name).render({**shared, "path": path, **values})
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as exc:
            raise BadValue("theme", "format", f"{name}: {exc}"[:300]) from exc
        return made.encode("utf-8", "replace")

    def _shared_parts(self, is_home: bool, root: str, channel_id: int | None) -> Mapping[str, Any]:
        key = is_home, root, channel_id
        if key not in self._shared:
            line = self._chrome.line(channel_id) if channel_id is not None else ()
            values = self._always | {
                "root": root,
                "static": root + self._static,
                "line": line,
                "channel": line[-1] if line else None,
                "is_home": is_home,
            }
            parts = {part: Markup(self._templates(f"{part}.html").render(values)) for part in ("head", "top", "foot")}
            self._shared[key] = values | parts
        return self._shared[key]


@lru_cache(maxsize=2)
def _templates(theme: Theme) -> Callable[[str], Template]:
    """Return what finds the theme's templates; compiling them costs 60 ms, so they are kept while they are in use."""
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader(theme.templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters |= {"web": web_address, "digits": _digits, "paragraphs": _paragraphs}
    return cache(environment.get_template)


def static_folder(theme: Theme) -> str:
    """Return where the theme's files lie: a place for each theme, so that old pages keep theirs while new ones come."""
    return f"static/{theme.digest[:12]}/"


def site_address(chrome: Chrome) -> str:
    """Return the address of the site without a slash at its end, empty when none is set: ``https://www.qinghe.example``."""
    typed = str(chrome.settings["site_domain"])
    return web_address(typed if "://" in typed else f"https://{typed}" if typed else "").rstrip("/")


def web_address(address: str) -> str:
    """Return ``address`` when it is http or https and can be read, else nothing."""
    try:
        parts = urlsplit(address.strip())
        return address.strip() if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def _digits(text: str) -> str:
    return "".join(c for c in text if "0" <= c <= "9")


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
