"""Answers that follow the data version: one moment for version and content, ETag, 304.

A public page carries no per-user markup, so what was rendered for one reader serves all
(kept.py). Who is signed in is always served afresh, and never from what is kept.
"""

from collections.abc import Callable
from functools import cache, wraps
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from policies.models import DataVersion
from policies.models.snapshot import snapshot

View = Callable[..., HttpResponse]
READING = {"GET", "HEAD"}


def conditional(view: View) -> View:
    """Serve a GET view of public data by data version; the view finds it in `request.data_version`.

    What may be kept carries the version's number as `response.kept_for`.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with snapshot():  # version and answer belong to one moment
            request.data_version = version = DataVersion.objects.filter(id=1).first()
            if not is_public(request):
                return _private(view(request, *args, **kwargs))
            number = version.number if version else 0
            tag, modified = tag_of(address_of(request), number), _modified(version)
            response = get_conditional_response(request, etag=tag, last_modified=modified)
            if response is None:
                response = view(request, *args, **kwargs)
                response.kept_for = number
            return _labelled(response, tag, modified)

    return answer


def version_number(request: HttpRequest) -> int | None:
    """The data version that a conditional view answers from; None before the first write."""
    return request.data_version and request.data_version.number


def is_public(request: HttpRequest) -> bool:
    """Whether the answer is the same for everybody."""
    return request.method in READING and settings.SESSION_COOKIE_NAME not in request.COOKIES


def address_of(request: HttpRequest) -> str:
    """Return the hash of all that shapes a public answer besides the data: release and address."""
    meta = request.META
    host = meta.get("HTTP_HOST") or f"{meta['SERVER_NAME']}:{meta['SERVER_PORT']}"
    address = f"{request.scheme}://{host}{request.path}?{meta.get('QUERY_STRING', '')}"
    return sha256(f"{release()} {address}".encode()).hexdigest()[:32]


def tag_of(address: str, number: int) -> str:
    """Return the ETag: weak, since the same answer goes out compressed and plain."""
    return f'W/"{address}-{number}"'


@cache
def release() -> str:
    """A hash of everything that shapes an answer besides the data: code, templates, static files."""
    digest = sha256()
    for folder in ("policies", "portal", "templates", "static"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                stat = path.stat()
                digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def _modified(version: DataVersion | None) -> int | None:
    return int(version.changed_at.timestamp()) if version else None


def _labelled(response: HttpResponse, tag: str, modified: int | None) -> HttpResponse:
    if response.status_code in {200, 304}:
        response["ETag"] = tag
        response["Cache-Control"] = "no-cache"  # keep it, ask each time
        if modified is not None:
            response["Last-Modified"] = http_date(modified)
    patch_vary_headers(response, ("Accept-Encoding", "Cookie", "HX-Request"))
    return response


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
