"""What every migrate ends with: vocabulary, roles and the data version stand in the database."""

import sys

from .roles import sync_roles


def after_migrate(sender: object, using: str, **kwargs: object) -> None:
    """Receiver of post_migrate for this app; only the default database is the portal's."""
    if using != "default":
        return
    sync_roles()
    try:  # until every room of extraction stands (first morning only)
        from .vocabulary import sync_vocabulary

        sync_vocabulary()
    except (ImportError, FileNotFoundError) as error:
        print(f"vocabulary not loaded: {error}", file=sys.stderr)
