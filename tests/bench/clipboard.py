"""Measures the reading of clipboards: `python tests/bench/clipboard.py` prints seconds of processor time."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop.intake.clipboard.reader import read_clip
from desktop.text.writing import write

MEGABYTES = 10_000_000
PARAGRAPH = (
    "<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0;line-height:150%'><span style='font-size:"
    "12.0pt;line-height:150%;font-family:宋体;mso-ascii-font-family:Calibri;mso-fareast-theme-font:minor-fareast;"
    "mso-hansi-font-family:Calibri'>青禾县水利局今年对全县<b>三百</b>座小型水库逐一体检，<span\nlang=EN-US>2026</span>"
    "年秋粮丰收在望，村民说话算话。</span><span lang=EN-US><o:p></o:p></span></p>\n"
)
PAGES_OF_WORD = 20 * 20  # paragraphs of 48 characters


def filled(piece: str, size: int = MEGABYTES) -> str:
    return piece * (size // len(piece))


def main() -> None:
    gc.disable()  # as in the application
    row = "<tr>" + "<td>数字12</td>" * 10 + "</tr>"
    clips = {
        "20 pages of Word": PARAGRAPH * PAGES_OF_WORD,
        "10 MB of Word": filled(PARAGRAPH),
        "5,000 cells": f"<table>{row * 500}</table>",
        "100,000 cells": f"<table>{row * 10_000}</table>",
        "10 MB of words": filled("青禾县丰收。\n"),
        "10 MB of <p>": filled("<p>禾</p>"),
        "10 MB of <li>": filled("<li>禾"),
        "10 MB of <div>": filled("<div>"),
        "10 MB of nested tables": filled("<table><tr><td>禾"),
        "10 MB of <": filled("<"),
        "10 MB of open quotation marks": filled("<a x='"),
        "a picture of 10 MB": "<img src='data:image/png;base64,iVBORw0KGgo" + filled("AAAA") + "'>",
    }
    for name, html in clips.items():
        begun = time.process_time()
        clip = read_clip(html, None)
        read = time.process_time() - begun
        size = len(write(clip.blocks))
        left = ", ".join(f"{left.kind} {left.count}" for left in clip.dropped)
        print(f"{name:32} {read:6.2f} s  {len(clip.blocks):7,} blocks {size:9,} characters  {left}")


if __name__ == "__main__":
    main()
