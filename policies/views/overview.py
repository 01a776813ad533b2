"""/: the coverage matrix as picker, 专题, the heat maps, ways in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.comparison import overview_of
from policies.comparison.topics import topics

from .compare import default_documents, published_documents
from .conditional import conditional
from .heat import heat_of_coverage


@conditional
def overview(request: HttpRequest) -> HttpResponse:
    """Show how much each document says; `?view=counts` writes counts into the heat maps."""
    available = published_documents()
    documents = default_documents(available)
    found, by_count = overview_of(documents), request.GET.get("view") == "counts"
    context = {
        "matrix": found.matrix,
        "maps": [
            ("sectors", "行业 × 地区", heat_of_coverage(found.sectors, "行业", by_count)),
            ("tools", "措施 × 地区", heat_of_coverage(found.tools, "具体工具", by_count)),
        ],
        "topics": topics(),
        "others": [document for document in available if document not in documents],
        "counts": by_count,
        "data_version": request.data_version,
    }
    return render(request, "overview/overview.html", context)
