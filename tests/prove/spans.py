"""verify finds nothing and the records export is the same twice: python -m tests.prove.spans."""

from pathlib import Path

from .both_databases import NAMES, database, manage
from .figures import Figure, print_figures


def main() -> None:
    figures = [figure for name in NAMES for figure in _prove(name)]
    raise SystemExit(not print_figures(figures))


def _prove(name: str) -> list[Figure]:
    with database(name) as environment:
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "ingest")
        verified = manage(environment, "verify").stdout.strip().splitlines()[-1]
        folder = Path(environment["PORTAL_HOME"])
        first, second = folder / "first.json", folder / "second.json"
        manage(environment, "export_records", "--output", str(first))
        manage(environment, "ingest")
        manage(environment, "export_records", "--output", str(second))
        same = first.read_bytes() == second.read_bytes()
    exact, total = verified.split()[2].split("/") if "/" in verified else ("?", "?")
    return [
        Figure(f"{name}: spans exact", f"{exact} of {total}", "all", exact == total),
        Figure(f"{name}: export twice, byte for byte", "same" if same else "differs", "same", same),
    ]


if __name__ == "__main__":
    main()
