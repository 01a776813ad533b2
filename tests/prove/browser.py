"""All browser tests, every page in all four views, 1440 and 375 px, light and dark.

python -m tests.prove.browser
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from .figures import Figure, print_figures

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Run tests/browser on SQLite in Chromium; 1 where a test fails or axe finds something."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "browser.xml"
        command = [sys.executable, "-m", "pytest", "tests/browser", f"--junitxml={report}"]
        command += ["-o", "junit_family=xunit1"]  # the family that holds what tests record
        environment = {**os.environ, "VIEWS": "all"}
        environment.pop("DATABASE_URL", None)
        subprocess.run(command, cwd=ROOT, env=environment, check=False)
        cases = list(ElementTree.parse(report).iter("testcase"))
    return 0 if print_figures(_figures(cases)) else 1


def _figures(cases: list[ElementTree.Element]) -> list[Figure]:
    """A case without a child that says failure, error or skipped has passed."""
    passed = sum(all(case.find(tag) is None for tag in FAULTS) for case in cases)
    found = _recorded(cases, "axe_violations")
    return [
        Figure("browser: tests passed", f"{passed} of {len(cases)}", "all", passed == len(cases)),
        Figure("browser: page views looked at by axe", str(_recorded(cases, "views"))),
        Figure("browser: axe violations", str(found), "0", found == 0),
    ]


FAULTS = ("failure", "error", "skipped")


def _recorded(cases: list[ElementTree.Element], name: str) -> int:
    """The sum of what tests recorded under `name`."""
    properties = (each for case in cases for each in case.iter("property"))
    return sum(int(each.get("value")) for each in properties if each.get("name") == name)


if __name__ == "__main__":
    sys.exit(main())
