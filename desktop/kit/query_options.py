"""How words are looked for: the boxes that stand wherever something is found, and what is wrong with a pattern."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QCheckBox

from desktop.text.finding import BadPattern, Query

translate = QCoreApplication.translate


class QueryOptions(QObject):
    """Signals:
    changed: another box is checked.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.case = self._option(self.tr("区分大小写"), self.tr("A 和 a 不一样"))
        self.whole = self._option(self.tr("全词"), self.tr("英文词和数字不在更长的词里"))
        self.pattern = self._option(self.tr("正则"), self.tr("按正则表达式查找，替换里可以用 $1、$2"))
        self.wide = self._option(self.tr("不分全半角"), self.tr("Ａ 就是 A，（ 就是 ("))
        self.boxes = (self.case, self.whole, self.pattern, self.wide)

    def query(self, words: str) -> Query:
        return Query(
            words, self.whole.isChecked(), self.pattern.isChecked(), self.case.isChecked(), self.wide.isChecked()
        )

    def take(self, query: Query) -> None:
        """Check what the query asks for."""
        self.blockSignals(True)
        for box, on in zip(self.boxes, (query.case, query.whole, query.pattern, query.width), strict=True):
            box.setChecked(on)
        self.blockSignals(False)

    def _option(self, words: str, hint: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setToolTip(hint)
        box.toggled.connect(self.changed)
        return box


def reason(bad: BadPattern, length: int) -> str:
    """Return in words why a pattern of this length cannot be used."""
    if bad.reason == "slow":
        return translate("QueryOptions", "这个表达式太费时，已停下")
    if bad.reason == "too_large":
        return translate("QueryOptions", "表达式或替换的结果太长")
    if bad.reason == "group":
        return translate("QueryOptions", "替换里的“{name}”在表达式里没有").format(name=bad.detail)
    told = {
        "missing )": translate("QueryOptions", "少了右括号 )"),
        "unbalanced parenthesis": translate("QueryOptions", "多了右括号 )"),
        "unterminated character set": translate("QueryOptions", "少了右方括号 ]"),
        "missing ]": translate("QueryOptions", "少了右方括号 ]"),
        "nothing to repeat": translate("QueryOptions", "*、+、? 前面没有可重复的字"),
        "multiple repeat": translate("QueryOptions", "*、+、? 连用了两次"),
        "bad character range": translate("QueryOptions", "[ ] 里的范围前后颠倒"),
        "min repeat greater than max repeat": translate("QueryOptions", "{ } 里的次数前后颠倒"),
        "bad escape (end of pattern)": translate("QueryOptions", "末尾的 \\ 后面少了字"),
        "invalid group reference": translate("QueryOptions", "引用了没有的组"),
        "unknown group": translate("QueryOptions", "引用了没有的组"),
        "unknown extension": translate("QueryOptions", "(? 后面的写法不认识"),
        "unknown property": translate("QueryOptions", "\\p 后面的类别不认识"),
        "recursion": translate("QueryOptions", "不能引用自身"),
    }
    words = next((words for start, words in told.items() if bad.detail.startswith(start)), "")
    words = words or translate("QueryOptions", "表达式写得不对")
    if bad.at is None or bad.at >= length:
        return words
    return translate("QueryOptions", "{words}（第 {n} 个字）").format(words=words, n=bad.at + 1)
