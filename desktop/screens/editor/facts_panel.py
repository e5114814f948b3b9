"""What the program itself knows of an article: number, stage, digest, address. To read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from db.domain.revision import RevisionRow
from desktop.kit.theme import mark, scaled
from desktop.kit.times import local_time
from desktop.kit.wording import listed
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.words import stage_words


class FactsPanel(QWidget):
    """A label a fact."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(12, 0, 12, 12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        heading = QLabel(self.tr("记录"))
        heading.setFont(scaled(self.font(), 1.0, bold=True))
        form.addRow(heading)
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
        self._facts: dict[str, QLabel | QLineEdit] = {}
        for name, label in labels.items():
            title, words = QLabel(label), _in_one_line() if name in ("address", "uid") else _wrapped()
            mark(title, "tint", "soft")
            words.setAccessibleName(label)
            form.addRow(title, words)
            self._facts[name] = words

    def show_article(self, opened: Opened, count: int) -> None:
        """Show what the program itself knows of an article."""
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
            words = self._facts[name]
            words.setText(value or "—")
            if isinstance(words, QLineEdit):
                words.setCursorPosition(0)
                words.setToolTip(value)

    def show_count(self, count: int) -> None:
        self._facts["count"].setText(f"{count:,}")


def _wrapped() -> QLabel:
    words = QLabel()
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words


def _in_one_line() -> QLineEdit:
    """Return a line for what has no place to break: as wide as there is room, to be scrolled and copied."""
    words = QLineEdit()
    words.setReadOnly(True)
    mark(words, "bare", True)
    return words
