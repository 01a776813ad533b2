"""A correction that hangs on no record yet: an addition, an absence, a damaged glyph."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.models import Correction

from .given import asked_of
from .proposals import proposals
from .refused import Refused
from .source import blocks_around
from .term_names import TermNames


def show_correction(
    request: HttpRequest, correction: Correction, refused: Refused | None = None
) -> HttpResponse:
    """Render the correction with its place in the source, and what this user may do."""
    terms, placed = TermNames(), correction.start is not None
    context = {
        "document": correction.document,
        "proposal": proposals([correction], request.user, terms, refused)[0],
        "blocks": blocks_around(correction.document, correction.start, correction.end)
        if placed
        else (),
        "version": correction.document.version,
        "back": asked_of(request).query(),
        "refused": refused,
    }
    status = refused.status if refused else 200
    return render(request, "review/correction.html", context, status=status)
