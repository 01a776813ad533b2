"""What every migrate ends with: vocabulary and roles stand in the database."""

from .roles import sync_roles
from .vocabulary import sync_vocabulary


def after_migrate(sender: object, using: str, **kwargs: object) -> None:
    """Receiver of post_migrate for this app; only the default database is the portal's."""
    if using == "default":
        sync_vocabulary()
        sync_roles()
