"""Random addresses of the public pages: what readers, robots and attackers type."""

import random
from collections.abc import Iterator

SLUGS = ["yunnan", "henan", "gansu", "shandong", "xinjiang", "nowhere"]
FIXED = [
    "/",
    "/targets/",
    "/measures/",
    "/tax-policies/",
    "/search/",
    "/compare/",
    "/sectors/",
    "/quality/",
    "/methods/",
    "/changes/",
    "/changes.atom",
    "/api/openapi.json",
    "/accounts/login/",
    "/healthz",
    "/readyz",
]
NAMES = [
    *("province", "sector", "theme", "instrument", "tool", "part", "force", "actor", "role"),
    *("scope", "specific", "beneficiary", "status", "relief", "tax", "indicator", "kind"),
    *("q", "page", "size", "sort", "column", "format", "rows", "across", "colour", "related"),
    *("doc", "base", "only", "row", "record", "level", "document"),
]
FORMATS = ["html", "json", "csv", "xlsx", "jsonl", "docx", "pdf", "HTML"]
CODES = [
    *("yunnan", "henan", "steel", "chemicals", "green", "land", "tax", "none", "tasks", "yes"),
    *("mandatory", "lead", "cap", "national", "doubtful", "vat_reform", "target", "goal"),
    *("1", "2", "0", "-1", "20", "100", "place", "-place", "coverage", "count", "differing"),
]
ODD = [
    *("", " ", "%00", "%ED%A0%80", "%FF%FE", "%E6%8A", "%", "%zz", "%0A", "%0D%0A", "%09", "+"),
    *("'", '"', "%22%22", "'; DROP TABLE policies_record;--", "1 OR 1=1", "\\", "%5C%25_"),
    *("*", "AND", '" AND NEAR( * ( -', "tokens:a", "NEAR(a b, 5)", "a*", "^a", "{a b}:c", "(((("),
    *("'a':*", "a & !b", "a <-> b", "[", "(?<=a)", "a{99999}", "%F0%9F%98%80", "%EF%BF%BF"),
    *("NaN", "inf", "1e309", "9" * 30, "٣", "²", "0x10", "../../etc/passwd", "{{7*7}}", "${x}"),
    *("技术改造", "15%25", "“十二五”", "技術", "ＥＲＰ", "%E3%80%80", "a.b.c", "__class__", "id"),
    *("x" * 499, "x" * 500, "x" * 501, "技" * 500, "技" * 600, "a " * 250),
]


def addresses(number: int, seed: int = 0) -> Iterator[str]:
    """Yield `number` paths with query strings, the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(number):
        yield f"{_path(chance)}?{_query(chance)}"


def _path(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.6:
        return chance.choice(FIXED)
    slug = chance.choice(SLUGS)
    dimensions = ["targets", "sectors", "measures", "tax", "outline", "weather"]
    return chance.choice(
        [
            f"/documents/{slug}/",
            f"/provinces/{slug}/",
            f"/sectors/{chance.choice(['steel', 'chemicals', 'nothing'])}/",
            f"/records/{slug}-{chance.choice('tgsnmx')}{chance.randint(0, 60)}/",
            f"/report/{slug}-m{chance.randint(0, 60)}/",
            f"/compare/{chance.choice(dimensions)}/",
            f"/compare/{chance.choice(dimensions)}/",
        ]
    )


def _query(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.02:
        return "&".join(
            [f"{chance.choice(NAMES)}={chance.choice(CODES)}"] * chance.choice([150, 250])
        )
    if kind < 0.05:
        return "".join(chance.choices("&=;?%+/[]{}\"'abc技", k=chance.randint(0, 60)))
    pairs = [(_name(chance), _value(chance)) for _ in range(chance.randint(0, 6))]
    if pairs and chance.random() < 0.3:
        pairs += [(pairs[0][0], _value(chance)) for _ in range(chance.randint(1, 4))]
    return "&".join(f"{name}={value}" for name, value in pairs)


def _name(chance: random.Random) -> str:
    if chance.random() < 0.05:
        return chance.choice(ODD)
    return chance.choice(NAMES)


def _value(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.1:
        return chance.choice(FORMATS)
    if kind < 0.5:
        return chance.choice(CODES + SLUGS)
    if kind < 0.9:
        return chance.choice(ODD)
    return "".join(
        chr(chance.choice([chance.randint(32, 126), chance.randint(0x4E00, 0x9FA5)]))
        for _ in range(8)
    )
