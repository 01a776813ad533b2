"""What makes a record nobody has reviewed suspect: rules that contradict each other, fields missing.

Each is a condition in the database, so that the queue can be ordered and counted by it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When

from policies.models import (
    Force,
    Kind,
    Record,
    RecordIndicator,
    RecordInstrument,
    RecordTheme,
    State,
    field_named,
)

BINDING = (Force.PROHIBITED, Force.MANDATORY, Force.COMMITTED)
SCATTERED = 3  # instruments in one sentence, from which on their cues rather compete


@dataclass(frozen=True)
class Suspicion:
    """`suspect` holds for records of `kind` that a person should look at; `words` say why."""

    name: str
    kind: str
    words: str
    suspect: Q

    @property
    def flag(self) -> str:
        return f"suspect_{self.kind}_{self.name}"

    @property
    def condition(self) -> Q:
        return Q(kind=self.kind) & self.suspect


def any_of(suspicions: Iterable[Suspicion]) -> Q:
    """Records that fall under one of them; none where there is none."""
    return reduce(or_, (s.condition for s in suspicions), Q(pk__in=[]))


def with_suspicions(records: QuerySet[Record]) -> QuerySet[Record]:
    """Annotate a flag per suspicion, for saying why."""
    return records.annotate(
        **{
            s.flag: Case(
                When(s.condition, then=Value(True)),
                default=Value(False),
                output_field=BooleanField(),
            )
            for s in (*CONTRADICTIONS, *MISSING)
        }
    )


def words_of(record: Record, suspicions: Iterable[Suspicion]) -> list[str]:
    """What of `suspicions` holds of a record of `with_suspicions`, in words."""
    return [s.words for s in suspicions if getattr(record, s.flag)]


def _linked(link: type, **to: object) -> Q:
    return Q(Exists(link.objects.filter(record=OuterRef("pk"), **to)))


def _same_words(kind: str) -> QuerySet[Record]:
    """Records of the kind whose span meets the record's."""
    return Record.objects.filter(
        document=OuterRef("document"),
        kind=kind,
        state=State.PRESENT,
        start__lt=OuterRef("end"),
        end__gt=OuterRef("start"),
    )


def _lacks(kind: str, name: str, lacking: Q) -> Suspicion:
    return Suspicion(name, kind, field_named(kind, name).label, lacking)


CONTRADICTIONS = (
    Suspicion(
        "goal",
        Kind.TARGET,
        "同一段文字既按数字抽为量化目标，又按用语抽为定性目标",
        Q(Exists(_same_words(Kind.GOAL))),
    ),
    Suspicion(
        "target",
        Kind.GOAL,
        "同一段文字既按数字抽为量化目标，又按用语抽为定性目标",
        Q(Exists(_same_words(Kind.TARGET))),
    ),
    Suspicion(
        "hedges",
        Kind.MEASURE,
        "措辞刚性判为禁止、必须或承诺，句中却有保留语",
        Q(measure__force__in=BINDING) & ~Q(effective__hedges=[]),
    ),
    Suspicion(
        "tax",
        Kind.MEASURE,
        "线索词判为税收工具，税收规则却没有从中抽出优惠",
        _linked(RecordInstrument, instrument__code="tax")
        & ~Q(Exists(_same_words(Kind.TAX_POLICY))),
    ),
    Suspicion(
        "scattered",
        Kind.MEASURE,
        f"一句命中 {SCATTERED} 种以上政策工具的线索词，主次难定",
        _linked(RecordInstrument, position__gte=SCATTERED - 1),
    ),
    Suspicion(
        "measure",
        Kind.TAX_POLICY,
        "税收规则抽出优惠，所在措施的线索词却没有判为税收工具",
        Q(Exists(_same_words(Kind.MEASURE)))
        & ~Q(Exists(_same_words(Kind.MEASURE).filter(instrument_links__instrument__code="tax"))),
    ),
)
# what nearly every record of the kind says
MISSING = (
    _lacks(Kind.TARGET, "indicators", ~_linked(RecordIndicator)),
    _lacks(Kind.TARGET, "due", Q(target__due="")),
    _lacks(Kind.GOAL, "indicators", ~_linked(RecordIndicator)),
    _lacks(Kind.MEASURE, "instruments", ~_linked(RecordInstrument) & ~_linked(RecordTheme)),
    _lacks(Kind.TAX_POLICY, "tax", Q(taxpolicy__tax="")),
)
