"""Mutation testing of the number, date and comparator code: do its tests notice a changed line?

python -m tests.prove.mutations [--sample 20] [--seed 1]    mutants per module, drawn by the seed

A mutant changes one comparison, operator, condition or constant and runs the module's tests in a
process of its own; it is killed when a test fails. Docstrings and annotations are left alone.
"""

import argparse
import ast
import importlib.abc
import importlib.util
import os
import random
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from tqdm import tqdm

from .figures import Figure, print_figures

ROOT = Path(__file__).resolve().parents[2]
FLOOR = 0.85
CPU_SECONDS = 60  # an endless mutant is a dead one
QUANTITIES = ROOT / "policies" / "extraction" / "quantities"
TESTS = {
    "numerals": ["test_numerals.py", "test_quantities.py"],
    "comparators": ["test_quantities.py"],
    "measurement": ["test_quantities.py"],
    "written_numbers": ["test_quantities.py"],
    "quantities": ["test_quantities.py"],
    "periods": ["test_periods.py"],
    "dates": ["test_dates.py"],
}
SWAPPED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """The change to make to node `index` of the module's tree, in the order of ast.walk."""

    index: int
    line: int
    change: Callable[[ast.AST], None]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    killed, total = 0, 0
    for name, tests in TESTS.items():
        hits, tried = _run(name, tests, options.sample, random.Random(options.seed))
        killed, total = killed + hits, total + tried
    share = killed / total
    figure = Figure(
        "mutants of number, date, comparator code killed",
        f"{killed} of {total} ({share:.0%})",
        f">= {FLOOR:.0%}",
        share >= FLOOR,
    )
    raise SystemExit(not print_figures([figure]))


def _run(name: str, tests: list[str], sample: int, turn: random.Random) -> tuple[int, int]:
    path = QUANTITIES / f"{name}.py"
    source = path.read_text(encoding="utf-8")
    if _dies(f"policies.extraction.quantities.{name}", path, ast.parse(source), tests):
        sys.exit(f"{name}: its tests fail before anything is changed")
    mutants = list(_mutants(ast.parse(source)))
    drawn = turn.sample(mutants, min(sample, len(mutants)))
    killed = 0
    for mutant in tqdm(drawn, desc=name, unit="mutant", file=sys.stderr):
        dead = _dies(
            f"policies.extraction.quantities.{name}", path, _changed(source, mutant), tests
        )
        killed += dead
        if not dead:
            tqdm.write(f"  survived {name}:{mutant.line} {source.splitlines()[mutant.line - 1]}")
    return killed, len(drawn)


def _mutants(tree: ast.Module) -> Iterator[Mutant]:
    passed_over = _words(tree)
    for index, node in enumerate(ast.walk(tree)):
        if id(node) not in passed_over and (change := _change(node)):
            yield Mutant(index, node.lineno, change)


def _words(tree: ast.Module) -> set[int]:
    """Docstrings, annotations and decorators: what no test of behaviour can notice."""
    found: set[int] = set()
    for node in ast.walk(tree):
        quiet = [getattr(node, name, None) for name in ("annotation", "returns")]
        quiet += getattr(node, "decorator_list", [])
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            quiet.append(body[0])
        found |= {id(part) for one in quiet if one for part in ast.walk(one)}
    return found


def _change(node: ast.AST) -> Callable[[ast.AST], None] | None:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPPED:
        return lambda n: n.ops.__setitem__(0, SWAPPED[type(n.ops[0])]())
    if isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SWAPPED:
        return lambda n: setattr(n, "op", SWAPPED[type(n.op)]())
    if isinstance(node, ast.IfExp):
        return lambda n: n.__dict__.update(body=n.orelse, orelse=n.body)
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return lambda n: setattr(n, "value", not n.value)
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return lambda n: setattr(n, "value", n.value + 1)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        return lambda n: setattr(n, "value", f"x{n.value}x")
    return None


def _changed(source: str, mutant: Mutant) -> ast.Module:
    tree = ast.parse(source)
    mutant.change(list(ast.walk(tree))[mutant.index])
    return ast.fix_missing_locations(tree)


def _dies(module: str, path: Path, tree: ast.Module, tests: list[str]) -> bool:
    """Whether a test fails, breaks or runs too long with the changed module, in a forked process."""
    child = os.fork()
    if child == 0:
        os._exit(_run_tests(module, path, tree, tests))
    return os.waitpid(child, 0)[1] != 0


def _run_tests(module: str, path: Path, tree: ast.Module, tests: list[str]) -> int:
    """In the child: 0 when every test passes."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.environ["HYPOTHESIS_PROFILE"] = "default"
    sys.meta_path.insert(0, _Instead(module, path, tree))
    try:
        import pytest

        quiet = ["-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:django", "--noconftest"]
        files = [str(ROOT / "tests" / "extraction" / "quantities" / name) for name in tests]
        return int(pytest.main([*quiet, "-c", os.devnull, "--rootdir", str(ROOT), *files]) != 0)
    except BaseException:  # a mutant may do anything, and then it is dead
        return 1


class _Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the changed module when the named one is imported."""

    def __init__(self, module: str, path: Path, tree: ast.Module) -> None:
        self.module, self.path, self.tree = module, path, tree

    def find_spec(self, name: str, path: object, target: object = None) -> object:
        if name != self.module:
            return None
        return importlib.util.spec_from_loader(name, self, origin=str(self.path))

    def create_module(self, spec: object) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self.path)
        exec(compile(self.tree, str(self.path), "exec"), module.__dict__)


if __name__ == "__main__":
    main()
