"""Templates to bytes: the only room that knows Jinja2. Themes run in a sandbox and see nothing but what they are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from jinja2 import DictLoader, StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from markupsafe import Markup

from db.domain.errors import BadValue
from desktop.publishing.chrome import Chrome
from desktop.publishing.theme import Theme

_KINDS = {"news": "工作动态", "video": "视频", "policy": "政策文件", "topic": "专题专栏", "page": "概况信息"}


class Renderer:
    """Renders pages of one theme and chrome. What many pages share is rendered once and kept."""

    def __init__(self, theme: Theme, chrome: Chrome) -> None:
        self.theme = theme
        self.chrome = chrome
        self._environment = ImmutableSandboxedEnvironment(
            loader=DictLoader(theme.templates()),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.filters |= {"web": web_address, "digits": _digits, "paragraphs": _paragraphs}
        self._environment.globals = {
            "site": chrome.settings,
            "home": site_address(chrome),
            "top_channels": chrome.children(None),
            "channels": chrome.channels,
            "children": chrome.children,
            "column_types": _KINDS,
            "static_folder": static_folder(theme),
        }
        self._templates: dict[str, Template] = {}
        self._shared: dict[tuple[str, str, int | None], Mapping[str, Any]] = {}

    def page(self, name: str, path: str, channel_id: int | None, values: Mapping[str, Any]) -> bytes:
        """Return the page ``path`` (from the root of the site) made with template ``name``."""
        root = "../" * path.count("/") if name != "404.html" else "/"
        try:
            shared = self._shared_parts(name, root, channel_id)
            made = self._template(name).render({**shared, "path": path, **values})
        except (TemplateError, SecurityError) as exc:
            raise BadValue("theme", "format", f"{name}: {exc}"[:300]) from exc
        return made.encode("utf-8", "replace")

    def _shared_parts(self, name: str, root: str, channel_id: int | None) -> Mapping[str, Any]:
        key = (name if name == "home.html" else "", root, channel_id)
        if key not in self._shared:
            line = self.chrome.line(channel_id) if channel_id is not None else ()
            values = {
                "root": root,
                "static": f"{root}{self._environment.globals['static_folder']}",
                "line": line,
                "channel": line[-1] if line else None,
                "is_home": name == "home.html",
            }
            parts = ("head", "top", "foot")
            self._shared[key] = values | {p: Markup(self._template(f"{p}.html").render(values)) for p in parts}
        return self._shared[key]

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(name)
        return self._templates[name]


def static_folder(theme: Theme) -> str:
    """Return where the theme's files lie: a place of their own each, so that old pages keep theirs while new ones come."""
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
