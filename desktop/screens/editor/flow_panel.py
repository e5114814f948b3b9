"""流程: what happened to an article, step by step, and where it is now."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from db.domain.amendment import Answer
from db.domain.workflow import Stage
from desktop.kit.colours import Tone
from desktop.kit.theme import Theme
from desktop.kit.times import local_time
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
        counted = {row.id: row.n for row in opened.revisions}
        lines: list[str] = []
        for event in opened.events:
            if event.verb not in table or event.facts.get("kind") in ("submit", "amend", "confirm"):
                continue  # a revision that a step made is told by the step itself
            word, tone = table[event.verb]
            remark, by = "", event.by
            if event.facts.get("decision") in decisions:
                decision = decisions[event.facts["decision"]]  # type: ignore[index]  # facts are of any kind
                level = level_name(decision.level, max(opened.levels(), decision.level))
                word = self.tr("{level}{step}").format(level=level, step=word)
                if decision.instead_of:
                    by = self.tr("{by} 代 {name}").format(by=by, name=decision.instead_of)
                remark = decision.opinion
                if decision.batch:
                    remark = self.tr("与另外 {n} 篇成批通过").format(n=decision.batch - 1)
                remark = "\n".join(filter(None, (remark, _checked(event.facts))))
                remark += self.tr("（已失效）") if decision.lapsed and event.verb != "return" else ""
            elif event.facts.get("reason") and event.verb != "confirm":
                remark = str(event.facts["reason"])
            elif event.verb == "schedule":
                remark = local_time(str(event.facts.get("at", "")))
            elif event.verb == "hand_over":
                remark = self.tr("转交给{name}").format(name=event.facts.get("to_name", ""))
            elif event.verb == "confirm":
                word, remark = self._confirmed(event.facts)
            if event.verb in ("submit", "amend", "approve", "return") and event.facts.get("revision") in counted:
                word = self.tr("{step}第 {n} 稿").format(step=word, n=counted[event.facts["revision"]])  # type: ignore[index]
            ink = colours.tone(tone)[0]
            below = "<br>" + escape(remark).replace("\n", "<br>") if remark else ""
            lines.append(
                f'<p style="margin: 0 0 12px 0; line-height: 150%;"><span style="color: {ink};">● '
                f"<b>{escape(word)}</b></span> · {escape(by)}<br>"
                f'<span style="color: {colours.ink_soft};">{escape(local_time(event.at))}{below}</span></p>'
            )
        word, tone = stage_words(opened)
        now = self.tr("现在：{stage}").format(stage=word)
        lines.append(f'<p style="color: {colours.tone(tone)[0]};">○ {escape(now)}</p>{self._awaited(opened)}')
        self.setHtml("".join(lines))

    def _confirmed(self, facts: Mapping[str, object]) -> tuple[str, str]:
        """Return what became of an amendment, and how much of it stands or why none does."""
        if facts.get("answer") == Answer.TAKEN_BACK:
            return self.tr("收回审改"), ""
        if facts.get("answer") == Answer.REJECT:
            return self.tr("不采纳审改"), str(facts.get("reason", ""))
        words = self.tr("采纳 {a} 处，共 {n} 处").format(a=facts.get("accepted", 0), n=facts.get("changes", 0))
        return self.tr("确认审改"), words

    def _awaited(self, opened: Opened) -> str:
        """Say who may decide now; a level that nobody is left for would wait for ever."""
        if opened.stage is not Stage.REVIEW:
            return ""
        colours = self._theme.colours
        if opened.amendment is not None:
            draft = opened.article.draft if opened.article else None
            names = [name for name in (draft.editors if draft else ()) if name != opened.amendment.by]
            words, ink = self.tr("等编辑确认审改：{names}").format(names=listed(names)), colours.ink_soft
        elif opened.deciders:
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
