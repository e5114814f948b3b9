"""The colours of the application as named tokens, light and dark. Contrast of every text is at least 4.5 to 1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """What a chip, a bar or a mark says; always beside a word or a sign, never by colour alone."""

    PLAIN = "plain"
    OK = "ok"
    WAIT = "wait"
    RETURNED = "returned"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. ``…_soft`` is a ground for text in the colour of the same name, ``on_…`` text upon it."""

    dark: bool
    # surfaces, from the frame inwards
    side: str
    list: str
    paper: str
    raised: str
    hover: str
    selected: str
    # lines and text
    line: str
    control_line: str  # around what can be operated: 3 to 1
    ink: str
    ink_soft: str
    # the one primary action, and what needs attention
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    # states
    ok: str
    ok_hover: str
    on_ok: str
    ok_soft: str
    wait: str
    wait_soft: str
    returned: str
    returned_soft: str
    live: str
    live_soft: str
    plain_soft: str
    # marks in a text
    mark: str
    error_wave: str
    warning_wave: str
    selection: str
    focus: str

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Return text and ground of a tone."""
        return {
            Tone.PLAIN: (self.ink_soft, self.plain_soft),
            Tone.OK: (self.ok, self.ok_soft),
            Tone.WAIT: (self.wait, self.wait_soft),
            Tone.RETURNED: (self.returned, self.returned_soft),
            Tone.LIVE: (self.live, self.live_soft),
        }[tone]


LIGHT = Colours(
    dark=False,
    side="#F3F2EE",
    list="#FBFAF8",
    paper="#FFFFFF",
    raised="#FFFFFF",
    hover="#EBE9E3",
    selected="#FFFFFF",
    line="#E3E0D9",
    control_line="#8C887F",
    ink="#1F2023",
    ink_soft="#5E5C56",
    accent="#A8281E",
    accent_hover="#8D1F16",
    on_accent="#FFFFFF",
    accent_soft="#FBE9E6",
    ok="#1F6437",
    ok_hover="#17502B",
    on_ok="#FFFFFF",
    ok_soft="#E1F2E5",
    wait="#765000",
    wait_soft="#FDF0CF",
    returned="#A8281E",
    returned_soft="#FCE4E1",
    live="#1D4D8B",
    live_soft="#E0EBF8",
    plain_soft="#ECEAE3",
    mark="#FFF0C0",
    error_wave="#C8372B",
    warning_wave="#C98A00",
    selection="#CFE1F6",
    focus="#2F6DB8",
)

DARK = Colours(
    dark=True,
    side="#1B1A18",
    list="#201F1D",
    paper="#262523",
    raised="#2D2C29",
    hover="#33312E",
    selected="#33312E",
    line="#3A3835",
    control_line="#817D75",
    ink="#ECE9E3",
    ink_soft="#B4B0A7",
    accent="#EE8578",
    accent_hover="#F5A096",
    on_accent="#26100D",
    accent_soft="#43231F",
    ok="#7FCB98",
    ok_hover="#9ADBAF",
    on_ok="#0C2214",
    ok_soft="#1E3A28",
    wait="#E9C06A",
    wait_soft="#3F3319",
    returned="#F59D92",
    returned_soft="#4A2521",
    live="#93BCF2",
    live_soft="#213550",
    plain_soft="#393733",
    mark="#4A3C12",
    error_wave="#F27C70",
    warning_wave="#E0A93A",
    selection="#2A415D",
    focus="#7FB0F0",
)
