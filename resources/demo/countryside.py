"""The demo's pictures of fields, hills and water."""

from __future__ import annotations

import math

from resources.demo.brush import HEIGHT, WIDTH, Canvas, Point, mix

COATS = ("#c8553d", "#3d6fa5", "#e0a83b", "#6a8f5b", "#8a5a83")
STRAW = "#e8cf8f"


def terraced_fields() -> Canvas:
    canvas = Canvas("terraced-fields")
    canvas.wash("#f6c98a", "#fdf0d2", 0, 520)
    canvas.sun(1180, 210, 62, "#ffdf8f")
    canvas.hills(430, 170, "#b9b7c4", "#e3cfb6", 1.4)
    canvas.hills(500, 150, "#8f9f9c", "#c9c29b", 2.1)
    canvas.hills(560, 110, "#6f8f6b", "#9aa860", 1.7)
    steps = 15
    for step in range(steps):
        near = step / (steps - 1)
        edge = _terrace(step, 545 + 480 * near**1.35, 16 + 46 * near)
        field = mix("#cdbd5a", "#e3b23f", near) if step % 3 else mix("#8fae57", "#9cbb4e", near)
        canvas.shape([*edge, (WIDTH, HEIGHT), (0, HEIGHT)], mix(field, "#fff2bd", 0.28), field)
        canvas.line(edge, mix("#7b7f3d", "#5c6b2c", near), 3 + 7 * near)
        if step % 3 == 0:
            canvas.line([(x, y + 9 + 8 * near) for x, y in edge], mix(field, "#ffffff", 0.35), 2 + 3 * near)
    for x, y, size in ((250, 640, 120), (318, 655, 88), (1330, 720, 150), (1425, 735, 105)):
        canvas.tree(x, y, size, "#5f8a45")
    canvas.house(1090, 668, 112, 60, "#f7f1e4", "#4b5158")
    canvas.house(1206, 682, 84, 50, "#f2e8d5", "#555a5f")
    for x, y, coat in ((560, 868, COATS[0]), (690, 880, COATS[1]), (930, 985, COATS[2])):
        canvas.stooping(x, y, 92, coat, hat=STRAW)
    return canvas


def _terrace(step: int, base: float, swing: float) -> list[Point]:
    shift = step * 0.55
    return [
        (x, base + swing * (math.sin(x / 270 + shift) + 0.45 * math.sin(x / 118 - shift * 1.3)) * 0.7)
        for x in range(0, WIDTH + 10, 10)
    ]


def rice_transplanting() -> Canvas:
    canvas = Canvas("rice-transplanting")
    canvas.wash("#a9d7e8", "#eaf6ec", 0, 480)
    canvas.cloud(330, 150, 70, "#ffffff")
    canvas.cloud(1240, 210, 54, "#f8fcfb")
    canvas.hills(400, 190, "#8fbcc0", "#c3ddd0", 1.5)
    canvas.hills(440, 120, "#5f9f88", "#94c39c", 2.4)
    for x in range(-20, WIDTH, 74):
        canvas.tree(x + canvas.chance.uniform(-18, 18), 462, canvas.chance.uniform(58, 104), "#4d8c5c")
    for x, width in ((230, 120), (372, 96), (1130, 130)):
        canvas.house(x, 466, width, width * 0.5, "#fbf7ec", "#525a61")
    canvas.wash("#cfe9ea", "#7fb7b6", 460, HEIGHT - 460)
    canvas.rectangle(0, 456, WIDTH, 14, "#7f9a4c")
    canvas.ripples(480, 540, "#d9efee", 90)
    for row in range(13):
        _seedlings(canvas, row)
    canvas.shape([(0, 756), (WIDTH, 690), (WIDTH, 716), (0, 792)], "#9ab358", "#6d8340")
    for x, y, size, coat in ((1010, 640, 110, 0), (1190, 655, 112, 1), (1395, 668, 114, 2), (990, 905, 190, 3),
                             (1300, 985, 205, 4)):  # fmt: skip
        canvas.ellipse(x + size * 0.1, y, size * 0.34, size * 0.045, "#6aa3a4")
        canvas.stooping(x, y, size, COATS[coat], hat=STRAW)
    return canvas


