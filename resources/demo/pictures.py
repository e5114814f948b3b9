"""The demo's pictures: every one is drawn by the program, so none needs a licence or a download."""

from __future__ import annotations

from resources.demo import countryside, rooms, town

_PAINTERS = {
    "terraced-fields": countryside.terraced_fields,
    "rice-transplanting": countryside.rice_transplanting,
    "tea-hills": countryside.tea_hills,
    "reservoir": countryside.reservoir,
    "mountain-trail": countryside.mountain_trail,
    "river-bridge": countryside.river_bridge,
    "market-street": town.market_street,
    "school-courtyard": town.school_courtyard,
    "village-clinic": town.village_clinic,
    "housing-estate": town.housing_estate,
    "lanterns": town.lanterns,
    "sports-field": town.sports_field,
    "night-square": town.night_square,
    "library-shelves": rooms.library_shelves,
    "workshop": rooms.workshop,
    "map-plan": rooms.map_plan,
}
PICTURES: tuple[str, ...] = tuple(_PAINTERS)


def draw(picture_id: str) -> bytes:
    """The picture as a JPEG of 1600 by 1066 pixels, the same bytes every time with one version of Pillow."""
    return _PAINTERS[picture_id]().jpeg()
