"""/compare/ and /compare/<dimension>/: documents side by side, as pages and as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from policies.comparison import DIMENSIONS
from policies.views.conditional import conditional

from .address import read_address
from .context import build, digest_context, index_context, page_context
from .files import FILES, answer_file


@conditional
def compare_index(request: HttpRequest) -> HttpResponse:
    """Pick documents and a dimension; as a file it holds all five dimensions."""
    asked = read_address(request.GET)
    if asked.format in FILES:
        comparisons = [build(request, code, asked)[0] for code in DIMENSIONS]
        return answer_file(request, asked.format, comparisons)
    return render(request, "compare/index.html", index_context(request, asked))


@conditional
def compare_digest(request: HttpRequest) -> HttpResponse:
    """对照要点: the typed facts of the chosen documents on one sheet."""
    asked = read_address(request.GET)
    return render(request, "compare/digest.html", digest_context(request, asked))


@conditional
def compare(request: HttpRequest, dimension: str) -> HttpResponse:
    """One dimension of the chosen documents."""
    if dimension not in DIMENSIONS:
        raise Http404(f"没有“{dimension}”这个对照维度")
    asked = read_address(request.GET)
    comparison, selection = build(request, dimension, asked)
    if asked.format in FILES:
        return answer_file(request, asked.format, [comparison])
    return render(
        request, "compare/compare.html", page_context(request, comparison, asked, selection)
    )
