"""Whether readers see a document: 管理 publishes it, or takes it back to staff."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from policies.corrections.errors import CorrectionError
from policies.corrections.publishing import publish

from .access import PUBLISH, needs
from .document import find_document
from .given import version_of

WITHHELD = "不予公开"


@needs(PUBLISH, "POST")
def set_published(request: HttpRequest, slug: str) -> HttpResponse:
    document, published = find_document(slug), request.POST.get("published") == "1"
    try:
        if published and document.publicity == WITHHELD:
            raise CorrectionError("公开属性为“不予公开”，不能公开")
        publish(document, user=request.user, version=version_of(request), published=published)
        messages.success(
            request, "已公开，读者可见。" if published else "已撤回，只有工作人员可见。"
        )
    except CorrectionError as error:
        messages.error(request, str(error))
    return redirect("review_document", slug=slug)
