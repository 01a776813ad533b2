"""Paths to loaded documents: what the ingest command does, one outcome per document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from policies.models.term_index import UnknownTerm
from policies.sources.kinds import SUFFIXES, SUPPORTED

from .collecting import write_collections
from .entry import CollectionEntry, Entry, Manifest
from .load import load
from .manifest import make_entry, read_manifest, read_sidecar
from .problem import Problem
from .reading import Read, read_all
from .report import LoadReport


@dataclass(frozen=True)
class Batch:
    """What is to be loaded, and what of it cannot even be named."""

    collections: tuple[CollectionEntry, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def gather(paths: Sequence[Path], given: dict[str, object]) -> Batch:
    """Return the documents that `paths` (manifests, files, folders of files) name.

    Of a folder, every file that a reader is for, by name; a manifest.toml in it wins. `given` are fields for a single file (slug, province, title …); they win over the TOML file
    that may stand beside it under the same name.
    """
    manifests, problems = [], []
    for path in _unfolded(paths, problems):
        try:
            manifests.append(_manifest(path, given))
        except Problem as problem:
            problems.append(problem)
    entries = [entry for manifest in manifests for entry in manifest.documents]
    return Batch(
        tuple(entry for manifest in manifests for entry in manifest.collections),
        *_without_doubles(entries, problems),
    )


def _unfolded(paths: Sequence[Path], problems: list[Problem]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
        elif (manifest := path / "manifest.toml").is_file():
            yield manifest
        else:
            files = sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES)
            if not files:
                problems.append(Problem(str(path), f"目录里没有可读的文件（{SUPPORTED}）"))
            yield from files


def _manifest(path: Path, given: dict[str, object]) -> Manifest:
    if path.suffix == ".toml":
        return read_manifest(path)
    return Manifest((), (make_entry(path, {**read_sidecar(path), **given}),))


def _without_doubles(
    entries: Iterable[Entry], problems: list[Problem]
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    once: dict[str, Entry] = {}
    for entry in entries:
        if entry.slug in once:
            other = once[entry.slug].path
            problems.append(Problem(str(entry.path), f"slug“{entry.slug}”已由 {other} 使用"))
        else:
            once[entry.slug] = entry
    return tuple(once.values()), tuple(problems)


def ingest(
    batch: Batch, *, jobs: int = 1, dry_run: bool = False, actor: str = "ingest"
) -> Iterator[LoadReport | Problem]:
    """Load the batch, one transaction per document; yield each outcome as it is known.

    A document that cannot be loaded is a Problem and leaves the others alone.
    """
    yield from batch.problems
    write_collections(batch.collections)
    texts: dict[str, str] = {}
    files = [(entry.path, entry.sha256) for entry in batch.entries]
    for entry, read in zip(batch.entries, read_all(files, jobs), strict=True):
        yield read if isinstance(read, Problem) else _load(entry, read, texts, dry_run, actor)


def _load(
    entry: Entry, read: Read, texts: dict[str, str], dry_run: bool, actor: str
) -> LoadReport | Problem:
    if other := texts.get(read.source.sha256):
        return Problem(str(entry.path), f"与本次的“{other}”正文相同，不能再以“{entry.slug}”入库")
    try:
        report = load(
            entry,
            read.data,
            read.source,
            read.extracted,
            version=read.version,
            actor=actor,
            dry_run=dry_run,
        )
    except Problem as problem:
        return problem
    except UnknownTerm as unknown:
        return Problem(str(entry.path), f"抽取所得的代码不在词表中（{unknown}），请先运行 migrate")
    texts[read.source.sha256] = entry.slug
    return report
