"""The same text gives the same records, whatever the process's hash seed, locale and time zone.

python -m tests.prove.determinism
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from .figures import Figure, print_figures

ROOT = Path(__file__).resolve().parents[2]
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Shanghai", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "4294967295", "LC_ALL": "POSIX", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "42", "LC_ALL": "zh_CN.GB18030", "TZ": "America/St_Johns"},
)


def main() -> None:
    found = digests(SURROUNDINGS, fuzzed_documents=200)
    same = len(set(found)) == 1
    raise SystemExit(
        not print_figures([Figure("processes that agree", f"{len(found)}", "all", same)])
    )


def digests(surroundings: tuple[dict[str, str], ...], fuzzed_documents: int) -> list[str]:
    """Return for each of `surroundings` the digest of what a process in them extracts."""
    command = [sys.executable, "-m", "tests.prove.determinism", str(fuzzed_documents)]
    processes = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            env={"PATH": os.environ["PATH"]} | variables,
            stdout=subprocess.PIPE,
            text=True,
        )
        for variables in surroundings
    ]
    answers = [process.communicate(timeout=300)[0].strip() for process in processes]
    if any(process.returncode for process in processes):
        raise RuntimeError("a process failed; its message stands above")
    return answers


def _digest(fuzzed_documents: int) -> str:
    from policies.extraction import extract, extractor_version, load_vocabulary

    from .fuzzed import fuzzed

    vocabulary = load_vocabulary()
    seeds = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("seeds/*.txt"))]
    digest = hashlib.sha256(extractor_version(vocabulary).encode())
    for text in [*seeds, *map(fuzzed, range(fuzzed_documents))]:
        digest.update(repr(extract(text, vocabulary)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(_digest(int(sys.argv[1])))
    else:
        main()
