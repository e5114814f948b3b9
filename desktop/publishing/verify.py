"""Is the site on the disk what the record says? Every file is derived again and compared, byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from db.domain.errors import StoreUnavailable
from db.domain.site import SiteFile
from db.store import site as reading
from db.store.driver import Asked
from db.store.unit import Store
from desktop.publishing import chrome, manifest, pages, theme
from desktop.publishing.record import Record
from desktop.publishing.site import File, Site
from desktop.publishing.target import Folder

_PAGES = (  # what readers would take for a page of the site
    ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".php", ".asp", ".aspx", ".jsp", ".pdf", ".doc", ".docx",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold. ``kind`` is a stable word, ``where`` a path on the site, ``facts`` what was found.

    Kinds: manifest_missing, manifest_changed, manifest_foreign, manifest_old, chain_cut, theme_missing, chrome_missing,
    file_foreign (no page, and outside the folders of the site: a CNAME, a favicon; put there by somebody, no fault),
    release_missing, release_changed (the record differs from what was released), asset_changed (so does a picture
    or a file in it), page_missing, page_changed,
    picture_missing, picture_changed, file_missing, file_changed, page_extra (a page without release), file_extra.
    """

    kind: str
    where: str
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def is_note(self) -> bool:
        """Whether it is told without the site being wrong."""
        return self.kind == "file_foreign"


def verify_site(store: Store, folder: Path) -> list[Fault]:
    """Return what does not hold of the site in ``folder``, the most telling fault first; nothing when all holds."""
    place = Folder(folder.expanduser().absolute())
    head = place.read(manifest.HEAD)
    if head is None:
        return [Fault("manifest_missing", manifest.HEAD)]
    try:
        origin, parts = manifest.read_head(head)
    except ValueError as exc:
        return [Fault("manifest_changed", manifest.HEAD, {"detail": str(exc)})]
    with store.looking() as connection:
        newsroom = str(reading.settings(connection).get("newsroom_uid", ""))
        if origin.newsroom != newsroom:
            return [Fault("manifest_foreign", manifest.HEAD, {"newsroom": origin.newsroom})]
        faults = list(_origin_faults(connection, place, origin, head))
        known = reading.target(connection, str(place.root))
        is_moved = known is not None and (known.release_id, known.theme, known.chrome) != (
            origin.release, origin.theme, origin.chrome,
        )  # fmt: skip
        try:
            site = _site(connection, store, origin)
        except LookupError as exc:
            return [*faults, Fault(f"{exc.args[0]}_missing", manifest.HEAD, {"digest": exc.args[1]})]
        found, listing = _Derived(place, origin), list(parts)
        found.walk(site)
        found.compare_manifest(head, listing)
        if found.faults:  # an older site put back would hold; one whose manifest says that it is older does not
            faults = [replace(f, kind="manifest_changed") if f.kind == "manifest_old" else f for f in faults]
        told = [f for f in faults if f.kind == "manifest_changed" and is_moved]
        faults = [f for f in faults if f not in told]
        return [*told, *found.faults, *faults, *found.manifest_faults, *found.extra()]


def _origin_faults(connection: Asked, place: Folder, origin: manifest.Origin, head: bytes) -> Iterator[Fault]:
    known = reading.chain_hash(connection, origin.chain.length) if origin.chain.length else origin.chain.hash
    if known != origin.chain.hash:
        yield Fault("chain_cut", manifest.HEAD, {"length": str(origin.chain.length), "hash": origin.chain.hash})
    newest = reading.head(connection)
    if origin.release > newest:
        yield Fault("release_missing", manifest.HEAD, {"release": str(origin.release), "newest": str(newest)})
    target = reading.target(connection, str(place.root))
    if target is None:
        return
    recorded = reading.files_of(connection, target.id, [f"manifest:{manifest.ROOT}"])
    if recorded and recorded[0].digest != hashlib.sha256(head).hexdigest():
        kind = "manifest_old" if origin.release < target.release_id else "manifest_changed"
        yield Fault(kind, manifest.HEAD, {"recorded": recorded[0].digest})


