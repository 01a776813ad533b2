"""Forms of the workbench as a browser sends them: every input of the page, then what is typed."""

from html.parser import HTMLParser

from django.http import HttpResponse


class _Inputs(HTMLParser):
    """Name and value of every input of each form, by the form's action."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self._form: dict[str, str] | None = None
        self._select = self._area = ""
        self._first = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._form = self.forms.setdefault(given.get("action") or "", {})
        if self._form is None:
            return
        if tag == "input" and "name" in given:
            if given.get("type") != "checkbox":
                self._form[given["name"]] = given.get("value") or ""
            elif "checked" in given:
                self._form[given["name"]] = given.get("value") or "on"
        elif tag == "select":
            self._select, self._first = given["name"], True
        elif tag == "option" and self._select and (self._first or "selected" in given):
            self._form[self._select], self._first = given.get("value") or "", False
        elif tag == "textarea":
            self._area = given.get("name", "")
            self._form[self._area] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        self._select = "" if tag == "select" else self._select
        self._area = "" if tag == "textarea" else self._area

    def handle_data(self, data: str) -> None:
        if self._form is not None and self._area:
            self._form[self._area] += data


def form_of(response: HttpResponse, action: str) -> dict[str, str]:
    """Return what the form with this action would send."""
    parser = _Inputs()
    parser.feed(response.content.decode())
    return dict(parser.forms[action])
