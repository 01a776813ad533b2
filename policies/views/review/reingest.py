"""/review/documents/<slug>/reingest/: read the stored file again; first what would change."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from policies.loading.problem import Problem
from policies.models import Document
from policies.sources import SourceError, read

from .access import INGEST, needs
from .document import find_document
from .entries import entry_of_document
from .preview import preview_of, save


@needs(INGEST, "GET", "POST")
def reingest(request: HttpRequest, slug: str) -> HttpResponse:
    """Dry run of the present extractor on the stored bytes; on POST, in earnest."""
    document = find_document(slug)
    if request.method == "POST":
        return _again(request, document)
    return _show(request, document)


def _again(request: HttpRequest, document: Document) -> HttpResponse:
    if request.POST.get("version") != str(document.version):
        messages.error(request, "试行之后文件又有变动，请看过新的试行结果再入库。")
        return _show(request, document, 409)
    data = bytes(document.source.data)
    try:
        source = read(data, document.source.name)
        report = save(entry_of_document(document), data, source, request.user.get_username())
    except (Problem, SourceError) as refused:
        messages.error(request, f"没有入库：{refused.reason}")
        return _show(request, document, 422)
    done = report.summary()
    text = (
        f"新增 {done['added']}，改动 {done['changed']}，消失 {done['gone']}，待核 {done['queued']}"
    )
    messages.success(request, f"已重新入库：{text if report.wrote else '没有变化'}。")
    return redirect("review_document", slug=document.slug)


def _show(request: HttpRequest, document: Document, status: int = 200) -> HttpResponse:
    data, preview = bytes(document.source.data), None
    try:
        source = read(data, document.source.name)
        preview = preview_of(entry_of_document(document), data, source)
    except (Problem, SourceError) as refused:
        messages.error(request, refused.reason)
    context = {"document": document, "preview": preview}
    return render(request, "review/reingest.html", context, status=status)
