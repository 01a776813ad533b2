"""Manifests: what they say, and errors that name the file and the entry."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings

from policies.loading.manifest import make_entry, read_manifest
from policies.loading.problem import Problem

GOOD = """
[[collection]]
slug = "guofa"
title = "专辑"
default = true

[[document]]
slug = "henan-2"
file = "a.txt"
province = "41"
issued_on = 2012-12-31
collections = ["guofa"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "manifest.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads(tmp_path: Path) -> None:
    manifest = read_manifest(written(tmp_path, GOOD))
    entry = manifest.documents[0]
    assert (entry.path, entry.issued_on.year, entry.collections) == (
        tmp_path / "a.txt", 2012, ("guofa",),
    )  # fmt: skip
    assert (entry.title, entry.document_number, entry.validity) == ("", "", "unknown")
    assert manifest.collections[0].default


BAD = {
    "no TOML": ("slug = ", "不是有效的 TOML"),
    "an unknown table": ("[other]\n", "不认识的内容：other"),
    "a table that is no list": ('[document]\nslug = "a"\n', r"应写作 \[\[document\]\]"),
    "an unknown field": ('[[document]]\nslug = "a"\nfile = "a"\ncolour = 1\n', r"\[a\]：不认识的字段：colour"),
    "no file": ('[[document]]\nslug = "a"\n', r"\[a\]：缺少 file"),
    "no slug": ('[[document]]\nfile = "a"\n', r"\[\?\]：缺少 slug"),
    "no address": ('[[document]]\nslug = "A b"\nfile = "a"\n', "不能作地址"),
    "a slug too long": (f'[[document]]\nslug = "{"a" * 61}"\nfile = "a"\n', "不能作地址"),
    "a slug twice": ('[[document]]\nslug = "a"\nfile = "a"\n' * 2, r"\[a\]：slug 重复"),
    "a number for a word": ('[[document]]\nslug = "a"\nfile = "a"\nprovince = 41\n', "province 应为文字"),
    "a word for a date": ('[[document]]\nslug = "a"\nfile = "a"\nissued_on = "2012"\n', "issued_on 应为日期"),
    "an unknown validity": ('[[document]]\nslug = "a"\nfile = "a"\nvalidity = "x"\n', "应为 in_force"),
    "two defaults": ('[[collection]]\nslug = "a"\ntitle = "a"\ndefault = true\n[[collection]]\nslug = "b"\ntitle = "b"\ndefault = true\n', "只能有一个默认专辑"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD.keys())
def test_names_file_and_reason(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(Problem, match=message) as caught:
        read_manifest(written(tmp_path, text))
    assert "manifest.toml" in str(caught.value)


def test_a_missing_manifest_and_a_directory(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="文件不存在"):
        read_manifest(tmp_path / "none.toml")
    with pytest.raises(Problem, match="是目录"):
        read_manifest(tmp_path)


NAMES = [  # (name of the file, address)
    ("Henan-2", "henan-2"),
    ("000_ba35e47c", "000-ba35e47c"),  # as received
    ("Notice (2016) no. 5", "notice-2016-no-5"),
    ("河南省实施意见", "doc-dacd0e07"),
    ("河南省2016年意见", "doc-91a2fecf"),  # not "2016": other provinces' files are left with it too
    ("__", "doc-9911f4d2"),  # nothing left
    ("a" * 61, "doc-35d5fc17"),  # too long to be cut: others may begin alike
]


@pytest.mark.parametrize(("name", "slug"), NAMES)
def test_a_single_file_is_named_after_itself(name: str, slug: str) -> None:
    assert make_entry(Path(f"/a/{name}.txt"), {"province": "41"}).slug == slug


def test_a_slug_that_is_given_must_be_an_address() -> None:
    with pytest.raises(Problem, match="不能作地址"):
        make_entry(Path("/a/henan.txt"), {"slug": "河南"})


def test_the_seeds_are_the_files_of_the_manifest_byte_for_byte() -> None:
    manifest = read_manifest(settings.SEEDS_DIR / "manifest.toml")
    assert len(manifest.documents) == 5
    for entry in manifest.documents:
        assert hashlib.sha256(entry.path.read_bytes()).hexdigest() == entry.sha256
        assert entry.title_is_editorial
        assert (entry.document_number, entry.issuer, entry.issued_on) == ("", "", None)
