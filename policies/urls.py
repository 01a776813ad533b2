"""The portal's addresses (shared design, section 8)."""

from collections.abc import Callable

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse
from django.urls import URLPattern, include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from .feeds import ChangesFeed
from .views.changes import changes
from .views.compare import compare, compare_clause, compare_digest, compare_index
from .views.documents import document
from .views.health import healthz, readyz
from .views.lists import measures, targets, tax_policies
from .views.methods import methods
from .views.openapi import openapi
from .views.overview import overview
from .views.provinces import province
from .views.quality import quality
from .views.records import record
from .views.reports import report
from .views.search import search
from .views.sectors import sector, sectors


def page(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """A public page: it is read and takes nothing, so any other method gets 405 (no token asked)."""
    return path(route, csrf_exempt(require_safe(view)), name=name)


urlpatterns = [
    page("", overview, name="overview"),
    page("compare/", compare_index, name="compare_index"),
    page("compare/digest/", compare_digest, name="compare_digest"),
    page("compare/clause/<slug:ref>/", compare_clause, name="compare_clause"),
    page("compare/<slug:dimension>/", compare, name="compare"),
    page("documents/<slug:slug>/", document, name="document"),
    page("records/<slug:ref>/", record, name="record"),
    page("provinces/", RedirectView.as_view(pattern_name="overview"), name="provinces"),
    page("provinces/<slug:slug>/", province, name="province"),
    page("sectors/", sectors, name="sectors"),
    page("sectors/<slug:slug>/", sector, name="sector"),
    page("targets/", targets, name="targets"),
    page("measures/", measures, name="measures"),
    page("tax-policies/", tax_policies, name="tax_policies"),
    page("search/", search, name="search"),
    page("methods/", methods, name="methods"),
    page("quality/", quality, name="quality"),
    page("changes/", changes, name="changes"),
    page("changes.atom", ChangesFeed(), name="changes_feed"),
    page("api/openapi.json", openapi, name="openapi"),
    page("healthz", healthz, name="healthz"),
    page("readyz", readyz, name="readyz"),
    path("review/", include("policies.views.review.urls")),
    path("report/<slug:ref>/", report, name="report"),
    path("accounts/login/", LoginView.as_view(), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
]
