"""/review/answer/: close what waited, with an answer; the answer to a report is public."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from policies.corrections.errors import CorrectionError
from policies.corrections.reports import answer_item
from policies.models import ReviewItem

from .access import ANSWER, needs
from .given import asked_of, words_of


class Which(forms.Form):
    """An item has no number of its own: document, cause and fingerprint name it."""

    document = forms.SlugField(max_length=60)
    cause = forms.ChoiceField(choices=ReviewItem.Cause.choices)
    fingerprint = forms.RegexField(r"^[0-9a-f]{64}$")


@needs(ANSWER, "POST")
def answer_waiting(request: HttpRequest) -> HttpResponse:
    item = _item(request)
    try:
        if item is None:
            raise CorrectionError("此事项已处理")
        text = words_of(request, "answer")
        if not text:
            raise CorrectionError("请写明答复或处理结果")
        answer_item(item, user=request.user, answer=text)
        messages.success(request, "已答复并结案。")
    except CorrectionError as error:
        messages.error(request, str(error))
    return redirect(_back(request, item))


def _item(request: HttpRequest) -> ReviewItem | None:
    which = Which(request.POST)
    if not which.is_valid():
        return None
    said = which.cleaned_data
    items = ReviewItem.objects.filter(
        document__slug=said["document"],
        cause=said["cause"],
        fingerprint=said["fingerprint"],
        closed_at__isnull=True,
    )
    return items.select_related("record").first()


def _back(request: HttpRequest, item: ReviewItem | None) -> str:
    query = asked_of(request).query()
    if item and item.record:
        return reverse("review_record", args=[item.record.ref]) + query
    return reverse("review") + query
