"""Every field of an article but its text: the few that are always needed on top, the others one click away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.domain.article import Fields, Policy, Video
from db.domain.channels import Channel, ChannelKind
from desktop.kit.field import Field
from desktop.kit.forms import ChoiceField, DateField, LineField, TagsField, TextField
from desktop.kit.theme import Surface, lay

MOST_HEIGHT = 300  # of the further fields; the text below is what the screen is for


class FieldsPanel(QWidget):
    """The form of an article.

    Signals:
        edited: the person changed a field.
        cover_wanted: a picture file is to be chosen as the cover.
    """

    edited = Signal()
    cover_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = Fields()
        self._kinds: dict[int, ChannelKind] = {}
        self._covers: tuple[str, ...] = ()
        self._make_fields()
        self._lay_out()
        for field in self._fields():
            field.edited.connect(self._on_edited)

    def set_channels(self, channels: Sequence[Channel], chosen: int | None) -> None:
        """Offer the channels as a tree; a closed one only where the text lies in it already."""
        self._kinds = {channel.id: channel.kind for channel in channels}
        offered = [channel for channel in channels if channel.active or channel.id == chosen]
        options: list[tuple[int, str]] = []
        ids = {channel.id for channel in offered}

        def add(parent_id: int | None, depth: int) -> None:
            for channel in offered:
                parent = channel.parent_id if channel.parent_id in ids else None
                if parent == parent_id:
                    options.append((channel.id, "\u3000" * depth + channel.name))
                    add(channel.id, depth + 1)

        add(None, 0)
        self.channel.set_options(options)

    def set_value(self, fields: Fields) -> None:
        """Show the fields of a text."""
        self._base = fields
        self._covers = ()
        self.title.set_value(fields.title)
        self.channel.set_value(fields.channel_id)
        self.source.set_value(fields.source)
        for name in (
            "shoulder",
            "subtitle",
            "information_source",
            "summary",
            "keywords",
            "correspondents",
            "photographers",
            "authors",
            "event_date",
        ):
            getattr(self, name).set_value(getattr(fields, name))
        self._offer_covers(fields.cover)
        for field, value in (
            (self.policy_number, fields.policy.number),
            (self.policy_issuer, fields.policy.issuer),
            (self.policy_made_on, fields.policy.made_on),
            (self.policy_validity, fields.policy.validity),
            (self.video_address, fields.video.address),
            (self.video_duration, fields.video.duration),
        ):
            field.set_value(value)
        self._show_kind()

    def value(self, body: str) -> Fields:
        """Return the fields with the text below them; what this form does not show stays as it was."""
        return replace(
            self._base,
            body=body,
            channel_id=self.channel.value(),
            title=self.title.value(),
            shoulder=self.shoulder.value(),
            subtitle=self.subtitle.value(),
            source=self.source.value(),
            information_source=self.information_source.value(),
            summary=self.summary.value(),
            keywords=self.keywords.value(),
            correspondents=self.correspondents.value(),
            photographers=self.photographers.value(),
            authors=self.authors.value(),
            event_date=self.event_date.value(),
            cover=self.cover.value() or "",
            policy=Policy(
                self.policy_number.value(),
                self.policy_issuer.value(),
                self.policy_made_on.value(),
                self.policy_validity.value(),
            ),
            video=Video(self.video_address.value(), self._base.video.poster, self.video_duration.value()),
        )

    def set_pictures(self, digests: Sequence[str]) -> None:
        """Offer the pictures of the text as covers."""
        if tuple(digests) != self._covers:
            self._covers = tuple(digests)
            self._offer_covers(self.cover.value() or "")

    def choose_cover(self, digest: str) -> None:
        self._offer_covers(digest)
        self.edited.emit()

    def set_writable(self, writable: bool) -> None:
        for field in self._fields():
            field.setEnabled(writable)
        self._cover_button.setEnabled(writable)

    def show_problems(self, names: Sequence[str]) -> bool:
        """Say at the fields which are missing; go to the first. Say whether there was one."""
        shown: list[Field] = []
        for name, field in (("title", self.title), ("channel_id", self.channel), ("source", self.source)):
            if name in names:
                field.show_error(self.tr("送审前请填写。"))
                shown.append(field)
        if shown:
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(shown)

    def editors(self) -> list[QWidget]:
        """Return the widgets that an input method writes into."""
        return [*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)]

    def focus_title(self) -> None:
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        self.title = LineField(self.tr("标题"), required=True, placeholder=self.tr("写一个标题"))
        self.channel = ChoiceField(self.tr("栏目"), required=True)
        self.source = LineField(self.tr("来源"), required=True, placeholder=self.tr("如 县融媒体中心"))
        self.shoulder = LineField(self.tr("引题"))
        self.subtitle = LineField(self.tr("副题"))
        self.information_source = LineField(self.tr("信息来源"))
        self.summary = TextField(self.tr("摘要"), limit=300, lines=2)
        self.keywords = TagsField(self.tr("关键词"))
        self.correspondents = TagsField(self.tr("通讯员"))
        self.photographers = TagsField(self.tr("摄影"))
        self.authors = TagsField(self.tr("作者"))
        self.event_date = DateField(self.tr("事件日期"))
        self.cover = ChoiceField(self.tr("封面"))
        self._cover_button = QPushButton(self.tr("选择图片…"))
        self._cover_button.setToolTip(self.tr("从文件选一张封面"))
        self._cover_button.clicked.connect(self.cover_wanted)
        self.policy_number = LineField(self.tr("发文字号"))
        self.policy_issuer = LineField(self.tr("发文机关"))
        self.policy_made_on = DateField(self.tr("成文日期"))
        self.policy_validity = LineField(self.tr("效力状态"), placeholder=self.tr("如 有效"))
        self.video_address = LineField(self.tr("视频地址"), limit=2000, placeholder="https://")
        self.video_duration = LineField(self.tr("时长"), placeholder="03:25")

    def _fields(self) -> list[Field]:
        return [field for field in vars(self).values() if isinstance(field, Field)]

    def _lay_out(self) -> None:
        self._policy = _group([self.policy_number, self.policy_issuer, self.policy_made_on, self.policy_validity])
        self._video = _group([self.video_address, self.video_duration])
        inside = QWidget()
        lay(inside, Surface.PAPER)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._policy)
        column.addWidget(self._video)
        cover = QWidget()
        row = QHBoxLayout(cover)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.cover, 1)
        row.addWidget(self._cover_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(
            _group(
                [
                    self.shoulder,
                    self.subtitle,
                    self.correspondents,
                    self.photographers,
                    self.authors,
                    self.information_source,
                    self.event_date,
                    cover,
                ]
            )
        )
        column.addWidget(self.summary)
        column.addWidget(self.keywords)
        column.addStretch(1)
        self._further = QScrollArea()
        self._further.setFrameShape(QFrame.Shape.NoFrame)
        self._further.setWidgetResizable(True)
        self._further.setWidget(inside)
        self._further.setMaximumHeight(MOST_HEIGHT)
        self._further.setMinimumHeight(MOST_HEIGHT)
        self._further.hide()
        self._more = QToolButton()
        self._more.setCheckable(True)
        self._more.setText(self.tr("更多字段"))
        self._more.setToolTip(self.tr("引题、副题、署名、摘要、关键词、封面等"))
        self._more.toggled.connect(self._further.setVisible)
        needed = QHBoxLayout()
        needed.addWidget(self.channel, 2)
        needed.addWidget(self.source, 3)
        needed.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addLayout(needed)
        layout.addWidget(self._further)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _offer_covers(self, chosen: str) -> None:
        options = [("", self.tr("不用封面"))]
        options += [(digest, self.tr("正文第 {n} 张图").format(n=n)) for n, digest in enumerate(self._covers, 1)]
        if chosen and chosen not in self._covers:
            options.append((chosen, self.tr("另选的图片")))
        self.cover.set_options(options)
        self.cover.set_value(chosen)

    def _show_kind(self) -> None:
        kind = self._kinds.get(self.channel.value() or 0)
        self._policy.setVisible(kind is ChannelKind.POLICY)
        self._video.setVisible(kind is ChannelKind.VIDEO)
        if kind in (ChannelKind.POLICY, ChannelKind.VIDEO):
            self._more.setChecked(True)

    @Slot()
    def _on_edited(self) -> None:
        self._show_kind()
        self.edited.emit()


def _group(widgets: Sequence[QWidget]) -> QWidget:
    """Two columns of fields."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    for at, widget in enumerate(widgets):
        grid.addWidget(widget, at // 2, at % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return box
