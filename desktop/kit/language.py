"""The language of the window: Chinese, in which it is written, or English; the system's unless told otherwise."""

from __future__ import annotations

import os
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.paths import resources

ENVIRONMENT = "CAIBIAN_LANGUAGE"  # stands above what was chosen in the preferences


class Language(StrEnum):
    """What can be chosen; each value but the first is the name of its translation."""

    SYSTEM = "system"
    CHINESE = "zh_CN"
    ENGLISH = "en"


def language_of(chosen: str) -> Language:
    """Return the language that is meant: Chinese or English, never SYSTEM. What nobody knows counts as the system's."""
    known = {language.value: language for language in Language}
    for word in (os.environ.get(ENVIRONMENT, ""), chosen):
        language = known.get(word, Language.SYSTEM)
        if language is not Language.SYSTEM:
            return language
    system = QLocale.system().uiLanguages()[0] if QLocale.system().uiLanguages() else "C"
    return Language.CHINESE if system.startswith("zh") or system in ("C", "POSIX") else Language.ENGLISH


def speak(app: QCoreApplication, chosen: str) -> Language:
    """Let the window and Qt's own dialogs speak the language that is meant; return it.

    Widgets that stand already keep the words they have.
    """
    language = language_of(chosen)
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    if language is Language.CHINESE:
        QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        _install(app, "qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    else:
        QLocale.setDefault(QLocale(QLocale.Language.English))
        _install(app, "caibian_en", str(resources() / "i18n"))
    return language


def _install(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
