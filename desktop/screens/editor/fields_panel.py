"""The fields that every article needs, above its text; the others are in the inspector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from db.domain.article import Fields
from db.domain.channels import Channel, ChannelKind
from desktop.kit.field import Field
from desktop.kit.forms import ChoiceField, LineField


class FieldsPanel(QWidget):
    """Title, channel, source.

    Signals:
        edited: the person changed a field.
        kind_changed: the text goes to a channel of another kind now (ChannelKind or None).
    """

    edited = Signal()
    kind_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[int, ChannelKind] = {}
        self.title = LineField(self.tr("标题"), required=True, placeholder=self.tr("写一个标题"), counted=True)
        self.channel = ChoiceField(self.tr("栏目"), required=True)
        self.source = LineField(self.tr("来源"), required=True, placeholder=self.tr("如 县融媒体中心"))
        self._leading = QHBoxLayout()
        self._leading.addStretch(1)
        needed = QHBoxLayout()
        needed.setSpacing(12)
        needed.addWidget(self.channel, 2)
        needed.addWidget(self.source, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addLayout(needed)
        layout.addLayout(self._leading)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for field in (self.title, self.channel, self.source):
            field.edited.connect(self._on_edited)

    def lead_on(self, *actions: QAction) -> None:
        """Say where the other fields are, and what can be done to the text below: a button for each action."""
        for at, action in enumerate(actions):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._leading.insertWidget(at, button)

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

    def values(self) -> dict[str, Any]:
        """Return what the form holds, by the names of ``Fields``."""
        return {"title": self.title.value(), "channel_id": self.channel.value(), "source": self.source.value()}

    def set_value(self, fields: Fields) -> None:
        """Show the fields of a text."""
        self.title.set_value(fields.title)
        self.channel.set_value(fields.channel_id)
        self.source.set_value(fields.source)
        self.kind_changed.emit(self._kinds.get(fields.channel_id or 0))

    def set_writable(self, writable: bool) -> None:
        for field in (self.title, self.channel, self.source):
            field.set_read_only(not writable)

    def show_missing(self, names: Sequence[str]) -> bool:
        """Say at the fields which are missing; go to the first. Say whether there was one."""
        shown: list[Field] = []
        for name, field in (("title", self.title), ("channel_id", self.channel), ("source", self.source)):
            if name in names:
                field.show_error(self.tr("送审前请填写。"))
                shown.append(field)
        if shown:
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(shown)

    def faulty(self) -> Field | None:
        """Return the first field whose value cannot be published."""
        return next((field for field in (self.title, self.channel, self.source) if field.problem()), None)

    def editors(self) -> list[QWidget]:
        """Return the widgets that an input method writes into."""
        return list(self.findChildren(QLineEdit))

    def focus_title(self) -> None:
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_edited(self) -> None:
        self.kind_changed.emit(self._kinds.get(self.channel.value() or 0))
        self.edited.emit()
