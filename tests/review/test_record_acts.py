"""A record as a whole: right as it stands, none at all, another span."""

from collections.abc import Callable

import pytest
from django.test import Client

from policies.models import Correction, Record

from .forms import form_of
from .test_record import approve_all

pytestmark = pytest.mark.django_db
People = Callable[..., Client]


def act(client: Client, record: Record, name: str, **typed: object) -> int:
    address = f"/review/{record.ref}/{name}/"
    form = form_of(client.get(f"/review/{record.ref}/"), address)
    return client.post(address, form | typed).status_code


def test_confirming_is_one_click_and_settles_the_doubt(as_role: People, damaged: Record) -> None:
    assert act(as_role("录入"), damaged, "confirm") == 302
    approve_all(as_role("审核"))
    damaged.refresh_from_db()
    assert (damaged.status, damaged.doubt) == ("reviewed", "")


def test_rejecting_takes_the_record_out_of_lists(as_role: People, damaged: Record) -> None:
    assert act(as_role("录入"), damaged, "reject") == 422  # no reason
    assert act(as_role("录入"), damaged, "reject", reason="不是目标") == 302
    approve_all(as_role("审核"))
    damaged.refresh_from_db()
    assert damaged.state == "rejected"
    assert not Record.objects.present().filter(pk=damaged.pk).exists()


def test_a_span_is_moved_and_its_quotation_follows(as_role: People, damaged: Record) -> None:
    text = damaged.document.text
    end = text.index("，", damaged.end) + 1
    assert act(as_role("录入"), damaged, "span", end=end, reason="漏了标点") == 302
    approve_all(as_role("审核"))
    damaged.refresh_from_db()
    assert (damaged.end, damaged.quote) == (end, text[damaged.start : end])


@pytest.mark.parametrize("end", ["", "x", "99999999", "-1", "１２"])
def test_no_span_no_correction(as_role: People, damaged: Record, end: str) -> None:
    assert act(as_role("录入"), damaged, "span", end=end, reason="试") == 422
    assert not Correction.objects.exists()


def test_two_acts_from_one_page_are_two_acts(as_role: People, damaged: Record) -> None:
    """All forms of a page carry one token; confirming must not swallow rejecting."""
    client, page = as_role("录入"), f"/review/{damaged.ref}/"
    shown = client.get(page)
    confirm, reject = page + "confirm/", page + "reject/"
    assert client.post(confirm, form_of(shown, confirm)).status_code == 302
    late = client.post(reject, form_of(shown, reject) | {"reason": "不是目标"})
    assert late.status_code == 409
    assert list(Correction.objects.values_list("action", flat=True)) == ["confirm"]
