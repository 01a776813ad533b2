"""make_corpus: sound documents that say what they are, the same after a stop, gone without a trace."""

from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command
from django.http import QueryDict

from policies.loading.corpus import facts, make_corpus, making, remove_corpus
from policies.loading.verify import document_faults
from policies.management.commands import make_corpus as command
from policies.models import (
    Correction,
    DataVersion,
    Document,
    DocumentSource,
    Kind,
    Passage,
    Provision,
    Record,
)
from policies.models.columns import DETAILS
from policies.models.links import LINKS
from policies.search import search
from tests.corrections.people import correct
from tests.management.running import run

TABLES = (Document, DocumentSource, Provision, Record, Passage, *DETAILS.values(), *LINKS)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch a document, few variants: the pool is what takes time."""
    monkeypatch.setattr(making, "BATCH", 1)
    monkeypatch.setattr(facts, "POOL", dict.fromkeys(Kind.values, 40))


def written(documents: int, seed: int = 1) -> list[int]:
    return list(make_corpus(documents, seed))


def synthetic() -> list[list[tuple]]:
    """What the documents and their records say, without the keys that the database gave."""
    texts = Document.objects.filter(synthetic=True).order_by("slug")
    records = Record.objects.filter(document__synthetic=True).order_by("ref")
    links = records.order_by("ref", "theme_links__theme__code")
    said = ("ref", "provision__path", "start", "end", "quote", "extracted", "effective", "status")
    return [
        list(texts.values_list("slug", "sha256", "ref_counters")),
        list(records.values_list(*said)),
        list(links.values_list("ref", "measure__force", "theme_links__theme__code")),
    ]


def sizes() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in TABLES}


def test_every_document_is_sound_and_says_that_it_is_none() -> None:
    assert written(2) == [1, 1]
    documents = list(Document.objects.all())
    assert len(documents) == 2
    for document in documents:
        assert list(document_faults(document)) == []
        assert document.synthetic and "合成" in document.title and "并非政策" in document.title
        assert 60 < document.records.of_kind(Kind.MEASURE).count() < 140
        assert all("合成" in line for line in document.text.splitlines())
    assert all(size for name, size in sizes().items() if name != "RecordActor")


def test_a_fault_in_a_synthetic_record_would_be_found() -> None:
    written(1)
    Record.objects.filter(ref="synthetic-000001-m3").update(quote="合成别句")
    assert list(document_faults(Document.objects.get()))


def test_a_stop_leaves_whole_documents_and_the_next_run_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written(3)
    undisturbed = synthetic()
    list(remove_corpus())
    with monkeypatch.context() as stopping:
        stopping.setattr(making, "_audit", stop_at(2))
        with pytest.raises(KeyboardInterrupt):
            written(3)
    (document,) = Document.objects.all()
    assert list(document_faults(document)) == []
    assert Record.objects.exclude(document=document).count() == 0
    assert written(3) == [1, 1]
    assert synthetic() == undisturbed
    assert written(3) == []


def stop_at(batch: int) -> object:
    """An audit that is stopped in that batch, when its rows are written but not committed."""
    original, calls = making._audit, []

    def audit(*arguments: object) -> None:
        calls.append(arguments)
        if len(calls) == batch:
            raise KeyboardInterrupt
        original(*arguments)

    return audit


def test_seeds_differ_and_repeat() -> None:
    written(1)
    one = synthetic()
    list(remove_corpus())
    written(1, seed=2)
    other = synthetic()
    list(remove_corpus())
    written(1)
    assert one == synthetic() != other


@pytest.mark.usefixtures("portal")
def test_removal_leaves_what_was_there_before() -> None:
    before, version = sizes(), DataVersion.objects.get().number
    written(2)
    assert sizes()["Record"] > before["Record"] and passages_found() > 0
    assert DataVersion.objects.get().number == version + 2
    correct("synthetic-000001-m1", "force", "permitted")
    assert list(remove_corpus()) == [1, 1]
    assert (sizes(), passages_found(), Correction.objects.count()) == (before, 0, 0)
    assert run("verify")[0] == run("verify_audit")[0] == 0


def passages_found() -> int:
    return search(QueryDict("q=合成语句")).count


def test_the_command_shows_how_far_it_is(capsys: pytest.CaptureFixture) -> None:
    for arguments, said, bar in (
        (["--documents", "2"], "已合成 2 件", "2/2"),
        (["--documents", "3"], "已合成 1 件", "1/1"),
        (["--documents", "3"], "已合成 0 件", "0件"),
        (["--remove"], "已删除 3 件", "3/3"),
        (["--remove"], "已删除 0 件", "0件"),
    ):
        code, out, _ = run("make_corpus", *arguments)
        assert (code, out.strip()) == (0, said)
        assert bar in capsys.readouterr().err


def test_ctrl_c_says_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(documents: int, seed: int) -> Iterator[int]:
        yield 1
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "make_corpus", stopped)
    with pytest.raises(CommandError, match="已中断：合成 1 件，可重新运行以继续"):
        call_command("make_corpus", documents=3)


@pytest.mark.parametrize("number", [0, -1, 1_000_000])
def test_impossible_numbers(number: int) -> None:
    with pytest.raises(CommandError, match="应为 1 至 999999"):
        call_command("make_corpus", documents=number)
    assert not Document.objects.exists()


def test_never_in_production_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_ENV", "production")
    with pytest.raises(CommandError, match="正式环境"):
        call_command("make_corpus", documents=1)
    assert not Document.objects.exists()
    call_command("make_corpus", documents=1, force=True)
    assert Document.objects.count() == 1


@pytest.mark.usefixtures("portal")
def test_never_beside_what_people_corrected_unasked() -> None:
    correct("yunnan-m1", "force", "permitted")
    with pytest.raises(CommandError, match="1 项人工更正"):
        call_command("make_corpus", documents=1)
    assert not Document.objects.filter(synthetic=True).exists()
