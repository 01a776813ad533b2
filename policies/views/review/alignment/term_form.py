"""The form of a vocabulary entry: its labels, and what it stands under."""

import json
from collections.abc import Mapping

from django import forms
from django.http import HttpRequest

from policies.corrections.relabelling import ABOVE, LABELS, changeable
from policies.models.vocabulary import Term
from policies.views.review.given import LONGEST_REASON
from policies.views.review.term_names import TermNames

from .tables import Table


class TermForm(forms.Form):
    """Fields of the table at hand; `seen` is what the person was shown."""

    name = forms.CharField(label="名称", max_length=100)
    position = forms.IntegerField(label="顺序", min_value=0, max_value=10**6)
    definition = forms.CharField(
        label="定义", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, table: Table, terms: TermNames, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for column, label in table.above.items():
            above = ABOVE[table.name][column]
            choices = list(terms.table(above).items())
            if column == "parents":
                self.fields[column] = forms.MultipleChoiceField(
                    label=label, required=False, choices=choices
                )
                self.fields[column].widget.attrs["size"] = 8
            else:
                self.fields[column] = forms.ChoiceField(
                    label=label, required=column == "group", choices=[("", "（无）"), *choices]
                )
        self.fields["reason"] = forms.CharField(label="理由", max_length=LONGEST_REASON)

    def values(self) -> dict[str, object]:
        """What is to stand, in the form of `changeable`."""
        given = {name: v for name, v in self.cleaned_data.items() if name != "reason"}
        above = {name: v or None for name, v in given.items() if name not in LABELS}
        if "parents" in above:
            above["parents"] = sorted(given["parents"])
        return {name: given[name] for name in LABELS} | above


def initial_of(term: Term) -> dict[str, object]:
    return {name: value or "" for name, value in changeable(term).items()}


def seen_of(request: HttpRequest) -> Mapping[str, object]:
    """What the form was filled with; {} (nothing stands so) where that cannot be read."""
    try:
        seen = json.loads(request.POST.get("seen", ""))
    except (ValueError, RecursionError):
        return {}
    return seen if isinstance(seen, dict) else {}
