"""One publication: what may have changed is made, compared, written aside, and then put in place in a safe order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from db.actions import site as actions
from db.domain.errors import Cancelled
from db.domain.site import SiteFile, Target
from db.store import site as reading
from db.store.clock import stamp
from db.store.unit import Store
from desktop.publishing import crew, manifest, pages, theme
from desktop.publishing.differences import Against, Differences, compared
from desktop.publishing.listing import list_all, list_changed
from desktop.publishing.plan import changed_keys
from desktop.publishing.site import File, Site
from desktop.publishing.target import Folder

Report = Callable[[int, int, str], None]  # done, of how many (0: not known), what: "render" or "write"
_REPORT_EVERY = 200


@dataclass(slots=True)
class Run:
    """A publication under way. ``target`` is None the first time."""

    store: Store
    site: Site
    folder: Folder
    origin: manifest.Origin
    target: Target | None
    everything: bool  # every file is made; else what the releases since the last time touch
    against: Against
    report: Report
    cancelled: Callable[[], bool]
    stage: bool = True
    found: Differences = field(default_factory=Differences)

    @property
    def is_due(self) -> bool:
        """Whether there is anything to put in place or to record."""
        made = (self.origin.theme, self.origin.chrome, self.origin.release)
        t = self.target
        return self.found.any or t is None or (t.theme, t.chrome, t.release_id) != made

    def make(self) -> None:
        """Make what may have changed, and write aside what did."""
        if self.everything:
            self._recall_all()
            self._make_articles()
            assets = sorted({use.path.partition("?")[0].split("/")[-1][:64] for use in self.found.uses.values()})
            for key in (*(f"asset:{digest}" for digest in assets), *self.site.shared_keys()):
                self._make(key)
            self._find_gone()
            list_all(self.found, self.origin, self._list)
        else:
            self._make_changed()
            if self.is_due and self.target is not None:
                keys = (k for k in self.site.shared_keys() if not k.startswith(("channel:", "static:")))
                connection = self.site.record.connection
                list_changed(connection, self.target.id, self.found, self.origin, keys, self._list)

    def put_in_place(self) -> None:
        """Give every file its name, the manifest last; then take away what is gone, then record."""
        found = self.found
        target_id = self.target.id if self.target and self._is_kept(self.target) else self._keep()
        self.folder.begin(found.gone)
        for paths in phases(found):
            if manifest.HEAD in paths:  # it speaks of what is there for good
                self.folder.settle()
            self.folder.put(paths)
            self.report(len(paths), len(found.written), "write")
        self.folder.settle()
        self.folder.remove(sorted(found.gone))
        with self.store.noting() as connection:
            actions.record_files(connection, target_id, found.to_record(), [*found.gone, *found.unused])
            made = self.origin.theme, self.origin.chrome, self.origin.release
            actions.record_published(connection, target_id, *made, stamp(self.store.clock()))
        self.folder.end()

    def _is_kept(self, target: Target) -> bool:
        """Whether the theme and the chrome are those of the last time, and in the record already."""
        return (target.theme, target.chrome) == (self.origin.theme, self.origin.chrome)

    def _keep(self) -> int:
        """Keep theme and chrome before any page names them; return the id of the target."""
        with self.store.noting() as connection:
            actions.keep_theme(connection, self.origin.theme, theme.to_kept(self.site.theme))
            actions.keep_chrome(connection, self.origin.chrome, self.site.chrome.canonical)
            return actions.open_target(connection, str(self.folder.root))

    # Everything

    def _make_articles(self) -> None:
        """Make all articles, with the help of more processes where they are many; lists and sitemaps meanwhile."""
        order = self._order()
        tasks = crew.shares(self.origin.release)
        helpers = crew.Crew(order, tasks)
        try:
            for key in self.site.list_keys():
                self._make(key)
                self._take(helpers.finished())
            while tasks or helpers.busy:
                if tasks:
                    self._take(crew.work_through(self.site, order, self.folder, tasks.popleft()))
                self._take(helpers.finished(wait=not tasks))
        finally:
            helpers.dismiss()

    def _order(self) -> crew.Order:
        looks = theme.to_kept(self.site.theme), self.site.chrome.canonical
        target_id = self.target.id if self.target else 0
        store, root = self.store.place, self.folder.root
        return crew.Order(store, self.origin.release, *looks, root, target_id, self.against, self.stage)

    def _take(self, articles: Iterator[crew.Article]) -> None:
        for article in articles:
            self._count()
            self.found.add(article.made)
            self.folder.adopt(article.made.file.path, article.made.aside)
            self.found.releases[article.made.file.path] = article.release
            for digest in article.assets:
                use = crew.use_of(self.site.record.asset_path(digest), article.article_id)
                self.found.uses[use.path] = use

    def _recall_all(self) -> None:
        """Learn what the record knows of the target, and what a run that broke off or the disk's manifest name."""
        if self.target is not None:
            self.found.old = {f.path: f for f in reading.files(self.site.record.connection, self.target.id)}
        if self.against is Against.DISK:
            for path in self.folder.named():
                self.found.old.setdefault(path, SiteFile(path, "", "", 0))

    def _find_gone(self) -> None:
        for path in self.found.old.keys() - self.found.seen.keys():
            if "?" in path:
                if path not in self.found.uses:
                    self.found.unused.add(path)
            elif path != manifest.HEAD and not path.startswith("manifest/"):
                self.found.gone.add(path)

    # What changed

    def _make_changed(self) -> None:
        assert self.target is not None
        keys = changed_keys(self.site.record, self.site.chrome, self.target.release_id)
        recorded = self._recall(keys)
        months_before = {key for key in recorded if key.startswith("sitemap:")}
        months_now = set()
        for key in keys:
            if key.startswith("article:"):
                self._make_assets(int(key.partition(":")[2]))
            file = self._make(key)
            if file is None and key in recorded:
                self.found.gone.add(recorded[key].path)
            if file is not None and key.startswith("sitemap:"):
                months_now.add(key)
        if months_before != months_now:
            self._recall(["sitemap"])
            self._make("sitemap")

    def _make_assets(self, article_id: int) -> None:
        """Make the assets that an article brings; those that no article shows any more are gone."""
        assert self.target is not None
        record, found = self.site.record, self.found
        standing, source = record.standing(article_id), record.page(article_id)
        if standing is not None:
            found.releases[standing.address.lstrip("/")] = standing.digest
        carried = pages.carried(source, record) if source else set()
        before = {f.path: f for f in reading.files_of(record.connection, self.target.id, [f"use:{article_id}"])}
        now = {use.path: use for use in (crew.use_of(record.asset_path(d), article_id) for d in carried)}
        found.old |= before
        found.uses |= now
        found.unused |= before.keys() - now.keys()
        for digest in sorted(carried):
            found.gone.discard(record.asset_path(digest))
            if not self._recall([f"asset:{digest}"]):
                self._make(f"asset:{digest}")
        for use_path in before.keys() - now.keys():
            asset = use_path.partition("?")[0]
            users = reading.files_between(record.connection, self.target.id, f"{asset}?", f"{asset}@")
            if {u.path for u in users} <= found.unused and not any(path.startswith(f"{asset}?") for path in found.uses):
                found.gone.add(asset)

    def _recall(self, sources: list[str]) -> dict[str, SiteFile]:
        """Return what is recorded of ``sources``, by source."""
        assert self.target is not None
        recorded: list[SiteFile] = []
        for start in range(0, len(sources), 500):
            recorded += reading.files_of(self.site.record.connection, self.target.id, sources[start : start + 500])
        self.found.old |= {f.path: f for f in recorded}
        return {f.source: f for f in recorded}

    # One file

    def _make(self, key: str) -> File | None:
        file = self.site.file(key)
        if file is not None and file.path not in self.found.seen:
            self._count()
            self._put(file)
        return file

    def _put(self, file: File) -> None:
        there = ""
        if self.against is Against.DISK:
            there = self.folder.digest(file.path)
        elif self.against is Against.RECORD and file.path in self.found.old:
            there = self.found.old[file.path].digest
        made = compared(file, there, self.folder.stage if self.stage else _not_staged)
        self.found.add(made)
        self.folder.adopt(file.path, made.aside)

    def _list(self, file: File) -> SiteFile:
        self._put(file)
        return self.found.seen[file.path]

    def _count(self) -> None:
        if self.cancelled():
            raise Cancelled
        self.found.rendered += 1
        if self.found.rendered % _REPORT_EVERY == 0:
            self.report(self.found.rendered, 0, "render")


def phases(found: Differences) -> Iterator[list[str]]:
    """Yield what is put in place together: what nobody links to yet, then changed articles, then what lists them.

    The home page comes after all other pages, so that a first publication shows itself at its end; the manifest last.
    """
    listing = {p for p in found.written if p == manifest.HEAD or p.startswith("manifest/")}
    last = ("index.html", manifest.HEAD)
    fresh = [p for p in found.written if p in found.fresh and p not in listing and p not in last]
    changed = [p for p in found.written if p not in found.fresh and p not in listing and p not in last]
    articles = {p for p in changed if found.written[p].source.startswith("article:")}
    groups = (
        fresh,
        [p for p in changed if p in articles],
        [p for p in changed if p not in articles],
        [p for p in last[:1] if p in found.written],
        [p for p in found.written if p in listing and p not in last],
        [p for p in last[1:] if p in found.written],
    )
    yield from (group for group in groups if group)


def _not_staged(_data: bytes) -> str:
    return "-"
