"""/sectors/ and /sectors/<slug>/: the sectors as a map, and what each province wants of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from policies.comparison import overview_of
from policies.comparison.sector_page import sector_page
from policies.models import Sector

from .compare import default_documents, published_documents
from .conditional import conditional, version_number
from .heat import heat_of_coverage, heat_of_lens

LENSES = {"theme": "改造方向 × 行业", "instrument": "政策工具 × 行业"}


@conditional
def sectors(request: HttpRequest) -> HttpResponse:
    """Show how each document covers each sector; `?lens=` crosses sectors with one more thing."""
    documents = default_documents(published_documents())
    by_count = request.GET.get("view") == "counts"
    lens = request.GET.get("lens")
    lens = lens if lens in LENSES else next(iter(LENSES))
    context = {
        "heat": heat_of_coverage(overview_of(documents).sectors, "行业", by_count),
        "lenses": LENSES.items(),
        "lens": lens,
        "lens_heat": heat_of_lens(lens, by_count, version_number(request)),
        "counts": by_count,
        "data_version": request.data_version,
    }
    return render(request, "sectors/sectors.html", context)


@conditional
def sector(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what each document wants of one sector and its branches."""
    sector = get_object_or_404(Sector.objects.prefetch_related("codes", "parents"), code=slug)
    context = {
        "sector": sector,
        "page": sector_page(slug, default_documents(published_documents())),
        "data_version": request.data_version,
    }
    return render(request, "sectors/sector.html", context)
