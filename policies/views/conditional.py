"""Answers that stay the same while the data does: ETag, 304, rendered bytes kept by data version.

A public page carries no per-user markup, so what was rendered for one reader serves all: by
release (code, templates, styles), data version and address. Who is signed in is always served
afresh and never kept.
"""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache as remember
from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from policies.models import DataVersion
from policies.models.snapshot import snapshot

View = Callable[..., HttpResponse]
LIFETIME_SECONDS = 24 * 3600
LARGEST_KEPT = 1_000_000
CACHEABLE = {"GET", "HEAD"}
HEADERS = ("Content-Type", "Content-Disposition")


@dataclass(frozen=True)
class Kept:
    """A rendered answer: gzip-compressed bytes and the headers that go with them."""

    body: bytes
    headers: dict[str, str]


def conditional(view: View) -> View:
    """Serve a GET view of public data by data version; the view finds it in `request.data_version`."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with snapshot():  # version and answer belong to one moment
            request.data_version = version = _version()
            if request.method not in CACHEABLE or settings.SESSION_COOKIE_NAME in request.COOKIES:
                return _private(view(request, *args, **kwargs))
            tag = _tag(request, version)
            response = _unchanged_or_kept(request, tag, version)
            if response is None:
                response = _kept(tag, view(request, *args, **kwargs))
            return _labelled(response, tag, version)

    return answer


def _unchanged_or_kept(
    request: HttpRequest, tag: str, version: DataVersion | None
) -> HttpResponse | None:
    """304 for a client that has it, the rendered bytes if we have them, else None."""
    modified = int(version.changed_at.timestamp()) if version else None
    unchanged = get_conditional_response(request, etag=tag, last_modified=modified)
    if unchanged is not None:
        return unchanged
    kept = cache.get(tag)
    return _restored(request, kept) if kept is not None else None


def _version() -> DataVersion | None:
    return DataVersion.objects.filter(id=1).first()


def _tag(request: HttpRequest, version: DataVersion | None) -> str:
    number = version.number if version else 0
    variant = f"{release()} {number} {request.get_host()} {request.get_full_path()}"
    return f'W/"{sha256(variant.encode()).hexdigest()[:32]}"'


@remember
def release() -> str:
    """A hash of everything that shapes an answer besides the data: code, templates, static files."""
    digest = sha256()
    for folder in ("policies", "portal", "templates", "static"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                stat = path.stat()
                digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def _kept(tag: str, response: HttpResponse) -> HttpResponse:
    """Keep what was rendered, unless it is a stream, an error or too large; return it."""
    if response.streaming or response.status_code != 200 or len(response.content) > LARGEST_KEPT:
        return response
    headers = {name: response[name] for name in HEADERS if name in response}
    body = gzip.compress(response.content, compresslevel=6, mtime=0)
    cache.set(tag, Kept(body, headers), LIFETIME_SECONDS)
    return response


def _restored(request: HttpRequest, kept: Kept) -> HttpResponse:
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(kept.body, headers=kept.headers)
        response["Content-Encoding"] = "gzip"
        return response
    return HttpResponse(gzip.decompress(kept.body), headers=kept.headers)


def _labelled(response: HttpResponse, tag: str, version: DataVersion | None) -> HttpResponse:
    if response.status_code in {200, 304}:
        response["ETag"] = tag
        response["Cache-Control"] = "no-cache"  # keep it, ask each time
        if version:
            response["Last-Modified"] = _http_date(version)
    patch_vary_headers(response, ("Accept-Encoding", "Cookie", "HX-Request"))
    return response


def _http_date(version: DataVersion) -> str:
    return http_date(version.changed_at.timestamp())


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
