"""The address of a comparison: which documents, which rows, which records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict

from policies.comparison import CLASSES, MAX_COLUMNS
from policies.filters import Selection, check_parameters, select
from policies.filters.parameters import Query
from policies.models import Collection, Document

OWN = ("doc", "base", "only", "row", "cell", "open", "fold", "format")
PANELS = ("tray", "facets")  # stay open while one thing after the other is done in them
FORMATS = ("json", "csv", "xlsx", "docx")
FACET_LISTS = {
    "targets": "targets",
    "sectors": "sectors",
    "measures": "measures",
    "tax": "tax_policies",
}


ROW_FACETS = {"measures": ("instrument", "theme", "tool"), "sectors": ("sector",)}
WHOLE_ROWS = {"measures"}  # a sector's choice leaves out what is merely related to it


@dataclass(frozen=True)
class Asked:
    """What an address asks for; unknown values are named in `ignored`."""

    documents: tuple[Document, ...]  # columns in order
    available: tuple[Document, ...]  # every published document; synthetic ones where asked for
    base: str | None = None
    only: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    cell: str = ""
    open: tuple[str, ...] = ()  # groups and classes that are open, "all"; PANELS
    fold: tuple[str, ...] = ()  # groups and classes that are folded
    format: str = "html"
    chosen: bool = False  # the address names its documents
    ignored: dict[str, list[str]] = field(default_factory=dict)

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(document.slug for document in self.documents)

    @property
    def query(self) -> Query:
        """The canonical address without facets and without `cell`."""
        pairs = [("doc", slug) for slug in self.slugs] if self.chosen else []
        pairs += [("base", self.base)] if self.base else []
        pairs += [("only", value) for value in self.only] + [("row", key) for key in self.rows]
        pairs += [("open", code) for code in self.open if code not in PANELS]
        pairs += [("fold", code) for code in self.fold]
        return Query(tuple(pairs))


def read_address(params: QueryDict) -> Asked:
    """Return what is asked. Raises BadRequest on more than forty columns or malformed values."""
    check_parameters(params)
    asked = list(dict.fromkeys(slug for slug in params.getlist("doc") if slug))
    if len(asked) > MAX_COLUMNS:
        raise BadRequest(f"对照至多 {MAX_COLUMNS} 列，本次请求 {len(asked)} 列；请减少所选文件。")
    available = published_documents(asked)
    by_slug = {document.slug: document for document in available}
    known = [by_slug[slug] for slug in asked if slug in by_slug]
    documents = tuple(known) if asked else default_documents(available)
    base, only = params.get("base") or None, params.getlist("only")
    ignored = {
        "doc": [slug for slug in asked if slug not in by_slug],
        "base": [base] if base and base not in {d.slug for d in documents} else [],
        "only": [value for value in only if value and value not in CLASSES],
        "format": [f for f in params.getlist("format")[-1:] if f not in (*FORMATS, "html", "")],
    }
    return Asked(
        documents=documents,
        available=available,
        base=None if ignored["base"] else base,
        only=_each_once(value for value in only if value in CLASSES),
        rows=_each_once(params.getlist("row")),
        cell=params.get("cell", ""),
        open=_each_once(params.getlist("open")),
        fold=_each_once(params.getlist("fold")),
        format=params.get("format") if params.get("format") in FORMATS else "html",
        chosen=bool(asked),
        ignored={name: values for name, values in ignored.items() if values},
    )


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def published_documents(asked: Iterable[str] = ()) -> tuple[Document, ...]:
    """Every published document in column order, without its text; `in_default` says the rest.

    Of synthetic ones, which may be ten thousand, only those `asked` for by slug.
    """
    default = Collection.documents.through.objects.filter(
        document=OuterRef("pk"), collection__is_default=True
    )
    documents = Document.objects.published().in_column_order().defer("text", "addressees")
    documents = documents.filter(Q(synthetic=False) | Q(slug__in=asked))
    return tuple(documents.annotate(in_default=Exists(default)))


def default_documents(available: Sequence[Document]) -> tuple[Document, ...]:
    """The default collection, all documents where there is none; at most forty."""
    members = tuple(document for document in available if document.in_default)
    return (members or tuple(available))[:MAX_COLUMNS]


def read_selection(
    dimension: str, params: QueryDict, asked: Asked, version: int | None = None
) -> Selection | None:
    """Return the facet selection among the columns' records; None for the outline, without facets.

    `version` is the data version that the answer is read from: it lets vocabulary be kept.
    """
    if dimension not in FACET_LISTS:
        return None
    name = FACET_LISTS[dimension]
    return select(name, params, asked.documents, also_known=OWN, version=version)


def chosen_rows(dimension: str, selection: Selection | None) -> frozenset[str]:
    """Codes whose rows hold every record of the selection; empty for all rows.

    A measure on land may be about approval too: who asked for land gets the rows of land.
    """
    found = [
        selection.choices[name]
        for name in ROW_FACETS.get(dimension, ())
        if selection and name in selection.choices
    ]
    if any(choice.none for choice in found):
        return frozenset()
    return frozenset(code for choice in found for code in choice.known)


def asks_whole_rows(dimension: str, selection: Selection | None) -> bool:
    """Whether the selection is made of nothing but rows (用地): it then leaves nothing of them out."""
    if selection is None or dimension not in WHOLE_ROWS or len(selection.choices) != 1:
        return False
    ((name, choice),) = selection.choices.items()
    return name in ROW_FACETS[dimension] and not choice.none
