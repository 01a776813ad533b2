"""Why a record waits for a person, worst first: one rank, annotated in the database."""

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextChoices,
    Value,
    When,
)

from policies.models import (
    Correction,
    Kind,
    Record,
    RecordIndicator,
    RecordInstrument,
    RecordTheme,
    ReviewItem,
    State,
    Status,
)


class Reason(TextChoices):
    """In the order in which people should look."""

    DAMAGED = "damaged", "损坏字"
    CONFLICT = "conflict", "重新抽取与更正不一致"
    LOST = "lost", "原文变动，须重新定位"
    REPORT = "report", "读者报错"
    PROPOSED = "proposed", "待审核"
    MISSING = "missing", "字段缺失"
    UNREVIEWED = "unreviewed", "未复核"


RANKS = {reason: rank for rank, reason in enumerate(Reason)}
DONE = len(RANKS)  # nothing waits
_CAUSES = {
    Reason.CONFLICT: [ReviewItem.Cause.CONFLICT],
    Reason.LOST: [ReviewItem.Cause.VANISHED, ReviewItem.Cause.AMBIGUOUS],
    Reason.REPORT: [ReviewItem.Cause.REPORT],
}


def _no(link: type) -> Q:
    return Q(~Exists(link.objects.filter(record=OuterRef("pk"))))


# (kind, field): when a record of the kind lacks what nearly every such record says
MISSING: dict[tuple[str, str], Q] = {
    (Kind.TARGET, "indicators"): _no(RecordIndicator),
    (Kind.TARGET, "due"): Q(target__due=""),
    (Kind.GOAL, "indicators"): _no(RecordIndicator),
    (Kind.MEASURE, "instruments"): _no(RecordInstrument) & _no(RecordTheme),
    (Kind.TAX_POLICY, "tax"): Q(taxpolicy__tax=""),
}


def with_reasons(records: QuerySet[Record]) -> QuerySet[Record]:
    """Annotate `rank` (index of Reason, DONE where nothing waits) and `has_proposal`."""
    return records.annotate(has_proposal=_flag(Exists(_proposals()))).annotate(rank=_rank())


def in_doubt_order(records: QuerySet[Record]) -> QuerySet[Record]:
    """Worst first, then as the texts read."""
    return records.order_by(
        "rank",
        F("document__province__gb_code").asc(nulls_last=True),
        "document__slug",
        "start",
        "ref",
    )


def with_missing(records: QuerySet[Record]) -> QuerySet[Record]:
    """Annotate a flag `missing_<kind>_<field>` per rule, for saying which field is missing."""
    return records.annotate(
        **{
            f"missing_{kind}_{field}": _flag(Q(kind=kind) & lacking)
            for (kind, field), lacking in MISSING.items()
        }
    )


def missing_fields(record: Record) -> list[str]:
    """The names of the fields that a record of `with_missing` lacks."""
    return [name for kind, name in MISSING if getattr(record, f"missing_{kind}_{name}")]


def concerning(name: str) -> Q:
    """Records where the field waits: proposed, in conflict, or missing."""
    rules = Q()
    for (kind, field), lacking in MISSING.items():
        if field == name:
            rules |= Q(kind=kind, status=Status.UNREVIEWED, state=State.PRESENT) & lacking
    return (
        Q(Exists(_proposals().filter(field=name)))
        | Q(Exists(_items().filter(detail__field=name)))
        | rules
    )


def _rank() -> Case:
    here = Q(state=State.PRESENT)
    missing = Q()
    for (kind, _), lacking in MISSING.items():
        missing |= Q(kind=kind) & lacking
    conditions = {
        Reason.DAMAGED: here & Q(status=Status.DOUBTFUL),
        **{
            reason: Q(Exists(_items().filter(cause__in=causes)))
            for reason, causes in _CAUSES.items()
        },
        Reason.PROPOSED: Q(has_proposal=True),
        Reason.MISSING: here & Q(status=Status.UNREVIEWED) & missing,
        Reason.UNREVIEWED: here & Q(status=Status.UNREVIEWED),
    }
    whens = [When(condition, then=Value(RANKS[reason])) for reason, condition in conditions.items()]
    return Case(*whens, default=Value(DONE), output_field=IntegerField())


def _proposals() -> QuerySet[Correction]:
    return Correction.objects.filter(record=OuterRef("pk"), state=Correction.State.PROPOSED)


def _items() -> QuerySet[ReviewItem]:
    return ReviewItem.objects.filter(record=OuterRef("pk"), closed_at__isnull=True)


def _flag(condition: Q | Exists) -> Case:
    return Case(
        When(condition, then=Value(True)), default=Value(False), output_field=BooleanField()
    )
