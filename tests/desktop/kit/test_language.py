"""The window speaks Chinese or English, Qt's own dialogs too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox

from db.domain.errors import BadValue, NotAllowed, WrongStage
from desktop.kit.language import ENVIRONMENT, Language, language_of
from desktop.kit.sentences import sentence
from desktop.kit.wording import level_name, listed


@pytest.fixture(autouse=True)
def no_environment(monkeypatch):
    monkeypatch.delenv(ENVIRONMENT, raising=False)


def buttons(qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    return [button.text().replace("&", "") for button in box.buttons()]


def test_chinese_is_spoken_by_qt_too(qtbot, speaking):
    assert speaking("zh_CN") is Language.CHINESE
    assert set(buttons(qtbot)) == {"保存", "取消"}
    assert QLocale().language() is QLocale.Language.Chinese
    assert QCoreApplication.translate("Sentences", "送审") == "送审"


def test_english_is_spoken_by_all(qtbot, speaking):
    speaking("zh_CN")
    assert speaking("en") is Language.ENGLISH
    assert set(buttons(qtbot)) == {"Save", "Cancel"}
    assert level_name(1, 2) == "First review"
    assert listed(["Lin Xiao", "Zhou Min"]) == "Lin Xiao, Zhou Min"
    assert sentence(WrongStage("submit", "review")).startswith(
        "The article is “in review” now, so you cannot submit it."
    )
    assert sentence(NotAllowed("approve", "author")).startswith("You cannot approve it; nothing was changed. You wrote")
    assert sentence(BadValue("title", "empty")) == (
        "Headline must not be empty: please fill it in. Everything else is kept."
    )


def test_the_environment_stands_above_the_choice(monkeypatch):
    assert language_of("zh_CN") is Language.CHINESE
    monkeypatch.setenv(ENVIRONMENT, "en")
    assert language_of("zh_CN") is Language.ENGLISH
    monkeypatch.setenv(ENVIRONMENT, "klingon")
    assert language_of("zh_CN") is Language.CHINESE


@pytest.mark.parametrize("chosen", ["system", "", "klingon"])
def test_without_a_choice_it_is_one_of_the_two(chosen):
    assert language_of(chosen) in (Language.CHINESE, Language.ENGLISH)
