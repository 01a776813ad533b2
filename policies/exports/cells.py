"""Values as cells of a file that a spreadsheet opens: no formulas, no control characters."""

import re

FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠\t\r\0]")
NUMBER = re.compile(r"^-?\d+(\.\d+)?$")
FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML 1.0
XLSX_LONGEST = 32_767

Value = str | int | float | bool | None | list[str] | tuple[str, ...]


def as_text(value: Value) -> str:
    """One cell's words: lists joined by ；, yes and no as 是 and 否, nothing as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return "；".join(map(str, value))
    return str(value)


def csv_cell(value: Value) -> str:
    """Text that no spreadsheet takes for a formula (=1+1 → '=1+1); negative numbers stay numbers."""
    text = as_text(value).replace("\0", "")
    if FORMULA.match(text) and not NUMBER.match(text):
        return "'" + text
    return text


def xlsx_cell(value: Value) -> str | int | float:
    """A number, or text that XML can hold; the writer is told not to make formulas of it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = FORBIDDEN.sub("", as_text(value))
    return text if len(text) <= XLSX_LONGEST else text[: XLSX_LONGEST - 1] + "…"
