"""What a line of 对照要点 says: typed facts only, an empty state without its explanation."""

from collections.abc import Iterable

from policies.models import PolicyScope

from .dimensions.targets import form_of
from .shapes import STATED, Cell, Fact
from .terms import Terms
from .wording import measure_form


def joined(words: Iterable[str]) -> str:
    return "；".join(dict.fromkeys(words))


def empty(cell: Cell) -> str:
    """An empty state without its explanation; a stated cell without a figure is in words only."""
    if cell.state == STATED:
        return "定性表述"
    return "未见（已核对）" if cell.reviewed else cell.label.partition("（")[0]


def target_words(terms: Terms, target: Fact) -> str:
    return form_of(target, terms)


def measure_words(measure: Fact) -> str:
    """Force and numbers; who acts stands in the full row, national rates among the taxes."""
    if not measure["numbers"] or measure["scope"] == PolicyScope.NATIONAL:
        return ""
    return measure_form({**measure, "actors": ()})


def tax_words(cell: Cell) -> str:
    return cell.label if cell.state == STATED else empty(cell)
