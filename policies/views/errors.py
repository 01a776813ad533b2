"""Error pages that say what is wrong with the address, where the portal itself found it so."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string


class PastTheEnd(Http404):
    """A page number after the last."""

    def __init__(self, pages: int) -> None:
        super().__init__(f"页码超出范围：这里共 {pages} 页。请把地址中的 page 改为 1 至 {pages}。")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, with the reason given to BadRequest; other exceptions keep theirs to themselves."""
    return _page(400, exception if isinstance(exception, BadRequest) else None)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _page(404, exception if isinstance(exception, PastTheEnd) else None)


def _page(status: int, reason: Exception | None) -> HttpResponse:
    page = render_to_string(f"{status}.html", {"reason": reason and str(reason)})
    return HttpResponse(page, status=status)
