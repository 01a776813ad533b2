"""Links of a comparison's page: other dimensions, 只看…, facets, chips; the rest of the address stays."""

from urllib.parse import quote

from policies.comparison import DIMENSIONS, Comparison
from policies.filters import Selection
from policies.filters.options import Option
from policies.filters.parameters import Query

from .address import Asked


def dimension_links(asked: Asked) -> list[tuple[str, str, str]]:
    """(code, name, query) of each dimension for the same columns."""
    query = str(asked.query.without("only", "row", "open", "fold"))
    return [(code, dimension.name, query) for code, dimension in DIMENSIONS.items()]


def only_links(comparison: Comparison, address: Query) -> list[dict]:
    """只看…: each class with its count, and 全部."""
    every = sum(tally.count for tally in comparison.tallies)
    links = [
        {
            "label": "全部",
            "count": every,
            "query": str(address.without("only")),
            "on": not comparison.only,
        }
    ]
    for tally in comparison.tallies:
        links.append(
            {
                "label": tally.label,
                "count": tally.count,
                "missing": tally.missing,
                "query": str(address.setting("only", tally.class_)),
                "on": comparison.only == (tally.class_,),
            }
        )
    return links


def facet_links(selection: Selection, address: Query) -> list[dict]:
    """Each facet with its options, those that would leave something, as links that toggle."""
    plain = f"{address}&" if address.pairs else "?"
    return [
        {
            "label": panel.label,
            "chosen": panel.chosen,
            "options": [
                (option, _toggled(address, plain, panel.name, option))
                for option in panel.options
                if option.count or option.selected
            ],
        }
        for panel in selection.panels
        if panel.name != "province"
    ]


def _toggled(address: Query, plain: str, name: str, option: Option) -> str:
    """The address with the option taken or given back; `plain` ends where a parameter may follow."""
    if option.selected:
        return str(address.removing(name, option.value))
    return f"{plain}{name}={quote(option.value, safe='')}"


def chip_links(selection: Selection, address: Query) -> list[tuple[str, str]]:
    """(label, query without it) of each facet choice."""
    return [
        (f"{c.facet_label}：{c.label}", str(address.removing(c.facet, c.value)))
        for c in selection.chips
    ]
