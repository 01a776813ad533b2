"""What the comparison pages are rendered from."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from policies.citing import CitationText, cite_page
from policies.comparison import DIMENSIONS, Comparison, compare
from policies.comparison.builds import builds_of
from policies.comparison.charts import charts_of
from policies.comparison.digest import digest
from policies.comparison.shapes import Fact
from policies.comparison.terms import sector_names
from policies.comparison.topics import topics
from policies.filters import Selection
from policies.filters.parameters import Query
from policies.views.conditional import version_number
from policies.views.review.access import PROPOSE

from .address import Asked, asks_whole_rows, chosen_rows, read_selection
from .builds import builds_html
from .charts import chart_html
from .clauses import clause_of
from .columns import tray_of
from .heads import heads_of
from .links import chip_links, dimension_links, facet_links, only_links
from .rows import shown_groups

MOST_NAMED = 6  # columns in a title
EXPORTS = (("docx", "Word 对照表"), ("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"))


def build(
    request: HttpRequest, dimension: str, asked: Asked
) -> tuple[Comparison, Selection | None]:
    """Return the comparison that an address asks for, and the facet selection it stands on."""
    version = version_number(request)
    selection = read_selection(dimension, request.GET, asked, version)
    filtered = selection is not None and bool(selection.choices)
    comparison = compare(
        dimension,
        asked.documents,
        base=asked.base,
        only=asked.only,
        rows=asked.rows,
        within=chosen_rows(dimension, selection),
        among=selection.records if filtered else None,
        whole=asks_whole_rows(dimension, selection),
        ignored=asked.ignored | (selection.ignored if selection else {}),
    )
    return comparison, selection


def page_context(
    request: HttpRequest, comparison: Comparison, asked: Asked, selection: Selection | None
) -> dict:
    """One dimension's page: the table, what can be done to it, the clause beside it."""
    facets = selection.query if selection else Query()
    address = Query((*asked.query.pairs, *facets.pairs))
    dimension = DIMENSIONS[comparison.dimension]
    filtered = selection is not None and bool(selection.choices)
    whole = not filtered or asks_whole_rows(comparison.dimension, selection)
    may_confirm = whole and _is_staff(request)
    return {
        "title": _title(comparison),
        "dimension": dimension,
        "dimensions": dimension_links(asked),
        "comparison": comparison,
        "heads": heads_of(comparison.columns),
        "groups": shown_groups(comparison, address, asked, may_confirm),
        "clauses": reverse("compare_clause", args=["x"]).removesuffix("x/"),
        "clause": clause_of(asked.cell, _facts(comparison), asked.documents),
        "asked": asked,
        "charts": SafeString("".join(map(chart_html, charts_of(comparison)))),
        "builds": builds_html(builds_of(comparison)),
        "tray": tray_of(comparison, asked, facets),
        "only_links": only_links(comparison, address),
        "facets": facet_links(selection, address.adding("open", "facets")) if selection else (),
        "chips": chip_links(selection, address) if selection else (),
        "all_rows": str(address.without("row")),
        "exports": [
            (name, str(address.without("open", "fold").setting("format", code)))
            for code, name in EXPORTS
        ],
        "open_all": ""
        if "all" in asked.open
        else str(address.without("fold").setting("open", "all")),
        "as_first": str(address.without("open", "fold")),
        "address": str(address),
        "data_version": request.data_version,
        "citation": _citation(request, _title(comparison), address, asked),
    }


def index_context(request: HttpRequest, asked: Asked) -> dict:
    """The picker: documents as check boxes, dimensions as buttons, 专题, a sector."""
    return {
        "asked": asked,
        "dimensions": dimension_links(asked),
        "topics": topics(),
        "sectors": sector_names().values(),
        "data_version": request.data_version,
    }


def digest_context(request: HttpRequest, asked: Asked) -> dict:
    return {
        "asked": asked,
        "digest": digest(asked.documents),
        "dimensions": dimension_links(asked),
        "docs": str(asked.query.without("only", "row")),
        "data_version": request.data_version,
    }


def _is_staff(request: HttpRequest) -> bool:
    """Whether the reader may propose corrections; nobody who has no session is asked (their pages
    are kept for all, see conditional.py)."""
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
    return signed_in and request.user.has_perm(PROPOSE)


def _title(comparison: Comparison) -> str:
    """目标对照：云南、甘肃; many columns are counted, the tray names them."""
    labels = [column.label for column in comparison.columns]
    named = "、".join(labels[:MOST_NAMED]) or "未选文件"
    rest = f"等 {len(labels)} 份文件" if len(labels) > MOST_NAMED else ""
    return f"{DIMENSIONS[comparison.dimension].name}对照：{named}{rest}"


def _facts(comparison: Comparison) -> Iterator[Fact]:
    return (fact for row in comparison.rows for cell in row.cells for fact in cell.records)


def _citation(
    request: HttpRequest, title: str, address: Query, asked: Asked
) -> CitationText | None:
    """The address names its documents, so that it shows the same columns in years to come."""
    version = request.data_version
    lasting = Query(
        (*(("doc", slug) for slug in asked.slugs), *address.without("doc", "open", "fold").pairs)
    )
    url = request.build_absolute_uri(f"{request.path}{lasting}")
    return version and cite_page(title, url, version.number, version.changed_at)
