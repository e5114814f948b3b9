"""What the newsroom wrote before is offered in the fields of an article."""

from PySide6.QtWidgets import QLineEdit


def test_names_of_earlier_articles_are_offered_in_the_next(desk, fill, qtbot):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    fill()
    desk.screen._sheet.properties.correspondents.add(["方志远"])
    desk.screen.commit_pending()
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)

    source = desk.screen._sheet.fields.source
    source.setFocus()
    qtbot.waitUntil(lambda: bool(source._completion and source._completion._names))
    line = source.findChild(QLineEdit)
    qtbot.keyClicks(line, "zjj")
    model = line.completer().completionModel()
    assert model.data(model.index(0, 0)) == "县住建局"
    people = desk.screen._sheet.properties.correspondents
    assert "方志远" in [name for name, _readings in people._completion._names]
