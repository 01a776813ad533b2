"""What every response carries, and what is said when the database is away."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'"
)
RETRY_AFTER_SECONDS = 10
READABLE = {"application/json", "application/jsonl", "text/csv"}

logger = logging.getLogger("policies.database")

Handler = Callable[[HttpRequest], HttpResponse]


def security_headers(get_response: Handler) -> Handler:
    """Add a content security policy without `unsafe-*` and a closed permissions policy."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"
        )
        return response

    return middleware


def allow_reading(get_response: Handler) -> Handler:
    """Let pages of other origins read the public data (PORTAL_CORS: * or one origin; off if unset).

    Reading only: no credentials, no other methods; requests that carry a session get nothing.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if settings.CORS_ORIGIN and kind in READABLE and not session:
            response.headers["Access-Control-Allow-Origin"] = settings.CORS_ORIGIN
        return response

    return middleware


class DatabaseAway:
    """Answer 503 with Retry-After, from a page that needs no database, when it can't be reached."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError) as error:
            return self._away(error)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Take what a view raised; everything else stays a 500."""
        away = isinstance(exception, OperationalError | InterfaceError)
        return self._away(exception) if away else None

    @staticmethod
    def _away(error: Exception) -> HttpResponse:
        logger.error("the database is away: %s", error, exc_info=error)
        response = HttpResponse(render_to_string("503.html"), status=503)
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return response
