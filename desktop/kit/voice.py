"""The system's own voice as a program: which one there is, and how it is given a text, mostly by its input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QStandardPaths

# reads a line, says it, tells that it did; no double quotes, which a Windows command line would change
_SAPI = (
    "$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8);"
    "Add-Type -AssemblyName System.Speech;"
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'zh-CN') } catch { };"
    "while ($null -ne ($line = $in.ReadLine())) { $voice.Speak($line); [Console]::Out.WriteLine('.') }"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that speaks.

    ``stays``: it is started once, says a line of its input at a time, and answers with a line when it did; else it is
    started for each sentence, and ends when it was said. ``by_argument``: it takes the text no other way.
    ``stop``: what else ends it, as the sound comes from another program.
    """

    program: str
    arguments: tuple[str, ...] = ()
    stays: bool = False
    by_argument: bool = False
    stop: tuple[str, ...] = ()


def find_voice(platform: str = sys.platform) -> Voice | None:
    """Return the voice of this system, None where there is none."""
    for name, arguments, facts in _known(platform):
        program = QStandardPaths.findExecutable(name)
        if program:
            return Voice(program, arguments, **facts)
    return None


def _known(platform: str) -> tuple[tuple[str, tuple[str, ...], dict[str, Any]], ...]:
    if platform == "win32":
        return (("powershell", ("-NoProfile", "-NonInteractive", "-Command", _SAPI), {"stays": True}),)
    if platform == "darwin":
        return (("say", ("-f", "-"), {}),)
    return (
        ("spd-say", ("--wait", "--language", "zh", "--"), {"by_argument": True, "stop": ("--cancel",)}),
        ("espeak-ng", ("-v", "cmn", "--stdin"), {}),
    )
