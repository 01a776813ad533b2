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

from policies.models import Correction, Record, ReviewItem, State, Status

from .suspicions import CONTRADICTIONS, MISSING, any_of


class Reason(TextChoices):
    """In the order in which people should look; behind ELSEWHERE nobody needs to."""

    DAMAGED = "damaged", "损坏字"
    CONFLICT = "conflict", "重新抽取与更正不一致"
    LOST = "lost", "原文变动，须重新定位"
    REPORT = "report", "读者报错"
    PROPOSED = "proposed", "待您审核"
    CONTRADICTED = "contradicted", "规则互相矛盾"
    MISSING = "missing", "字段缺失"
    UNREVIEWED = "unreviewed", "未复核"
    ELSEWHERE = "elsewhere", "等待他人审核"


RANKS = {reason: rank for rank, reason in enumerate(Reason)}
ELSEWHERE = RANKS[Reason.ELSEWHERE]  # below it: waits for who asks
DONE = len(RANKS)  # nothing waits
_CAUSES = {
    Reason.CONFLICT: [ReviewItem.Cause.CONFLICT],
    Reason.LOST: [ReviewItem.Cause.VANISHED, ReviewItem.Cause.AMBIGUOUS],
    Reason.REPORT: [ReviewItem.Cause.REPORT],
}


def with_reasons(records: QuerySet[Record], reviewer: int) -> QuerySet[Record]:
    """Annotate `rank` (index of Reason, DONE where nothing waits) and `has_proposal`.

    `reviewer`: primary key of who may decide on what others propose; 0 where who asks may not.
    What they have proposed themselves waits elsewhere, whatever else speaks for it.
    """
    proposals = _proposals()
    decidable = proposals.exclude(author=reviewer) if reviewer else proposals.none()
    return records.annotate(
        has_proposal=_flag(Exists(proposals)), decidable=_flag(Exists(decidable))
    ).annotate(rank=_rank())


def in_doubt_order(records: QuerySet[Record]) -> QuerySet[Record]:
    """Worst first, then as the texts read."""
    return records.order_by(
        "rank",
        F("document__province__gb_code").asc(nulls_last=True),
        "document__slug",
        "start",
        "ref",
    )


def concerning(name: str) -> Q:
    """Records where the field waits: proposed, in conflict, or missing."""
    here = Q(status=Status.UNREVIEWED, state=State.PRESENT)
    return (
        Q(Exists(_proposals().filter(field=name)))
        | Q(Exists(_items().filter(detail__field=name)))
        | here & any_of(rule for rule in MISSING if rule.name == name)
    )


def _rank() -> Case:
    here = Q(state=State.PRESENT)
    unreviewed = here & Q(status=Status.UNREVIEWED)
    conditions = {
        Reason.ELSEWHERE: Q(has_proposal=True, decidable=False),
        Reason.DAMAGED: here & Q(status=Status.DOUBTFUL),
        **{
            reason: Q(Exists(_items().filter(cause__in=causes)))
            for reason, causes in _CAUSES.items()
        },
        Reason.PROPOSED: Q(decidable=True),
        Reason.CONTRADICTED: unreviewed & any_of(CONTRADICTIONS),
        Reason.MISSING: unreviewed & any_of(MISSING),
        Reason.UNREVIEWED: unreviewed,
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
