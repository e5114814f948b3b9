"""The demo's pictures of streets, rooms and yards."""

from __future__ import annotations

import math

from resources.demo.brush import HEIGHT, WIDTH, Canvas, mix

COATS = ("#c8553d", "#3d6fa5", "#e0a83b", "#6a8f5b", "#8a5a83", "#4f9aa8")
NIGHT = "#1d2547"


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
    for x in (470, 800, 1130):
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


def market_street() -> Canvas:
    canvas = Canvas("market-street")
    canvas.wash("#f7b98a", "#fdebcf", 0, 620)
    canvas.sun(800, 430, 74, "#ffe0a0")
    canvas.hills(540, 140, "#c9a3a8", "#ecc9b0", 2)
    canvas.shape([(0, 660), (690, 560), (910, 560), (WIDTH, 660), (WIDTH, HEIGHT), (0, HEIGHT)], "#e2cfae", "#b99f7c")
    for row in range(12):
        near = (row / 11) ** 1.8
        canvas.line([(690 - 690 * near, 566 + 500 * near), (910 + 690 * near, 566 + 500 * near)], "#c9b28d", 2 + 2 * near)
    for side in (-1, 1):
        for far, width in ((6, 90), (5, 130), (4, 180), (3, 250)):
            left = 800 + side * (90 + (6 - far) ** 1.75 * 47) - (width if side < 0 else 0)
            foot = 580 + (6 - far) * 26
            _shop(canvas, left, foot, width, (6 - far) + (side > 0))
    for x, y, width, colour in ((40, 870, 330, "#c8553d"), (1230, 870, 330, "#3f8f86"), (300, 740, 190, "#e0a83b"),
                                (1110, 740, 190, "#b8574b")):  # fmt: skip
        _stall(canvas, x, y, width, colour)
    for x, y, size, coat in ((660, 720, 108, 1), (735, 730, 110, 0), (880, 700, 96, 3), (980, 780, 132, 4),
                             (560, 860, 170, 5), (830, 905, 186, 2), (1070, 960, 208, 1)):  # fmt: skip
        canvas.ellipse(x, y, size * 0.22, size * 0.04, "#a38b69")
        canvas.person(x, y, size, COATS[coat])
    return canvas


def _shop(canvas: Canvas, x: float, foot: float, width: float, turn: int) -> None:
    height = width * 1.25
    wall = ("#f5ead5", "#eadbc0", "#f0e2cc")[turn % 3]
    canvas.house(x, foot, width, height * 0.9, wall, "#4b4f58")
    canvas.rectangle(x, foot - height * 0.45, width, height * 0.05, "#8a5a3c")
    canvas.rectangle(x + width * 0.1, foot - height * 0.4, width * 0.8, height * 0.4, "#7a4d33", 2)
    canvas.rectangle(x + width * 0.14, foot - height * 0.36, width * 0.72, height * 0.36, "#ffdf9c")
    for door in (0.3, 0.5, 0.7):
        canvas.rectangle(x + width * door - 2, foot - height * 0.36, 4, height * 0.36, "#7a4d33")
    for lamp in (0.08, 0.92):
        canvas.ellipse(x + width * lamp, foot - height * 0.36, width * 0.05, width * 0.06, "#d8432f")


def _stall(canvas: Canvas, x: float, y: float, width: float, colour: str) -> None:
    tall = width * 0.62
    for post in (0.05, 0.95):
        canvas.rectangle(x + width * post - 4, y - tall, 8, tall, "#7a5a3e")
    canvas.rectangle(x, y - width * 0.27, width, width * 0.27, "#9c7046", 4)
    canvas.rectangle(x, y - width * 0.27, width, width * 0.05, "#c2945f", 4)
    for pile in range(5):
        goods = ("#d9573f", "#7fae4a", "#e8b53e", "#f2ede0", "#7d4f8a")[pile]
        left = x + width * (0.1 + 0.2 * pile)
        for across, up in ((-0.045, 0), (0.045, 0), (0, 0.06), (0, 0)):
            canvas.circle(left + width * across, y - width * (0.3 + up), width * 0.045, mix(goods, "#ffffff", up * 3))
    stripe = width * 1.12 / 8
    for band in range(8):
        left = x - width * 0.06 + stripe * band
        cloth = colour if band % 2 else "#fbf3e2"
        canvas.polygon([(left + 14, y - tall - 34), (left + stripe + 4, y - tall - 34), (left + stripe, y - tall + 24),
                        (left, y - tall + 24)], cloth)  # fmt: skip
        canvas.ellipse(left + stripe / 2, y - tall + 24, stripe / 2, 12, cloth)