def _site(connection: Asked, store: Store, origin: manifest.Origin) -> Site:
    """Return the site as the manifest says it was made. Raises LookupError when theme or chrome were not kept."""
    kept_theme, kept_chrome = reading.theme(connection, origin.theme), reading.chrome(connection, origin.chrome)
    if kept_theme is None:
        raise LookupError("theme", origin.theme)
    if kept_chrome is None:
        raise LookupError("chrome", origin.chrome)
    look, around = theme.from_kept(kept_theme), chrome.from_canonical(kept_chrome)
    if look.digest != origin.theme:
        raise LookupError("theme", origin.theme)
    if hashlib.sha256(kept_chrome.encode()).hexdigest() != origin.chrome:
        raise LookupError("chrome", origin.chrome)
    return Site(Record(connection, origin.release, store.files), look, around)


@dataclass(slots=True)
class _Derived:
    """Files as the record makes them, compared with those on the disk."""

    place: Folder
    origin: manifest.Origin
    files: dict[str, SiteFile] = field(default_factory=dict)
    releases: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    manifest_faults: list[Fault] = field(default_factory=list)

    def walk(self, site: Site) -> None:
        assets: set[str] = set()
        for standing, source in site.articles():
            path = standing.address.lstrip("/")
            self.releases[path] = standing.digest
            facts = {"release": str(standing.release_id), "article": str(standing.article_id)}
            try:
                self._compare(site.article_file(standing, source), facts)
            except StoreUnavailable as exc:
                self.faults.append(Fault("release_changed", path, {**facts, "what": exc.detail}))
                self.files[path] = SiteFile(path, f"article:{standing.article_id}", "", 0)
            if source is not None:
                assets |= pages.carried(source, site.record)
        keys = (*(f"asset:{digest}" for digest in sorted(assets)), *site.list_keys(), *site.shared_keys())
        for key in keys:
            self._make(site, key)

    def _make(self, site: Site, key: str) -> None:
        try:
            file = site.file(key)
        except StoreUnavailable as exc:
            is_asset = key.startswith("asset:")
            path = site.record.asset_path(key.partition(":")[2]) if is_asset else str(exc.path).lstrip("/")
            self.faults.append(Fault("asset_changed" if is_asset else "release_changed", path, {"what": exc.detail}))
            if is_asset:
                self.files[path] = SiteFile(path, key, "", 0)
            return
        if file is not None:
            self._compare(file, {})

    def _compare(self, file: File, facts: dict[str, str]) -> None:
        known = SiteFile(file.path, file.source, hashlib.sha256(file.data).hexdigest(), len(file.data))
        self.files[file.path] = known
        there = self.place.digest(file.path)
        if there != known.digest:
            kind = f"{_sort(file)}_{'changed' if there else 'missing'}"
            self.faults.append(Fault(kind, file.path, {**facts, "expected": known.digest, "found": there}))

    def compare_manifest(self, head: bytes, listed_parts: list[str]) -> None:
        """Derive the manifest too; what the record cannot say (the chain's head) was compared before."""
        by_part: dict[str, list[SiteFile]] = {}
        for path in sorted(self.files):
            by_part.setdefault(manifest.part_of(path), []).append(self.files[path])
        root = by_part.pop(manifest.ROOT, [])
        digests: dict[str, str] = {}
        for part, files in by_part.items():
            data = manifest.part_bytes(self.origin, files, self.releases)
            path, digests[part] = manifest.part_path(part), hashlib.sha256(data).hexdigest()
            self.files[path] = SiteFile(path, f"manifest:{part}", digests[part], len(data))
            if self.place.digest(path) != digests[part]:
                self.manifest_faults.append(Fault("manifest_changed", path))
        if manifest.head_bytes(self.origin, root, digests) != head:
            wrong = sorted(set(listed_parts) ^ set(digests))
            self.manifest_faults.append(Fault("manifest_changed", manifest.HEAD, {"parts": " ".join(wrong)}))
        self.files[manifest.HEAD] = SiteFile(manifest.HEAD, "manifest:", "", 0)

    def extra(self) -> Iterator[Fault]:
        ours = {path.partition("/")[0] for path in self.files if "/" in path}
        found = [path for path in self.place.files() if path not in self.files]
        strange = [path for path in found if path.lower().endswith(_PAGES) or path.partition("/")[0] in ours]
        for path in strange:
            yield Fault("page_extra" if path.lower().endswith(_PAGES) else "file_extra", path)
        yield from (Fault("file_foreign", path) for path in found if path not in strange)


def _sort(file: File) -> str:
    if file.path.endswith(".html"):
        return "page"
    return "picture" if file.source.startswith("asset:") else "file"
