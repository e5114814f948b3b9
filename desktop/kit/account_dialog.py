"""What is said of a correction or a withdrawal: its kind, why, and 更正说明 for readers if they are to get one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QDialog, QWidget

from db.domain.release import Account, WithdrawReason
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.forms import ChoiceField, TextField

translate = QCoreApplication.translate


def reason_names() -> Mapping[str, str]:
    """Return what each kind of reason is called."""
    return {
        WithdrawReason.TYPO: translate("Accounts", "错别字"),
        WithdrawReason.FACT: translate("Accounts", "事实错误"),
        WithdrawReason.SOURCE: translate("Accounts", "来源要求"),
        WithdrawReason.OTHER: translate("Accounts", "其他"),
    }


def ask_correction(parent: QWidget, title: str) -> Account | None:
    """Ask before a correction is published; None when the person thought better of it."""
    asked = translate("Accounts", "签发《{title}》的更正？").format(title=title)
    words = translate("Accounts", "网站下次更新时换成更正后的一稿，更正前的一稿留在记录里。类别和原因不公开。")
    return _asked(AccountDialog(asked, words, translate("Accounts", "签发"), parent=parent))


def ask_withdrawal(parent: QWidget, title: str) -> Account | None:
    """Ask before an article is withdrawn; None when the person thought better of it."""
    return _asked(WithdrawDialog(title, parent))


def _asked(dialog: AccountDialog) -> Account | None:
    answer = dialog.account() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return answer


class AccountDialog(ConfirmDialog):
    """Nothing is chosen beforehand: the kind and the reason are what the record is asked for later."""

    def __init__(
        self, title: str, words: str, accept: str, *, danger: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, words, accept, danger=danger, parent=parent)
        self.kind = ChoiceField(self.tr("原因类别"), tuple(reason_names().items()), required=True)
        self.reason = TextField(self.tr("说明"), self.tr("写明为什么，留在记录里"), required=True, limit=500)
        self.note = TextField(self.tr("更正说明"), self.tr("可以不写；写了就印在网页上给读者看"), limit=500, lines=2)
        for field in (self.kind, self.reason, self.note):
            self.inside.addWidget(field)
        self.kind.setFocus()

    def account(self) -> Account:
        return Account(self.kind.value(), self.reason.value(), self.note.value())

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        if self.kind.value() is None:
            self.kind.show_error(self.tr("请选择原因类别。"))
        if not self.reason.value():
            self.reason.show_error(self.tr("请写明原因。"))
        for field in (self.kind, self.reason, self.note):
            if field.problem():
                field.setFocus()
                return
        super().accept()


class WithdrawDialog(AccountDialog):
    """The same of a withdrawal, and what it does."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        words = translate(
            "Accounts", "更新网站后读者看不到它，原来的网址会说明已撤稿。可以随时恢复，恢复后与现在一样。"
        )
        asked = translate("Accounts", "撤下《{title}》？").format(title=title)
        super().__init__(asked, words, translate("Accounts", "撤稿"), danger=True, parent=parent)
