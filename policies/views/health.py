"""/healthz: the process answers; /readyz: the database answers and holds data."""

from django.db import connection
from django.http import HttpRequest, JsonResponse

from policies.models import DataVersion


def healthz(request: HttpRequest) -> JsonResponse:
    """200 as long as the process can answer."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:
    """200 with the data version once migrations ran; the middleware answers 503 when not."""
    version = DataVersion.objects.values_list("number", flat=True).first()
    return JsonResponse({"status": "ok", "database": connection.vendor, "data_version": version})
