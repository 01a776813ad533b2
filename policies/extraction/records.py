"""What extraction returns: frozen values, every one a quotation of the text.

`start` and `end` count Unicode code points of the stored text (Python string indexes), `end`
exclusive; `text[start:end]` is the record's quote. Codes (indicators, sectors, tools, …) are the
slugs of `vocabulary/*.toml`. Numbers are `Decimal`. Field names: shared design, section 5.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Provision:
    """A headed unit: 一、 (level 1), （一） (2), 1. or a named paragraph or 一是 (3)."""

    path: str  # ordinals from the root, "3-1"; ordinals count headed units, whatever is printed
    marker: str  # as printed, "（一）"; "" for a named paragraph
    level: int
    heading: str  # without marker and closing 。 or ：
    parent: int | None  # index into ExtractedDocument.provisions
    start: int  # first character of marker or heading
    end: int  # end of the last character that belongs to it, children included
    heading_end: int  # after the heading's closing 。 or ： (run-in) or its last character
    part: str  # code of vocabulary/parts.toml: tasks, safeguards, …


@dataclass(frozen=True)
class Sentence:
    """A policy sentence: what ends in 。, or in ； between independent acts."""

    start: int
    end: int  # after its closing mark
    provision: int | None  # index of the innermost provision; None before the first heading
    part: str
    role: str  # "lead_in" (ends in ： and introduces what follows) | "note" (who does it) | "sentence"
    period: tuple[int, int]  # the stretch up to 。 that holds it (equals its span without ；)
    paragraph: tuple[int, int]  # the line that holds it, without the heading


@dataclass(frozen=True)
class Citation:
    """A document the text refers to, or promises (planned)."""

    start: int
    end: int
    title: str  # without 《》
    number: str | None  # 国发〔2012〕44号
    planned: bool  # 制定…办法
    bracketed: bool  # printed in 《》
    form: str | None  # kind of a planned document: 管理办法 资金办法 规划 指南/导向目录 …
    key: str  # the title


@dataclass(frozen=True)
class Target:
    """An aim with a number."""

    start: int  # the smallest text that carries the fact: indicator through value
    end: int
    key: str  # first canonical indicator's slug, else the indicator as read
    indicator: str  # as a reader would name it, from the text's words
    indicators: tuple[str, ...]  # slugs of indicators.toml; () where none fits
    value: Decimal
    value_max: Decimal | None
    baseline: Decimal | None  # 由0.55%提高到1% -> 0.55
    unit: str
    comparator: str  # >= > = ~ <= <
    change: str  # level | increase | decrease
    base: str | None  # 2010年, “十一五”末, as written
    base_year: int | None
    annual: bool
    accrual: str  # end | cumulative | per_year | yearly_average
    scope: str | None  # the denominator as written: 规模以上, 全省, 重点企业
    part_of: str | None  # key of the target that this one is a share of (其中)
    due: str | None  # 2015 | 2011-2015
    due_start: int | None  # year
    due_end: int | None
    aspirational: bool  # 力争
    sector: str | None  # slug
    threshold: bool  # a scale that a plant must reach, not an aim (高炉500立方米及以上)
    doubt: str | None  # why a person must look: "damaged_glyph: 疑为1.5%"


@dataclass(frozen=True)
class Goal:
    """An aim without a number (qualitative target)."""

    start: int
    end: int
    key: str
    indicator: str
    indicators: tuple[str, ...]
    statement: str
    due: str | None
    due_start: int | None
    due_end: int | None
    aspirational: bool
    sector: str | None
    doubt: str | None = None


@dataclass(frozen=True)
class SectorDirection:
    """A passage on one sector: its heading and what follows."""

    start: int
    end: int
    key: str  # the sector's slug
    heading: str
    sector: str  # slug
    doubt: str | None = None


@dataclass(frozen=True)
class SectorMention:
    """A sector named in passing."""

    start: int  # the name itself
    end: int
    key: str  # the sector's slug
    sector: str
    as_written: str
    via: str  # heading | word | broader | inherited
    doubt: str | None = None


@dataclass(frozen=True)
class SectorLink:
    sector: str  # slug
    relation: str  # subject | related
    via: str  # heading | word | broader | inherited


@dataclass(frozen=True)
class ActorLink:
    as_written: str  # 省工业和信息化厅
    function: str  # code of actors.toml
    level: str  # national | province | city | county | all | other
    role: str  # lead | responsible | jointly | supporting | approving | funding | supervising


@dataclass(frozen=True)
class Number:
    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    comparator: str
    what: str  # what it measures, in the text's words
    role: str  # amount cap floor rate share growth discount time_limit count frequency threshold


@dataclass(frozen=True)
class Measure:
    """One policy sentence of the tasks, sectors, projects or safeguards part."""

    start: int
    end: int
    key: str  # always ""
    part: str
    themes: tuple[str, ...]
    instruments: tuple[str, ...]  # primary first
    tools: tuple[str, ...]
    sectors: tuple[SectorLink, ...]
    actors: tuple[ActorLink, ...]
    beneficiaries: tuple[str, ...]  # as written
    conditions: tuple[str, ...]
    exceptions: tuple[str, ...]
    scope: str | None  # national | implementing | provincial, where it can be told
    numbers: tuple[Number, ...]
    force: str
    force_cue: str  # the word that says so, "" for unmarked
    hedges: tuple[str, ...]
    specific: bool
    why: tuple[tuple[str, str], ...] = ()  # (code, cue word) pairs: why the machine said so
    doubt: str | None = None


@dataclass(frozen=True)
class Parameter:
    value: Decimal
    unit: str
    what: str


@dataclass(frozen=True)
class TaxPolicy:
    start: int  # its own clause, even inside a long list
    end: int
    key: str  # the relief's code
    kind: str  # code of reliefs.toml
    tax: str | None  # 增值税
    parameters: tuple[Parameter, ...]
    conditions: str
    scope: str  # national | implementing | provincial
    doubt: str | None = None


@dataclass(frozen=True)
class Metadata:
    """What the text itself says about the document; None where it does not say."""

    title: str | None
    document_number: str | None
    issuer: str | None
    issued_on: date | None
    addressees: str | None
    province_code: str | None  # GB/T 2260, two digits
    level: str | None  # 国家 省 市 县
    genre: str | None  # 意见 通知 方案 …
    implements: str | None  # title of the parent document
    implements_number: str | None


@dataclass(frozen=True)
class ExtractedDocument:
    metadata: Metadata
    provisions: tuple[Provision, ...]
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    targets: tuple[Target, ...]
    goals: tuple[Goal, ...]
    sector_directions: tuple[SectorDirection, ...]
    sector_mentions: tuple[SectorMention, ...]
    measures: tuple[Measure, ...]
    tax_policies: tuple[TaxPolicy, ...]
