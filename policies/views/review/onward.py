"""Where to go after an act: on to what came next in the queue, the place in it kept."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from policies.models import Record

from .given import asked_of


def next_of(request: HttpRequest) -> str:
    """The ref of the record that stood next when the form was shown; "" for none."""
    ref = request.POST.get("next", "") or request.GET.get("next", "")
    sound = len(ref) <= 80 and "\0" not in ref and Record.objects.filter(ref=ref).exists()
    return ref if sound else ""


def onward(request: HttpRequest, here: str, said: str, subject: str = "") -> HttpResponse:
    """Say what was done, with a way back `here`, and go to the next record, else `here`."""
    query, following = asked_of(request).query(), next_of(request)
    if not following:
        messages.success(request, said)
        return redirect(here + query)
    link = format_html('<a href="{}">{}</a>：{}', here + query, subject or "上一条", said)
    messages.success(request, link)
    return redirect(reverse("review_record", args=[following]) + query)
