"""Scores of all annotated documents as one report: what /quality/ shows and evaluate prints.

Machine scores rate what was extracted; effective scores rate what readers see, corrections
included, and stand beside them, so that corrections don't flatter the machine.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .figures import Example, Score, total, wilson
from .scoring import score

Json = dict[str, Any]


def read_gold(folder: Path) -> dict[str, Json]:
    """Return slug -> annotation of every .json in `folder`.

    Raises ValueError naming the folder or file at fault.
    """
    if not folder.is_dir():
        raise ValueError(f"{folder}：没有这个标注目录")
    gold = {}
    for path in sorted(folder.glob("*.json")):
        try:
            gold[path.stem] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{path}：不是有效的 JSON（{error}）") from error
    if not gold:
        raise ValueError(f"{folder}：目录里没有标注文件（*.json）")
    return gold


def build_report(
    gold: Mapping[str, Json], machine: Mapping[str, Json], effective: Mapping[str, Json]
) -> Json:
    """Return the report for what is both in `gold` and among the export entries of `machine`."""
    slugs = [slug for slug in machine if slug in gold]
    scores = {slug: score(machine[slug], gold[slug]).scores for slug in slugs}
    shown = {
        slug: scores[slug]
        if effective[slug] is machine[slug]
        else score(effective[slug], gold[slug]).scores
        for slug in slugs
    }
    every = [one for slug in slugs for one in scores[slug]]
    seen = {(one.kind, one.field): one for one in total(o for slug in slugs for o in shown[slug])}
    return {
        "annotated": slugs,
        "not_annotated": [slug for slug in machine if slug not in gold],
        "without_text": [slug for slug in gold if slug not in machine],
        "rows": [_row(one, scores, seen[one.kind, one.field]) for one in total(every)],
    }


def _row(one: Score, scores: Mapping[str, Sequence[Score]], shown: Score) -> Json:
    """One kind and field: summed, per document, effective, with every miss and false find."""
    per_document = {
        slug: _figures(same)
        for slug, group in scores.items()
        for same in group
        if (same.kind, same.field) == (one.kind, one.field)
    }
    return {
        "kind": one.kind,
        "field": one.field,
        **_figures(one),
        "effective_f1": shown.f1,
        "documents": per_document,
        "misses": [_example(example) for example in one.misses],
        "false": [_example(example) for example in one.false],
    }


def _figures(one: Score) -> Json:
    """Shares are 0 to 1 or None; `recall_interval` is the 95 % interval of the recall."""
    return {
        "tp": one.tp,
        "fp": one.fp,
        "fn": one.fn,
        "n": one.tp + one.fn,
        "precision": one.precision,
        "recall": one.recall,
        "f1": one.f1,
        "recall_interval": wilson(one.tp, one.tp + one.fn),
        "precision_interval": wilson(one.tp, one.tp + one.fp),
    }


def _example(example: Example) -> Json:
    return {
        "document": example.document,
        "start": example.start,
        "end": example.end,
        "quote": example.quote,
        "expected": example.expected,
        "found": example.found,
    }
