"""manage.py ingest: files and manifests in, one line per document, bad input named."""

from pathlib import Path

import pytest
from django.conf import settings

from policies.models import Audit, Document, Record, Sector

from .running import run

pytestmark = pytest.mark.django_db
GOOD = """各市、州人民政府：
为贯彻落实《国务院关于促进企业技术改造的指导意见》（国发〔2012〕44号），提出以下实施意见。
一、主要目标
到2015年，全省技术改造投资年均增长20%以上。
二、重点任务
支持钢铁企业实施技术改造。
三、保障措施
省财政每年安排技术改造专项资金1亿元。
"""
OTHER = GOOD.replace("20%", "25%")


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_single_file(tmp_path: Path) -> None:
    code, out, _ = run("ingest", put(tmp_path, "hunan.txt", GOOD), "--province", "湖南省")
    document = Document.objects.get()
    assert (code, document.slug, document.province.name) == (0, "hunan", "湖南省")
    assert out.startswith("hunan 新建：")
    assert document.published
    assert bytes(document.source.data) == GOOD.encode()
    assert document.source.encoding == "utf-8"


def test_a_term_that_is_new_in_the_files_is_known_at_once(tmp_path: Path) -> None:
    Sector.objects.filter(code="prepared_dishes").delete()
    text = GOOD.replace("钢铁", "预制菜")
    code, _, _ = run("ingest", put(tmp_path, "hunan.txt", text), "--province", "湖南省")
    assert code == 0
    assert Record.objects.filter(key="prepared_dishes").exists()
    assert {parent.code for parent in Sector.objects.get(code="prepared_dishes").parents.all()} == {
        "food"
    }


def test_a_folder(tmp_path: Path) -> None:
    """Every file that a reader is for; what stands beside them is left alone."""
    for name, code, text in (("湖南", "43", GOOD), ("hubei_1", "42", OTHER)):
        put(tmp_path, f"{name}.txt", text)
        put(tmp_path, f"{name}.toml", f'province = "{code}"\n')
    put(tmp_path, "notes.md", "# none of these")
    assert run("ingest", tmp_path)[0] == 0
    assert {d.slug: d.province.gb_code for d in Document.objects.all()} == {
        "doc-08f48047": "43", "hubei-1": "42",
    }  # fmt: skip


def test_a_folder_with_a_manifest(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", GOOD)
    put(tmp_path, "b.txt", OTHER)
    put(tmp_path, "manifest.toml", '[[document]]\nslug = "x"\nfile = "a.txt"\nprovince = "43"\n')
    assert run("ingest", tmp_path)[0] == 0
    assert Document.objects.get().slug == "x"


def test_options_name_it(tmp_path: Path) -> None:
    path = put(tmp_path, "湖南.txt", GOOD)
    run("ingest", path, "--province", "43", "--slug", "hunan-2013", "--title", "湖南的意见")
    document = Document.objects.get()
    assert (document.slug, document.title) == ("hunan-2013", "湖南的意见")


def test_a_sidecar_names_it(tmp_path: Path) -> None:
    put(
        tmp_path, "hunan.toml", 'province = "43"\ntitle = "湖南的意见"\ntitle_is_editorial = true\n'
    )
    assert run("ingest", put(tmp_path, "hunan.txt", GOOD))[0] == 0
    assert Document.objects.get().title_is_editorial


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    code, *_ = run("ingest", put(tmp_path, "hunan.txt", GOOD.encode(encoding)), "--province", "43")
    assert (code, Document.objects.get().text) == (0, GOOD)


def test_again_says_that_nothing_changed(tmp_path: Path) -> None:
    path = put(tmp_path, "hunan.txt", GOOD)
    run("ingest", path, "--province", "43")
    audits = Audit.objects.count()
    _, out, _ = run("ingest", path, "--province", "43")
    assert "无变化" in out
    assert Audit.objects.count() == audits


def test_dry_run_lists_and_writes_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, "hunan.txt", GOOD)
    code, out, _ = run("ingest", path, "--province", "43", "--dry-run")
    assert (code, Document.objects.count(), Record.objects.count()) == (0, 0, 0)
    assert "（试行）新建" in out
    assert "  新增 hunan-t1" in out


