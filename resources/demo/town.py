"""The demo's pictures of streets, squares and yards."""

from __future__ import annotations

from resources.demo.brush import HEIGHT, WIDTH, Canvas, mix

COATS = ("#c8553d", "#3d6fa5", "#e0a83b", "#6a8f5b", "#8a5a83", "#4f9aa8")
NIGHT = "#1d2547"


def market_street() -> Canvas:
    canvas = Canvas("market-street")
    canvas.wash("#f7b98a", "#fdebcf", 0, 620)
    canvas.sun(800, 430, 74, "#ffe0a0")
    canvas.hills(540, 140, "#c9a3a8", "#ecc9b0", 2)
    canvas.shape([(0, 660), (690, 560), (910, 560), (WIDTH, 660), (WIDTH, HEIGHT), (0, HEIGHT)], "#e2cfae", "#b99f7c")
    for row in range(12):
        near = (row / 11) ** 1.8
        y = 566 + 500 * near
        canvas.line([(690 - 690 * near, y), (910 + 690 * near, y)], "#c9b28d", 2 + 2 * near)
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
    canvas.hair(x + facing * 2, y - 248, 38, hair)
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
    lawn = [(0, 715), (470, 720), (480, 752), (1030, 752), (1040, 720), (WIDTH, 715), (WIDTH, HEIGHT), (0, HEIGHT)]
    canvas.shape(lawn, "#a5cc7c", "#6ea558")
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
    canvas.stars(90, 330)
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
        _lantern_string(canvas, 60 + string * 96, 90 + 60 * string, 34 + 4 * string)
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
            silk = x + size * thread
            canvas.line([(silk, middle + size * 0.95), (silk, middle + size * 1.7)], "#f2a33c", 3)


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
        near = 800 + (x - 800) * 1.5
        canvas.polygon([(x, 520), (x + 180, 520), (near + 270, 730), (near, 730)], "#7bb95c")
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
    skin, dark = "#e2ae85", "#c8997a"

    def body(*places: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + size * across, y - size * up) for across, up in places]

    back = body((0, 0.45), (-0.1, 0.2), (-0.34, 0.22))
    front = body((0, 0.45), (0.22, 0.34), (0.2, 0.08))
    for leg in (back, front):
        canvas.line(leg, skin, size * 0.085)
        ankle_x, ankle_y = leg[-1]
        canvas.ellipse(ankle_x + size * 0.03, ankle_y + size * 0.02, size * 0.075, size * 0.035, "#f4f4f0")
    canvas.line(body((0.08, 0.74), (-0.14, 0.6), (-0.24, 0.7)), dark, size * 0.06)
    canvas.polygon(body((0, 0.8), (0.17, 0.78), (0.1, 0.42), (-0.09, 0.44)), shirt)
    canvas.polygon(body((-0.1, 0.5), (0.1, 0.48), (0.15, 0.33), (-0.1, 0.34)), "#2f3d52")
    canvas.line(body((0.1, 0.74), (0.22, 0.58), (0.34, 0.7)), skin, size * 0.065)
    canvas.circle(x + size * 0.13, y - size * 0.89, size * 0.095, skin)
    canvas.circle(x + size * 0.1, y - size * 0.92, size * 0.09, "#2e2a28")
    canvas.circle(x + size * 0.15, y - size * 0.875, size * 0.075, skin)


def night_square() -> Canvas:
    canvas = Canvas("night-square")
    canvas.wash("#141b3c", "#4a4a82", 0, 700)
    canvas.stars(140, 400)
    canvas.sun(330, 170, 56, "#fbf1cf")
    canvas.hills(600, 150, "#2b3160", "#454a80", 2)
    for x, floors in ((40, 4), (1330, 5)):
        canvas.block(x, 700, 230, floors, 4, "#2f3560", "#f5c877")
    canvas.shape([(0, 690), (WIDTH, 690), (WIDTH, HEIGHT), (0, HEIGHT)], "#5a4f78", "#2a2848")
    canvas.glow(800, 640, 560, "#ffb765", 0.65)
    _opera_stage(canvas)
    for ring in range(5):
        canvas.line([(0, 760 + ring * ring * 16), (WIDTH, 760 + ring * ring * 16)], "#544870", 2)
    canvas.ellipse(800, 880, 560, 90, "#a87a5a")
    canvas.ellipse(800, 880, 500, 74, "#c2935f")
    for left, colour in ((180, "#c8553d"), (1180, "#3f8f86")):
        canvas.glow(left + 110, 800, 230, "#ffd38a", 0.6)
        _stall(canvas, left, 880, 230, colour)
    for share in sorted(canvas.chance.random() for _ in range(34)):
        place = canvas.chance.uniform(430, 1170)
        coat = mix(canvas.chance.choice(COATS), NIGHT, 0.3)
        canvas.person(place, 800 + 200 * share, 84 + 74 * share, coat, "#23243f")
    for lamp in (80, 1520):
        canvas.rectangle(lamp - 6, 560, 12, 420, "#23243f", 4)
        canvas.glow(lamp, 550, 170, "#ffe3a3", 0.9)
        canvas.circle(lamp, 550, 26, "#fff3cf")
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
        outline = ((1, -34), (0.8, -14), (0.5, -rise), (-0.5, -rise), (-0.8, -14), (-1, -34), (-0.86, 12), (0.86, 12))
        canvas.polygon([(800 + half * across, top + down) for across, down in outline], "#262347")
        canvas.line([(800 - half * 0.86, top + 12), (800 + half * 0.86, top + 12)], "#ffcf7a", 7)
    for x in range(550, 1070, 74):
        canvas.glow(x, 470, 50, "#ffb24d", 0.6)
        canvas.ellipse(x, 466, 16, 19, "#e6482b")
    for x, coat in ((740, "#f4ead2"), (860, "#3f8f86")):
        canvas.person(x, 692, 130, coat, "#f4ead2")
        for side in (-1, 1):
            sleeve = [(x + side * 24, 636), (x + side * 62, 600), (x + side * 70, 640)]
            canvas.line(sleeve, mix(coat, "#ffffff", 0.4), 12)
