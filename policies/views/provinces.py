"""/provinces/<slug>/: what it alone does, what it shares with whom, what it leaves out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from policies.comparison.profile import profile_of
from policies.models import Province

from .compare import default_documents, published_documents
from .conditional import conditional


@conditional
def province(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a province's profile among the documents of the default collection."""
    province = get_object_or_404(Province, code=slug)
    documents = default_documents(published_documents())
    own = [document for document in documents if document.province_id == province.pk]
    context = {
        "province": province,
        "own": own,
        "others": [document for document in documents if document not in own],
        "profile": profile_of(slug, documents) if own else None,
        "data_version": request.data_version,
    }
    return render(request, "provinces/province.html", context)
