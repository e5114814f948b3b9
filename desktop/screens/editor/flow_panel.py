"""流程: what happened to an article, step by step, and where it is now."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from db.domain.workflow import Stage
from desktop.kit.colours import Tone
from desktop.kit.sentences import local_time
from desktop.kit.theme import Theme
from desktop.kit.wording import level_name, listed
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.reading import PlainBrowser
from desktop.screens.editor.words import event_words, stage_words


def _checked(facts: Mapping[str, object]) -> str:
    """Return what an approval says of the facts of its text."""
    told = facts.get("facts")
    if not isinstance(told, Mapping) or not told.get("of"):
        return ""
    return QCoreApplication.translate("FlowPanel", "事实已核对 {n} / {of}").format(n=told["checked"], of=told["of"])


class FlowPanel(PlainBrowser):
    """A timeline to read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._opened: Opened | None = None
        self.document().setDocumentMargin(12)
        self.setAccessibleName(self.tr("流程"))
        theme.changed.connect(self._on_theme_changed)

    def show_article(self, opened: Opened) -> None:
        self._opened = opened
        self._draw(opened)

    def _draw(self, opened: Opened) -> None:
        colours, table = self._theme.colours, event_words()
        decisions = {decision.id: decision for decision in opened.decisions}
        lines: list[str] = []
        for event in opened.events:
            if event.verb not in table or event.facts.get("kind") == "submit":
                continue  # a revision that was made by submitting is told by the step itself
            word, tone = table[event.verb]
            remark = ""
            if event.facts.get("decision") in decisions:
                decision = decisions[event.facts["decision"]]  # type: ignore[index]  # facts are of any kind
                level = level_name(decision.level, max(opened.levels(), decision.level))
                word = self.tr("{level}{step}").format(level=level, step=word)
                remark = decision.opinion
                remark = "\n".join(filter(None, (remark, _checked(event.facts))))
                remark += self.tr("（已失效）") if decision.lapsed and event.verb != "return" else ""
            elif event.facts.get("reason"):
                remark = str(event.facts["reason"])
            elif event.verb == "schedule":
                remark = local_time(str(event.facts.get("at", "")))
            ink = colours.tone(tone)[0]
            below = "<br>" + escape(remark).replace("\n", "<br>") if remark else ""
            lines.append(
                f'<p style="margin: 0 0 12px 0; line-height: 150%;"><span style="color: {ink};">● '
                f"<b>{escape(word)}</b></span> · {escape(event.by)}<br>"
                f'<span style="color: {colours.ink_soft};">{escape(local_time(event.at))}{below}</span></p>'
            )
        word, tone = stage_words(opened)
        now = self.tr("现在：{stage}").format(stage=word)
        lines.append(f'<p style="color: {colours.tone(tone)[0]};">○ {escape(now)}</p>{self._awaited(opened)}')
        self.setHtml("".join(lines))

    def _awaited(self, opened: Opened) -> str:
        """Say who may decide now; a level that nobody is left for would wait for ever."""
        if opened.stage is not Stage.REVIEW:
            return ""
        colours = self._theme.colours
        if opened.deciders:
            words, ink = self.tr("可以审的人：{names}").format(names=listed(opened.deciders)), colours.ink_soft
        else:
            words = self.tr(
                "没有人可以审这一级：写过这篇稿、审过别的级的人都不能再审。请管理员让另一位同事也能审这一级。"
            )
            ink = colours.tone(Tone.RETURNED)[0]
        return f'<p style="color: {ink}; line-height: 150%;">{escape(words)}</p>'

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._opened is not None:
            self._draw(self._opened)
