"""Accuracy on the reference annotation against the floors of the issue: python -m tests.prove.accuracy."""

from policies.quality.report import build_report, read_gold
from policies.quality.texts import read_texts, texts_beside

from .both_databases import ROOT
from .figures import Figure, print_figures

FLOORS = {
    ("outline", "found"): 0.98,
    ("target", "found"): 0.95,
    ("target", "comparator"): 0.95,
    ("target", "change"): 0.95,
    ("target", "base"): 0.95,
    ("target", "annual"): 0.95,
    ("target", "due"): 0.95,
    ("target", "sector"): 0.95,
    ("tax_policy", "found"): 1.0,
    ("tax_policy", "parameters"): 1.0,
    ("sector", "found"): 1.0,
    ("sector_mention", "found"): 0.92,
    ("measure", "found"): 0.99,
    ("measure", "instruments"): 0.85,
    ("measure", "actors"): 0.92,
    ("document", "issuer"): 1.0,
    ("document", "issued_on"): 1.0,
    ("citation", "found"): 1.0,
}
NUMBERS_RECALL = 0.95


def main() -> None:
    """Print one figure per floor on tests/gold, then the same fields of the blind annotations."""
    reference = _rows("gold")
    figures = [_figure(reference[pair], floor) for pair, floor in FLOORS.items()]
    recall = reference["measure", "numbers"]["recall"]
    met = recall >= NUMBERS_RECALL
    figures.append(Figure("measure numbers, recall", f"{recall:.3f}", f">= {NUMBERS_RECALL}", met))
    for name in ("gold_held_out", "gold_written"):
        blind = _rows(name)
        figures += [_figure(blind[pair], None, name) for pair in FLOORS if pair in blind]
    raise SystemExit(not print_figures(figures))


def _rows(name: str) -> dict[tuple[str, str], dict]:
    folder = ROOT / "tests" / name
    gold = read_gold(folder)
    beside = texts_beside(folder)
    exports = read_texts(beside or [ROOT / "seeds" / f"{slug}.txt" for slug in gold])
    rows = build_report(gold, exports, exports)["rows"]
    return {(row["kind"], row["field"]): row for row in rows}


def _figure(row: dict, floor: float | None, blind: str = "") -> Figure:
    name = f"{row['kind']} {row['field']}, F1 (n = {row['n']})"
    value = "–" if row["f1"] is None else f"{row['f1']:.3f}"
    if floor is None:
        return Figure(f"{blind}: {name}", value)
    return Figure(name, value, f">= {floor}", row["f1"] is not None and row["f1"] >= floor)


if __name__ == "__main__":
    main()
