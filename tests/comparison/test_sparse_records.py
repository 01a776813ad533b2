"""Records that state no more than they must: no page, file or digest may stumble over a blank."""

import pytest
from django.test import Client

from policies.comparison import DIMENSIONS
from policies.models import FIELDS, Kind
from policies.models.fields import blank_fields
from tests.factories import make_document

from .makers import DEFAULTS, say

pytestmark = pytest.mark.django_db
KINDS = tuple(DEFAULTS)
NUMBER = {
    "value": 10, "value_max": None, "unit": "", "comparator": "=", "what": None, "role": "share",
    "start": 0, "end": 1,
}  # fmt: skip
SPARSE_LISTS = {
    Kind.MEASURE: {"numbers": [NUMBER]},
    Kind.TAX_POLICY: {"parameters": [{"value": 15, "unit": "", "what": None}]},
}


def sparse(kind: str) -> dict:
    """The default record with everything blank that may be."""
    required = {field.name for field in FIELDS[kind] if field.required}
    return {name: v for name, v in blank_fields(kind).items() if name not in required}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lists", [False, True], ids=["blank", "sparse lists"])
def test_sparse_records_beside_full_ones(client: Client, kind: str, lists: bool) -> None:
    documents = [make_document(p, p) for p in ("henan", "yunnan", "gansu")]
    more = SPARSE_LISTS.get(kind, {}) if lists else {}
    say(documents[0], kind)
    say(documents[1], kind, **sparse(kind) | {"quote": "另一句"} | more)
    say(documents[2], kind, **sparse(kind) | {"quote": "再一句"} | more)
    for path in (*(f"/compare/{code}/" for code in DIMENSIONS), "/compare/digest/", "/"):
        assert client.get(path).status_code == 200, path
    for form in ("json", "csv", "xlsx", "docx"):
        assert client.get(f"/compare/?format={form}").status_code == 200, form
    assert client.get("/provinces/yunnan/").status_code == 200
