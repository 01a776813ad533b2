"""Notes of responsibility: （省发展改革委牵头） · 【责任单位：…】 · 责任单位：… behind a paragraph or on a line.

Where one stands belongs to the outline; whom it names is read in measures/notes.py.
"""

import re

SPEAKS = "牵头|负责|配合|责任|分工|主办|承办|协办|落实"
LABEL = (
    r"(?:牵头|责任|负责|主办|承办|主责|配合|协办|协作|协同|参与|参加|落实|实施)"
    r"[和及、与/（）责任牵头配合协办]{0,8}(?:单位|部门|处室|科室|机构)"
)
BRACKETED = (
    rf"(?:（(?=[^（）]{{0,240}}(?:{SPEAKS}))(?:[^（）]|（[^（）]{{0,12}}）){{3,300}}）"
    rf"|[【〔](?=[^【】〔〕]{{0,240}}(?:{SPEAKS}))[^【】〔〕]{{3,300}}[】〕])"
)
LABELLED = (
    rf"(?<![\u4e00-\u9fff（【〔、])(?:{LABEL}|完成时[限间])：(?:(?!(?<![主重])要|应(?!急))[^。\n]){{2,400}}"
    r"(?=。?[ \t\u3000]*(?:\n|\Z))"
)
NOTE = re.compile(rf"(?:{BRACKETED}|{LABELLED})")
STOPPED = re.compile(rf"[ \t\u3000]{{0,4}}(?:{NOTE.pattern})。?")
IN_HEADING = re.compile(rf"{BRACKETED}(?P<stop>。?)")
ONLY_BODIES = re.compile(r"[ \t\u3000]{0,4}[（【〔]([^（）【】〔〕：。]{3,200})[）】〕]。?")
BODY = re.compile("(?:厅|局|委|办|部|银行|行署|政府|部门|单位|分行|支行|公司|委员会)$")
JOINT = re.compile("[、，；]|以及|和|及")


def skip_notes(normal: str, start: int, end: int) -> int:
    """Return where the notes that begin at `start` end, `start` where none does.

    At the end of a paragraph a bracket that lists nothing but bodies is one: （省财政厅、省工信厅）.
    """
    while note := STOPPED.match(normal, start, end):
        start = note.end()
    only = ONLY_BODIES.fullmatch(normal, start, end)
    return end if only and all(map(BODY.search, JOINT.split(only[1]))) else start


def is_note(normal: str, start: int, end: int) -> bool:
    """Whether [start, end) holds notes and nothing else: no policy, but who carries one out."""
    return start < skip_notes(normal, start, end) == end
