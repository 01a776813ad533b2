"""Provinces' marks (static/css/provinces.css): told apart by colour and shape, in light and dark."""

import math
import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "static/css/provinces.css").read_text(encoding="utf-8")
NAMED = re.compile(r"--(\w+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\);")
RULE = re.compile(r'\[data-province="(\d\d)"\] \{ --province: var\(--(\w+)\);(.*?)\}')
COLOURS = {
    name: [tuple(map(float, values.split())) for values in both]
    for name, *both in NAMED.findall(CSS)
}
MARKS = {code: (colour, shape.strip()) for code, colour, shape in RULE.findall(CSS)}
SCHEMES = (0, 1)  # light, dark
SURFACES = ((1.0, 1.0, 1.0), (0.0116, 0.0137, 0.0168))  # --surface, linear
SEEN = {  # Machado, Oliveira and Fernandes 2009, severity 1
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
}
FIVE = ("37", "41", "53", "62", "65")


def linear(colour: tuple) -> tuple:
    """OKLCH as linear sRGB, cut to what a screen shows."""
    light, chroma, hue = colour[0], colour[1], math.radians(colour[2])
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return cut(
        (
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        )
    )


def oklab(rgb: tuple) -> tuple:
    red, green, blue = rgb
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def cut(rgb: tuple) -> tuple:
    return tuple(min(1.0, max(0.0, value)) for value in rgb)


def apart(one: str, other: str, scheme: int, seen: str = "all colours") -> float:
    """Distance in OKLab of two provinces' colours, as an eye of the kind sees them."""
    eye = SEEN[seen]
    found = [
        oklab(cut(tuple(sum(k * v for k, v in zip(row, rgb, strict=True)) for row in eye)))
        for rgb in (linear(COLOURS[MARKS[code][0]][scheme]) for code in (one, other))
    ]
    return math.dist(*found)


def luminance(rgb: tuple) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def test_no_two_provinces_have_one_mark() -> None:
    assert len(MARKS) == 34
    assert len(set(MARKS.values())) == 34


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_five_are_told_apart_at_a_glance(scheme: int) -> None:
    assert min(apart(a, b, scheme) for a, b in combinations(FIVE, 2)) > 0.2


@pytest.mark.parametrize("seen", ["deutan", "protan"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_of_the_five_those_of_one_shape_differ_to_every_eye(scheme: int, seen: str) -> None:
    pairs = [(a, b) for a, b in combinations(FIVE, 2) if MARKS[a][1] == MARKS[b][1]]
    assert pairs
    assert min(apart(a, b, scheme, seen) for a, b in pairs) > 0.15


@pytest.mark.parametrize("scheme", SCHEMES)
def test_neighbours_in_the_order_of_codes_differ(scheme: int) -> None:
    assert min(apart(a, b, scheme) for a, b in pairwise(sorted(MARKS))) > 0.12


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_stand_out_from_the_page(scheme: int) -> None:
    ground = luminance(SURFACES[scheme])
    for colours in COLOURS.values():
        light = luminance(linear(colours[scheme]))
        high, low = max(light, ground) + 0.05, min(light, ground) + 0.05
        assert high / low >= 3  # WCAG 2.2, 1.4.11
