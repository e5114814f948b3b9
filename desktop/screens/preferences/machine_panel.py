"""本机: what this computer's window looks like and speaks. Applied as soon as it is chosen; open to everybody."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.kit.forms import ChoiceField
from desktop.kit.language import Language
from desktop.kit.theme import Mode, Surface, Theme, lay, scaled


class MachinePanel(QWidget):
    """The tab.

    Signals:
        language_chosen: the window is to speak another language (Language).
        mode_chosen: another look was chosen (Mode).
    """

    language_chosen = Signal(object)
    mode_chosen = Signal(object)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        lay(self, Surface.PAPER)
        title = QLabel(self.tr("这台电脑上的采编台"))
        title.setFont(scaled(self.font(), 1.2, bold=True))
        self.language = ChoiceField(
            self.tr("界面语言（Language）"),
            [
                (Language.SYSTEM, self.tr("随系统")),
                (Language.CHINESE, QLocale(Language.CHINESE).nativeLanguageName()),  # found by who reads no other
                (Language.ENGLISH, "English"),
            ],
            self.tr("选好就换。稿件和网站的语言不受影响"),
        )
        self.language.set_value(language)
        self.language.edited.connect(self._on_language)
        self.mode = ChoiceField(
            self.tr("界面明暗"),
            [(Mode.SYSTEM, self.tr("随系统")), (Mode.LIGHT, self.tr("浅色")), (Mode.DARK, self.tr("深色"))],
        )
        self.mode.edited.connect(self._on_mode)
        fields = QWidget()
        fields.setMaximumWidth(420)
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.language)
        column.addWidget(self.mode)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(14)
        layout.addWidget(title)
        layout.addWidget(fields)
        layout.addStretch(1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def refresh(self) -> None:
        """Show what holds now; it may have been changed from the menu."""
        self._on_theme_changed()

    @Slot()
    def _on_language(self) -> None:
        self.language_chosen.emit(self.language.value())

    @Slot()
    def _on_mode(self) -> None:
        self.mode_chosen.emit(self.mode.value())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.mode.set_value(self._theme.mode)
