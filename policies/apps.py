"""The app, its Chinese name, and what follows every migrate."""

from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_migrate


class PoliciesConfig(AppConfig):
    name = "policies"
    verbose_name = "政策对照"

    def ready(self) -> None:
        from django.contrib.auth.models import User  # these need the models: not before ready()

        from .loading.after_migrate import after_migrate
        from .loading.roles import admit_managers

        post_migrate.connect(after_migrate, sender=self)
        m2m_changed.connect(admit_managers, sender=User.groups.through)
