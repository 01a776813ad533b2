"""What a damaged glyph says: one click, reviewed like the rest; the stored text never changes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from policies.corrections.adding import read_glyph
from policies.corrections.errors import CorrectionError
from policies.models import Correction, Document

from .access import PROPOSE, needs
from .document import find_document
from .given import offset_of, token_of, version_of, words_of
from .onward import onward


@needs(PROPOSE, "POST")
def review_glyph(request: HttpRequest, slug: str) -> HttpResponse:
    document = find_document(slug)
    try:
        made = _read(request, document)
    except CorrectionError as error:
        messages.error(request, str(error))
        return redirect("review_document", slug=slug)
    here = reverse("review_correction", args=[made.number])
    return onward(request, here, "已提出认读，等待另一人审核。", str(made))


def _read(request: HttpRequest, document: Document) -> Correction:
    reading = words_of(request, "reading")
    if not reading or len(reading) > 20:
        raise CorrectionError("请填写认读的字，至多 20 字")
    start = offset_of(request, "start")
    return read_glyph(
        document,
        start,
        offset_of(request, "end"),
        reading,
        author=request.user,
        reason=words_of(request, "reason"),
        version=version_of(request),
        token=f"{token_of(request)}-glyph-{start}",
    )