def binary(folder: Path) -> Path:
    return put(folder, "bad.txt", bytes(range(256)) * 8)


BAD = {
    "missing": (lambda folder: folder / "bad.txt", "文件不存在"),
    "empty": (lambda folder: put(folder, "bad.txt", ""), "文件为空"),
    "blank": (lambda folder: put(folder, "bad.txt", " \n　\n"), "只有空白"),
    "binary": (binary, "bad.txt"),
    "no encoding": (lambda folder: put(folder, "bad.txt", b"\xe4\xb8\xff\xfe\x81" * 50), "bad.txt"),
    "no heading": (lambda folder: put(folder, "bad.txt", "湖南省支持钢铁企业。\n"), "认不出任何标题"),
    "an empty folder": (lambda folder: folder / "sub", "目录里没有可读的文件"),
    "same text": (lambda folder: put(folder, "copy.txt", GOOD), "正文相同"),
    "slug taken": (lambda folder: put(folder / "sub", "hunan.txt", OTHER), "已由"),
    "a broken manifest": (lambda folder: put(folder, "bad.toml", "x"), "不是有效的 TOML"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "reason"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_named_and_the_others_are_loaded(
    tmp_path: Path, make: object, reason: str
) -> None:
    (tmp_path / "sub").mkdir()
    for name, text in (("hunan", GOOD), ("hubei", OTHER)):
        put(tmp_path, f"{name}.txt", text)
        put(tmp_path, f"{name}.toml", f'province = "{"43" if name == "hunan" else "42"}"\n')
    bad = make(tmp_path)
    code, _, err = run("ingest", tmp_path / "hunan.txt", bad, tmp_path / "hubei.txt")
    assert code == 1
    assert reason in err
    assert str(bad) in err
    assert set(Document.objects.values_list("slug", flat=True)) == {"hunan", "hubei"}
    assert run("verify")[0] == 0


def test_an_unknown_province(tmp_path: Path) -> None:
    path = put(tmp_path, "hunan.txt", GOOD)
    code, _, err = run("ingest", path, "--province", "亚特兰蒂斯")
    assert (code, Document.objects.count()) == (1, 0)
    assert f"{path}：未知的地区“亚特兰蒂斯”" in err


def test_a_province_that_the_text_contradicts() -> None:
    code, _, err = run(
        "ingest", settings.SEEDS_DIR / "gansu.txt", "--province", "41", "--slug", "x"
    )
    assert (code, Document.objects.count()) == (1, 0)
    assert "清单说是河南省，正文却是甘肃省的文件" in err


def test_a_file_that_is_not_the_manifests(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", GOOD)
    manifest = f'[[document]]\nslug = "a"\nfile = "a.txt"\nprovince = "43"\nsha256 = "{"0" * 64}"\n'
    code, _, err = run("ingest", put(tmp_path, "m.toml", manifest))
    assert (code, Document.objects.count()) == (1, 0)
    assert "与清单所记 SHA-256 不符" in err


def test_options_for_one_file_only(tmp_path: Path) -> None:
    paths = [put(tmp_path, "a.txt", GOOD), put(tmp_path, "b.txt", OTHER)]
    assert run("ingest", *paths, "--slug", "x")[0] == 2


@pytest.mark.usefixtures("portal")
def test_the_seeds_stand_in_the_default_collection() -> None:
    document = Document.objects.get(slug="gansu")
    assert (document.issuer, str(document.issued_on)) == ("甘肃省人民政府", "2012-12-11")
    assert Document.objects.get(slug="yunnan").issued_on is None
    assert document.collections.get().is_default


@pytest.mark.usefixtures("portal")
def test_the_seeds_in_several_processes_change_nothing() -> None:
    code, out, _ = run("ingest", "--jobs", "2")
    assert (code, out.count("无变化")) == (0, 5)
