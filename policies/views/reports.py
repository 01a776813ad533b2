"""/report/<ref>/: anyone says 这条有误; it lands in the queue, the answer is public."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from policies.corrections.reports import REPORT_LENGTH, report_error
from policies.models import Record, State

from .report_rate import may_report


class ReportForm(forms.Form):
    """What is wrong, in the reader's words. No name, no address: none is kept."""

    text = forms.CharField(
        label="哪里有误",
        max_length=REPORT_LENGTH,
        min_length=4,
        widget=forms.Textarea(attrs={"rows": 5, "id": "report-text"}),
        error_messages={"required": "请写明哪里有误。"},
    )


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, ref: str) -> HttpResponse:
    records = Record.objects.select_related("document__province").exclude(state=State.GONE)
    record = get_object_or_404(records, ref=ref, document__published=True)
    form, status = ReportForm(request.POST or None), 200
    if request.method == "POST":
        if form.is_valid() and not may_report(request.META.get("REMOTE_ADDR", ""), record):
            form.add_error(None, "近一小时内的报错过多，请稍后再试。")
            status = 429
        elif form.is_valid():
            report_error(record, form.cleaned_data["text"])
            messages.success(request, "已收到，校订人员会核对原文；答复将公布在记录页上。")
            return redirect("report", ref=ref)
        else:
            status = 422
    context = {"record": record, "document": record.document, "form": form}
    response = render(request, "reports/report.html", context, status=status)
    add_never_cache_headers(response)
    return response
