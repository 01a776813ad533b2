"""The ladder of encodings: hits beside what only looks like one."""

import pytest

from policies.sources.encoding import decode
from policies.sources.source import SourceError

TEXT = "为贯彻落实国务院关于促进企业技术改造的指导意见，提出以下实施意见。"
TRADITIONAL = "為貫徹落實國務院關於促進企業技術改造的指導意見，提出以下實施意見。"
JAPANESE = "企業の技術改造を促進するため、次のとおり実施意見を定める。"
KOREAN = "기업의 기술 개조를 촉진하기 위하여 다음과 같이 실시 의견을 제시한다."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gb2312"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"), "utf-32"),
    ],
)
def test_read_as(data, encoding):
    assert decode(data) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (TRADITIONAL.encode("big5"), "encoding"),  # decodes as GB18030, into nonsense
        (JAPANESE.encode("shift_jis"), "encoding"),
        (JAPANESE.encode("euc_jp"), "encoding"),
        (KOREAN.encode("euc_kr"), "encoding"),
        ("Förderung der Unternehmen".encode("latin-1"), "encoding"),
        (TEXT.encode("utf-8")[:-1], "encoding"),  # cut within a character
        (TEXT.encode("utf-8") + TEXT.encode("gb18030"), "encoding"),  # two in one file
        (("测试" + "\ue001" * 9).encode("gb18030"), "encoding"),  # mostly private use
        (TEXT.encode("utf-16-le") + b"\n\0", "binary"),  # no mark
        (b"\xef\xbb\xbf" + TEXT.encode("gb18030"), "bom_mismatch"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "bom_mismatch"),
        (b"\xff\xfe" + bytes(range(1, 255)) * 2, "bom_mismatch"),
        (b"\x01\x02\x03 binary", "binary"),
        (TEXT.encode("utf-8") + b"\x07", "binary"),
        (b"\x89\0\0", "binary"),
    ],
)
def test_refused(data, code):
    with pytest.raises(SourceError) as refusal:
        decode(data)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("plain ASCII", "utf-8"),  # every encoding of the ladder reads it alike
        ("1\ue0105%", "utf-8"),  # one damaged glyph is no wrong encoding
        (TEXT * 5 + "\ue010", "gb18030"),
        (TRADITIONAL, "gb18030"),  # traditional characters in GB18030 are Chinese
        ("一、总体要求", "gb18030"),  # short
    ],
)
def test_near_misses_of_a_refusal(text, encoding):
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("UTF8", "utf-8"), ("gb2312", "gb18030"), ("GBK", "gb18030")],
)
def test_a_true_declaration(declared, encoding):
    assert decode(TEXT.encode(encoding), declared) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "gb18030"), ("gb2312", "utf-8"), ("big5", "utf-8"), ("iso-8859-1", "gb18030")],
)
def test_a_false_declaration(declared, encoding):
    with pytest.raises(SourceError) as refusal:
        decode(TEXT.encode(encoding), declared)
    assert refusal.value.code == "declared_encoding"
    assert declared in refusal.value.reason


def test_a_mark_outranks_the_declaration():
    assert decode(TEXT.encode("utf-16"), "gb2312") == (TEXT, "utf-16")