def school_courtyard() -> Canvas:
    canvas = Canvas("school-courtyard")
    canvas.wash("#8fcbe9", "#eef7f0", 0, 620)
    canvas.cloud(280, 140, 68, "#ffffff")
    canvas.cloud(1340, 190, 60, "#ffffff")
    canvas.hills(520, 130, "#9cc6b8", "#c9e0c8", 2)
    canvas.block(180, 700, 900, 3, 9, "#f4d9b5", "#6fa5bd")
    canvas.rectangle(520, 250, 220, 452, "#d98c5f", 4)
    canvas.rectangle(550, 440, 160, 110, "#8fbdd0", 4)
    canvas.circle(630, 340, 52, "#fbf6ea")
    canvas.line([(630, 340), (630, 306)], "#4b4f58", 6)
    canvas.line([(630, 340), (656, 354)], "#4b4f58", 6)
    canvas.rectangle(575, 590, 110, 112, "#7a4d3b", 6)
    canvas.shape([(0, 700), (WIDTH, 700), (WIDTH, HEIGHT), (0, HEIGHT)], "#a8cf7a", "#6fa95a")
    canvas.shape([(580, 700), (690, 700), (1060, HEIGHT), (260, HEIGHT)], "#efdfc0", "#d3bb92")
    canvas.rectangle(1190, 250, 10, 470, "#b9bfc4", 4)
    canvas.polygon([(1200, 258), (1330, 272), (1316, 304), (1330, 340), (1200, 330)], "#d9452f")
    for x, y, size in ((90, 760, 300), (1440, 780, 380), (1150, 740, 150)):
        canvas.tree(x, y, size, "#5a9a4c")
    canvas.ellipse(1440, 800, 130, 26, "#5c924b")
    for x, y, size, coat in ((560, 800, 108, 0), (700, 812, 112, 5), (860, 850, 124, 2), (1010, 824, 114, 1),
                             (330, 880, 140, 4), (1240, 900, 150, 0), (1340, 910, 152, 3)):  # fmt: skip
        canvas.ellipse(x, y, size * 0.22, size * 0.04, "#86a868")
        canvas.person(x, y, size, COATS[coat])
    canvas.line([(870, 790), (905, 740), (940, 726), (980, 740), (1005, 772)], "#f7f2e3", 4)
    canvas.circle(470, 880, 20, "#e8803f")
    canvas.stooping(210, 985, 190, COATS[1])
    for plant in range(6):
        canvas.circle(330 + plant * 46, 990, 17, "#4f8f3f")
        canvas.circle(322 + plant * 46, 980, 10, "#86bf58")
    return canvas


