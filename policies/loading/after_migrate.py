"""What every migrate ends with: vocabulary, roles and the search index stand in the database."""

from policies.models.search_index import create_search_index

from .passages import index_missing
from .roles import sync_roles
from .vocabulary import sync_vocabulary


def after_migrate(sender: object, using: str, **kwargs: object) -> None:
    """Receiver of post_migrate for this app; only the default database is the portal's."""
    if using == "default":
        sync_vocabulary()
        sync_roles()
        create_search_index()
        index_missing()
