"""/search/?q=: passages that hold what was asked, with the records that stand there."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from policies.comparison.places import place_of_provision
from policies.filters.options import to_json
from policies.search import SearchResults
from policies.search import search as find
from policies.search.hits import Hit

from .conditional import conditional
from .errors import PastTheEnd


@conditional
def search(request: HttpRequest) -> HttpResponse:
    """HTML, or JSON with `?format=json`."""
    version = request.data_version
    results = find(request.GET, version and version.number)
    if results.page.number > results.page.pages:
        raise PastTheEnd(results.page.pages)
    match request.GET.get("format") or "html":
        case "json":
            return JsonResponse(_json(results, request), json_dumps_params={"ensure_ascii": False})
        case "html":
            context = {
                "results": results,
                "rows": [
                    {
                        "hit": hit,
                        "url": address_of(hit),
                        "place": place_of_provision(hit.passage.provision),
                    }
                    for hit in results.hits
                ],
                "query": results.query.text,
                "data_version": version,
            }
            return render(request, "search/search.html", context)
    raise BadRequest("没有这种格式；format 可用：html、json。")


def _json(results: SearchResults, request: HttpRequest) -> dict:
    """As a list (design section 9), with the phrases understood and the block 也可能相关."""
    return {
        "query": results.query.text,
        "phrases": [phrase.typed for phrase in results.query.phrases],
        "count": results.count,
        "page": results.page.number,
        "pages": results.page.pages,
        "data_version": request.data_version.number if request.data_version else 0,
        "ignored": results.ignored,
        "results": [_hit(hit) for hit in results.hits],
        "related": [
            {"query": each.text, "why": each.why, "count": each.count} for each in results.related
        ],
        "facets": to_json(results.panels),
    }


def _hit(hit: Hit) -> dict:
    document, provision = hit.passage.document, hit.passage.provision
    return {
        "document": document.slug,
        "province": document.province.code if document.province else None,
        "provision": provision.path if provision else None,
        "place": place_of_provision(provision),
        "start": hit.passage.start,
        "end": hit.passage.end,
        "quote": hit.quote,
        "marks": [[s.start, s.start + len(s.text)] for s in hit.segments if s.marked],
        "why": [
            {"phrase": r.phrase, "as_written": r.as_written, "times": r.times} for r in hit.reasons
        ],
        "records": [record.ref for record in hit.records],
        "url": address_of(hit),
    }


def address_of(hit: Hit) -> str:
    """Where the passage stands in its document: a record there highlighted, else its provision."""
    page = reverse("document", args=[hit.passage.document.slug])
    if hit.records:
        return f"{page}?record={hit.records[0].ref}#hl"
    return page + (f"#p-{hit.passage.provision.path}" if hit.passage.provision else "")
