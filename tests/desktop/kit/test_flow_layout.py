"""Widgets that go on in the next line."""

from PySide6.QtWidgets import QLabel, QWidget

from desktop.kit.flow_layout import FlowLayout


def laid_out(qtbot, width, *, fill):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, fill=fill)
    labels = [QLabel("三项举措") for _ in range(3)]
    for label in labels:
        flow.addWidget(label)
    holder.resize(width, flow.heightForWidth(width))
    holder.show()
    return holder, labels


def test_what_has_no_room_goes_on_in_the_next_line(qtbot):
    _holder, (one, two, three) = laid_out(qtbot, QLabel("三项举措").sizeHint().width() * 2 + 40, fill=False)
    assert one.y() == two.y() < three.y() and three.x() == one.x()


def test_the_last_one_takes_the_rest_only_where_it_is_to(qtbot):
    holders = [laid_out(qtbot, 600, fill=fill) for fill in (True, False)]
    filled, plain = (labels[-1] for _holder, labels in holders)
    assert filled.width() > plain.width() == plain.sizeHint().width()
