"""Uploads between preview and saving: whole or not there; each person's own; for a day."""

import os
from hashlib import sha256

import pytest

from policies.sources import read
from policies.views.review.held import DAY, held, hold, let_go, saved_as

DATA = "一、主要目标\n到2015年，技术改造投资达到100亿元。".encode()


@pytest.fixture
def token() -> str:
    return hold(1, "新疆.txt", {"slug": "new"}, read(DATA, "a.txt"), DATA)


def test_what_is_held_is_what_was_given(token: str) -> None:
    kept = held(token, 1)
    assert (kept.data, kept.name, kept.fields) == (DATA, "新疆.txt", {"slug": "new"})
    assert kept.source == read(DATA, "a.txt")


def test_nobody_elses(token: str) -> None:
    assert held(token, 2) is None


@pytest.mark.parametrize("other", ["", "0" * 32, "../" + "a" * 29, "." * 32])
def test_no_other_folder_is_read(token: str, other: str) -> None:
    assert held(other, 1) is None


def test_forgotten_after_saving(token: str) -> None:
    let_go(token, "new")
    assert held(token, 1) is None
    assert saved_as(token) == "new"


@pytest.mark.parametrize("other", ["", "0" * 32, "../" + "a" * 29])
def test_what_was_not_saved_became_nothing(token: str, other: str) -> None:
    assert (saved_as(token), saved_as(other)) == (None, None)


def test_forgotten_after_a_day(token: str, settings: object) -> None:
    folder = settings.LOCAL_DIR / "uploads" / token
    os.utime(folder, (0, folder.stat().st_mtime - DAY - 1))
    assert held(token, 1) is None
    hold(1, "b.txt", {}, read(DATA, "b.txt"), DATA)
    assert not folder.exists()


def test_an_unfinished_one_is_none(token: str, settings: object) -> None:
    """The server was killed while writing: the folder never got its name."""
    folder = settings.LOCAL_DIR / "uploads" / token
    folder.rename(folder.with_name(token + ".part"))
    assert held(token, 1) is None


def test_damaged_bytes_are_none(token: str, settings: object) -> None:
    (settings.LOCAL_DIR / "uploads" / token / "data").write_bytes(DATA[:-1])
    assert sha256(DATA[:-1]).hexdigest() != sha256(DATA).hexdigest()
    assert held(token, 1) is None