def _seedlings(canvas: Canvas, row: int) -> None:
    """One row of young rice, running from the far bank towards the lower left."""
    for place in range(34):
        near = (place / 33) ** 1.7
        x = 90 + row * (48 + 62 * near) - 470 * near
        y = 488 + 590 * near
        if not -20 < x < 930 - 60 * near or abs(y - (774 - x * 0.045)) < 26:
            continue
        size = 8 + 30 * near
        for lean in (-0.45, 0, 0.45):
            canvas.line([(x, y), (x + lean * size, y - size)], mix("#5da24f", "#8cc152", abs(lean)), 1.6 + 3 * near)


def tea_hills() -> Canvas:
    canvas = Canvas("tea-hills")
    canvas.wash("#bfe3e6", "#f7f5df", 0, 560)
    canvas.sun(320, 180, 54, "#fff0b5")
    canvas.hills(430, 220, "#a4c9c4", "#d8e8d5", 1.3)
    canvas.hills(520, 170, "#77ad95", "#b4d4ae", 1.9)
    canvas.glow(820, 500, 420, "#ffffff", 0.55)
    for left, right, top, bottom, colour in ((-260, 900, 500, 900, "#5b9a55"), (620, 1900, 440, 960, "#4b8c4e"),
                                             (-420, 1500, 690, 1300, "#66a653")):  # fmt: skip
        _tea_mound(canvas, left, right, top, bottom, colour)
    for x, y, size in ((1220, 470, 150), (1292, 462, 110)):
        canvas.tree(x, y, size, "#3f7a4a")
    for x, y, size, coat in ((470, 800, 120, 0), (790, 838, 128, 1), (1120, 640, 84, 2), (250, 960, 168, 4)):
        canvas.person(x, y, size, COATS[coat], hat=STRAW)
        canvas.rectangle(x - size * 0.3, y - size * 0.52, size * 0.2, size * 0.24, "#a8743f", 4)
    return canvas


def _tea_mound(canvas: Canvas, left: float, right: float, top: float, bottom: float, colour: str) -> None:
    """A hill covered with clipped rows of tea, each lower row nearer and broader."""
    middle, half = (left + right) / 2, (right - left) / 2
    rows = 13
    for row in range(rows):
        near = row / rows
        crest = top + (bottom - top) * near**1.25
        reach = half * (0.5 + 0.9 * near)
        arc = [
            (middle + reach * across / 40, crest + (90 + 190 * near) * (across / 40) ** 2 * (1.6 - 0.6 * near))
            for across in range(-80, 81, 2)
        ]
        shade = mix(mix(colour, "#dcedb0", 0.35), colour, near)
        canvas.shape([*arc, (arc[-1][0], 2 * HEIGHT), (arc[0][0], 2 * HEIGHT)], shade, mix(colour, "#244f35", 0.25))
        canvas.line(arc, mix(shade, "#f4f7c8", 0.35), 4 + 8 * near)
        canvas.line([(x, y + 22 + 22 * near) for x, y in arc], mix(colour, "#1d4631", 0.5), 4 + 7 * near)


def reservoir() -> Canvas:
    canvas = Canvas("reservoir")
    canvas.wash("#7fb9dd", "#e6f2f2", 0, 560)
    canvas.cloud(420, 170, 78, "#ffffff")
    canvas.cloud(1040, 120, 52, "#f5fbff")
    canvas.cloud(1320, 250, 64, "#ffffff")
    canvas.hills(470, 230, "#7ea6ba", "#b8d0cf", 1.5)
    canvas.hills(530, 170, "#4f8a80", "#7fb091", 2.2)
    canvas.hills(570, 90, "#3d7560", "#5c9468", 3.1)
    canvas.wash("#a8d4e0", "#2f7fa3", 560, HEIGHT - 560)
    canvas.shape([(0, 560), (WIDTH, 560), (1420, 610), (900, 590), (420, 622)], "#6fa59b", "#8fc2c6")
    canvas.ripples(600, 440, "#cfe8ee", 120)
    canvas.shape([(880, 566), (WIDTH, 640), (WIDTH, 1010), (1230, 800)], "#e2ddd0", "#a9a698")
    for part in range(1, 9):
        along = part / 9
        upper, lower = (880 + 720 * along, 566 + 74 * along), (880 + 720 * along, 566 + 74 * along + 350 * along)
        canvas.line([upper, (upper[0], min(lower[1], 700 + 310 * along))], "#b9b4a6", 3)
    canvas.polygon([(872, 552), (WIDTH, 618), (WIDTH, 646), (872, 572)], "#f1ece0")
    canvas.line([(876, 540), (WIDTH, 600)], "#7b8a92", 4)
    for post in range(0, 730, 45):
        canvas.line([(876 + post, 540 + post * 0.083), (876 + post, 560 + post * 0.088)], "#7b8a92", 3)
    _intake_tower(canvas)
    for x, size in ((60, 150), (150, 190), (258, 140), (350, 96)):
        canvas.pine(x, 640 - (x - 60) * 0.1, size, "#2f6a54")
    canvas.shape([(0, 640), (420, 606), (300, 700), (0, 780)], "#7fae63", "#4d8558")
    for x, y, size in ((40, 735, 190), (150, 700, 130)):
        canvas.tree(x, y, size, "#3f8256")
    canvas.polygon([(560, 812), (690, 812), (664, 842), (590, 842)], "#7a4b32")
    canvas.person(622, 814, 78, COATS[2], hat=STRAW)
    canvas.rectangle(575, 846, 110, 5, "#cfe8ee", 2)
    return canvas


