"""Dialogs of steps that need more than yes or no: when to publish, and why to withdraw."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QTimeZone
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QWidget

from db.domain.release import WithdrawReason
from desktop.kit.confirm import ConfirmDialog, TextDialog
from desktop.kit.forms import ChoiceField

translate = QCoreApplication.translate
_BEIJING = 8 * 3600


def ask_when(parent: QWidget) -> str | None:
    """Ask for a time of the newsroom's clock; return it in UTC, None when the person thought better of it."""
    dialog = ConfirmDialog(
        translate("StepDialogs", "定时发布"),
        translate("StepDialogs", "到时自动签发，用北京时间。到时采编台要开着，之前可以取消。"),
        translate("StepDialogs", "定时"),
        parent=parent,
    )
    zone = QTimeZone(_BEIJING)
    now = QDateTime.currentDateTimeUtc().toTimeZone(zone)
    field = QDateTimeEdit(now.addSecs(3600 - now.time().minute() * 60 - now.time().second()))
    field.setTimeZone(zone)
    field.setMinimumDateTime(now.addSecs(60))
    field.setDisplayFormat("yyyy-MM-dd HH:mm")
    field.setCalendarPopup(True)
    field.lineEdit().setTextMargins(8, 0, 0, 0)  # a style sheet does not reach it
    field.setAccessibleName(translate("StepDialogs", "发布时间"))
    dialog.inside.addWidget(field)
    field.setFocus()
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = field.dateTime().toUTC().toString("yyyy-MM-dd'T'HH:mm:00'Z'")
    dialog.deleteLater()
    return chosen if accepted else None


def ask_why(parent: QWidget) -> tuple[WithdrawReason, str] | None:
    """Ask for the kind and the reason of a withdrawal; None when the person thought better of it."""
    dialog = TextDialog(
        translate("StepDialogs", "撤稿"),
        translate("StepDialogs", "读者将看到“稿件已撤回”的说明页。原因记入留痕，不公开。"),
        translate("StepDialogs", "原因"),
        translate("StepDialogs", "撤稿"),
        danger=True,
        parent=parent,
    )
    kind = ChoiceField(
        translate("StepDialogs", "类型"),
        (
            (WithdrawReason.TYPO, translate("StepDialogs", "错别字")),
            (WithdrawReason.FACT, translate("StepDialogs", "事实错误")),
            (WithdrawReason.SOURCE, translate("StepDialogs", "来源要求")),
            (WithdrawReason.OTHER, translate("StepDialogs", "其他")),
        ),
    )
    kind.set_value(WithdrawReason.OTHER)
    dialog.inside.insertWidget(0, kind)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = (kind.value(), dialog.field.value())
    dialog.deleteLater()
    return answer if accepted else None
