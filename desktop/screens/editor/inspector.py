"""What stands beside a text: 流程, 历史, 属性, and at its bottom the review."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db.domain.revision import RevisionRow
from desktop.kit.sentences import local_time
from desktop.kit.theme import Surface, Theme, lay
from desktop.kit.wording import level_name, listed
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.reading import PlainBrowser
from desktop.screens.editor.words import event_words, revision_kinds, stage_words

_ID = Qt.ItemDataRole.UserRole


class Inspector(QWidget):
    """The right-hand side of the article screen.

    Signals:
        reading_wanted: one revision is to be read (its id).
        comparing_wanted: two revisions are to be compared (older id, newer id; 0 is the text on the screen).
        bringing_back_wanted: a revision is to become the working text (its id).
    """

    reading_wanted = Signal(int)
    comparing_wanted = Signal(int, int)
    bringing_back_wanted = Signal(int)

    def __init__(self, theme: Theme, keep: QWidget, review: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay(self, Surface.LIST)
        self._theme = theme
        self._opened: Opened | None = None
        self._flow = PlainBrowser()
        self._flow.document().setDocumentMargin(12)
        self._flow.setAccessibleName(self.tr("流程"))
        self._tabs = QTabWidget()
        self._tabs.addTab(self._flow, self.tr("流程"))
        self._tabs.addTab(self._history_tab(keep), self.tr("历史"))
        self._tabs.addTab(self._facts_tab(), self.tr("属性"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(review)
        theme.changed.connect(self._on_theme_changed)

    def show_article(self, opened: Opened, count: int) -> None:
        """Show what happened to an article so far."""
        self._opened = opened
        self._draw_flow(opened)
        self._fill_history(opened)
        self._fill_facts(opened, count)

    def show_count(self, count: int) -> None:
        self._facts["count"].setText(f"{count:,}")

    def _history_tab(self, keep: QWidget) -> QWidget:
        tab = QWidget()
        self._list = QListWidget()
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("历史各稿"))
        self._list.setWordWrap(True)
        self._list.itemActivated.connect(self._on_read)
        self._list.itemSelectionChanged.connect(self._on_selected)
        self._read = QPushButton(self.tr("查看"))
        self._read.setToolTip(self.tr("只读打开这一稿（Enter）"))
        self._read.clicked.connect(self._on_read)
        self._compare = QPushButton(self.tr("对照"))
        self._compare.setToolTip(self.tr("选一稿：与当前文字对照；选两稿：相互对照（按住 Ctrl 多选）"))
        self._compare.clicked.connect(self._on_compare)
        self._back = QPushButton(self.tr("恢复这一稿"))
        self._back.setToolTip(self.tr("用这一稿替换当前文字；当前文字先存为一稿"))
        self._back.clicked.connect(self._on_bring_back)
        self._empty = QLabel(self.tr("还没有存过稿。送审时自动存一稿，也可以随时按“存一稿”。"))
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(tab)
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)
        row = QGridLayout()
        for at, button in enumerate((self._read, self._compare, self._back, keep)):
            row.addWidget(button, at // 2, at % 2)
        layout.addLayout(row)
        return tab

    def _facts_tab(self) -> QWidget:
        tab = QWidget()
        form = QFormLayout(tab)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        labels = {
            "number": self.tr("编号"),
            "stage": self.tr("状态"),
            "count": self.tr("字数"),
            "editors": self.tr("编辑"),
            "changed": self.tr("最近保存"),
            "revision": self.tr("稿次"),
            "digest": self.tr("摘要码"),
            "address": self.tr("网址"),
            "published": self.tr("发布时间"),
            "uid": self.tr("标识"),
        }
        self._facts: dict[str, QLabel] = {}
        for name, label in labels.items():
            words = QLabel()
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(label)
            form.addRow(label, words)
            self._facts[name] = words
        return tab

    def _draw_flow(self, opened: Opened) -> None:
        colours, table = self._theme.colours, event_words()
        decisions = {decision.id: decision for decision in opened.decisions}
        lines: list[str] = []
        for event in opened.events:
            if event.verb not in table or event.facts.get("kind") == "submit":
                continue  # a revision that was made by submitting is told by the step itself
            word, tone = table[event.verb]
            remark = ""
            if event.facts.get("decision") in decisions:
                decision = decisions[event.facts["decision"]]  # type: ignore[index]  # facts are of any kind
                level = level_name(decision.level, max(opened.levels(), decision.level))
                word = self.tr("{level}{step}").format(level=level, step=word)
                remark = decision.opinion
                remark += self.tr("（已失效）") if decision.lapsed and event.verb != "return" else ""
            elif event.facts.get("reason"):
                remark = str(event.facts["reason"])
            elif event.verb == "schedule":
                remark = local_time(str(event.facts.get("at", "")))
            ink = colours.tone(tone)[0]
            below = f"<br>{escape(remark)}" if remark else ""
            lines.append(
                f'<p style="margin: 0 0 12px 0; line-height: 150%;"><span style="color: {ink};">● '
                f"<b>{escape(word)}</b></span> · {escape(event.by)}<br>"
                f'<span style="color: {colours.ink_soft};">{escape(local_time(event.at))}{below}</span></p>'
            )
        word, tone = stage_words(opened)
        now = self.tr("现在：{stage}").format(stage=word)
        lines.append(f'<p style="color: {colours.tone(tone)[0]};">○ {escape(now)}</p>')
        self._flow.setHtml("".join(lines))

    def _fill_history(self, opened: Opened) -> None:
        chosen = {item.data(_ID) for item in self._list.selectedItems()}
        self._list.clear()
        kinds = revision_kinds()
        for row in opened.revisions:
            text = self.tr("第 {n} 稿 · {kind} · {by}\n{at}　{count} 字{name}").format(
                n=row.n,
                kind=kinds[row.kind],
                by=row.by,
                at=local_time(row.at),
                count=f"{row.count:,}",
                name=f"　{row.name}" if row.name else "",
            )
            item = QListWidgetItem(text)
            item.setData(_ID, row.id)
            self._list.addItem(item)
            item.setSelected(row.id in chosen)
        self._empty.setVisible(not opened.revisions)
        self._list.setVisible(bool(opened.revisions))
        self._on_selected()

    def _fill_facts(self, opened: Opened, count: int) -> None:
        article = opened.article
        draft = article.draft if article else None
        newest: RevisionRow | None = opened.revisions[0] if opened.revisions else None
        digest = opened.submitted.digest if opened.submitted else newest.digest if newest else ""
        values = {
            "number": article.number if article else self.tr("首次保存时编号"),
            "stage": stage_words(opened)[0],
            "count": f"{count:,}",
            "editors": listed(draft.editors) if draft else "",
            "changed": f"{local_time(draft.changed_at)}　{draft.changed_by}" if draft else "",
            "revision": self.tr("第 {n} 稿").format(n=newest.n) if newest else self.tr("还没有"),
            # breaks let a long code wrap
            "digest": "\n".join(digest[at : at + 16] for at in range(0, len(digest), 16)),
            "address": article.address if article else "",
            "published": local_time(article.published_at) if article else "",
            "uid": article.uid if article else "",
        }
        for name, value in values.items():
            self._facts[name].setText(value or "—")

    def _chosen(self) -> list[int]:
        """Return the chosen revisions, oldest first."""
        ids = [int(item.data(_ID)) for item in self._list.selectedItems()]
        return sorted(ids)

    @Slot()
    def _on_selected(self) -> None:
        n = len(self._chosen())
        writable = self._opened is not None and self._opened.writable
        self._read.setEnabled(n == 1)
        self._compare.setEnabled(n in (1, 2))
        self._back.setEnabled(n == 1 and writable)

    @Slot()
    def _on_read(self) -> None:
        if len(self._chosen()) == 1:
            self.reading_wanted.emit(self._chosen()[0])

    @Slot()
    def _on_compare(self) -> None:
        chosen = self._chosen()
        if len(chosen) in (1, 2):
            self.comparing_wanted.emit(chosen[0], chosen[1] if len(chosen) == 2 else 0)

    @Slot()
    def _on_bring_back(self) -> None:
        self.bringing_back_wanted.emit(self._chosen()[0])

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._opened is not None:
            self._draw_flow(self._opened)
