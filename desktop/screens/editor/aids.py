"""What helps with writing and has no place of its own: moving blocks, the layout, what the text proposes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.editor.alone import Alone
from desktop.screens.editor.beside import Beside
from desktop.screens.editor.block_commands import BlockCommands
from desktop.screens.editor.captioning import Captioning
from desktop.screens.editor.completing import Completing
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.frame import Frame
from desktop.screens.editor.inspector import Inspector
from desktop.screens.editor.ledger import Ledger
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.noting import Noting
from desktop.screens.editor.opinions import Opinions
from desktop.screens.editor.picture_editing import PictureEditing
from desktop.screens.editor.proposing import Proposing
from desktop.screens.editor.read_aloud import ReadAloud
from desktop.screens.editor.review_panel import ReviewPanel
from desktop.screens.editor.sheet import Sheet
from desktop.screens.editor.sign_dialog import SignCommand
from desktop.screens.editor.templates import Templates
from desktop.screens.editor.tidying import Tidying
from desktop.screens.editor.view_commands import add_view_commands
from desktop.screens.editor.writing_views import Focus, Typewriter
from desktop.screens.editor.zoom_commands import add_zoom_commands


def add_aids(
    tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, sheet: Sheet, composition: Composition,
    may_write: Callable[[], bool], current: Callable[[], Opened | None], shown: Callable[[], bool],
    frame: Callable[[], Frame], inspector: Inspector, review: ReviewPanel, window: QWidget,
) -> None:  # fmt: skip
    """Make them; they live as long as the window of the article. ``frame`` may be asked for once that stands."""

    def place_beside(panel: QWidget, shown: bool) -> None:
        frame().place_beside(panel, shown)

    BlockCommands(commands, sheet.body, composition, may_write)
    Tidying(tasks, theme, commands, messages, sheet.body, composition, may_write, window)
    Proposing(tasks, messages, sheet, composition, window)
    Completing(tasks, sheet, window)
    Alone(commands, frame, shown, window)
    Focus(commands, sheet.body, shown, window)
    Typewriter(commands, sheet.body, shown, window)
    SignCommand(commands, sheet.body, composition, may_write, window)
    ReadAloud(theme, commands, messages, lambda: frame().text_seen(), shown, window)
    add_view_commands(commands, inspector, shown)
    add_zoom_commands(commands, sheet.body.zoom, shown)
    Beside(tasks, theme, commands, composition, current, place_beside, sheet.body.zoom, window)
    Templates(tasks, theme, commands, messages, sheet, composition, may_write, window)
    PictureEditing(tasks, theme, commands, messages, sheet, composition, may_write, window)
    inspector.take_ledger(Ledger(tasks, theme, commands, messages, lambda: frame().text_seen(), shown, window))
    Noting(
        tasks, theme, commands, messages, sheet, composition, current, shown, frame, inspector, window
    )  # fmt: skip
    Opinions(tasks, commands, messages, review.opinion, window)
    Captioning(commands, messages, sheet, composition, may_write, window)
