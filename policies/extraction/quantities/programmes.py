"""Round numbers that name a programme: 百项技改、千项新品工程, 万家企业上云行动."""

import re

from .quantities import Quantity

_ROUND = re.compile("双?[百千万]")
_PROGRAMME = re.compile("[^，。；：]{0,30}?(?:工程|行动|计划)(?=[，。；”）]|$)")


def is_programme(text: str, quantity: Quantity, end: int) -> bool:
    """Whether the number, written out and round, belongs to the name of a programme."""
    if quantity.unit_class not in ("count", "person") or quantity.compared:
        return False
    round_number = _ROUND.match(text, quantity.number_start, quantity.unit_end)
    alone = round_number and quantity.unit_end - round_number.end() <= len(quantity.unit)
    return bool(alone and _PROGRAMME.match(text, quantity.end, end))
