"""The brush the demo's pictures are drawn with: gradients, hills, trees, houses and people on a flat canvas."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageOps

WIDTH, HEIGHT = 1600, 1066
SUPERSAMPLE = 2  # drawn twice as large and averaged down: smooth edges without an antialiasing library

Point = tuple[float, float]


def mix(first: str, second: str, share: float) -> str:
    """The colour that lies `share` of the way from the first to the second."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


class Canvas:
    """A picture under way. Positions are in final pixels from the top left corner."""

    def __init__(self, seed: str) -> None:
        size = (WIDTH * SUPERSAMPLE, HEIGHT * SUPERSAMPLE)
        self.image = Image.new("RGB", size, "white")
        self.pen = ImageDraw.Draw(self.image)
        self.chance = random.Random(seed)

    def jpeg(self) -> bytes:
        out = io.BytesIO()
        self.image.reduce(SUPERSAMPLE).save(out, "JPEG", quality=85)
        return out.getvalue()

    # Plain marks

    def polygon(self, points: Sequence[Point], colour: str) -> None:
        self.pen.polygon([(x * SUPERSAMPLE, y * SUPERSAMPLE) for x, y in points], fill=colour)

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        box = [n * SUPERSAMPLE for n in (x, y, x + width, y + height)]
        self.pen.rounded_rectangle(box, radius * SUPERSAMPLE, fill=colour)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        self.ellipse(x, y, radius, radius, colour)

    def ellipse(self, x: float, y: float, across: float, down: float, colour: str) -> None:
        box = [n * SUPERSAMPLE for n in (x - across, y - down, x + across, y + down)]
        self.pen.ellipse(box, fill=colour)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        scaled = [(x * SUPERSAMPLE, y * SUPERSAMPLE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=max(1, round(width * SUPERSAMPLE)), joint="curve")

    # Light and air

    def shape(self, points: Sequence[Point], top: str, bottom: str) -> None:
        """A polygon whose colour runs from its highest visible point to its lowest."""
        scaled = [(x * SUPERSAMPLE, y * SUPERSAMPLE) for x, y in points]
        across, down = zip(*scaled, strict=True)
        left, right = max(0, int(min(across))), min(WIDTH * SUPERSAMPLE - 1, int(max(across)))
        upper, lower = max(0, int(min(down))), min(HEIGHT * SUPERSAMPLE - 1, int(max(down)))
        size = (right - left + 1, lower - upper + 1)
        if min(size) < 1:  # wholly outside the picture
            return
        mask = Image.new("1", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in scaled], fill=1)
        column = Image.linear_gradient("L").resize((1, size[1]))
        colours = ImageOps.colorize(column, top, bottom).resize(size, Image.Resampling.NEAREST)
        self.image.paste(colours, (left, upper), mask)

    def wash(self, top: str, bottom: str, y: float = 0, height: float = HEIGHT) -> None:
        self.shape([(0, y), (WIDTH, y), (WIDTH, y + height), (0, y + height)], top, bottom)

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float = 0.8) -> None:
        """Light that is full at its middle and gone at its rim."""
        side = round(radius * 2 * SUPERSAMPLE)
        fall = Image.radial_gradient("L").point([round(max(0, 1 - n / 180) ** 2 * 255 * strength) for n in range(256)])
        where = (round((x - radius) * SUPERSAMPLE), round((y - radius) * SUPERSAMPLE))
        self.image.paste(Image.new("RGB", (side, side), colour), where, fall.resize((side, side)))

    def sun(self, x: float, y: float, radius: float, colour: str) -> None:
        self.glow(x, y, radius * 5, colour, 0.7)
        self.circle(x, y, radius, mix(colour, "#ffffff", 0.5))

    def cloud(self, x: float, y: float, size: float, colour: str) -> None:
        self.rectangle(x - size * 1.6, y - size * 0.3, size * 3.2, size * 0.6, colour, size * 0.3)
        self.circle(x - size * 0.5, y - size * 0.3, size * 0.55, colour)
        self.circle(x + size * 0.4, y - size * 0.45, size * 0.75, colour)

    def stars(self, count: int, height: float) -> None:
        for _ in range(count):
            x, y = self.chance.uniform(0, WIDTH), self.chance.uniform(0, height)
            self.circle(x, y, self.chance.uniform(0.8, 2.3), "#e6e4f5")

    # Land and water

    def ridge(self, base: float, height: float, waves: float = 2.0) -> list[Point]:
        """The skyline of a chain of hills, from the left edge to the right."""
        turns = [self.chance.uniform(0, math.tau) for _ in range(3)]

        def rise(x: float) -> float:
            far = x / WIDTH * math.tau * waves
            parts = zip((1.0, 0.5, 0.2), (1.0, 2.1, 4.7), turns, strict=True)
            return sum(much * math.sin(often * far + turn) for much, often, turn in parts) / 1.7

        return [(x, base - height * (0.5 + 0.5 * rise(x))) for x in range(0, WIDTH + 10, 10)]

    def hills(self, base: float, height: float, top: str, bottom: str, waves: float = 2.0) -> list[Point]:
        skyline = self.ridge(base, height, waves)
        self.shape([*skyline, (WIDTH, HEIGHT), (0, HEIGHT)], top, bottom)
        return skyline

    def ripples(self, y: float, height: float, colour: str, count: int) -> None:
        """Short strokes of light on water, longer the nearer they are."""
        for _ in range(count):
            depth = self.chance.random()
            length = 20 + 110 * depth
            x = self.chance.uniform(-50, WIDTH)
            self.rectangle(x, y + height * depth, length, 2 + 3 * depth, colour, 2)

    # Things that stand on the land

    def tree(self, x: float, y: float, size: float, colour: str, trunk: str = "#6b4a36") -> None:
        """A round crown: its foot is at (x, y), it is about `size` high."""
        self.rectangle(x - size * 0.04, y - size * 0.45, size * 0.08, size * 0.45, trunk)
        dark, light = mix(colour, "#12302a", 0.22), mix(colour, "#fff3b0", 0.22)
        for across, up, radius in ((-0.2, 0.48, 0.2), (0.2, 0.5, 0.2), (0, 0.68, 0.28)):
            self.circle(x + size * across, y - size * up, size * radius, dark)
        for across, up, radius in ((-0.22, 0.52, 0.16), (0.14, 0.55, 0.17), (-0.04, 0.72, 0.23)):
            self.circle(x + size * across, y - size * up, size * radius, colour)
        self.circle(x - size * 0.1, y - size * 0.78, size * 0.1, light)

    def pine(self, x: float, y: float, size: float, colour: str) -> None:
        self.rectangle(x - size * 0.03, y - size * 0.15, size * 0.06, size * 0.15, "#5a4132")
        for foot, top, half in ((0.1, 0.55, 0.24), (0.34, 0.78, 0.19), (0.58, 1.0, 0.14)):
            low, tip = y - size * foot, (x, y - size * top)
            self.polygon([(x - size * half, low), (x + size * half, low), tip], colour)
            self.polygon([(x, low), (x + size * half, low), tip], mix(colour, "#10282c", 0.25))

    def house(self, x: float, y: float, width: float, height: float, wall: str, roof: str) -> None:
        """A village house with a sweeping roof; (x, y) is the foot of its left wall."""
        self.shape([(x, y - height), (x + width, y - height), (x + width, y), (x, y)], wall, mix(wall, "#8b8378", 0.18))
        eave, rise, out = y - height, height * 0.5, width * 0.1
        self.shape(
            [
                (x - out, eave - height * 0.05), (x - out * 0.2, eave - rise * 0.35), (x + width * 0.12, eave - rise),
                (x + width * 0.88, eave - rise), (x + width + out * 0.2, eave - rise * 0.35),
                (x + width + out, eave - height * 0.05), (x + width, eave + height * 0.05), (x, eave + height * 0.05),
            ],
            mix(roof, "#ffffff", 0.12), roof,
        )  # fmt: skip
        self.rectangle(x + width * 0.12, eave - rise * 1.08, width * 0.76, height * 0.06, mix(roof, "#000000", 0.2))
        pane = width * 0.15
        for left in (0.14, 0.71):
            self.rectangle(x + width * left, eave + height * 0.3, pane, pane * 1.1, "#5f7280", 3)
            self.rectangle(x + width * left + pane * 0.45, eave + height * 0.3, pane * 0.1, pane * 1.1, wall)
        self.rectangle(x + width * 0.42, eave + height * 0.38, width * 0.17, height * 0.62, "#8a5a3c", 2)

    def block(self, x: float, y: float, width: float, floors: int, across: int, wall: str, pane: str) -> None:
        """A block of flats; (x, y) is the foot of its left wall."""
        storey = width / across * 0.82
        height = storey * floors + storey * 0.5
        self.shape([(x, y - height), (x + width, y - height), (x + width, y), (x, y)], mix(wall, "#ffffff", 0.25), wall)
        coping = mix(wall, "#44505c", 0.45)
        self.rectangle(x - width * 0.02, y - height - storey * 0.16, width * 1.04, storey * 0.24, coping, 3)
        room = width / across
        for floor in range(floors):
            top = y - height + storey * (0.4 + floor)
            self.rectangle(x, top + storey * 0.66, width, storey * 0.07, mix(wall, "#5c6670", 0.18))
            for column in range(across):
                left = x + room * (column + 0.22)
                shine = mix(pane, "#ffffff", self.chance.uniform(0, 0.35))
                self.rectangle(left, top, room * 0.56, storey * 0.52, shine, 3)
                self.rectangle(left + room * 0.26, top, room * 0.04, storey * 0.52, wall)

    def person(self, x: float, y: float, size: float, coat: str, legs: str = "#3b4654", hat: str = "") -> None:
        """Someone standing; their feet are at (x, y)."""
        for side in (-0.07, 0.07):
            self.line([(x + size * side * 0.7, y - size * 0.45), (x + size * side, y)], legs, size * 0.09)
        self.polygon(
            [(x - size * 0.1, y - size * 0.8), (x + size * 0.1, y - size * 0.8),
             (x + size * 0.16, y - size * 0.36), (x - size * 0.16, y - size * 0.36)], coat)  # fmt: skip
        for side in (-1, 1):
            shoulder, hand = (x + side * size * 0.1, y - size * 0.76), (x + side * size * 0.2, y - size * 0.46)
            self.line([shoulder, hand], mix(coat, "#000000", 0.15), size * 0.07)
        self.circle(x, y - size * 0.89, size * 0.1, "#e8b98f")
        self._head_cover(x, y - size * 0.89, size, hat)

    def stooping(self, x: float, y: float, size: float, coat: str, legs: str = "#3b4654", hat: str = "") -> None:
        """Someone bent over their work to the right; their feet are at (x, y)."""
        for side in (-0.09, 0.06):
            self.line([(x, y - size * 0.42), (x + size * side, y)], legs, size * 0.1)
        self.polygon(
            [(x - size * 0.11, y - size * 0.4), (x - size * 0.04, y - size * 0.58), (x + size * 0.36, y - size * 0.6),
             (x + size * 0.36, y - size * 0.43), (x + size * 0.08, y - size * 0.36)], coat)  # fmt: skip
        shoulder, hand = (x + size * 0.31, y - size * 0.5), (x + size * 0.36, y - size * 0.14)
        self.line([shoulder, hand], mix(coat, "#000000", 0.15), size * 0.07)
        self.circle(x + size * 0.45, y - size * 0.52, size * 0.1, "#e8b98f")
        self._head_cover(x + size * 0.45, y - size * 0.52, size, hat)

    def hair(self, x: float, y: float, radius: float, colour: str) -> None:
        """The upper half of a disc around (x, y)."""
        box = [n * SUPERSAMPLE for n in (x - radius, y - radius, x + radius, y + radius)]
        self.pen.chord(box, 180, 360, fill=colour)

    def _head_cover(self, x: float, y: float, size: float, hat: str) -> None:
        if hat:
            brim, tip = y - size * 0.02, y - size * 0.17
            self.polygon([(x - size * 0.22, brim), (x + size * 0.22, brim), (x, tip)], hat)
        else:
            self.hair(x, y - size * 0.01, size * 0.105, "#2e2a28")
