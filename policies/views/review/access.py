"""Who may open a page of the workbench. Its pages are per person and never kept."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_protect

View = Callable[..., HttpResponse]
PROPOSE = "policies.add_correction"  # 录入, 审核, 管理
REVIEW = "policies.review_correction"  # 审核
ANSWER = "policies.change_reviewitem"  # 审核
INGEST = "policies.ingest_document"  # 管理
PUBLISH = "policies.publish_document"  # 管理
ALIGN = "policies.change_sector"  # 管理


def needs(permission: str, *methods: str) -> Callable[[View], View]:
    """Let in who has the permission: others sign in first, or get 403; other methods get 405."""

    def decorate(view: View) -> View:
        @csrf_protect
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(_address(request))
            if not request.user.has_perm(permission):
                raise PermissionDenied
            if request.method not in methods and request.method != "HEAD":
                return _not_allowed(methods)
            response = view(request, *args, **kwargs)
            add_never_cache_headers(response)
            return response

        return guarded

    return decorate


def _address(request: HttpRequest) -> str:
    """Where to go after signing in: an act is not repeated, its workbench is shown."""
    return request.get_full_path() if request.method in {"GET", "HEAD"} else "/review/"


def _not_allowed(methods: tuple[str, ...]) -> HttpResponse:
    return HttpResponse(status=405, headers={"Allow": ", ".join(methods)})
