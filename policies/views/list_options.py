"""What a list's address says besides its facets: order, page, size, columns, format."""

from dataclasses import dataclass, field

from django.core.exceptions import BadRequest
from django.http import QueryDict

from policies.exports.list_columns import Column, columns_of
from policies.filters import RecordList
from policies.filters.crosstab import BY_COUNT, BY_COVERAGE
from policies.filters.lists import BY_PLACE
from policies.filters.paging import SIZES
from policies.filters.parameters import Query

FORMATS = ("html", "json", "csv", "xlsx", "jsonl")
NAMES = ("sort", "page", "size", "column", "format", "rows", "across", "colour")
SHOWN = {  # the columns of a page where the address names none
    "targets": ("province", "fact", "quote", "place", "indicators", "sector", "status"),
    "measures": ("province", "quote", "place", "force", "tools", "sectors", "actors", "status"),
    "tax_policies": ("province", "fact", "tax", "scope", "quote", "place", "status"),
}
LONGEST_PAGE = 9  # digits


@dataclass
class ListOptions:
    """`columns` are those asked for, or all; `ignored` names what nothing here knows."""

    format: str = "html"
    order: str = BY_PLACE
    number: int = 1
    size: int = SIZES[0]
    columns: tuple[Column, ...] = ()
    chosen: tuple[str, ...] = ()
    rows: str = ""  # facets of the cross-tab
    across: str = ""
    colour: str = BY_COVERAGE
    ignored: dict[str, list[str]] = field(default_factory=dict)

    @property
    def query(self) -> Query:
        """The display part of the address, without the page; defaults left out."""
        pairs = [("column", name) for name in self.chosen]
        if self.order != BY_PLACE:
            pairs.append(("sort", self.order))
        if self.size != SIZES[0]:
            pairs.append(("size", str(self.size)))
        if self.rows:
            pairs += [("rows", self.rows), ("across", self.across), ("colour", self.colour)]
        return Query(tuple(pairs))


def read_options(params: QueryDict, record_list: RecordList) -> ListOptions:
    """Return the options. Raises BadRequest on an unknown format; other oddities are ignored."""
    options = ListOptions(format=params.get("format") or "html")
    if options.format not in FORMATS:
        raise BadRequest(f"没有这种格式；format 可用：{'、'.join(FORMATS)}。")
    known = {column.name: column for column in columns_of(record_list)}
    options.order = _one_of(params, "sort", list(record_list.orders), options)
    options.size = int(_one_of(params, "size", [str(size) for size in SIZES], options))
    options.number = _page(params, options)
    if params.get("rows") or params.get("across"):
        _read_crosstab(params, record_list, options)
    asked = list(dict.fromkeys(name for name in params.getlist("column") if name))
    options.chosen = tuple(name for name in asked if name in known)
    if options.format == "html" and set(options.chosen) == set(SHOWN[record_list.name]):
        options.chosen = ()  # the form sends the usual columns along
    unknown = [name for name in asked if name not in known]
    if unknown:
        options.ignored["column"] = unknown
    options.columns = tuple(
        column for name, column in known.items() if not options.chosen or name in options.chosen
    )
    return options


def _read_crosstab(params: QueryDict, record_list: RecordList, options: ListOptions) -> None:
    """Two different facets of the list, or no cross-tab."""
    known = [facet.name for facet in record_list.facets]
    asked = {name: params.get(name, "") for name in ("rows", "across")}
    if all(name in known for name in asked.values()) and len(set(asked.values())) == 2:
        options.rows, options.across = asked["rows"], asked["across"]
        options.colour = _one_of(params, "colour", [BY_COVERAGE, BY_COUNT], options)
    else:
        options.ignored |= {name: [value] for name, value in asked.items() if value}


def _one_of(params: QueryDict, name: str, known: list[str], options: ListOptions) -> str:
    value = params.get(name) or known[0]
    if value in known:
        return value
    options.ignored[name] = [value]
    return known[0]


def _page(params: QueryDict, options: ListOptions) -> int:
    value = params.get("page") or "1"
    if value.isascii() and value.isdigit() and len(value) <= LONGEST_PAGE and int(value):
        return int(value)
    options.ignored["page"] = [value]
    return 1
