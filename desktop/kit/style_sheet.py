"""The style sheet: only what the palette cannot say, as one text with the theme's colours put in."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from string import Template

from desktop.kit.colours import Colours

_SHEET = Template("""
QWidget[surface="side"] { background: $side; }
QWidget[surface="list"] { background: $list; }
QWidget[surface="paper"] { background: $paper; }
QWidget[surface="card"] { background: $raised; border: 1px solid $line; border-radius: 6px; }
QFrame[tone] { border: none; border-radius: 4px; border-left: 3px solid $control_line; background: $plain_soft; }
QFrame[tone="ok"] { border-left-color: $ok; background: $ok_soft; }
QFrame[tone="wait"] { border-left-color: $warning_wave; background: $wait_soft; }
QFrame[tone="returned"] { border-left-color: $error_wave; background: $returned_soft; }
QFrame[tone="live"] { border-left-color: $live; background: $live_soft; }
QToolTip { background: $raised; color: $ink; border: 1px solid $control_line; padding: 4px 6px; }

QPushButton { background: $raised; color: $ink; border: 1px solid $control_line; border-radius: 6px;
    padding: 5px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $control_line; border-color: $line; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="approve"] { background: $ok; color: $on_ok; border-color: $ok; font-weight: 600; }
QPushButton[kind="approve"]:hover { background: $ok_hover; }
QPushButton[kind="danger"] { color: $returned; border-color: $returned; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $live; padding: 5px 8px; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind]:disabled { background: $plain_soft; color: $control_line; border-color: $line; }
QPushButton[kind]:focus { border: 2px solid $focus; }
QPushButton[kind="primary"]:focus, QPushButton[kind="approve"]:focus { border: 2px solid $ink; }
QPushButton[kind="quiet"]:focus { padding: 4px 7px; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent; border-radius: 5px;
    padding: 4px 6px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $plain_soft; }
QToolButton:disabled { color: $control_line; }
QToolButton:focus { border-color: $focus; }
QToolButton[chip="true"] { background: $plain_soft; padding: 2px 6px; }
QToolButton[chip="true"]:focus { border: 2px solid $focus; padding: 1px 5px; }
QToolButton::menu-indicator { image: none; }
QToolButton::menu-button { border: none; }

QLineEdit, QPlainTextEdit, QTextEdit[field="true"], QComboBox, QAbstractSpinBox, QFrame[field="true"] {
    background: $paper; color: $ink; border: 1px solid $control_line; border-radius: 6px; padding: 5px 8px;
    selection-background-color: $selection; selection-color: $ink; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit[field="true"]:focus, QComboBox:focus, QAbstractSpinBox:focus,
QFrame[field="true"][inside="true"] { border: 2px solid $focus; padding: 4px 7px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], QFrame[field="true"][wrong="true"] {
    border-color: $returned; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $control_line; border-color: $line; }
QLineEdit[still="true"], QPlainTextEdit[still="true"], QComboBox[still="true"], QComboBox[still="true"]:disabled,
QFrame[field="true"][still="true"] { background: transparent; color: $ink; border-color: $line; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: none; padding: 1px; background: transparent; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url("$icons/down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView, QListView#completion { background: $raised;
    border: 1px solid $control_line; outline: 0; padding: 4px; }
QListView#completion { padding: 0; }
QComboBox QAbstractItemView::item, QListView#completion::item { padding: 5px 8px; color: $ink; }
QComboBox QAbstractItemView::item:selected, QListView#completion::item:selected { background: $selection; color: $ink; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; }
QAbstractSpinBox::up-arrow { image: url("$icons/up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$icons/down.svg"); width: 10px; height: 10px; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: 14px; height: 14px; border: 1px solid $control_line; border-radius: 3px; background: $paper; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    border-color: $accent; background: $accent; image: url("$icons/check-$theme.svg"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus; width: 12px; height: 12px; }
QRadioButton::indicator { border-radius: 8px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $plain_soft; }
QCheckBox::indicator:checked:disabled { border-color: $control_line; background: $control_line; }
QCheckBox:focus, QRadioButton:focus { color: $focus; }
QTextBrowser { border: none; }

QPushButton, QToolButton { outline: 0; }
QAbstractItemView { border: none; outline: 0; selection-background-color: $selection; selection-color: $ink; }
QHeaderView::section { background: $list; color: $ink_soft; border: none; border-bottom: 1px solid $line;
    padding: 6px 3px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab { color: $ink_soft; background: transparent; padding: 8px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; font-weight: 600; border-bottom-color: $accent; }
QTabBar::tab:hover:!selected { background: $hover; }
QTabBar::tab:focus { color: $focus; }
QTabWidget[strip="inspector"] QTabBar::tab { padding: 8px 7px; }
QTabBar[strip="articles"] { background: $side; }
QTabBar[strip="articles"]::tab { padding: 7px 4px 7px 12px; border-right: 1px solid $line;
    border-bottom: 1px solid $line; }
QTabBar[strip="articles"]::tab:selected { background: $paper; font-weight: normal; border-bottom-color: $paper; }
QTabBar[strip="articles"] QToolButton { border: none; border-radius: 4px; padding: 2px 5px; color: $ink_soft;
    background: transparent; }
QTabBar[strip="articles"] QToolButton:hover { background: $hover; color: $ink; }

QMenuBar { background: $paper; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; color: $ink; border: 1px solid $control_line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selection; color: $ink; }
QMenu::item:disabled { color: $control_line; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control_line; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:hover { background: $ink_soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QProgressBar { background: $plain_soft; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QStatusBar { background: $side; color: $ink_soft; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QLabel[tint="soft"] { color: $ink_soft; }
QLabel[tint="wrong"] { color: $returned; }
QLabel[tint="accent"] { color: $accent; }
""")


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of a theme."""
    return _SHEET.substitute(asdict(colours), icons=_folder(), theme="dark" if colours.dark else "light")


def _folder() -> str:
    return str(files("resources") / "icons").replace("\\", "/")
