"""What Django costs by itself: a WSGI application with one small view and one plain template."""

import os
import sys

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

VALUES = "BARE_VALUES"  # environment: how many values the template prints
TEMPLATE = Engine().from_string(
    "<table>{% for row in rows %}<tr>{% for value in row %}<td>{{ value }}</td>{% endfor %}</tr>"
    "{% endfor %}</table>"
)


def bare(request: HttpRequest) -> HttpResponse:
    """The least that a view can do."""
    return HttpResponse("ok")


def table(request: HttpRequest) -> HttpResponse:
    """As many values as a comparison prints, from a list."""
    values = int(os.environ.get(VALUES, "1000"))
    rows = [[f"合成值 {row} {cell}" for cell in range(5)] for row in range(values // 5)]
    return HttpResponse(TEMPLATE.render(Context({"rows": rows})))


urlpatterns = [path("bare", bare), path("table", table)]
if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=sys.modules[__name__], SECRET_KEY="bare"
    )
    django.setup()
application = WSGIHandler()
