"""The demo's pictures of rooms, and of the plan that hangs in one."""

from __future__ import annotations

import math

from resources.demo.brush import HEIGHT, WIDTH, Canvas, mix

COATS = ("#c8553d", "#3d6fa5", "#e0a83b", "#6a8f5b", "#8a5a83", "#4f9aa8")
HOUSES = (
    (120, 420), (210, 450), (300, 420), (400, 450), (480, 430), (150, 520), (250, 545), (370, 530), (1240, 225),
    (1330, 245), (1420, 225), (790, 250), (880, 220), (990, 210), (330, 780), (210, 790), (440, 800),
)  # fmt: skip


def library_shelves() -> Canvas:
    canvas = Canvas("library-shelves")
    canvas.wash("#f6ead4", "#e9d3b0")
    canvas.shape([(0, 790), (WIDTH, 790), (WIDTH, HEIGHT), (0, HEIGHT)], "#c99a63", "#a87343")
    for board in range(-6, 22):
        canvas.line([(800 + (board * 100 - 800) * 0.8, 790), (800 + (board * 100 - 800) * 1.6, HEIGHT)], "#b98651", 2)
    canvas.rectangle(560, 130, 480, 560, "#8a6240", 8)
    canvas.shape([(580, 150), (1020, 150), (1020, 670), (580, 670)], "#a8d8ec", "#eef6e6")
    canvas.glow(900, 260, 260, "#fff6cf", 0.8)
    for base, colour in ((560, "#a9cdb6"), (610, "#7fb48c")):
        skyline = [(x, y) for x, y in canvas.ridge(base, 120, 4) if 580 <= x <= 1020]
        canvas.shape([*skyline, (1020, 670), (580, 670)], colour, mix(colour, "#ffffff", 0.3))
    canvas.rectangle(794, 150, 12, 520, "#8a6240")
    canvas.rectangle(580, 330, 440, 12, "#8a6240")
    canvas.glow(800, 800, 520, "#fff3cf", 0.4)
    for x, width in ((40, 230), (290, 230), (1080, 230), (1330, 230)):
        _bookcase(canvas, x, 90, width, 730)
    canvas.ellipse(800, 1015, 560, 22, "#8b5d36")
    for x in (330, 1240):
        canvas.rectangle(x, 880, 26, 140, "#7a5233", 4)
    canvas.rectangle(270, 850, 1060, 38, "#9b6b41", 10)
    canvas.rectangle(270, 850, 1060, 14, "#c08e5a", 8)
    for x in (515, 798, 1090):
        canvas.rectangle(x - 5, 768, 10, 84, "#4d5a52")
        canvas.polygon([(x - 66, 778), (x + 66, 778), (x + 38, 730), (x - 38, 730)], "#3f7d64")
        canvas.glow(x, 800, 120, "#fff2b0", 0.6)
    for x, coat in ((390, 5), (640, 0), (955, 2), (1225, 4)):
        _reader(canvas, x, 852, coat)
    return canvas


