"""Document numbers: 国发〔2012〕44号, with whichever brackets a text prints."""

import re

from policies.extraction.outline.paragraphs import Paragraph
from policies.extraction.quantities.dates import DATE

YEAR = r"[〔（]\d{4}[〕）]"
SERIAL = rf"{YEAR}第?\d{{1,5}}号"
NUMBER = rf"[\u4e00-\u9fffA-Za-z]{{1,14}}{SERIAL}"
IN_LINE = re.compile(NUMBER)
REST = re.compile(r"[（）()\s：:|]|(?:发文字号|发布文号|发文文号|文件编号|文号|签发人.*)")
LONGEST_LINE = 60  # characters


def own_numbers(normal: str, paragraphs: tuple[Paragraph, ...]) -> dict[int, str]:
    """Return the numbers that stand alone, or with a day, on their line, by where they end.

    Such a number is a document's own; one inside a sentence refers to another document.
    """
    found = {}
    for paragraph in paragraphs:
        line = normal[paragraph.start : paragraph.end]
        match = IN_LINE.search(line) if len(line) <= LONGEST_LINE else None
        if match and not REST.sub("", DATE.sub("", line.replace(match[0], ""))):
            found[paragraph.start + match.end()] = match[0]
    return found


def canonical_number(number: str | None) -> str | None:
    """云政发（2010）8号 -> 云政发〔2010〕8号, the form of GB/T 9704."""
    return re.sub(r"[〔（](\d{4})[〕）]", r"〔\1〕", number) if number else None
