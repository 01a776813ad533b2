"""What a damaged glyph says: one click, reviewed like the rest; the stored text never changes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from policies.corrections.adding import read_glyph
from policies.corrections.errors import CorrectionError
from policies.models import Correction, Document

from .access import PROPOSE, needs
from .document import find_document
from .given import offset_of, token_of, version_of, words_of


@needs(PROPOSE, "POST")
def review_glyph(request: HttpRequest, slug: str) -> HttpResponse:
    document = find_document(slug)
    try:
        made = _read(request, document)
        messages.success(request, f"已提出认读 {made}，等待另一人审核。")
        return redirect("review_correction", number=made.number)
    except CorrectionError as error:
        messages.error(request, str(error))
        return redirect("review_document", slug=slug)


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
