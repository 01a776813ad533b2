"""/review/upload/: a new document, or a document's new text; first read, then previewed, then saved."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from policies.loading.entry import Entry
from policies.loading.problem import Problem
from policies.models import Collection, Document
from policies.sources import SourceError, read

from .access import INGEST, needs
from .entries import entry_of_upload
from .held import Held, held, hold, let_go, saved_as
from .preview import preview_of, save
from .upload_form import UploadForm


@needs(INGEST, "GET", "POST")
def upload(request: HttpRequest) -> HttpResponse:
    """Take the file; refuse it with the reason, or go on to its preview."""
    if request.method != "POST":
        return render(request, "review/upload.html", {"form": UploadForm()})
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        data, name = form.content()
        try:
            token = hold(request.user.pk, name, form.entry_fields(), read(data, name), data)
            return _received(request, reverse("review_upload_preview", args=[token]))
        except SourceError as error:
            form.add_error(None, f"没有收下：{error.reason}。")
    return render(request, "review/upload.html", {"form": form}, status=422)


def _received(request: HttpRequest, preview: str) -> HttpResponse:
    """On to the preview; a script that shows the progress goes there itself, not twice."""
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return HttpResponse(status=201, headers={"Location": preview})
    return redirect(preview)


@needs(INGEST, "GET", "POST")
def upload_preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show structure and records beside the source before anything is written; then save."""
    if slug := saved_as(token):
        messages.info(request, f"这次上传已经保存为 {slug}。")
        return redirect("review_document", slug=slug)
    upload = held(token, request.user.pk)
    if upload is None:
        return render(request, "review/upload_lost.html", status=410)
    known = Document.objects.filter(slug=upload.fields["slug"]).select_related("province").first()
    fields = {**upload.fields, "collections": _ticked_collections(request)}
    try:
        entry = entry_of_upload(upload.name, fields, known)
    except Problem as problem:
        messages.error(request, problem.reason)
        return redirect("review_upload")
    if request.method == "POST":
        return _save(request, upload, entry, known)
    return _show(request, upload, entry, known)


def _ticked_collections(request: HttpRequest) -> list[str]:
    """Those that the text does not name itself; asked beside the preview, where it can be read."""
    ticked = request.POST.getlist("collections")
    return list(Collection.objects.filter(slug__in=ticked[:40]).values_list("slug", flat=True))


def _save(request: HttpRequest, upload: Held, entry: Entry, known: Document | None) -> HttpResponse:
    if str(known.version if known else 0) != request.POST.get("version"):
        messages.error(request, "预览之后文件又有变动，请看过新的预览再保存。")
        return _show(request, upload, entry, known, status=409)
    try:
        report = save(entry, upload.data, upload.source, request.user.get_username())
    except Problem as problem:
        messages.error(request, f"没有保存：{problem.reason}")
        return _show(request, upload, entry, known, status=422)
    let_go(upload.token, entry.slug)
    found = sum(report.counts.values())
    state = "草稿，公开前只有工作人员可见" if report.created else "正文已更新"
    messages.success(request, f"已保存 {entry.slug}：{found} 条记录；{state}。")
    return redirect("review_document", slug=entry.slug)


def _show(
    request: HttpRequest,
    upload: Held,
    entry: Entry,
    known: Document | None,
    status: int = 200,
) -> HttpResponse:
    preview = preview_of(replace(entry, collections=()), upload.data, upload.source)
    others = Collection.objects.exclude(title__in=preview.report.collections)
    context = {
        "upload": upload,
        "entry": entry,
        "known": known,
        "preview": preview,
        "others": others.order_by("-is_default", "slug"),
        "version": known.version if known else 0,
    }
    return render(request, "review/upload_preview.html", context, status=status)
