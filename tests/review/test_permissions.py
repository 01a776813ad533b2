"""The permission matrix: every address × role × method as checked in; a new address needs a row.

To write the table anew after a change that is meant: `PERMISSIONS=write pytest tests/review/test_permissions.py`,
then read the diff.
"""

import os

import pytest
from django.db import connection

from .matrix import COLUMNS, everything, read_table, write_table

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the database decides nothing here")
def test_every_address_allows_what_the_table_says(portal: None) -> None:
    found = everything()
    if os.environ.get("PERMISSIONS") == "write":
        write_table(found)
    table = read_table()
    assert set(found) - set(table) == set(), "addresses without a row in permissions.csv"
    assert set(table) - set(found) == set(), "rows whose address is gone"
    wrong = {
        (route, column): (found[route][column], table[route][column])
        for route in found
        for column in COLUMNS
        if found[route][column] != table[route][column]
    }
    assert wrong == {}


def test_the_table_keeps_the_promises_of_the_design() -> None:
    """What no edit of the table may give away."""
    for route, row in read_table().items():
        if route.startswith("review/"):
            assert row["GET 匿名"] == row["POST 匿名"] == "登录", route
        if route.startswith("admin/") and not route.endswith(("login/", "logout/")):
            assert {row["GET 录入"], row["GET 审核"]} <= {"登录", "403"}, route
    table = read_table()
    for act in ("approve", "return"):
        row = table[f"review/corrections/<int:number>/{act}/"]
        assert (row["POST 录入"], row["POST 审核"], row["POST 管理"]) == ("403", "可", "403")
    for act in ("upload/", "documents/<slug:slug>/publish/", "documents/<slug:slug>/reingest/"):
        row = table[f"review/{act}"]
        assert (row["POST 录入"], row["POST 审核"], row["POST 管理"]) == ("403", "403", "可")
