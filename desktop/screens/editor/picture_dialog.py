"""Editing one picture: what is seen is made on a worker at every step; what comes of it is another picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Slot
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from db.domain.errors import DeskError
from db.domain.settings import keeps_originals, picture_edge
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.field import leave_wheel
from desktop.kit.sentences import sentence
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme, mark
from desktop.screens.editor.picture_canvas import PictureCanvas

if TYPE_CHECKING:
    from PIL.Image import Image
    from sqlalchemy import Connection

    from db.actions.assets import NewAsset
    from db.store.assets import AssetRow
    from db.store.unit import Unit
    from desktop.intake.pictures_edit import Box, Change, Seen

translate = QCoreApplication.translate
SHOWN = 1400  # pixels of what the screen shows
LEAST = 64  # pixels of the longer side


@dataclass(frozen=True, slots=True)
class _Standing:
    """How the newsroom keeps the picture that is edited."""

    original: str  # digest, empty where none is kept
    edge: int
    keeps: bool  # originals of what is made now


class PictureDialog(ConfirmDialog):
    """``digest`` is that of the new picture once the dialog was accepted with changes, else empty."""

    def __init__(self, tasks: Tasks, theme: Theme, digest: str, parent: QWidget | None = None) -> None:
        words = translate("PictureDialog", "改好的图片换下正文里的这一张；已经发布的网页不变。")
        title, done = translate("PictureDialog", "编辑图片"), translate("PictureDialog", "完成")
        super().__init__(title, words, done, parent=parent)
        self._tasks = tasks
        self._picture: Image | None = None  # as the record has it
        self._known: AssetRow | None = None
        self._changes: list[Change] = []
        self._tried: list[Change] = []  # what is being made now
        self._standing: _Standing | None = None
        self._anew = False  # begun again from the original
        self._busy = True
        self._edited, self.digest = digest, ""
        self.canvas = PictureCanvas(theme)
        self.canvas.selected.connect(self._on_selected)
        self.ratio = QComboBox()
        for words, ratio in ((self.tr("自由"), 0.0), ("16:9", 16 / 9), ("4:3", 4 / 3), ("1:1", 1.0)):
            self.ratio.addItem(words, ratio)
        self.ratio.setAccessibleName(self.tr("选区比例"))
        leave_wheel(self.ratio)
        self.ratio.currentIndexChanged.connect(self._on_ratio)
        self.edge = QSpinBox()
        self.edge.setAccessibleName(self.tr("长边，像素"))
        leave_wheel(self.edge)
        self.edge.lineEdit().setTextMargins(8, 0, 0, 0)  # a style sheet does not reach it
        self.edge.setSuffix(self.tr(" 像素"))
        self.crop = self._button(self.tr("裁剪"), self.tr("只留选区里的画面"), self._crop)
        self.mosaic = self._button(self.tr("马赛克"), self.tr("盖住选区里的人脸、车牌，不能再还原"), self._mosaic)
        self.left = self._button(self.tr("向左转"), self.tr("逆时针转 90 度"), partial(self._turn, False))
        self.right = self._button(self.tr("向右转"), self.tr("顺时针转 90 度"), partial(self._turn, True))
        self.shrink = self._button(self.tr("缩小"), self.tr("把长边缩到左边的像素数"), self._shrink)
        self.undo = self._button(self.tr("撤销"), self.tr("撤销上一步（Ctrl+Z）"), self._undo)
        self.reset = self._button(self.tr("还原"), self.tr("回到打开时的样子"), self._reset)
        self.anew = self._button(
            self.tr("从原图重新裁剪"), self.tr("换成当初的完整画面；这张图上的裁剪和马赛克都不带过去"), self._begin_anew
        )
        self.anew.hide()
        self.tied = QCheckBox(self.tr("打了马赛克也连着原图，以后还能从没有遮盖的画面重新裁剪"))
        self.tied.hide()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        self.size_words, self.said = QLabel(), QLabel()
        self.said.setWordWrap(True)
        self._lay_out()
        self._say(self.tr("正在打开图片…"))
        self._enable()
        self._load(digest)
        self.canvas.setFocus()

    def _button(self, words: str, hint: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(hint)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: run())
        return button

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for widget in (QLabel(self.tr("选区")), self.ratio, self.crop, self.mosaic):
            above.addWidget(widget)
        above.addSpacing(16)
        for widget in (self.left, self.right):
            above.addWidget(widget)
        above.addStretch(1)
        for widget in (self.undo, self.reset, self.anew):
            above.addWidget(widget)
        for sizing in (QLabel(self.tr("长边")), self.edge, self.shrink):
            below.addWidget(sizing)
        below.addStretch(1)
        below.addWidget(self.size_words)
        mark(self.size_words, "tint", "soft")
        for row in (above, below):
            self.inside.addLayout(row)
        self.inside.insertWidget(1, self.canvas, 1)
        self.inside.addWidget(self.tied)
        self.inside.addWidget(self.said)
        self.give_room_inside()
        self.resize(900, 700)

    # making

    def _load(self, digest: str) -> None:
        files = self._tasks.store.files

        def loading(connection: Connection) -> tuple[AssetRow, _Standing, Image, Seen]:
            from db.store import assets, settings  # noqa: PLC0415  # SQLAlchemy stays out of start-up
            from desktop.intake.pictures_edit import read_kept, seen  # noqa: PLC0415  # Pillow too

            known, first = assets.get(connection, digest), assets.original(connection, digest)
            stored = settings.every(connection)
            standing = _Standing(first.digest if first else "", picture_edge(stored), keeps_originals(stored))
            picture = read_kept(assets.data(connection, digest, files), known.name)
            return known, standing, picture, seen(picture, SHOWN)

        self._tasks.read(self, loading, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: tuple[AssetRow, _Standing, Image, Seen]) -> None:
        self._known, self._standing, self._picture, shown = found
        self.anew.setVisible(bool(self._standing.original))
        self._show(shown)

    def _begin_anew(self) -> None:
        """Take the original in the place of the picture: what is done to it now makes the picture."""
        standing, known, files = self._standing, self._known, self._tasks.store.files
        if self._busy or standing is None or known is None:
            return

        def loading(connection: Connection) -> tuple[Image, Seen]:
            from db.store import assets  # noqa: PLC0415  # SQLAlchemy stays out of start-up
            from desktop.intake.pictures_edit import read_kept, seen  # noqa: PLC0415  # Pillow too

            picture = read_kept(assets.data(connection, standing.original, files), known.name)
            return picture, seen(picture, SHOWN)

        self._busy = True
        self._enable()
        self._tasks.read(self, loading, self._on_begun_anew, self._on_failed)

    def _on_begun_anew(self, found: tuple[Image, Seen]) -> None:
        self._picture, shown = found
        self._changes, self._anew = [], True
        self._show(shown)
        self._say(self.tr("这是当初的完整画面，没有裁剪，也没有马赛克。需要遮盖的请重新遮盖。"))
        self.canvas.setFocus()

    def _try(self, changes: list[Change]) -> None:
        """Show what these changes make of the picture; they hold once that could be made."""
        picture = self._picture
        if self._busy or picture is None:
            return

        def making(_connection: object) -> Seen:
            from desktop.intake.pictures_edit import changed, seen  # noqa: PLC0415  # Pillow stays out of start-up

            return seen(changed(picture, changes), SHOWN)

        self._tried, self._busy = changes, True
        self._enable()
        self._tasks.read(self, making, self._on_made, self._on_failed)

    def _on_made(self, shown: Seen) -> None:
        self._changes = self._tried
        self._show(shown)

    def _show(self, shown: Seen) -> None:
        width, height = shown.shown
        image = QImage(shown.pixels, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
        self._busy = False
        self.canvas.show_picture(image, QSize(*shown.size))
        longest = max(shown.size)
        self.edge.setRange(min(LEAST, longest), longest)
        self.edge.setValue(longest)
        words = self.tr("{width} × {height} 像素")
        self.size_words.setText(words.format(width=shown.size[0], height=shown.size[1]))
        self._say(self.tr("在图片上拖出选区，再按“裁剪”或“马赛克”。"))
        self._tell_of_mosaic()
        self._enable()

    def _masked(self) -> bool:
        from desktop.intake.pictures_edit import Mosaic  # noqa: PLC0415  # Pillow stays out of start-up

        return any(isinstance(change, Mosaic) for change in self._changes)

    def _tell_of_mosaic(self) -> None:
        """Where originals are kept, say what becomes of the one whose faces are masked; by itself it is let go."""
        asked = self._masked() and self._standing is not None and self._standing.keeps
        self.tied.setVisible(asked)
        if not asked:
            self.tied.setChecked(False)
            return
        self._say(self.tr("打了马赛克的图片不再连着原图。没有遮盖的画面还在采编库里，不上网站；要连着，请勾选上一行。"))

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._enable()
        if isinstance(error, DeskError):
            self._say(sentence(error), wrong=True)
        elif isinstance(error, MemoryError):
            self._say(self.tr("内存不够，这一步没有做。图片没有变。"), wrong=True)
        else:
            self._say(self.tr("这一步没有做成，图片没有变。"), wrong=True)
            self._tasks.failed.emit(error)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        mark(self.said, "tint", "wrong" if wrong else "soft")
        self.said.setText(words)

    # the steps

    def _box(self) -> Box:
        chosen = self.canvas.selection
        return chosen.x(), chosen.y(), chosen.x() + chosen.width(), chosen.y() + chosen.height()

    def _crop(self) -> None:
        from desktop.intake.pictures_edit import Crop  # noqa: PLC0415  # Pillow stays out of start-up

        self._try([*self._changes, Crop(self._box())])

    def _mosaic(self) -> None:
        from desktop.intake.pictures_edit import Mosaic  # noqa: PLC0415  # Pillow stays out of start-up

        self._try([*self._changes, Mosaic(self._box())])

    def _turn(self, clockwise: bool) -> None:
        from desktop.intake.pictures_edit import Turn  # noqa: PLC0415  # Pillow stays out of start-up

        self._try([*self._changes, Turn(clockwise)])

    def _shrink(self) -> None:
        from desktop.intake.pictures_edit import Resize  # noqa: PLC0415  # Pillow stays out of start-up

        self._try([*self._changes, Resize(self.edge.value())])

    def _undo(self) -> None:
        if self._changes:
            self._try(self._changes[:-1])

    def _reset(self) -> None:
        self._try([])

    @Slot()
    def _on_ratio(self) -> None:
        self.canvas.set_ratio(float(self.ratio.currentData()))

    @Slot()
    def _on_selected(self) -> None:
        chosen = self.canvas.selection
        if not chosen.isEmpty():
            words = self.tr("选区 {width} × {height} 像素")
            self._say(words.format(width=chosen.width(), height=chosen.height()))
        self._enable()

    def _enable(self) -> None:
        ready = not self._busy and self._picture is not None
        chosen = ready and not self.canvas.selection.isEmpty()
        for button in (self.crop, self.mosaic):
            button.setEnabled(chosen)
        for widget in (self.left, self.right, self.ratio, self.edge, self.shrink, self.accept_button):
            widget.setEnabled(ready)
        for button in (self.undo, self.reset):
            button.setEnabled(ready and bool(self._changes))
        self.anew.setEnabled(ready and not self._anew)

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        """Keep the new picture in the record first; the dialog stays until it is there."""
        picture, known, standing, changes = self._picture, self._known, self._standing, self._changes
        if self._busy or picture is None or known is None or standing is None:
            return
        anew = self._anew
        if not changes and not anew:
            super().reject()
            return

        def making(_connection: object) -> NewAsset:
            from desktop.intake.pictures_edit import Resize, changed, made_anew  # noqa: PLC0415  # Pillow stays out

            limit = [Resize(standing.edge)] if anew else []
            return made_anew(changed(picture, [*changes, *limit]), known.name, known.rights)

        self._busy = True
        self._enable()
        self._say(self.tr("正在保存图片…"))
        self._tasks.read(self, making, self._keep, self._on_failed)

    def _keep(self, new: NewAsset) -> None:
        edited, tied = self._edited, self.tied.isChecked() or not self._masked()

        def keeping(unit: Unit) -> str:
            from db.actions import assets  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return assets.add_changed(unit, new, edited, tied=tied)

        self._tasks.change(self, keeping, self._on_kept, self._on_failed)

    def _on_kept(self, digest: str) -> None:
        self.digest = digest
        super().accept()