def village_clinic() -> Canvas:
    canvas = Canvas("village-clinic")
    canvas.wash("#b9e0ea", "#f3f8ec", 0, 640)
    canvas.hills(520, 220, "#93bdb4", "#c8dfcd", 1.6)
    canvas.hills(600, 130, "#6ba386", "#9cc79d", 2.4)
    canvas.shape([(0, 690), (WIDTH, 690), (WIDTH, HEIGHT), (0, HEIGHT)], "#e4d7ba", "#c4ae86")
    canvas.house(330, 720, 940, 330, "#fbfaf4", "#4e6470")
    canvas.rectangle(330, 660, 940, 60, "#b9d3cf")
    canvas.rectangle(400, 480, 800, 240, "#fbfaf4")
    for x in (430, 970):
        canvas.rectangle(x, 470, 200, 150, "#7fb0bd", 6)
        canvas.rectangle(x + 10, 480, 180, 130, "#cfe8ea", 4)
        canvas.rectangle(x + 96, 480, 8, 130, "#7fb0bd")
        canvas.rectangle(x - 8, 616, 216, 14, "#d7cdb8", 4)
    canvas.rectangle(690, 470, 220, 250, "#5d8f93", 6)
    canvas.rectangle(702, 482, 94, 238, "#dff0ee", 4)
    canvas.rectangle(804, 482, 94, 238, "#dff0ee", 4)
    canvas.circle(800, 378, 50, "#ffffff")
    canvas.rectangle(786, 342, 28, 72, "#d9452f", 3)
    canvas.rectangle(764, 364, 72, 28, "#d9452f", 3)
    for x, size in ((110, 330), (1480, 360)):
        canvas.tree(x, 760, size, "#5f9a58")
    canvas.ellipse(820, 930, 330, 26, "#b59d74")
    for x in (640, 990):
        canvas.rectangle(x, 800, 18, 122, "#7a5638", 4)
    canvas.rectangle(600, 786, 450, 28, "#a8774a", 8)
    _seated(canvas, 560, 930, "#8a5a83", "#c9c6c2", 1)
    _seated(canvas, 1085, 930, "#f7f9fa", "#2e2a28", -1)
    canvas.line([(618, 790), (700, 778), (760, 782)], "#8a5a83", 20)
    canvas.circle(765, 781, 13, "#e8b98f")
    canvas.rectangle(690, 764, 40, 30, "#3d6fa5", 8)
    canvas.line([(1030, 790), (950, 778), (890, 784)], "#e6ecee", 20)
    canvas.circle(884, 784, 13, "#e8b98f")
    canvas.line([(722, 772), (780, 752), (830, 770)], "#4b545c", 4)
    canvas.rectangle(820, 742, 62, 44, "#5b6b78", 6)
    canvas.rectangle(830, 750, 42, 22, "#bfe3d0", 3)
    canvas.rectangle(930, 738, 76, 50, "#f3f0e8", 6)
    canvas.rectangle(960, 748, 14, 32, "#d9452f")
    canvas.rectangle(951, 757, 32, 14, "#d9452f")
    for x, size, coat in ((250, 190, 0), (330, 176, 3), (1330, 186, 5)):
        canvas.person(x, 880, size, COATS[coat])
    return canvas


def _seated(canvas: Canvas, x: float, y: float, coat: str, hair: str, facing: int) -> None:
    """Someone on a stool, turned to the right (1) or to the left (-1)."""
    canvas.rectangle(x - 42, y - 86, 84, 16, "#8b6242", 6)
    for leg in (-32, 22):
        canvas.rectangle(x + leg, y - 72, 10, 72, "#6d4a30", 3)
    canvas.line([(x, y - 96), (x + facing * 72, y - 92), (x + facing * 76, y - 6)], "#4b5560", 30)
    canvas.rectangle(x + facing * 76 - 20 + facing * 8, y - 16, 44, 16, "#33383e", 7)
    canvas.rectangle(x - 40, y - 212, 80, 132, coat, 28)
    canvas.line([(x + facing * 14, y - 186), (x + facing * 52, y - 140)], mix(coat, "#000000", 0.08), 24)
    canvas.circle(x + facing * 6, y - 246, 36, "#e8b98f")
    canvas.pen.chord([n * 2 for n in (x + facing * 2 - 38, y - 286, x + facing * 2 + 38, y - 214)], 170, 370, fill=hair)
    canvas.circle(x - facing * 24, y - 250, 16, hair)


