"""The further fields of an article, by what they are for; those of its channel's kind first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from db.domain.article import Attachment, Fields, Policy, Reprint, Video
from db.domain.channels import ChannelKind
from desktop.kit.field import Field
from desktop.kit.forms import DateField, LineField, TagsField, TextField
from desktop.kit.theme import scaled
from desktop.screens.editor.faults import address_fault, duration_fault, slug_fault
from desktop.screens.editor.files_field import FilesField
from desktop.screens.editor.picture_field import PictureField

_OWN = "asset:"  # before the digest of a film that lies in the newsroom


class PropertiesPanel(QWidget):
    """A form in one column.

    Signals:
        edited: the person changed a field.
        proposal_wanted: the text is to propose something for this field (its name in ``Fields``).
    """

    edited = Signal()
    proposal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: ChannelKind | None = None
        self._writable = True
        self._make_fields()
        self._proposing = [
            self._proposes("summary", self.tr("从正文提取"), self.tr("取正文开头的几句作摘要")),
            self._proposes("keywords", self.tr("从正文提取"), self.tr("从标题和正文找关键词，加在后面")),
            self._proposes("slug", self.tr("用标题拼音"), self.tr("用标题的拼音作网址名")),
        ]
        self._sections = self._made_sections()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(16)
        for section in self._sections:
            layout.addWidget(section)
        for field in self._fields():
            field.edited.connect(self._on_edited)

    def values(self) -> dict[str, Any]:
        """Return what the form holds, by the names of ``Fields``; what is wrong too, so that it is not lost."""
        film = self.video_file.value()
        return {
            "shoulder": self.shoulder.value(),
            "subtitle": self.subtitle.value(),
            "information_source": self.information_source.value(),
            "summary": self.summary.value(),
            "keywords": self.keywords.value(),
            "correspondents": self.correspondents.value(),
            "photographers": self.photographers.value(),
            "authors": self.authors.value(),
            "event_date": self.event_date.written(),
            "slug": self.slug.value(),
            "cover": self.cover.value(),
            "attachments": self.attachments.value(),
            "reprint": Reprint(
                self.reprint_title.value(),
                self.reprint_author.value(),
                self.reprint_source.value(),
                self.reprint_url.value(),
            ),
            "policy": Policy(
                self.policy_number.value(),
                self.policy_issuer.value(),
                self.policy_made_on.written(),
                self.policy_validity.value(),
            ),
            "video": Video(
                _OWN + film[0].digest if film else self.video_address.value(),
                self.poster.value(),
                self.video_duration.value(),
            ),
        }

    def set_value(self, fields: Fields, files: Mapping[str, tuple[str, int]]) -> None:
        """Show the fields of a text; ``files`` says name and size of each digest, as far as they are known."""
        for name in (
            "shoulder", "subtitle", "information_source", "summary", "keywords", "correspondents", "photographers",
            "authors", "event_date", "slug", "cover",
        ):  # fmt: skip
            getattr(self, name).set_value(getattr(fields, name))
        sizes = {digest: size for digest, (_name, size) in files.items()}
        self.attachments.set_value(fields.attachments, sizes)
        film = fields.video.address.removeprefix(_OWN) if fields.video.address.startswith(_OWN) else ""
        named = files.get(film, (self.tr("视频文件"), 0))[0]
        self.video_file.set_value((Attachment(film, named),) if film else (), sizes)
        for field, value in (
            (self.reprint_title, fields.reprint.title),
            (self.reprint_author, fields.reprint.author),
            (self.reprint_source, fields.reprint.source),
            (self.reprint_url, fields.reprint.url),
            (self.policy_number, fields.policy.number),
            (self.policy_issuer, fields.policy.issuer),
            (self.policy_made_on, fields.policy.made_on),
            (self.policy_validity, fields.policy.validity),
            (self.video_address, "" if film else fields.video.address),
            (self.poster, fields.video.poster),
            (self.video_duration, fields.video.duration),
        ):
            field.set_value(value)
        self._refresh()

    def show_kind(self, kind: ChannelKind | None) -> None:
        """Show the fields that a channel of this kind uses."""
        self._kind = kind
        self._refresh()

    def show_pictures(self, digests: Sequence[str], image: Callable[[str], QImage]) -> None:
        """Offer the pictures of the text as cover and poster."""
        self.cover.offer(digests, image)
        self.poster.offer(digests, image)

    def set_writable(self, writable: bool) -> None:
        """Where nothing may be changed only what is filled in is shown."""
        self._writable = writable
        for field in self._fields():
            field.set_read_only(not writable)
        for button in self._proposing:
            button.setVisible(writable)
        self._refresh()

    def faulty(self) -> Field | None:
        """Return the first field whose value cannot be published, among those that the channel uses."""
        used = (field for section in self._sections if section.used_by(self._kind) for field in section.fields)
        return next((field for field in used if field.problem()), None)

    def first(self) -> QWidget:
        """Return the first field that is shown, this form itself where there is none."""
        return next((field for field in self._fields() if field.isVisibleTo(self)), self)

    def editors(self) -> list[QWidget]:
        """Return the widgets that an input method writes into."""
        return [*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)]

    def _make_fields(self) -> None:
        self.shoulder = LineField(self.tr("引题"), counted=True)
        self.subtitle = LineField(self.tr("副题"), counted=True)
        self.correspondents = TagsField(self.tr("通讯员"))
        self.photographers = TagsField(self.tr("摄影"))
        self.authors = TagsField(self.tr("作者"))
        self.information_source = LineField(self.tr("信息来源"), placeholder=self.tr("不填即本网站"))
        self.event_date = DateField(self.tr("事件日期"), self.tr("事情发生的日子，不是发布时间。"))
        self.summary = TextField(self.tr("摘要"), self.tr("不填时取正文开头。"), limit=300, lines=3)
        self.keywords = TagsField(self.tr("关键词"))
        self.cover = PictureField(self.tr("封面"), self.tr("不用封面"))
        self.slug = LineField(
            self.tr("网址名"), self.tr("首次签发时写进网址，以后不变；不填用编号。"), check=slug_fault,
            placeholder="qinghe-gaizao",
        )  # fmt: skip
        kinds = self.tr("PDF、Word、Excel、PPT、图片、音视频、文本、zip，每个不超过 100 MB。")
        self.attachments = FilesField(self.tr("附件"), self.tr("添加文件…"), kinds)
        self.reprint_source = LineField(self.tr("转载来源"), placeholder=self.tr("如 省日报"))
        self.reprint_title = LineField(self.tr("原标题"))
        self.reprint_author = LineField(self.tr("原作者"))
        self.reprint_url = LineField(self.tr("原文链接"), limit=2000, placeholder="https://", check=address_fault)
        self.policy_number = LineField(self.tr("发文字号"), placeholder=self.tr("如 青政发〔2026〕12号"))
        self.policy_issuer = LineField(self.tr("发文机关"))
        self.policy_made_on = DateField(self.tr("成文日期"))
        self.policy_validity = LineField(self.tr("效力状态"), placeholder=self.tr("如 有效"))
        self.video_address = LineField(self.tr("视频地址"), limit=2000, placeholder="https://", check=address_fault)
        self.video_file = FilesField(
            self.tr("视频文件"), self.tr("上传视频…"), self.tr("mp4 或 webm，不超过 100 MB；有文件时不用地址。"), most=1
        )
        self.poster = PictureField(self.tr("视频封面"), self.tr("不用封面"))
        self.video_duration = LineField(self.tr("时长"), placeholder="03:25", check=duration_fault)

    def _proposes(self, name: str, words: str, hint: str) -> QToolButton:
        field: Field = getattr(self, name)
        button = QToolButton()
        button.setObjectName(f"propose-{name}")
        button.setText(words)
        button.setToolTip(hint)
        button.setAccessibleDescription(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._on_proposal_wanted, name))
        field.put_beside(button)
        return button

    def _on_proposal_wanted(self, name: str, _checked: bool = False) -> None:
        self.proposal_wanted.emit(name)

    def _made_sections(self) -> list[_Section]:
        policy = (self.policy_number, self.policy_issuer, self.policy_made_on, self.policy_validity)
        video = (self.video_address, self.video_file, self.poster, self.video_duration)
        people = (self.correspondents, self.photographers, self.authors, self.information_source, self.event_date)
        reprint = (self.reprint_source, self.reprint_title, self.reprint_author, self.reprint_url)
        return [
            _Section(self.tr("政策"), policy, ChannelKind.POLICY),
            _Section(self.tr("视频"), video, ChannelKind.VIDEO),
            _Section(self.tr("署名"), people),
            _Section(self.tr("引题与副题"), (self.shoulder, self.subtitle)),
            _Section(self.tr("列表与搜索"), (self.summary, self.keywords, self.cover, self.slug)),
            _Section(self.tr("附件"), (self.attachments,)),
            _Section(self.tr("转载"), reprint),
        ]

    def _fields(self) -> list[Field]:
        return [field for section in self._sections for field in section.fields]

    def _refresh(self) -> None:
        film = bool(self.video_file.value())
        for section in self._sections:
            section.show_for(self._kind, everything=self._writable)
        self.video_address.setVisible(not film and (self._writable or bool(self.video_address.value())))

    @Slot()
    def _on_edited(self) -> None:
        self._refresh()
        self.edited.emit()


class _Section(QWidget):
    """Fields that belong together, under a heading."""

    def __init__(self, title: str, fields: Sequence[Any], kind: ChannelKind | None = None) -> None:
        super().__init__()
        self.fields, self._kind = fields, kind
        heading = QLabel(title)
        heading.setFont(scaled(self.font(), 1.0, bold=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        for field in fields:
            layout.addWidget(field)

    def used_by(self, kind: ChannelKind | None) -> bool:
        return self._kind in (None, kind)

    def show_for(self, kind: ChannelKind | None, *, everything: bool) -> None:
        """Show the fields where the channel's kind uses them; without ``everything`` those that say something."""
        says = [everything or bool(field.value() or field.problem()) for field in self.fields]
        for field, shown in zip(self.fields, says, strict=True):
            field.setVisible(shown)
        self.setVisible(self.used_by(kind) and any(says))
