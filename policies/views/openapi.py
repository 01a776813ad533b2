"""/api/openapi.json: the portal's JSON for programs, described from the tables it is made of."""

from functools import cache

from django.http import HttpRequest, HttpResponse, JsonResponse

from policies.comparison import DIMENSIONS
from policies.filters import LISTS, RecordList
from policies.filters.crosstab import BY_COUNT, BY_COVERAGE
from policies.filters.facets import NONE
from policies.filters.paging import SIZES
from policies.filters.parameters import MAX_LENGTH, MAX_VALUES
from policies.search.results import FACETS as SEARCH_FACETS

from .openapi_schemas import SCHEMAS, ref

PATHS = {"targets": "/targets/", "measures": "/measures/", "tax_policies": "/tax-policies/"}
WORDS = {"type": "string", "maxLength": MAX_LENGTH, "pattern": r"^[^\u0000]*$"}
LISTED = {"targets": "Aim", "measures": "Measure", "tax_policies": "TaxPolicy"}


def openapi(request: HttpRequest) -> HttpResponse:
    return JsonResponse(description(), json_dumps_params={"ensure_ascii": False})


@cache
def description() -> dict:
    """The OpenAPI 3.1 document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "技改政策对照",
            "version": "1",
            "description": "Read-only. Facet parameters repeat: OR inside a facet, AND across; "
            f"`{NONE}` selects records without one. Unknown values are named in `ignored`. At most "
            f"{MAX_VALUES} values of {MAX_LENGTH} characters. ETag and Last-Modified follow "
            "`data_version`.",
        },
        "paths": {
            **{path: {"get": _list(LISTS[name])} for name, path in PATHS.items()},
            "/search/": {"get": _search()},
            "/compare/{dimension}/": {"get": _compare()},
            "/healthz": {"get": _plain("Whether the process answers", ref("Health"))},
            "/readyz": {"get": _plain("Whether the database answers", ref("Health"))},
        },
        "components": {"schemas": SCHEMAS},
    }


def _list(record_list: RecordList) -> dict:
    results = {
        "type": "object",
        "required": ["count", "page", "pages", "data_version", "ignored", "results", "facets"],
        "properties": {
            **_counted(),
            "results": {"type": "array", "items": ref(LISTED[record_list.name])},
        },
    }
    own = [
        _one("sort", {"type": "string", "enum": list(record_list.orders)}),
        _one("size", {"type": "integer", "enum": list(SIZES)}),
        _one("related", {"type": "string", "enum": ["1"]}),
        _one("colour", {"type": "string", "enum": [BY_COVERAGE, BY_COUNT]}),
    ]
    return _operation(
        f"{record_list.label}: records that answer all facets",
        [*(_many(f.name, f.label) for f in record_list.facets), *own, _page(), _json()],
        results,
    )


def _search() -> dict:
    results = {
        "type": "object",
        "required": ["query", "phrases", "count", "page", "pages", "results", "related", "facets"],
        "properties": {
            **_counted(),
            "query": {"type": "string"},
            "phrases": {"type": "array", "items": {"type": "string"}},
            "results": {"type": "array", "items": ref("Passage")},
            "related": {"type": "array", "items": ref("Related")},
        },
    }
    asked = _one("q", WORDS)
    facets = [_many(facet.name, facet.label) for facet in SEARCH_FACETS]
    return _operation(
        "Passages that hold every phrase of `q`", [asked, *facets, _page(), _json()], results
    )


def _compare() -> dict:
    dimension = {
        "name": "dimension",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "enum": list(DIMENSIONS)},
    }
    documents = _many("doc", "Documents, in the order of columns; all of the collection by default")
    return _operation(
        "Documents side by side on one question",
        [
            dimension,
            documents,
            _one("base", WORDS),
            _many("only", "Classes of rows"),
            _json(),
        ],
        ref("Comparison"),
    )


def _operation(summary: str, parameters: list[dict], schema: dict) -> dict:
    return {
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "OK", "content": {"application/json": {"schema": schema}}},
            "304": {"description": "Unchanged since the ETag or date sent"},
            "400": {"description": "A NUL, too many values, one too long, an unknown format"},
            "404": {"description": "No such page"},
        },
    }


def _plain(summary: str, schema: dict) -> dict:
    content = {"application/json": {"schema": schema}}
    return {"summary": summary, "responses": {"200": {"description": "OK", "content": content}}}


def _counted() -> dict:
    whole = {"type": "integer", "minimum": 0}
    return {
        "count": whole,
        "page": whole,
        "pages": whole,
        "data_version": whole,
        "ignored": ref("Ignored"),
        "facets": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": ref("Option")},
        },
    }


def _many(name: str, text: str) -> dict:
    return {
        "name": name,
        "in": "query",
        "description": text,
        "style": "form",
        "explode": True,
        "schema": {"type": "array", "items": WORDS, "maxItems": 20},
    }


def _one(name: str, schema: dict) -> dict:
    return {"name": name, "in": "query", "schema": schema}


def _page() -> dict:
    return _one("page", {"type": "integer", "minimum": 1})


def _json() -> dict:
    schema = {"type": "string", "enum": ["json"]}
    return {"name": "format", "in": "query", "required": True, "schema": schema}
