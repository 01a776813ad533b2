"""Builds the files these tests read: zip, .docx, .html and .pdf from lists of paragraphs."""

import html
import io
import zipfile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

PARAGRAPHS = [
    "关于促进企业技术改造的实施意见",
    "各市人民政府，省政府有关部门：",
    "为贯彻落实《国务院关于促进企业技术改造的指导意见》（国发〔2012〕44号）精神，加快推动工业"
    "转型升级，提高企业核心竞争力，结合我省实际，现提出以下实施意见，请各级各部门认真贯彻执行。",
    "一、主要目标",
    "到2015年，全省工业企业技术改造投资达到5000亿元，年均增长18%以上；规模以上企业研发经费占销售"
    "收入的比重由0.55%提高到1%，单位工业增加值能耗比2010年降低20%左右，门类齐全、青山绿水。",
    "二、重点任务",
    "（一）加快产品升级。鼓励企业开发新产品，支持首台（套）重大技术装备推广应用，户均投入逐年增加。",
]
LEFT, TOP, PITCH, SIZE, WIDTH = 80, 770, 28, 16, 27  # points; the width in characters
NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
    <w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
    <w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="hebrew1"/>
    <w:lvlText w:val="第%1条"/></w:lvl>
</w:abstractNum>
<w:num w:numId="11"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="12"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="13"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="14"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def docx(paragraphs: list[str]) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def docx_with(*bodies: str) -> bytes:
    """A .docx whose body is the given WordprocessingML, numbered by NUMBERING."""
    document = Document()
    element = document.part.numbering_part.element
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(NUMBERING)))
    for number, body in enumerate(bodies):
        wrapped = parse_xml(f"<w:body {nsdecls('w')}>{body}</w:body>")
        for child in list(wrapped):
            document.element.body.insert(number, child)
            number += 1
    return saved(document)


def numbered(text: str, number: int, depth: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def page(paragraphs: list[str], charset: str = "utf-8") -> bytes:
    body = "\n".join(f"<p>　　{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    return f'<!DOCTYPE html><meta charset="{charset}"><body>{body}</body>'.encode(charset)


def pdf(paragraphs: list[str], unmapped: str = "", lines_per_page: int = 20) -> bytes:
    """A .pdf as Word writes it: an indent of two characters, 27 to a line, page numbers."""
    lines = [line for paragraph in paragraphs for line in _wrapped(paragraph)]
    sheets = [lines[i : i + lines_per_page] for i in range(0, len(lines), lines_per_page)]
    glyphs = {c: n for n, c in enumerate(sorted({c for _, line in lines for c in line}), 3)}
    glyphs |= {c: n for n, c in enumerate("— 0123456789", 60_000) if c not in glyphs}
    contents = [_content(sheet, glyphs, n) for n, sheet in enumerate(sheets, 1)]
    return _document(contents, {c: n for c, n in glyphs.items() if c not in unmapped})


def raw_pdf(objects: list[bytes]) -> bytes:
    """A .pdf of the given objects, numbered from 1; the first is the catalogue."""
    out, places = io.BytesIO(b"%PDF-1.5\n"), []
    out.seek(0, io.SEEK_END)
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    out.write(trailer % (len(objects) + 1, start))
    return out.getvalue()


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(content), extra, content)


def _wrapped(paragraph: str) -> list[tuple[int, str]]:
    """Lines with their left edges, broken by width: ASCII takes half of what others take."""
    lines, text, room, indent = [], "", WIDTH - 2, 2
    for character in paragraph:
        room -= 0.5 if character.isascii() else 1
        if room < 0:
            lines.append((LEFT + indent * SIZE, text))
            text, room, indent = "", WIDTH - (0.5 if character.isascii() else 1), 0
        text += character
    return [*lines, (LEFT + indent * SIZE, text)]


def _content(lines: list[tuple[int, str]], glyphs: dict[str, int], number: int) -> bytes:
    placed = [(x, TOP - PITCH * n, text) for n, (x, text) in enumerate(lines)]
    placed.append((280, 40, f"— {number} —"))
    return "\n".join(
        f"BT /F1 {SIZE} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{glyphs[c]:04x}' for c in text)}> Tj ET"
        for x, y, text in placed
    ).encode("ascii")


def _document(contents: list[bytes], mapped: dict[str, int]) -> bytes:
    halves = " ".join(f"{n}[500]" for c, n in mapped.items() if c.isascii())
    kids = b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents)),
        b"<</Type/Font/Subtype/Type0/BaseFont/FangSong/Encoding/Identity-H"
        b"/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/FangSong/DW 1000/W[%s]" % halves.encode()
        + b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        stream(_to_unicode(mapped)),
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (7 + 2 * number)
        )
        objects.append(stream(content))
    return raw_pdf(objects)


def _to_unicode(mapped: dict[str, int]) -> bytes:
    pairs = [f"<{n:04x}> <{c.encode('utf-16-be').hex()}>" for c, n in mapped.items()]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{body}\nendcmap end end"
    ).encode("ascii")
