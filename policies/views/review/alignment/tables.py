"""The vocabulary tables that 管理 aligns, with the comparison that shows each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Count, QuerySet
from django.http import Http404

from policies.models.vocabulary import Term


@dataclass(frozen=True)
class Table:
    """`name` is a model's in lower case; `above` what each column points at, in words."""

    name: str
    label: str
    dimension: str  # of the comparison whose rows it names
    above: Mapping[str, str]

    @property
    def terms(self) -> QuerySet[Term]:
        return apps.get_model("policies", self.name).objects.all()


TABLES = {
    table.name: table
    for table in (
        Table("sector", "行业", "sectors", {"parents": "上级行业"}),
        Table("indicator", "指标", "targets", {"parent": "上级指标", "group": "指标组"}),
        Table("indicatorgroup", "指标组", "targets", {}),
        Table("actor", "责任单位", "measures", {}),
        Table("tool", "具体工具", "measures", {"instrument": "政策工具", "theme": "改造方向"}),
        Table("instrument", "政策工具", "measures", {}),
        Table("theme", "改造方向", "measures", {}),
        Table("relief", "优惠类型", "tax", {}),
    )
}


def find_table(name: str) -> Table:
    """Raises Http404."""
    if name not in TABLES:
        raise Http404("没有这个词表")
    return TABLES[name]


def find_term(table: Table, code: str) -> Term:
    """Raises Http404."""
    term = table.terms.filter(code=code).first()
    if term is None:
        raise Http404("词表中没有此项")
    return term


def with_use(table: Table) -> QuerySet[Term]:
    """The entries in their order, with `used`: how many records are linked to each."""
    terms = table.terms.order_by("position", "code")
    linked = any(r.name == "record_links" for r in terms.model._meta.related_objects)
    return terms.annotate(used=Count("record_links__record", distinct=True)) if linked else terms
