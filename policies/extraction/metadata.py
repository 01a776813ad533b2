"""What the text itself says about the document."""

from .records import Metadata, Provision
from .vocabulary import Vocabulary


def find_metadata(
    normal: str, provisions: tuple[Provision, ...], vocabulary: Vocabulary
) -> Metadata:
    """Return title, number, issuer, date and the like; None where the text does not say."""
    return Metadata(None, None, None, None, None, None, None, None, None, None)
