"""/: the coverage matrix as picker, 专题, the heat maps, ways in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.comparison import DIMENSIONS, overview_of
from policies.comparison.topics import topics

from .compare_query import default_documents, published_documents
from .conditional import conditional

VIEWS = ("coverage", "counts")


@conditional
def overview(request: HttpRequest) -> HttpResponse:
    """Show how much each document says; `?view=counts` writes counts into the heat maps."""
    available = published_documents()
    documents = default_documents(available)
    context = {
        "overview": overview_of(documents),
        "dimensions": [(code, dimension.name) for code, dimension in DIMENSIONS.items()],
        "topics": topics(),
        "others": [document for document in available if document not in documents],
        "counts": request.GET.get("view") == "counts",
        "data_version": request.data_version,
    }
    return render(request, "overview/overview.html", context)
