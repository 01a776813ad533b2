"""/review/corrections/<number>/: one correction; shown with its record where it has one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from .access import PROPOSE, needs
from .correction_page import show_correction
from .deciding import address_of, find_correction


@needs(PROPOSE, "GET")
def review_correction(request: HttpRequest, number: int) -> HttpResponse:
    correction = find_correction(number)
    if correction.record:
        return redirect(address_of(correction))
    return show_correction(request, correction)
