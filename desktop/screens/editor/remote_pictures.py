"""Pictures that a pasted text shows from other sites: asked about, fetched one after another, put where they stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from db.domain.errors import DeskError
from db.domain.waiting import NOTE
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.rich_text.replacing import replace_leaves
from desktop.kit.rich_text.taking import leaves
from desktop.kit.sentences import sentence
from desktop.kit.tasks import Tasks, Ticket, within
from desktop.screens.editor.asking_line import AskingLine
from desktop.screens.editor.body import Body
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.uploads import Uploads, sized
from desktop.text.awaited import arrived, arrived_source, awaited
from desktop.text.edits import Edit
from desktop.text.flat import Leaf, flatten
from desktop.text.pieces import pieces

if TYPE_CHECKING:
    from db.actions.assets import NewAsset
    from desktop.intake.remote.fetching import Fetcher

translate = QCoreApplication.translate
NAMED = 3  # hosts, and reasons
PATIENCE = 2  # pictures of one host that may be too slow, then no more of it are waited for


class RemotePictures(QObject):
    """Registers the command; ``line`` is to be laid out. Nothing is fetched before a person said so.

    The text itself says which pictures it waits for, and where: see ``desktop.text.awaited``.
    """

    def __init__(
        self, tasks: Tasks, commands: Commands, messages: MessageBar, body: Body, composition: Composition,
        uploads: Uploads, may_write: Callable[[], bool], window: QWidget, fetcher: Callable[[], Fetcher] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._tasks, self._messages, self._body, self._composition = tasks, messages, body, composition
        self._uploads, self._fetcher = uploads, fetcher or _fetcher
        self.line = AskingLine(self.tr("下载"), self.tr("不要"))
        self._asked: list[str] = []
        self._waiting: list[str] = []  # to be fetched
        self._sources: dict[str, str] = {}  # fetched, and not in the text yet
        self._failed: dict[str, str] = {}  # address: why
        self._slow: Counter[str] = Counter()
        self._total = 0
        self._ticket: Ticket | None = None
        self._put_off = False
        self.line.accepted.connect(self._on_accepted)
        self.line.declined.connect(self._on_declined)
        self.line.stopped.connect(self._on_stopped)
        composition.closed.connect(self._on_composed)
        uploads.forgot.connect(self._on_other_text, Qt.ConnectionType.QueuedConnection)
        commands.add(
            Command(
                "text.remote_pictures", self.tr("下载文中的网络图片"), self.look, icon=Name.PICTURE, enabled=may_write,
                hint=self.tr("粘贴时没有下载的图片，文中记着它们的地址"),
            )
        )  # fmt: skip

    @property
    def busy(self) -> bool:
        return self._ticket is not None

    def ask(self, addresses: Sequence[str]) -> None:
        """Ask whether these are to be fetched. Who does not answer leaves their addresses in the text."""
        self._asked = list(dict.fromkeys([*self._asked, *addresses]))
        if not self._asked or self.busy:
            return
        hosts = list(dict.fromkeys(map(_host, self._asked)))
        named = self.tr("、").join(hosts[:NAMED])
        if len(hosts) > NAMED:
            named = self.tr("{hosts} 等 {n} 个网站").format(hosts=named, n=len(hosts))
        words = self.tr("文中有 {n} 张网络图片（来自 {hosts}），要下载到稿件里吗？")
        self.line.ask(words.format(n=len(self._asked), hosts=named))

    def look(self) -> None:
        """Ask about every picture that the text waits for."""
        found = sorted(self._awaited())
        if found:
            self.ask(found)
        else:
            self._messages.info(self.tr("文中没有要下载的网络图片。"))

    def go_there(self) -> None:
        """Show the first place that waits for a picture, and ask about all of them."""
        editor = self._body.editor
        found = editor.document().find(NOTE)
        if not found.isNull():
            found.clearSelection()
            editor.setTextCursor(found)
            editor.ensureCursorVisible()
        editor.setFocus()
        self.look()

    @Slot()
    def _on_accepted(self) -> None:
        self._waiting, self._asked = self._asked, []
        self._total = len(self._waiting)
        self._sources, self._failed = {}, {}
        self._slow.clear()
        self._body.editor.setFocus()  # the button goes, and the keyboard must not go with it
        self._next()

    @Slot()
    def _on_declined(self) -> None:
        """Leave nothing of the pictures but what is said of them; undo brings their addresses back."""
        given_up, self._asked = self._asked, []
        self._body.editor.setFocus()
        self.line.hide()
        self._sources, self._failed = dict.fromkeys(given_up, ""), {}
        self._finish()

    @Slot()
    def _on_stopped(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        for address in self._waiting:
            self._failed[address] = self.tr("已停下")
        self._waiting = []
        self._end()

    def _next(self) -> None:
        """Fetch one; other long work may come between it and the next."""
        if not self._waiting:
            self._end()
            return
        address = self._waiting[0]
        host = _host(address)
        done = self._total - len(self._waiting)
        words = self.tr("正在下载网络图片 {n}/{total}（{host}）…")
        self.line.show_progress(words.format(n=done + 1, total=self._total, host=host), done, self._total)
        if self._slow[host] >= PATIENCE:
            self._on_failed(_slow())
            return
        make = self._fetcher
        self._ticket = self._tasks.run(
            self, lambda _report, cancelled: make().fetch(address, cancelled), self._on_fetched, self._on_failed
        )

    def _on_fetched(self, data: bytes) -> None:
        name = _name(self._waiting[0])
        self._ticket = self._tasks.read(self, partial(sized, data, name), self._on_read, self._on_failed)

    def _on_read(self, new: NewAsset) -> None:
        self._ticket = self._uploads.keep(new, self._on_kept, self._on_failed)

    def _on_kept(self, digest: str) -> None:
        if self._waiting:
            self._sources[self._waiting.pop(0)] = f"asset:{digest}"
            self._next()

    def _on_failed(self, error: Exception) -> None:
        from desktop.intake.remote.fetching import NotFetched, Reason  # noqa: PLC0415  # stays out of start-up

        if not isinstance(error, NotFetched | DeskError):
            self._on_stopped()
            self._tasks.failed.emit(error)
            return
        if self._waiting:
            address = self._waiting.pop(0)
            self._slow[_host(address)] += isinstance(error, NotFetched) and error.reason is Reason.SLOW
            self._failed[address] = reason(error)
            self._next()

    def _end(self) -> None:
        self._ticket = None
        self.line.hide()
        self._finish()

    def _finish(self) -> None:
        """Put in what came, and say what did not."""
        if self._composition.open:
            self._put_off = True
            return
        came = [address for address, source in self._sources.items() if source]
        placed = self._put_in(self._sources)
        self._sources = {}
        told = []
        if placed:
            told.append(self.tr("{n} 张网络图片已放进稿件。").format(n=len(placed & set(came))))
        if lost := len(set(came) - placed):
            told.append(self.tr("{n} 张的位置已不在正文里，没有放。").format(n=lost))
        if self._failed:
            told.append(self._failed_words())
            again = list(self._failed)
            self._messages.warning(" ".join(told), self.tr("再试"), partial(self.ask, again))
        elif came:
            self._messages.success(" ".join(told))
        self.ask(())  # what was pasted meanwhile

    def _failed_words(self) -> str:
        counted = Counter((_host(address), why) for address, why in self._failed.items())
        parts = [
            self.tr("{host}：{why}（{n} 张）").format(host=host, why=why, n=n)
            for (host, why), n in counted.most_common(NAMED)
        ]
        if len(counted) > NAMED:
            parts.append(self.tr("等"))
        words = self.tr("{n} 张没有下载，文中留着它们的地址。{parts}。")
        return words.format(n=len(self._failed), parts=self.tr("；").join(parts))

    @Slot()
    def _on_composed(self) -> None:
        if self._put_off:
            self._put_off = False
            self._finish()

    @Slot()
    def _on_other_text(self) -> None:
        """Another text may be shown: go on only if it waits for the same."""
        if not (self._asked or self._waiting or self._sources):
            return
        if self._awaited().isdisjoint([*self._asked, *self._waiting, *self._sources]):
            if self._ticket is not None:
                self._ticket.cancel()
            self._ticket, self._put_off = None, False
            self._asked, self._waiting, self._sources, self._failed = [], [], {}, {}
            self.line.hide()

    # the text

    def _leaves(self) -> Sequence[Leaf]:
        if self._body.is_visual:
            return leaves(self._body.visual.document())
        return [leaf for piece in pieces(self._body.text()) for leaf in flatten(piece.blocks)]

    def _awaited(self) -> set[str]:
        return awaited(self._leaves())

    def _put_in(self, sources: Mapping[str, str]) -> set[str]:
        """Put pictures in the places of their notes, as one step for undo; return the addresses that had any."""
        placed = self._awaited() & set(sources)
        if not placed or self._body.editor.isReadOnly():
            return set()
        if self._body.is_visual:
            edit = self._body.visual
            new = arrived(leaves(edit.document()), sources)
            cursor = edit.textCursor()
            replace_leaves(cursor, new, edit.look)
            edit.setTextCursor(cursor)
        else:
            made = arrived_source(self._body.source.text(), sources)
            self._body.source.apply(lambda _text, start, _end: Edit(made, min(start, len(made)), min(start, len(made))))
        return placed


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


def _name(address: str) -> str:
    return urlsplit(address).path.rpartition("/")[2] or _host(address)


def _fetcher() -> Fetcher:
    from desktop.intake.remote.fetching import Fetcher  # noqa: PLC0415  # stays out of start-up

    return Fetcher(within=within)


def _slow() -> Exception:
    from desktop.intake.remote.fetching import NotFetched, Reason  # noqa: PLC0415  # stays out of start-up

    return NotFetched(Reason.SLOW)


def reason(error: Exception) -> str:
    """Return in words why a picture is not here."""
    from desktop.intake.remote.fetching import NotFetched  # noqa: PLC0415  # stays out of start-up

    if not isinstance(error, NotFetched):
        return sentence(error).rstrip("。") if isinstance(error, DeskError) else ""
    words = {
        "address": translate("RemotePictures", "地址不能用"),
        "closed": translate("RemotePictures", "地址在内部网络，不去取"),
        "unknown": translate("RemotePictures", "找不到这个网站"),
        "unreachable": translate("RemotePictures", "连不上"),
        "insecure": translate("RemotePictures", "网站的证书不可信"),
        "redirects": translate("RemotePictures", "转来转去太多次"),
        "refused": translate("RemotePictures", "网站不给（{status}）"),
        "large": translate("RemotePictures", "超过 10 MB"),
        "slow": translate("RemotePictures", "太慢，超过 10 秒"),
        "broken": translate("RemotePictures", "传到一半断了"),
    }
    return words[error.reason.value].format(status=error.status)