def _intake_tower(canvas: Canvas) -> None:
    canvas.rectangle(736, 520, 58, 190, "#d9d4c7", 4)
    canvas.rectangle(766, 520, 28, 190, "#bdb8ab")
    canvas.rectangle(718, 506, 94, 20, "#efeade", 4)
    canvas.rectangle(734, 448, 62, 60, "#f8f4ea", 4)
    canvas.polygon([(722, 452), (808, 452), (765, 412)], "#b5503c")
    canvas.rectangle(752, 466, 26, 24, "#56788c", 3)
    canvas.line([(812, 515), (884, 556)], "#8d9299", 7)
    canvas.ellipse(765, 712, 52, 8, "#86bccb")


def mountain_trail() -> Canvas:
    canvas = Canvas("mountain-trail")
    canvas.wash("#f3b58f", "#fbe8d0", 0, 600)
    canvas.sun(470, 300, 70, "#ffd79a")
    colours = (("#c9a9b5", "#f0d3c3"), ("#9c8fae", "#dcbfc0"), ("#6f7fa0", "#b5adb9"), ("#4c6f88", "#8ba1a8"))
    for depth, (top, bottom) in enumerate(colours):
        canvas.hills(460 + depth * 85, 230 - depth * 12, top, bottom, 1.3 + depth * 0.35)
    slope = [(0, 700), (300, 742), (640, 690), (1010, 560), (1290, 420), (1430, 388), (WIDTH, 350)]
    canvas.shape([*slope, (WIDTH, HEIGHT), (0, HEIGHT)], "#6f9a6b", "#2f5b4a")
    for x, y, size in ((1120, 560, 90), (1180, 530, 110), (1520, 420, 130), (1050, 612, 84), (1585, 455, 170)):
        canvas.pine(x, y, size, "#2f6350")
    _winding_steps(canvas)
    _pavilion(canvas, 1380, 402)
    for x, y, size in ((70, 860, 260), (190, 800, 190), (20, 1040, 300), (1400, 800, 230), (1510, 900, 300),
                       (1290, 1040, 210)):  # fmt: skip
        canvas.pine(x, y, size, "#285747")
    for far, size, coat in ((0.1, 140, 0), (0.17, 124, 2), (0.47, 84, 1), (0.7, 46, 4)):
        place, step = _on_steps(far)
        canvas.person(place, step + 8, size, COATS[coat])
        pack = mix(COATS[coat], "#000000", 0.35)
        canvas.rectangle(place - size * 0.1, step + 8 - size * 0.77, size * 0.2, size * 0.28, pack, 6)
    return canvas


def _on_steps(far: float) -> Point:
    """Where the winding steps are at a share of their way up."""
    x = 620 + 760 * far**1.25 + 190 * (1 - far) * math.sin(far * 8.2 + 0.4)
    return x, 1060 - 655 * far**0.82


def _winding_steps(canvas: Canvas) -> None:
    """Stone steps that turn back and forth up the slope, narrower with height."""
    steps = 60
    for step in reversed(range(-2, steps)):
        far = max(step, 0) / (steps - 1)
        x, y = _on_steps(far)
        y += 14 * max(-step, 0)
        width, deep = 190 * (1 - far) ** 1.15 + 15, 17 * (1 - far) + 4
        canvas.rectangle(x - width / 2, y, width, deep * 1.3, "#948b7a", 3)
        canvas.rectangle(x - width / 2, y, width, deep * 0.5, "#ddd4c0", 3)


