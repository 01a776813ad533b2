"""What 管理 changes of a vocabulary entry: its name, its place in the order, its definition."""

from django.db import transaction

from policies.models.vocabulary import Term

from .acts import User
from .audit import append_audit

LABELS = ("name", "position", "definition")


def relabel(term: Term, *, user: User, **labels: object) -> Term:
    """Set some of LABELS as one audited act; no act where nothing changes.

    Pages kept by data version show the old label otherwise. Raises ValueError for another field:
    codes and the words to look for stand in TOML.
    """
    if unknown := labels.keys() - set(LABELS):
        raise ValueError(f"{', '.join(sorted(unknown))}：此项不能在这里修改，请改词表文件")
    with transaction.atomic():
        now = type(term).objects.select_for_update().get(pk=term.pk)
        before = {name: getattr(now, name) for name in labels}
        changed = {name: value for name, value in labels.items() if before[name] != value}
        if not changed:
            return now
        for name, value in changed.items():
            setattr(now, name, value)
        now.full_clean()
        now.save(update_fields=list(changed))
        append_audit(
            actor=user.get_username(),
            action="relabel",
            subject=f"{now._meta.model_name}:{now.code}",
            before={name: before[name] for name in changed},
            after=changed,
        )
    return now
