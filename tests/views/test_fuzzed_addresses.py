"""A sample of what `make prove` asks 20,000 times: no address gives a 5xx."""

import pytest

from tests.prove.addresses import addresses
from tests.prove.fuzz_urls import fuzz


@pytest.mark.django_db(transaction=True)  # closing a stream closes connections in a transaction
def test_no_address_is_a_server_error(portal: None) -> None:
    statuses, failures = fuzz(addresses(120, seed=7))
    assert failures == []
    assert set(statuses) >= {200, 400, 404}