def _pavilion(canvas: Canvas, x: float, y: float) -> None:
    for side in (-44, -16, 16, 44):
        canvas.rectangle(x + side - 4, y - 74, 8, 74, "#8f3f33")
    canvas.rectangle(x - 60, y - 4, 120, 10, "#c9c0ad", 3)
    for top, half in ((-74, 82), (-108, 54)):
        canvas.polygon(
            [(x - half, y + top - 8), (x - half * 0.6, y + top - 16), (x - half * 0.25, y + top - 46),
             (x + half * 0.25, y + top - 46), (x + half * 0.6, y + top - 16), (x + half, y + top - 8),
             (x + half * 0.8, y + top + 3), (x - half * 0.8, y + top + 3)], "#3f4a55")  # fmt: skip
    canvas.circle(x, y - 158, 7, "#d9a441")


def river_bridge() -> Canvas:
    canvas = Canvas("river-bridge")
    canvas.wash("#9fd0e6", "#f4f6e8", 0, 540)
    canvas.cloud(1200, 150, 76, "#ffffff")
    canvas.cloud(260, 220, 56, "#ffffff")
    canvas.hills(440, 200, "#9dbfc9", "#d3e2dc", 1.6)
    canvas.hills(510, 130, "#6fa38c", "#a9c9a4", 2.3)
    canvas.wash("#86b36a", "#6a9c5c", 540, 110)
    for x, y, width in ((40, 600, 150), (186, 592, 130), (318, 602, 160), (1130, 600, 150), (1290, 592, 130),
                        (1420, 604, 168)):  # fmt: skip
        canvas.house(x, y, width, width * 0.56, "#fbf8f0", "#47505a")
    for x, size in ((20, 150), (505, 130), (1085, 140), (1280, 105), (1570, 190)):
        canvas.tree(x, 612, size, "#5c9550")
    canvas.wash("#b7dcdf", "#4b93a6", 610, HEIGHT - 610)
    _bridge_arches(canvas, 612)
    canvas.ripples(720, 330, "#d3ebec", 110)
    canvas.shape([(0, 604), (180, 622), (300, 690), (210, 790), (0, 850)], "#8fbb66", "#5f9152")
    canvas.shape([(WIDTH, 600), (1460, 622), (1330, 690), (1420, 800), (WIDTH, 880)], "#86b362", "#578a4d")
    for x, y, size in ((70, 800, 210), (1530, 830, 240)):
        canvas.tree(x, y, size, "#4d8a4c")
    for x, coat in ((560, 0), (690, 3), (1010, 1)):
        canvas.person(x, 518, 72, COATS[coat])
    canvas.rectangle(400, 520, 850, 7, "#e9e2d2", 3)
    for post in range(412, 1250, 41):
        canvas.rectangle(post, 506, 9, 36, "#f4eee0", 2)
        canvas.circle(post + 4.5, 504, 6, "#f4eee0")
    return canvas


def _bridge_arches(canvas: Canvas, water: float) -> None:
    """The stone bridge and, dimmer, its likeness in the water."""
    canvas.shape([(300, 546), (420, 526), (1240, 526), (1370, 550), (1370, 620), (300, 620)], "#ddd4bf", "#b3a98f")
    canvas.shape([(300, water), (1370, water), (1330, 704), (340, 704)], "#9dbdb4", "#7fb3b6")
    for arch in range(4):
        middle = 500 + arch * 215
        canvas.polygon(_half_round(middle, water + 6, 88, 76), "#8f8469")
        canvas.shape(_half_round(middle, water + 6, 78, 66), "#a5cbb4", "#8fc0c4")
        canvas.shape(_half_round(middle, water + 6, 76, -52), "#a3cdd0", "#86bcc2")
        canvas.rectangle(middle - 92, water + 2, 184, 5, "#dcecea", 2)
    canvas.polygon([(300, 538), (420, 520), (1240, 520), (1370, 542), (1370, 556), (1240, 536), (420, 536), (300, 556)],
                   "#c9bfa8")  # fmt: skip


def _half_round(x: float, y: float, across: float, up: float) -> list[Point]:
    turns = [math.pi * part / 40 for part in range(41)]
    return [(x + across * math.cos(turn), y - up * math.sin(turn)) for turn in turns]
