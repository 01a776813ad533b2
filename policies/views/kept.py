"""Finished answers, kept by address: the first middleware serves them while the data is unchanged.

Kept are the bytes, compressed, and every header the other middleware set, so that none of it has to
run again. The data version is asked of the database each time: nothing out of date is ever served.
"""

import gzip
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from django.core.cache import cache
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import parse_http_date

from policies.models import DataVersion

from .conditional import address_of, is_public

Handler = Callable[[HttpRequest], HttpResponse]
LIFETIME_SECONDS = 24 * 3600
LARGEST_KEPT = 4_000_000  # bytes before compression: 31 columns of measures take 2.4 MB
OF_THE_BODY = {"Content-Type", "Content-Disposition", "Content-Encoding", "Content-Length"}
NUMBER = f"SELECT number FROM {DataVersion._meta.db_table} WHERE id = 1"


@dataclass(frozen=True)
class Kept:
    """A finished answer to one address."""

    number: int  # of the data version it was rendered from
    body: bytes  # gzip
    headers: dict[str, str]  # without those that depend on the encoding
    modified: int | None  # seconds since 1970


def kept_answers(get_response: Handler) -> Handler:
    """Answer unchanged public pages from memory, as 200 or 304; keep what was rendered afresh."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not is_public(request):
            return get_response(request)
        address = address_of(request)
        kept = cache.get(address)
        if kept is not None and kept.number == _number():
            return _not_modified(request, kept) or _restored(request, kept)
        response = get_response(request)
        if not _may_be_kept(response):
            return response
        kept = _kept(response)
        cache.set(address, kept, LIFETIME_SECONDS)
        return _restored(request, kept) if _takes_gzip(request) else response

    return middleware


def _number() -> int | None:
    """The data version's number by one bare statement: the ORM would cost as much as all the rest.

    None while the database is away: then the pages say so, not what is kept.
    """
    with suppress(OperationalError, InterfaceError), connection.cursor() as cursor:
        cursor.execute(NUMBER)
        row = cursor.fetchone()
        return row[0] if row else 0
    return None


def _may_be_kept(response: HttpResponse) -> bool:
    """A whole answer of the data, for everybody: no stream, no error, no cookie, not too large."""
    return (
        hasattr(response, "kept_for")
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and len(response.content) <= LARGEST_KEPT
    )


def _kept(response: HttpResponse) -> Kept:
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    modified = headers.get("Last-Modified")
    return Kept(
        response.kept_for,
        gzip.compress(response.content, compresslevel=6, mtime=0),
        headers,
        parse_http_date(modified) if modified else None,
    )


def _not_modified(request: HttpRequest, kept: Kept) -> HttpResponse | None:
    """304 (or 412) where the client's conditions say so, with the headers of every response."""
    tag = kept.headers["ETag"]
    response = get_conditional_response(request, etag=tag, last_modified=kept.modified)
    if response is not None:
        for name in kept.headers.keys() - OF_THE_BODY:
            response[name] = kept.headers[name]
    return response


def _takes_gzip(request: HttpRequest) -> bool:
    return "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")


def _restored(request: HttpRequest, kept: Kept) -> HttpResponse:
    packed = _takes_gzip(request)
    body = kept.body if packed else gzip.decompress(kept.body)
    headers = kept.headers | {"Content-Length": str(len(body))}
    if packed:
        headers["Content-Encoding"] = "gzip"
    return HttpResponse(body, headers=headers)
