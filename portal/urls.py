"""The site's addresses: the portal and the admin."""

from django.contrib import admin
from django.urls import include, path

handler400 = "policies.views.errors.bad_request"
handler404 = "policies.views.errors.not_found"
urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("policies.urls")),
]
