"""Light and dark: palette, style sheet and fonts over Fusion, following the system unless told otherwise."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.kit.colours import DARK, LIGHT, Colours
from desktop.kit.style_sheet import style_sheet

ARTICLE_FAMILIES = ("Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "SimSun", "serif")
# behind the system's own family, for the Chinese that it lacks
INTERFACE_FAMILIES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")
ARTICLE_PIXELS = 17
ARTICLE_LINE_HEIGHT = 1.9  # of the font size, as on the page; Qt's own per cent are of the font's taller line

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


class Mode(Enum):
    """What the person chose in the preferences."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ButtonKind(Enum):
    """How much a button asks to be pressed: one PRIMARY a screen."""

    PRIMARY = "primary"
    APPROVE = "approve"
    DANGER = "danger"
    QUIET = "quiet"


class Surface(Enum):
    """What a panel lies on."""

    SIDE = "side"
    LIST = "list"
    PAPER = "paper"
    CARD = "card"


class Theme(QObject):
    """The look of the application.

    Signals:
        changed: the colours are others now (Colours): paint again, ask for icons again.
    """

    changed = Signal(object)

    def __init__(self, mode: Mode = Mode.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self._app: QApplication | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._colours = self._chosen()

    @property
    def colours(self) -> Colours:
        return self._colours

    @property
    def mode(self) -> Mode:
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Follow the system or hold one of the two."""
        self._mode = mode
        self._refresh()

    def apply(self, app: QApplication) -> None:
        """Dress the application; called once, before the first window is made."""
        self._app = app
        app.setStyle("Fusion")
        app.setFont(interface_font())
        self._dress()

    def _chosen(self) -> Colours:
        if self._mode is Mode.SYSTEM:
            return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode is Mode.DARK else LIGHT

    @Slot()
    def _on_system_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._chosen()
        if chosen is self._colours:
            return
        self._colours = chosen
        self._dress()
        self.changed.emit(chosen)

    def _dress(self) -> None:
        # setColorScheme does nothing on several platforms, so the palette is our own
        if self._app is not None:
            self._app.setPalette(palette(self._colours))
            self._app.setStyleSheet(style_sheet(self._colours))


def interface_font() -> QFont:
    """The system's sans at the system's size, with Simplified Chinese shapes where it has no Chinese of its own."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setFamilies([*font.families(), *INTERFACE_FAMILIES])
    return font


def article_font(pixels: int = ARTICLE_PIXELS) -> QFont:
    """The serif that articles are read and written in."""
    font = QFont()
    font.setFamilies(list(ARTICLE_FAMILIES))
    font.setPixelSize(pixels)
    return font


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A font of the same family, larger or smaller, whether its size is in points or in pixels."""
    other = QFont(font)
    if font.pointSizeF() > 0:
        other.setPointSizeF(font.pointSizeF() * factor)
    else:
        other.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if bold:
        other.setWeight(QFont.Weight.DemiBold)
    return other


def dress(button: QPushButton, kind: ButtonKind) -> None:
    """Give a button its kind."""
    mark(button, "kind", kind.value)


def lay(widget: QWidget, surface: Surface) -> None:
    """Give a panel its ground."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    mark(widget, "surface", surface.value)


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks about, and let the widget be styled again if it is another."""
    if widget.property(name) == value:  # styling is dear: a form marks a hundred fields when it is filled
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(colours: Colours) -> QPalette:
    """The colours as Qt's roles, for everything that no style sheet reaches."""
    made = QPalette()
    roles = {
        _Role.Window: colours.list,
        _Role.WindowText: colours.ink,
        _Role.Base: colours.paper,
        _Role.AlternateBase: colours.list,
        _Role.Text: colours.ink,
        _Role.Button: colours.raised,
        _Role.ButtonText: colours.ink,
        _Role.BrightText: colours.returned,
        _Role.ToolTipBase: colours.raised,
        _Role.ToolTipText: colours.ink,
        _Role.PlaceholderText: colours.ink_soft,
        _Role.Link: colours.live,
        _Role.LinkVisited: colours.live,
        _Role.Highlight: colours.selection,
        _Role.HighlightedText: colours.ink,
        _Role.Accent: colours.accent,
        _Role.Light: colours.raised,
        _Role.Midlight: colours.hover,
        _Role.Mid: colours.line,
        _Role.Dark: colours.control_line,
        _Role.Shadow: colours.line,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(_Group.Disabled, role, QColor(colours.control_line))
    return made
