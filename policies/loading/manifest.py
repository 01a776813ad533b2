"""Manifests: TOML files that say which documents there are and what is known of them."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from policies.models import Validity

from .entry import CollectionEntry, Entry, Manifest
from .problem import Problem

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 60
PLAIN = re.compile(r"[a-z0-9]+")
TYPES = {str: "文字", bool: "true 或 false", date: "日期", tuple: "列表"}


def read_manifest(path: Path) -> Manifest:
    """Return what the manifest at `path` says; files are looked for beside it.

    Raises Problem naming the file and the entry: no TOML, unknown or missing field, wrong type,
    a slug that is no address or stands twice, two default collections.
    """
    tables = _read(path)
    if unknown := tables.keys() - {"collection", "document"}:
        raise Problem(str(path), f"不认识的内容：{'、'.join(sorted(unknown))}")
    collections = tuple(
        _make(path, CollectionEntry, t) for t in _entries(path, tables, "collection")
    )
    documents = tuple(_document(path, table) for table in _entries(path, tables, "document"))
    _check_slugs(path, collections)
    _check_slugs(path, documents)
    _check_collections(path, collections)
    return Manifest(collections, documents)


def read_sidecar(path: Path) -> dict[str, object]:
    """Return the fields that `policy.toml` beside `policy.txt` gives; {} where there is none."""
    sidecar = path.with_suffix(".toml")
    return _read(sidecar) if sidecar.is_file() else {}


def make_entry(path: Path, table: dict[str, object]) -> Entry:
    """Return the entry of the single file `path`, with `table` as its fields. Raises Problem."""
    return _document(path, {"slug": slug_of(path.stem), **table, "file": path.name})


def slug_of(name: str) -> str:
    """Return an address for a document from its file's name, the same one for the same name.

    000_Ab 5 -> 000-ab-5; a name with other letters (湖南省实施意见) gives doc- and eight digits of
    its hash: what would be left of it may be what others leave too.
    """
    plain = "-".join(PLAIN.findall(name.lower()))
    if name.isascii() and plain and len(plain) <= SLUG_LENGTH:
        return plain
    return f"doc-{sha256(unicodedata.normalize('NFC', name).encode()).hexdigest()[:8]}"


def _read(path: Path) -> dict:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise Problem(str(path), "文件不存在") from None
    except IsADirectoryError:
        raise Problem(str(path), "是目录，不是文件") from None
    except OSError as error:
        raise Problem(str(path), f"无法读取（{error.strerror}）") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(str(path), f"不是有效的 TOML（{error}）") from None


def _entries(path: Path, tables: dict, name: str) -> list[dict]:
    entries = tables.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise Problem(str(path), f"{name} 应写作 [[{name}]]")
    return entries


def _document(path: Path, table: dict) -> Entry:
    file = table.get("file")
    if not isinstance(file, str) or not file:
        raise Problem(_where(path, table), "缺少 file")
    rest = {name: value for name, value in table.items() if name not in {"file", "path"}}
    return _make(path, Entry, {**rest, "path": path.parent / file}, given=table)


def _make(path: Path, kind: type, table: dict, given: dict | None = None) -> object:
    where, known = _where(path, given or table), {field.name: field for field in fields(kind)}
    if unknown := table.keys() - known.keys():
        raise Problem(where, f"不认识的字段：{'、'.join(sorted(unknown))}")
    values = {name: _value(where, known[name].type, name, v) for name, v in table.items()}
    try:
        entry = kind(**values)
    except TypeError:
        missing = [n for n in ("slug", "title") if n not in values and n in known]
        raise Problem(where, f"缺少 {'、'.join(missing)}") from None
    _check(where, entry)
    return entry


def _where(path: Path, table: dict) -> str:
    return f"{path} [{table.get('slug', '?')}]"


def _value(where: str, type_: object, name: str, value: object) -> object:
    """Lists become tuples; anything that is not of the field's type is refused."""
    if isinstance(value, datetime):
        value = value.date()
    wanted = {"bool": bool, "date": date, "tuple": tuple, "Path": Path}
    kind = next((kind for word, kind in wanted.items() if word in str(type_)), str)
    if kind is tuple and isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    if not isinstance(value, kind):
        raise Problem(where, f"{name} 应为{TYPES.get(kind, '文字')}")
    return value


def _check(where: str, entry: Entry | CollectionEntry) -> None:
    if not SLUG.fullmatch(entry.slug) or len(entry.slug) > SLUG_LENGTH:
        raise Problem(
            where,
            f"slug“{entry.slug}”不能作地址：只用小写字母、数字和连字符，至多 {SLUG_LENGTH} 字",
        )
    if isinstance(entry, Entry) and entry.validity not in Validity.values:
        raise Problem(where, f"validity“{entry.validity}”应为 {'、'.join(Validity.values)} 之一")


def _check_slugs(path: Path, entries: Iterable[Entry | CollectionEntry]) -> None:
    seen = set()
    for entry in entries:
        if entry.slug in seen:
            raise Problem(f"{path} [{entry.slug}]", "slug 重复")
        seen.add(entry.slug)


def _check_collections(path: Path, collections: tuple[CollectionEntry, ...]) -> None:
    if len(defaults := [entry.slug for entry in collections if entry.default]) > 1:
        raise Problem(str(path), f"只能有一个默认专辑：{'、'.join(defaults)}")
