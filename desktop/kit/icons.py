"""The one door to qtawesome: icons by what they mean. Where the font is refused, an empty icon: the text stays."""

from __future__ import annotations

import logging
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from desktop.kit.colours import Colours

if TYPE_CHECKING:
    from qtawesome.iconic_font import IconicFont

log = logging.getLogger(__name__)


class Name(Enum):
    """What an icon means, and its glyph in Remix Icon."""

    NEW = "add-line"
    SAVE = "save-3-line"
    EDIT = "edit-line"
    SUBMIT = "send-plane-line"
    RECALL = "reply-line"
    APPROVE = "checkbox-circle-line"
    RETURN = "arrow-go-back-line"
    PUBLISH = "rocket-line"
    SCHEDULE = "timer-line"
    WITHDRAW = "forbid-line"
    CORRECT = "pencil-line"
    HISTORY = "history-line"
    COMPARE = "layout-column-line"
    MERGE = "git-merge-line"
    SEARCH = "search-line"
    FILTER = "filter-line"
    SORT = "sort-desc"
    INBOX = "inbox-line"
    ARTICLE = "article-line"
    DRAFT = "draft-line"
    CHANNEL = "folder-line"
    TAG = "price-tag-3-line"
    PEOPLE = "group-line"
    PERSON = "user-line"
    PERSON_NEW = "user-add-line"
    SIGN_OUT = "logout-box-r-line"
    SETTINGS = "settings-3-line"
    REPORTS = "bar-chart-line"
    SITE = "global-line"
    BACKUP = "database-2-line"
    PROOFREAD = "task-line"
    VERIFY = "shield-check-line"
    ANNOTATION = "chat-1-line"
    BOLD = "bold"
    ITALIC = "italic"
    HEADING = "h-2"
    SUBHEADING = "h-3"
    QUOTE = "double-quotes-l"
    LIST = "list-unordered"
    NUMBERED = "list-ordered"
    TABLE = "table-line"
    PICTURE = "image-line"
    VIDEO = "video-line"
    LINK = "link"
    RULE = "separator"
    TIDY = "magic-line"
    ATTACHMENT = "attachment-line"
    PREVIEW = "eye-line"
    READ_ALOUD = "volume-up-line"
    COPY = "file-copy-line"
    PRINT = "printer-line"
    IMPORT = "download-line"
    EXPORT = "upload-line"
    TRASH = "delete-bin-line"
    RESTORE = "inbox-unarchive-line"
    UNDO = "arrow-go-back-fill"
    REDO = "arrow-go-forward-line"
    REFRESH = "refresh-line"
    CLOSE = "close-line"
    MORE = "more-line"
    UP = "arrow-up-line"
    DOWN = "arrow-down-line"
    LEFT = "arrow-left-s-line"
    RIGHT = "arrow-right-s-line"
    CALENDAR = "calendar-line"
    CLOCK = "time-line"
    LOCK = "lock-line"
    KEY = "key-2-line"
    CHECK = "check-line"
    INFO = "information-line"
    WARN = "alert-line"
    ERROR = "error-warning-line"
    OPEN_EXTERNAL = "external-link-line"
    FOLDER = "folder-open-line"
    MAIL = "mail-line"
    KEYBOARD = "keyboard-line"
    HELP = "question-line"


def icon(name: Name, colours: Colours, colour: str = "") -> QIcon:
    """Return the icon in the theme's ink, or in ``colour``; call after the first paint, the font takes a moment."""
    font = _font()
    if font is None:
        return QIcon()
    ink = colour or colours.ink
    return QIcon(font.icon(f"ri.{name.value}", color=ink, color_disabled=colours.control_line, color_active=ink))


@cache
def _font() -> IconicFont | None:
    """Load one font of the ten that qtawesome brings; Windows may refuse fonts that an administrator did not allow."""
    try:
        import qtawesome  # noqa: PLC0415  # slow: 0.2 s that the first window need not wait for
        from qtawesome.iconic_font import FontError, IconicFont  # noqa: PLC0415
    except ImportError as error:
        log.warning("icons are missing: %s", error)
        return None
    try:
        return IconicFont(*(bundle for bundle in qtawesome._BUNDLED_FONTS if bundle[0] == "ri"))
    except (FontError, OSError) as error:
        log.warning("icons are missing: %s", error)
        return None
