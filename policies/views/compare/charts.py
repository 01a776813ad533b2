"""Rankings as HTML: dots on one axis with their table behind them.

From Python for the reason that cells are (cells.py). Everything that comes from a text is
escaped.
"""

from html import escape

from django.utils.safestring import SafeString

from policies.comparison.charts import Chart, Dot, Tick
from policies.comparison.rankings import Entry

DOT = 11  # across
_ARROWS = {"right": ("arrow", 10, "→"), "left": ("arrow end", -10, "←")}  # class, shift, sign


def chart_html(chart: Chart) -> SafeString:
    """Return `<figure>…</figure>`: the axis as SVG, told in words too, and the table."""
    name, entries = escape(chart.ranking.row.label), chart.ranking.entries
    told = "；".join(escape(f"{entry.column.label} {entry.form}") for entry in entries)
    return SafeString(
        f'<figure class="card"><figcaption>{name}（{escape(chart.ranking.unit)}）</figcaption>'
        f'<svg viewBox="0 0 {chart.width} {chart.height}" role="img" aria-label="{name}：{told}">'
        f"{''.join([_tick(tick, chart.height) for tick in chart.ticks])}"
        f"{''.join([_dot(dot, chart.left) for dot in chart.dots])}</svg>"
        '<table><thead><tr><th scope="col">地区</th><th scope="col">数字</th>'
        f'<th scope="col">条款</th></tr></thead><tbody>{"".join(map(_line, entries))}</tbody>'
        "</table></figure>"
    )


def _tick(tick: Tick, height: int) -> str:
    line = f'<line class="tick" x1="{tick.x}" x2="{tick.x}" y1="20" y2="{height}"/>'
    return f'{line}<text class="tick-label" x="{tick.x}" y="14">{tick.label}</text>'


def _dot(dot: Dot, left: int) -> str:
    column, y = dot.entry.column, dot.y
    parts = [
        f'<g data-province="{column.gb_code}">',
        f'<text class="dot-label" x="4" y="{y}">{escape(column.label)}</text>',
        f'<line class="stem" x1="{left}" x2="{dot.x}" y1="{y}" y2="{y}"/>',
    ]
    if dot.x_max is not None:
        parts.append(f'<line class="range" x1="{dot.x}" x2="{dot.x_max}" y1="{y}" y2="{y}"/>')
    corner = f'x="{dot.x - DOT / 2:g}" y="{y - DOT / 2:g}"'  # its shape is the province's
    parts.append(f'<rect class="dot" {corner} width="{DOT}" height="{DOT}"/>')
    if dot.arrow:
        class_, shift, sign = _ARROWS[dot.arrow]
        parts.append(f'<text class="{class_}" x="{dot.x}" dx="{shift}" y="{y}">{sign}</text>')
    return f"{''.join(parts)}</g>"


def _line(entry: Entry) -> str:
    column, fact = entry.column, entry.fact
    name = f'<span class="province" data-province="{column.gb_code}">{escape(column.label)}</span>'
    place = f'<a class="place" href="{fact["url"]}">〔{escape(fact["place"])}〕</a>'
    return f'<tr><th scope="row">{name}</th><td>{escape(entry.form)}</td><td>{place}</td></tr>'
