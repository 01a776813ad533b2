"""python -m policies.quality [SLUG …]: figures of the machine on the reference, misses with -v."""

import json
import sys
from pathlib import Path

from policies.extraction import extract, load_vocabulary
from policies.extraction.export import to_export

from .figures import Score, total
from .scoring import score

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> None:
    """Print one line per kind and field, then with -v every miss (-) and false find (+)."""
    wanted = [name for name in arguments if not name.startswith("-")]
    scores = [one for slug in wanted or _slugs() for one in _score(slug)]
    for one in total(scores):
        print(
            f"{one.kind:>20} {one.field:<12} {_percent(one.f1)} tp {one.tp} fp {one.fp} fn {one.fn}"
        )
        if "-v" in arguments:
            _print_examples(one)


def _slugs() -> list[str]:
    return sorted(path.stem for path in (ROOT / "tests/gold").glob("*.json"))


def _score(slug: str) -> tuple[Score, ...]:
    text = (ROOT / f"seeds/{slug}.txt").read_bytes().decode()
    gold = json.loads((ROOT / f"tests/gold/{slug}.json").read_text(encoding="utf-8"))
    vocabulary = load_vocabulary()
    return score(to_export(slug, text, extract(text, vocabulary), vocabulary), gold).scores


def _percent(share: float | None) -> str:
    return "     –" if share is None else f"{share:6.3f}"


def _print_examples(one: Score) -> None:
    for sign, examples in (("-", one.misses), ("+", one.false)):
        for example in examples:
            said = example.expected if sign == "-" else example.found
            print(
                f"    {sign} {example.document} {example.start}: {said[:60]} | {example.quote[:60]}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
