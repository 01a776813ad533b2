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
from django.db import connection
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
VERSION = f"SELECT number FROM {DataVersion._meta.db_table} WHERE id = 1"


@dataclass(frozen=True)
class Kept:
    """A rendered answer: gzip-compressed bytes and the headers that go with them."""

    body: bytes
    headers: dict[str, str]
    modified: int | None  # seconds since 1970, of the data version


def conditional(view: View) -> View:
    """Serve a GET view of public data by data version; the view finds it in `request.data_version`."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        kept = _kept_answer(request)
        if kept is not None:
            return kept
        with snapshot():  # version and answer belong to one moment
            request.data_version = version = _version()
            if not _is_public(request):
                return _private(view(request, *args, **kwargs))
            tag, modified = _tag(request, _number(version)), _modified(version)
            response = get_conditional_response(request, etag=tag, last_modified=modified)
            if response is None:
                response = _kept(tag, modified, view(request, *args, **kwargs))
            return _labelled(response, tag, modified)

    return answer


def _is_public(request: HttpRequest) -> bool:
    return request.method in CACHEABLE and settings.SESSION_COOKIE_NAME not in request.COOKIES


def _kept_answer(request: HttpRequest) -> HttpResponse | None:
    """The rendered bytes if we have them, 304 for a client that has them too, else None.

    One bare statement tells the version: the ORM would cost as much as all the rest.
    """
    if not _is_public(request):
        return None
    with connection.cursor() as cursor:
        cursor.execute(VERSION)
        row = cursor.fetchone()
    tag = _tag(request, row[0] if row else 0)
    kept = cache.get(tag)
    if kept is None:
        return None
    response = get_conditional_response(request, etag=tag, last_modified=kept.modified)
    return _labelled(response or _restored(request, kept), tag, kept.modified)


def _version() -> DataVersion | None:
    return DataVersion.objects.filter(id=1).first()


def _number(version: DataVersion | None) -> int:
    return version.number if version else 0


def _modified(version: DataVersion | None) -> int | None:
    return int(version.changed_at.timestamp()) if version else None


def _tag(request: HttpRequest, number: int) -> str:
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


def _kept(tag: str, modified: int | None, response: HttpResponse) -> HttpResponse:
    """Keep what was rendered, unless it is a stream, an error or too large; return it."""
    if response.streaming or response.status_code != 200 or len(response.content) > LARGEST_KEPT:
        return response
    headers = {name: response[name] for name in HEADERS if name in response}
    body = gzip.compress(response.content, compresslevel=6, mtime=0)
    cache.set(tag, Kept(body, headers, modified), LIFETIME_SECONDS)
    return response


def _restored(request: HttpRequest, kept: Kept) -> HttpResponse:
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(kept.body, headers=kept.headers)
        response["Content-Encoding"] = "gzip"
        return response
    return HttpResponse(gzip.decompress(kept.body), headers=kept.headers)


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
