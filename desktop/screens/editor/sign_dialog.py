"""特殊符号: chosen from groups, those used last first, or found by name or pinyin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QDialog, QTabBar, QWidget

from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.pick_list import PickList
from desktop.kit.pinyin import fit
from desktop.screens.editor.body import Body
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.signs import Sign, signs

translate = QCoreApplication.translate

RECENT = 12  # signs that are offered first
_SHOWN = {"\u3000": "□", "\u00a0": "␣"}  # what would not be seen


class SignDialog(ConfirmDialog):
    """Shows the signs; the chosen one is asked for when it was accepted."""

    def __init__(self, recent: Sequence[str], parent: QWidget | None = None) -> None:
        title, accept = translate("SignDialog", "特殊符号"), translate("SignDialog", "插入")
        super().__init__(title, "", accept, parent=parent)
        known = {sign.text: sign for sign in signs()}
        self._all = [*known.values()]
        self._recent = [known[text] for text in recent if text in known]
        self.picks = PickList(self.tr("符号"), self.tr("名称或拼音首字母，如 ssd"))
        self.groups = QTabBar()
        self.groups.setAccessibleName(self.tr("分组"))
        self.groups.setExpanding(False)
        for name in (self.tr("常用"), *dict.fromkeys(sign.group for sign in self._all)):
            self.groups.addTab(name)
        self.inside.addWidget(self.groups)
        self.inside.addWidget(self.picks, 1)
        self.give_room_inside()
        self.resize(560, 520)
        self.groups.currentChanged.connect(self._show)
        self.picks.typed.connect(self._show)
        self.picks.taken.connect(self.accept)
        self.picks.setFocus()
        self._show()

    def chosen(self) -> str:
        return self.picks.chosen() or ""

    @Slot()
    def _show(self) -> None:
        query = self.picks.query()
        self.picks.show_rows([(sign.text, self._words(sign)) for sign in self._found(query)])

    def _found(self, query: str) -> Sequence[Sign]:
        """What is typed is looked for in all groups; else the group is shown, the first of them what was used last."""
        if query:
            ranked = [(max(fit(query, sign.name), 1000 * (query == sign.text)), sign)
                      for sign in self._all]  # fmt: skip
            return [sign for rank, sign in sorted(ranked, key=lambda pair: -pair[0]) if rank]
        group = self.groups.tabText(self.groups.currentIndex())
        if self.groups.currentIndex():
            return [sign for sign in self._all if sign.group == group]
        return [*self._recent, *(sign for sign in self._all if sign not in self._recent)]

    def _words(self, sign: Sign) -> str:
        return self.tr("{sign}　{name}").format(sign=_SHOWN.get(sign.text, sign.text), name=sign.name)


class SignCommand(QObject):
    """Registers the command; what was used last is remembered."""

    def __init__(
        self, commands: Commands, body: Body, composition: Composition, may_write: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(window)
        self._body, self._composition, self._window = body, composition, window
        commands.add(
            Command(
                "text.sign", self.tr("特殊符号…"), self._choose, "Ctrl+Alt+Y", ("sign", "symbol"), enabled=may_write,
                hint=self.tr("键盘上没有的符号：℃、㎡、〔〕、①"),
            )
        )  # fmt: skip

    def _choose(self) -> None:
        self._composition.finish()
        dialog = SignDialog(self._body.recent_signs(), self._window)
        sign = dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else ""
        dialog.deleteLater()
        editor = self._body.editor
        editor.setFocus()
        if not sign or editor.isReadOnly():
            return
        self._body.remember_signs([sign, *(text for text in self._body.recent_signs() if text != sign)][:RECENT])
        typed = QInputMethodEvent()  # as an input method would: bold stays bold, a picture makes room
        typed.setCommitString(sign)
        QCoreApplication.sendEvent(editor, typed)
