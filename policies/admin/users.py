"""Accounts, as 管理 may change them: names, passwords and groups, never more than they have."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

BEYOND = ("is_superuser", "user_permissions")


class AccountAdmin(UserAdmin):
    """Who is no superuser makes none, and leaves superusers' accounts alone."""

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else (*fields, *BEYOND)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)


admin.site.unregister(User)
admin.site.register(User, AccountAdmin)
