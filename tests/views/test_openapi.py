"""The description against the running portal: every generated request is answered as described."""

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from policies.filters import LISTS
from policies.views.openapi import PATHS, description

EXAMPLES = 8


@pytest.mark.django_db(transaction=True)  # the real handler closes connections in a transaction
def test_answers_are_as_described(portal: None, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    application = WSGIHandler()  # under the settings of the test
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
    names = [_check(result.ok()) for result in schema.get_all_operations()]
    assert len(names) == len(description()["paths"])


def _check(operation: object) -> str:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE))
    def answers(case: object) -> None:
        case.call_and_validate(
            headers={"Accept-Encoding": "identity"}
        )  # its client unpacks nothing

    answers()
    return operation.label


@pytest.mark.parametrize("name", list(PATHS))
def test_every_facet_is_described(name: str) -> None:
    described = {each["name"] for each in description()["paths"][PATHS[name]]["get"]["parameters"]}
    assert {facet.name for facet in LISTS[name].facets} <= described


@pytest.mark.parametrize(
    ("origin", "path", "header"),
    [
        ("*", "/targets/?format=json", "*"),
        ("https://example.org", "/targets/?format=csv", "https://example.org"),
        ("*", "/healthz", "*"),
        ("", "/targets/?format=json", None),  # off unless set
        ("*", "/methods/", None),  # pages are not data
    ],
)
def test_other_origins_may_read_data_where_allowed(
    origin: str, path: str, header: str | None, db: None, client: Client, settings: object
) -> None:
    settings.CORS_ORIGIN = origin
    assert client.get(path).headers.get("Access-Control-Allow-Origin") == header
