"""The portal's addresses (shared design, section 8)."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from .feeds import ChangesFeed
from .views.changes import changes
from .views.compare import compare, compare_digest, compare_index
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

urlpatterns = [
    path("", overview, name="overview"),
    path("compare/", compare_index, name="compare_index"),
    path("compare/digest/", compare_digest, name="compare_digest"),
    path("compare/<slug:dimension>/", compare, name="compare"),
    path("documents/<slug:slug>/", document, name="document"),
    path("records/<slug:ref>/", record, name="record"),
    path("provinces/<slug:slug>/", province, name="province"),
    path("sectors/", sectors, name="sectors"),
    path("sectors/<slug:slug>/", sector, name="sector"),
    path("targets/", targets, name="targets"),
    path("measures/", measures, name="measures"),
    path("tax-policies/", tax_policies, name="tax_policies"),
    path("search/", search, name="search"),
    path("methods/", methods, name="methods"),
    path("quality/", quality, name="quality"),
    path("changes/", changes, name="changes"),
    path("changes.atom", ChangesFeed(), name="changes_feed"),
    path("review/", include("policies.views.review.urls")),
    path("report/<slug:ref>/", report, name="report"),
    path("accounts/login/", LoginView.as_view(), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
    path("api/openapi.json", openapi, name="openapi"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
]
