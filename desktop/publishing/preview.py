"""An article that is still being written, as the page that it would be on the site, marked as a preview."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from db.domain.article import Fields, asset_digests
from db.domain.release import Attribution
from db.domain.site import PageSource, Standing
from db.store import site as reading
from db.store.driver import Asked
from desktop.publishing import pages
from desktop.publishing.publish import site_now
from desktop.publishing.site import Site
from desktop.text.words import rendered

OWN = "_preview/"  # what is here lies on no site: folders of channels begin with a letter or a digit
WORDS = "预览：这不是网站上的一页，只在这台电脑上看得到。稿件一保存，这里就跟着变。"
ENDED = "预览已结束：采编台里的这个窗口关了，下面不再跟着变。"

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')
_STYLE = """\
.caibian-preview { position: sticky; top: 0; z-index: 1000; margin: 0; padding: 8px 16px; background: #ffd84d;
  color: #221a00; font: 600 15px/1.5 sans-serif; text-align: center; border-bottom: 2px solid #8a6d00; }
.caibian-preview.ended { background: #e2e2e2; border-color: #666; }
@media print { .caibian-preview { position: static; border: 2px solid #8a6d00; } }
"""
_SCRIPT = """\
"use strict";
// 稿件存了就重新载入；采编台的窗口关了就说一声。页面没在眼前时不问。
(function () {
  var mark = document.querySelector(".caibian-preview"), lost = 0;
  function later(milliseconds) { setTimeout(ask, milliseconds); }
  function end() { mark.textContent = mark.dataset.ended; mark.classList.add("ended"); }
  function ask() {
    if (document.hidden) {
      document.addEventListener("visibilitychange", ask, { once: true });
      return;
    }
    fetch(mark.dataset.next, { cache: "no-store" }).then(function (answer) {
      lost = 0;
      if (answer.status === 200) location.reload();
      else if (answer.status === 204) later(0);
      else end();
    }, function () { if (++lost < 3) later(1000); else end(); });
  }
  ask();
})();
"""
OWN_FILES: Mapping[str, tuple[str, bytes]] = {
    f"{OWN}mark.css": ("text/css; charset=utf-8", _STYLE.encode()),
    f"{OWN}follow.js": ("text/javascript; charset=utf-8", _SCRIPT.encode()),
}


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it stands on a screen, saved or not."""

    path: str  # where its page lies on the site, or would: ``xzdt/2026/11/2026-00012.html``
    at: str  # UTC; when it was published, or now
    fields: Fields
    article_id: int | None = None  # None: never saved
    lane: int = 0  # the draft on the screen; 0: none is open

    @property
    def version(self) -> str:
        """What the page depends on besides the site, as one short word."""
        return hashlib.sha256(repr(self).encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Page:
    """A page and all that it may ask for: paths of the site, with the theme's bytes or the digest of an asset."""

    html: bytes
    files: Mapping[str, bytes]
    assets: Mapping[str, str]


def make(connection: Asked, files: Path, text: Text) -> Page:
    """Make the page of a text in the way that published ones are made.

    Raises BadValue when the theme breaks, StoreUnavailable.
    """
    site = site_now(connection, files)
    source = _source(site, text)
    made = site.article_file(source.standing, source)
    shared = (key for key in site.shared_keys() if key.startswith(("static:", "root:")))
    copied = [found for key in shared if (found := site.file(key)) is not None]
    return Page(
        _marked(made.data.decode(), text).encode(),
        {found.path: found.data for found in copied},
        {site.record.asset_path(digest): digest for digest in pages.carried(source, site.record)},
    )


def _source(site: Site, text: Text) -> PageSource:
    """Return what is live where just that is on the screen, else what a release of the text would be made from."""
    record, fields = site.record, text.fields
    live = record.page(text.article_id) if text.article_id is not None else None
    if live is not None and live.fields == fields:
        return live
    body = rendered("", fields.body)
    used = asset_digests(fields)
    forms = {digest: [form.digest for form in record.renditions(digest)] for digest in used}
    standing = Standing(
        0, text.article_id or 0, True, fields.channel_id or 0, 0, f"/{text.path}", text.at, "",
        hashlib.sha256(body.html.encode()).hexdigest(), body.renderer, "", json.dumps(forms),
    )  # fmt: skip
    names = Attribution(
        fields.source,
        fields.correspondents,
        fields.photographers,
        fields.authors,
        reading.editors(record.connection, text.article_id, text.lane) if text.article_id is not None else (),
        (),  # who approves is not known before it is done
        fields.information_source or str(site.chrome.settings["site_name"]),
    )
    return PageSource(
        standing,
        names,
        fields,
        body.html,
        body.excerpt,
        tuple(sorted({*used, *(form for made in forms.values() for form in made)})),
    )


def _marked(html: str, text: Text) -> str:
    """Put the mark and the script that follows into a page, and let it ask this server, and no other, for news."""
    root = "../" * text.path.count("/")
    ask = f"{root}{OWN}next/{text.version}/{quote(text.path)}"
    mark = f'<p class="caibian-preview" role="status" data-next="{ask}" data-ended="{ENDED}">{WORDS}</p>'
    own = f'<link rel="stylesheet" href="{root}{OWN}mark.css">\n<script src="{root}{OWN}follow.js" defer></script>\n'
    html = _POLICY.sub(_allowed, html, count=1)
    html = html.replace("<title>", "<title>【预览】", 1).replace("</head>", f"{own}</head>", 1)
    return re.sub(r"<body\b[^>]*>", lambda found: f"{found[0]}\n{mark}", html, count=1)


def _allowed(found: re.Match[str]) -> str:
    start, policy = found.groups()
    named = "connect-src 'self'"
    policy = policy.replace("connect-src", named, 1) if "connect-src" in policy else f"{policy}; {named}"
    return f'{start}{policy}"'