def housing_estate() -> Canvas:
    canvas = Canvas("housing-estate")
    canvas.wash("#9fd3ee", "#f6f4e6", 0, 700)
    canvas.cloud(760, 130, 66, "#ffffff")
    canvas.cloud(1380, 200, 50, "#ffffff")
    canvas.hills(560, 140, "#a8cbbd", "#d2e4cf", 2.2)
    canvas.block(60, 720, 300, 6, 4, "#ecd2b4", "#7fa9bd")
    canvas.block(1260, 720, 300, 6, 4, "#e9cbb0", "#7fa9bd")
    canvas.block(470, 750, 560, 6, 6, "#f3e0c2", "#6d9fb8")
    _lift(canvas, 706, 750, 88, 520)
    _lift(canvas, 170, 720, 62, 390)
    canvas.shape([(0, 715), (470, 720), (480, 752), (1030, 752), (1040, 720), (WIDTH, 715), (WIDTH, HEIGHT), (0, HEIGHT)],
                 "#a5cc7c", "#6ea558")  # fmt: skip
    canvas.shape([(690, 752), (810, 752), (1010, HEIGHT), (470, HEIGHT)], "#eee2cc", "#d0bd99")
    for x, y, size in ((430, 800, 190), (1080, 800, 210), (80, 880, 260), (1500, 900, 300)):
        canvas.ellipse(x, y, size * 0.3, size * 0.05, "#639650")
        canvas.tree(x, y, size, "#5b984c")
    for x in range(1120, 1460, 34):
        canvas.circle(x, 960 + (x % 3) * 6, 26, "#4f8c46")
        canvas.circle(x - 6, 948 + (x % 3) * 6, 10, ("#f0b7a0", "#f7e08c", "#ffffff")[x // 34 % 3])
    canvas.rectangle(210, 920, 240, 16, "#a8774a", 6)
    canvas.rectangle(210, 876, 240, 12, "#a8774a", 6)
    for leg in (226, 424):
        canvas.rectangle(leg, 876, 12, 84, "#5f6b72", 3)
    for x, y, size, coat in ((600, 960, 176, 4), (860, 880, 148, 1), (920, 890, 104, 0), (520, 1000, 180, 2)):
        canvas.ellipse(x, y, size * 0.22, size * 0.04, "#a8a37e")
        canvas.person(x, y, size, COATS[coat])
    return canvas


def _lift(canvas: Canvas, x: float, foot: float, width: float, height: float) -> None:
    """A glass lift shaft set against a wall."""
    canvas.shape([(x, foot - height), (x + width, foot - height), (x + width, foot), (x, foot)], "#cdeaf2", "#86bccf")
    for beam in range(7):
        canvas.rectangle(x - 3, foot - height + beam * height / 6 - 4, width + 6, 8, "#5b7682")
    for post in (0, 0.5, 1):
        canvas.rectangle(x + width * post - 4, foot - height, 8, height, "#5b7682")
    canvas.rectangle(x - 10, foot - height - 16, width + 20, 18, "#48606b", 4)
    canvas.rectangle(x + 8, foot - height * 0.62, width - 16, height * 0.15, "#f3c25b", 4)
    canvas.rectangle(x + 8, foot - height * 0.14, width - 16, height * 0.14, "#48606b", 3)


def lanterns() -> Canvas:
    canvas = Canvas("lanterns")
    canvas.wash("#232a55", "#c8736a", 0, 800)
    for _ in range(90):
        canvas.circle(canvas.chance.uniform(0, WIDTH), canvas.chance.uniform(0, 330), canvas.chance.uniform(0.8, 2.2), "#e9e3f2")
    canvas.sun(1240, 190, 50, "#fbeecb")
    canvas.hills(660, 150, "#5b4a70", "#9a6070", 2)
    canvas.shape([(0, 760), (620, 690), (980, 690), (WIDTH, 760), (WIDTH, HEIGHT), (0, HEIGHT)], "#8a5a5c", "#3b2c44")
    for x, foot, width in ((-60, 800, 420), (330, 735, 240), (1030, 735, 240), (1240, 800, 420)):
        canvas.house(x, foot, width, width * 0.62, "#6b4a58", "#2a2440")
        canvas.rectangle(x + width * 0.1, foot - width * 0.44, width * 0.8, width * 0.44, "#4a2f3c", 4)
        for pane in range(4):
            left = x + width * (0.13 + 0.19 * pane)
            canvas.rectangle(left, foot - width * 0.41, width * 0.16, width * 0.36, "#ffc66b", 3)
            canvas.rectangle(left + width * 0.074, foot - width * 0.41, width * 0.012, width * 0.36, "#4a2f3c")
            canvas.rectangle(left, foot - width * 0.27, width * 0.16, width * 0.012, "#4a2f3c")
    canvas.glow(800, 800, 520, "#ffb35c", 0.5)
    for string in range(4):
        _lantern_string(canvas, 60 + string * 96, 90 + 60 * string, 34 + 0 * string + string * 4)
    for x, size, coat in ((560, 130, 0), (640, 122, 2), (860, 140, 5), (950, 96, 0), (1040, 150, 4), (430, 165, 1)):
        y = 880 + size * 0.6
        canvas.ellipse(x, y, size * 0.22, size * 0.04, "#33263d")
        canvas.person(x, y, size, mix(COATS[coat], "#2a1f3a", 0.25), "#2a2438")
    return canvas


def _lantern_string(canvas: Canvas, y: float, sag: float, size: float) -> None:
    """Lanterns on a rope that sags across the street, with the light around each."""
    count = 9

    def at(share: float) -> tuple[float, float]:
        return -40 + (WIDTH + 80) * share, y + sag * 4 * share * (1 - share)

    canvas.line([at(part / 40) for part in range(41)], "#2b2138", 4)
    for place in range(count):
        x, top = at((place + (0.5 if size % 8 else 0.2)) / count)
        middle = top + size * 1.35
        canvas.glow(x, middle, size * 3.4, "#ffb24d", 0.5)
        canvas.line([(x, top), (x, middle)], "#2b2138", 3)
        for across, colour in ((1.12, "#c9301f"), (0.78, "#e6482b"), (0.42, "#f77a3c"), (0.14, "#ffb454")):
            canvas.ellipse(x, middle, size * across, size * 0.9, colour)
        for end in (-1, 1):
            canvas.rectangle(x - size * 0.42, middle + end * size * 0.9 - 5, size * 0.84, 10, "#f2c14e", 3)
        for thread in (-0.16, 0, 0.16):
            canvas.line([(x + size * thread, middle + size * 0.95), (x + size * thread, middle + size * 1.7)], "#f2a33c", 3)


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
    for x, coat, hat in ((430, 1, ""), (800, 0, ""), (1150, 3, "")):
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
            canvas.rectangle(x + column * width * 0.27 - size * 0.06, foot - size * row / 6, size * 0.11, size * 0.07, tint, 2)
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
    canvas.pen.chord([n * 2 for n in (x - 47, table - 274, x + 47, table - 186)], 180, 360, fill="#3a3431")


def sports_field() -> Canvas:
    canvas = Canvas("sports-field")
    canvas.wash("#7fc0e8", "#edf6f2", 0, 560)
    canvas.cloud(330, 150, 76, "#ffffff")
    canvas.cloud(1180, 110, 58, "#ffffff")
    canvas.hills(470, 150, "#8fb8b3", "#c3dccb", 1.8)
    _grandstand(canvas)
    canvas.wash("#86c163", "#5ba04e", 520, HEIGHT - 520)
    for stripe in range(0, 9, 2):
        x = 60 + stripe * 180
        canvas.polygon([(x, 520), (x + 180, 520), (800 + (x + 180 - 800) * 1.5, 730), (800 + (x - 800) * 1.5, 730)], "#7bb95c")
    canvas.ellipse(800, 620, 190, 44, "#dff0d2")
    canvas.ellipse(800, 620, 183, 40, "#7ab75a")
    canvas.line([(800, 524), (800, 724)], "#dff0d2", 5)
    for x in (70, 1420):
        canvas.line([(x, 590), (x, 530), (x + 110, 530), (x + 110, 590)], "#f7fbf7", 7)
    canvas.shape([(0, 724), (WIDTH, 700), (WIDTH, HEIGHT), (0, HEIGHT)], "#c9583f", "#a8402f")
    for lane in range(5):
        near = (lane / 4) ** 1.4
        canvas.line([(0, 728 + 310 * near), (WIDTH, 704 + 270 * near)], "#f6e7df", 4 + 4 * near)
    for x, y, size, coat in ((420, 800, 170, 2), (660, 838, 190, 1), (950, 880, 215, 3), (1290, 945, 245, 5)):
        _runner(canvas, x, y, size, COATS[coat])
    for x, y, size in ((60, 530, 130), (1540, 530, 150), (1450, 526, 100)):
        canvas.tree(x, y, size, "#559650")
    return canvas


def _grandstand(canvas: Canvas) -> None:
    canvas.polygon([(330, 330), (1270, 330), (1330, 290), (270, 290)], "#e8edf0")
    canvas.polygon([(270, 290), (1330, 290), (1290, 272), (310, 272)], "#c7d3da")
    for post in range(360, 1270, 145):
        canvas.rectangle(post, 330, 10, 150, "#aab7bf")
    for row in range(6):
        canvas.rectangle(340 - row * 14, 380 + row * 24, 920 + row * 28, 24, mix("#6f8ea3", "#9fb6c4", row / 5))
        for seat in range(46 + row):
            if canvas.chance.random() < 0.72:
                x = 352 - row * 14 + seat * 20
                canvas.rectangle(x - 7, 376 + row * 24, 14, 18, canvas.chance.choice(COATS), 5)
                canvas.circle(x, 372 + row * 24, 6, "#e8b98f")


def _runner(canvas: Canvas, x: float, y: float, size: float, shirt: str) -> None:
    canvas.ellipse(x, y + 4, size * 0.32, size * 0.035, "#8a3426")
    hip, skin = (x, y - size * 0.45), "#e2ae85"
    front = [hip, (x + size * 0.22, y - size * 0.34), (x + size * 0.2, y - size * 0.08)]
    back = [hip, (x - size * 0.1, y - size * 0.2), (x - size * 0.34, y - size * 0.22)]
    for leg in (back, front):
        canvas.line(leg, skin, size * 0.085)
        foot = leg[-1]
        canvas.ellipse(foot[0] + size * 0.03, foot[1] + size * 0.02, size * 0.075, size * 0.035, "#f4f4f0")
    canvas.line([(x + size * 0.08, y - size * 0.74), (x - size * 0.14, y - size * 0.6), (x - size * 0.24, y - size * 0.7)],
                mix(skin, "#000000", 0.12), size * 0.06)  # fmt: skip
    canvas.polygon([(x + size * 0.0, y - size * 0.8), (x + size * 0.17, y - size * 0.78), (x + size * 0.1, y - size * 0.42),
                    (x - size * 0.09, y - size * 0.44)], shirt)  # fmt: skip
    canvas.polygon([(x - size * 0.1, y - size * 0.5), (x + size * 0.1, y - size * 0.48), (x + size * 0.15, y - size * 0.33),
                    (x - size * 0.1, y - size * 0.34)], "#2f3d52")  # fmt: skip
    canvas.line([(x + size * 0.1, y - size * 0.74), (x + size * 0.22, y - size * 0.58), (x + size * 0.34, y - size * 0.7)],
                skin, size * 0.065)  # fmt: skip
    canvas.circle(x + size * 0.13, y - size * 0.89, size * 0.095, skin)
    canvas.circle(x + size * 0.1, y - size * 0.92, size * 0.09, "#2e2a28")
    canvas.circle(x + size * 0.15, y - size * 0.875, size * 0.075, skin)


def night_square() -> Canvas:
    canvas = Canvas("night-square")
    canvas.wash("#141b3c", "#4a4a82", 0, 700)
    for _ in range(140):
        canvas.circle(canvas.chance.uniform(0, WIDTH), canvas.chance.uniform(0, 400), canvas.chance.uniform(0.8, 2.4), "#e6e4f5")
    canvas.sun(330, 170, 56, "#fbf1cf")
    canvas.hills(600, 150, "#2b3160", "#454a80", 2)
    for x, floors in ((40, 4), (1330, 5)):
        canvas.block(x, 700, 230, floors, 4, "#2f3560", "#f5c877")
    canvas.shape([(0, 690), (WIDTH, 690), (WIDTH, HEIGHT), (0, HEIGHT)], "#5a4f78", "#2a2848")
    canvas.glow(800, 640, 560, "#ffb765", 0.65)
    _opera_stage(canvas)
    for ring in range(5):
        canvas.line([(0, 760 + ring * ring * 16), (WIDTH, 760 + ring * ring * 16)], "#54487044"[:7], 2)
    canvas.ellipse(800, 880, 560, 90, "#a87a5a")
    canvas.ellipse(800, 880, 500, 74, "#c2935f")
    for x, colour in ((180, "#c8553d"), (1180, "#3f8f86")):
        canvas.glow(x + 110, 800, 230, "#ffd38a", 0.6)
        _stall(canvas, x, 880, 230, colour)
    for _ in range(34):
        share = canvas.chance.random()
        y = 800 + 200 * share
        x = canvas.chance.uniform(430, 1170)
        size = 84 + 74 * share
        canvas.person(x, y, size, mix(canvas.chance.choice(COATS), NIGHT, 0.3), "#23243f")
    for x in (80, 1520):
        canvas.rectangle(x - 6, 560, 12, 420, "#23243f", 4)
        canvas.glow(x, 550, 170, "#ffe3a3", 0.9)
        canvas.circle(x, 550, 26, "#fff3cf")
    return canvas


def _opera_stage(canvas: Canvas) -> None:
    canvas.rectangle(520, 700, 560, 90, "#8f7a6a", 4)
    canvas.rectangle(505, 690, 590, 20, "#b59d86", 4)
    canvas.shape([(560, 440), (1040, 440), (1040, 692), (560, 692)], "#b8452f", "#f0a050")
    canvas.rectangle(690, 500, 220, 192, "#f7cf86", 8)
    canvas.circle(800, 590, 66, "#e8a950")
    for post in (556, 690, 892, 1022):
        canvas.rectangle(post, 420, 22, 272, "#7d2a24", 3)
    for top, half, rise in ((430, 350, 90), (338, 210, 74)):
        canvas.polygon(
            [(800 - half, top - 34), (800 - half * 0.8, top - 14), (800 - half * 0.5, top - rise), (800 + half * 0.5, top - rise),
             (800 + half * 0.8, top - 14), (800 + half, top - 34), (800 + half * 0.86, top + 12), (800 - half * 0.86, top + 12)],
            "#262347")  # fmt: skip
        canvas.line([(800 - half * 0.86, top + 12), (800 + half * 0.86, top + 12)], "#ffcf7a", 7)
    for x in range(550, 1070, 74):
        canvas.glow(x, 470, 50, "#ffb24d", 0.6)
        canvas.ellipse(x, 466, 16, 19, "#e6482b")
    for x, coat in ((740, "#f4ead2"), (860, "#3f8f86")):
        canvas.person(x, 692, 130, coat, "#f4ead2")
        for side in (-1, 1):
            canvas.line([(x + side * 24, 636), (x + side * 62, 600), (x + side * 70, 640)], mix(coat, "#ffffff", 0.4), 12)


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
                canvas.polygon([(x, y), (x + 104, y - 12), (x + 116, y + 86), (x + 12, y + 98)], canvas.chance.choice(fields))
    river = [(x, 610 + 130 * math.sin(x / 260 + 0.6) - x * 0.05) for x in range(-20, WIDTH + 40, 12)]
    canvas.line(river, "#a9d3dd", 92)
    canvas.line(river, "#7fbdd0", 70)
    canvas.line([(x, y - 12) for x, y in river], "#a5d4e0", 6)
    for road, width in (
        ([(0, 930), (300, 860), (560, 900), (840, 980), (WIDTH, 1010)], 30),
        ([(560, 900), (600, 620), (700, 380), (690, 0)], 26),
        ([(0, 330), (330, 360), (700, 380), (1120, 300), (WIDTH, 340)], 26),
        ([(1120, 300), (1180, 520), (1130, 990)], 20),
    ):
        canvas.line(road, "#c9bda2", width + 8)
        canvas.line(road, "#fffaf0", width)
    for x, y in ((120, 420), (210, 450), (300, 420), (400, 450), (480, 430), (150, 520), (250, 545), (370, 530), (780, 430),
                 (870, 400), (960, 420), (790, 250), (880, 220), (990, 210), (330, 780), (210, 790), (440, 800)):  # fmt: skip
        canvas.rectangle(x + 6, y + 7, 64, 46, "#cfc3a8", 4)
        canvas.rectangle(x, y, 64, 46, canvas.chance.choice(("#e58f6b", "#e9a876", "#d97b62", "#f0c08a")), 4)
        canvas.line([(x, y + 23), (x + 64, y + 23)], "#fff3e0", 2)
    for x, y in [(canvas.chance.uniform(20, 640), canvas.chance.uniform(40, 290)) for _ in range(34)]:
        canvas.circle(x + 4, y + 6, 20, "#a8bf86")
        canvas.circle(x, y, 20, "#6fa567")
        canvas.circle(x - 5, y - 6, 9, "#93c183")
    for x, y, colour in ((255, 430, "#d9452f"), (915, 390, "#3d6fa5"), (1290, 640, "#e0a83b"), (700, 380, "#6a8f5b"),
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
