"""The app, its Chinese name, and what follows every migrate."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PoliciesConfig(AppConfig):
    name = "policies"
    verbose_name = "政策对照"

    def ready(self) -> None:
        from .loading.after_migrate import after_migrate  # needs the models, so not before ready()

        post_migrate.connect(after_migrate, sender=self)
