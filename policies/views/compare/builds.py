"""How documents are built, as bars on one scale. From Python for the reason that cells are."""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString

from policies.comparison.builds import Build, Stretch

WIDTH, LEFT, LINE, HIGH = 1000, 84, 26, 20
LETTER = 14  # room that a character takes
TONES = {
    "targets": 1,
    "tasks": 3,
    "sectors": 4,
    "projects": 2,
    "safeguards": 1,
}  # of the heat scale


def builds_html(builds: Sequence[Build]) -> SafeString:
    """Return `<svg>…</svg>`, "" where there is nothing to draw; the table below has the figures."""
    longest = max((build.length for build in builds), default=0)
    if not longest:
        return SafeString("")
    scale = (WIDTH - LEFT) / longest
    told = "；".join(f"{build.column.label} {_told(build)}" for build in builds)
    bars = "".join(_bar(build, place * LINE, scale) for place, build in enumerate(builds))
    return SafeString(
        f'<svg viewBox="0 0 {WIDTH} {LINE * len(builds)}" role="img" '
        f'aria-label="各文件的部分与篇幅：{escape(told)}">{bars}</svg>'
    )


def _told(build: Build) -> str:
    return "、".join(f"{each.name} {each.length} 字" for each in build.stretches)


def _bar(build: Build, top: int, scale: float) -> str:
    middle = top + HIGH / 2
    label = f'<text class="build-label" x="0" y="{middle:g}">{escape(build.column.label)}</text>'
    found, x = [label], float(LEFT)
    for stretch in build.stretches:
        width = stretch.length * scale
        found.append(_rect(stretch, x, top, width))
        x += width
    return "".join(found)


def _rect(stretch: Stretch, x: float, top: int, width: float) -> str:
    name, tone = escape(stretch.name), TONES.get(stretch.part, 0)
    title = f"<title>{name} {stretch.length} 字</title>"
    rect = (
        f'<rect class="build" data-step="{tone}" x="{x:.1f}" y="{top}" '
        f'width="{width:.1f}" height="{HIGH}">{title}</rect>'
    )
    if width < len(stretch.name) * LETTER:
        return rect
    place = f'x="{x + width / 2:.1f}" y="{top + HIGH / 2:g}"'
    return f'{rect}<text class="build-name" {place}>{name}</text>'