def _bookcase(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.rectangle(x, y, width, height, "#7d5636", 6)
    spines = ("#b5533c", "#3f6f8f", "#d7a24a", "#5f8a62", "#7d5a86", "#e4d2ab", "#94403f", "#2f5668")
    deep = height / 6
    for shelf in range(6):
        top = y + 12 + shelf * (deep - 1.5)
        canvas.rectangle(x + 12, top, width - 24, deep - 18, "#54381f")
        left = x + 16
        while left < x + width - 36:
            thick = canvas.chance.choice((12, 15, 18, 22, 27))
            tall = (deep - 24) * canvas.chance.uniform(0.7, 0.97)
            spine = canvas.chance.choice(spines)
            canvas.rectangle(left, top + deep - 18 - tall, thick, tall, spine, 2)
            canvas.rectangle(left + 3, top + deep - 18 - tall * 0.82, thick - 6, 4, mix(spine, "#fff3d6", 0.6))
            left += thick + 2 if canvas.chance.random() > 0.07 else thick + 16


def _reader(canvas: Canvas, x: float, table: float, coat: int) -> None:
    canvas.polygon([(x - 46, table), (x + 46, table), (x + 26, table - 82), (x - 26, table - 82)], COATS[coat])
    canvas.circle(x, table - 106, 27, "#e8b98f")
    canvas.circle(x, table - 116, 27, "#2e2a28")
    canvas.ellipse(x, table - 99, 22, 20, "#e8b98f")
    canvas.polygon([(x - 52, table - 4), (x, table - 16), (x, table - 2), (x - 52, table + 8)], "#fbf6ea")
    canvas.polygon([(x + 52, table - 4), (x, table - 16), (x, table - 2), (x + 52, table + 8)], "#efe6d2")


def workshop() -> Canvas:
    canvas = Canvas("workshop")
    canvas.wash("#e9dcc3", "#d3bd98")
    canvas.shape([(0, 770), (WIDTH, 770), (WIDTH, HEIGHT), (0, HEIGHT)], "#b08a62", "#8a6543")
    for beam in (0, 1):
        canvas.rectangle(0, 60 + beam * 90, WIDTH, 26 - beam * 8, "#8a6544")
    for post in (0, 520, 1060, 1560):
        canvas.rectangle(post, 0, 40, 780, "#9a7350")
    for x in (110, 630, 1170):
        canvas.rectangle(x, 210, 320, 250, "#8a6544", 6)
        canvas.shape([(x + 14, 224), (x + 306, 224), (x + 306, 446), (x + 14, 446)], "#c9e8ee", "#e6f2cf")
        for stem in range(6):
            left = x + 34 + stem * 48
            canvas.line([(left, 446), (left + 8, 224)], "#86b06a", 9)
            for knot in (290, 350, 410):
                canvas.rectangle(left - 4, knot, 16, 4, "#6c9654")
        canvas.rectangle(x + 154, 224, 12, 222, "#8a6544")
        canvas.shape([(x + 40, 460), (x + 300, 460), (x + 420, 900), (x + 60, 900)], "#ddc8a1", "#d2b98c")
    canvas.shape([(0, 770), (WIDTH, 770), (WIDTH, HEIGHT), (0, HEIGHT)], "#b98f63", "#8a6543")
    for x in range(60, 1600, 180):
        canvas.line([(x, 770), (800 + (x - 800) * 1.5, HEIGHT)], "#a67f57", 2)
    for x, y, size in ((1400, 790, 90), (1495, 800, 66), (60, 800, 74), (1330, 806, 54)):
        _basket(canvas, x, y, size)
    canvas.ellipse(800, 1020, 600, 22, "#76563a")
    for x in (300, 1270):
        canvas.rectangle(x, 860, 34, 160, "#6d4a30", 4)
    canvas.rectangle(220, 820, 1160, 46, "#a8774a", 8)
    canvas.rectangle(220, 820, 1160, 16, "#cfa06b", 8)
    for x, coat in ((430, 1), (800, 0), (1150, 3)):
        _craftsman(canvas, x, 820, COATS[coat])
    for x, size in ((570, 62), (960, 80), (1290, 50)):
        _basket(canvas, x, 824, size)
    for strip in range(9):
        canvas.line([(600 + strip * 9, 818 - strip % 3 * 5), (760 + strip * 12, 806 - strip * 3)], "#d9c27a", 4)
    for lamp in (480, 1080):
        canvas.line([(lamp, 0), (lamp, 150)], "#4b4036", 4)
        canvas.polygon([(lamp - 60, 190), (lamp + 60, 190), (lamp + 24, 146), (lamp - 24, 146)], "#5b7a62")
        canvas.glow(lamp, 220, 150, "#fff2c0", 0.6)
    return canvas


def _basket(canvas: Canvas, x: float, foot: float, size: float) -> None:
    canvas.polygon([(x - size * 0.6, foot - size), (x + size * 0.6, foot - size), (x + size * 0.42, foot),
                    (x - size * 0.42, foot)], "#c79a52")  # fmt: skip
    for row in range(1, 6):
        for column in range(-3, 4):
            width = size * (0.42 + 0.18 * row / 6)
            tint = "#e2bd74" if (row + column) % 2 else "#a97c3c"
            left = x + column * width * 0.27 - size * 0.06
            canvas.rectangle(left, foot - size * row / 6, size * 0.11, size * 0.07, tint, 2)
    canvas.ellipse(x, foot - size, size * 0.62, size * 0.14, "#8f6a34")
    canvas.ellipse(x, foot - size * 0.98, size * 0.5, size * 0.09, "#5f4522")


def _craftsman(canvas: Canvas, x: float, table: float, coat: str) -> None:
    canvas.polygon([(x - 84, table), (x + 84, table), (x + 50, table - 170), (x - 50, table - 170)], coat)
    canvas.polygon([(x - 46, table), (x + 46, table), (x + 30, table - 120), (x - 30, table - 120)], "#e8dcc2")
    for side in (-1, 1):
        canvas.line([(x + side * 50, table - 150), (x + side * 84, table - 62), (x + side * 40, table - 16)], coat, 32)
        canvas.circle(x + side * 38, table - 14, 16, "#e8b98f")
    canvas.rectangle(x - 15, table - 196, 30, 34, "#dba97f", 6)
    canvas.circle(x, table - 224, 44, "#e8b98f")
    canvas.hair(x, table - 230, 47, "#3a3431")


def map_plan() -> Canvas:
    canvas = Canvas("map-plan")
    canvas.wash("#f4efdf", "#ebe3cb")
    for x in range(0, WIDTH, 80):
        canvas.line([(x, 0), (x, HEIGHT)], "#e4dbc2", 1)
    for y in range(26, HEIGHT, 80):
        canvas.line([(0, y), (WIDTH, y)], "#e4dbc2", 1)
    _contours(canvas)
    fields = ("#d8e3a0", "#c5d98c", "#e9dc9a", "#b7d08a", "#efe3ae")
    for row in range(4):
        for column in range(5):
            if canvas.chance.random() < 0.88:
                x, y = 930 + column * 118 + row * 14, 560 + row * 112 - column * 12
                corners = [(x, y), (x + 104, y - 12), (x + 116, y + 86), (x + 12, y + 98)]
                canvas.polygon(corners, canvas.chance.choice(fields))
    river = [(x, 610 + 130 * math.sin(x / 260 + 0.6) - x * 0.05) for x in range(-20, WIDTH + 40, 12)]
    for half, colour in ((48, "#a9d3dd"), (37, "#7fbdd0")):
        banks = [(x, y - half) for x, y in river] + [(x, y + half) for x, y in reversed(river)]
        canvas.polygon(banks, colour)
    canvas.line([(x, y - 12) for x, y in river], "#a5d4e0", 6)
    for road, width in (
        ([(0, 930), (300, 860), (560, 900), (840, 980), (WIDTH, 1010)], 30),
        ([(560, 900), (600, 620), (700, 380), (690, 0)], 26),
        ([(0, 330), (330, 360), (700, 380), (1120, 300), (WIDTH, 340)], 26),
        ([(1120, 300), (1180, 520), (1130, 990)], 20),
    ):
        canvas.line(road, "#c9bda2", width + 8)
        canvas.line(road, "#fffaf0", width)
    for x, y in HOUSES:
        canvas.rectangle(x + 6, y + 7, 64, 46, "#cfc3a8", 4)
        canvas.rectangle(x, y, 64, 46, canvas.chance.choice(("#e58f6b", "#e9a876", "#d97b62", "#f0c08a")), 4)
        canvas.line([(x, y + 23), (x + 64, y + 23)], "#fff3e0", 2)
    for _ in range(34):
        across, down = canvas.chance.uniform(20, 640), canvas.chance.uniform(40, 290)
        canvas.circle(across + 4, down + 6, 20, "#a8bf86")
        canvas.circle(across, down, 20, "#6fa567")
        canvas.circle(across - 5, down - 6, 9, "#93c183")
    for x, y, colour in ((255, 430, "#d9452f"), (915, 225, "#3d6fa5"), (1290, 640, "#e0a83b"), (700, 380, "#6a8f5b"),
                         (385, 770, "#8a5a83")):  # fmt: skip
        canvas.ellipse(x, y + 2, 26, 9, "#b8ab8c")
        canvas.polygon([(x - 34, y - 78), (x + 34, y - 78), (x, y)], colour)
        canvas.circle(x, y - 92, 42, colour)
        canvas.circle(x, y - 92, 18, "#fffaf0")
    canvas.circle(1470, 130, 70, "#fffaf0")
    canvas.polygon([(1470, 72), (1490, 130), (1450, 130)], "#d9452f")
    canvas.polygon([(1470, 188), (1490, 130), (1450, 130)], "#8fa0a8")
    return canvas


def _contours(canvas: Canvas) -> None:
    """The rings of a hill, each higher one smaller and darker."""
    for middle_x, middle_y, spread in ((300, 140, 430), (1280, 90, 300)):
        for ring in range(6):
            reach = spread * (1 - ring / 7)
            points = [
                (middle_x + reach * math.cos(turn) * (1 + 0.1 * math.sin(3 * turn + ring * 0.2)),
                 middle_y + reach * 0.55 * math.sin(turn) * (1 + 0.1 * math.cos(2 * turn)))
                for turn in (part * math.tau / 90 for part in range(90))
            ]  # fmt: skip
            canvas.polygon(points, mix("#e3e6c2", "#a8c58f", ring / 5))
            canvas.line([*points, points[0]], "#c2cf9f", 2)
