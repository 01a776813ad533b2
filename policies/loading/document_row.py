"""The document's own row: what the manifest and the text say of it, its bytes, former texts."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from policies.extraction.records import ExtractedDocument, Metadata
from policies.models import Document, FormerText, Kind, Province
from policies.sources import Source

from .belongings import join_collections, keep_source
from .entry import Entry
from .problem import Problem
from .report import LoadReport


@dataclass(frozen=True)
class Former:
    """What the document was before this load; all "" for a new one."""

    text: str = ""
    sha256: str = ""
    extractor_version: str = ""

    def describe(self) -> dict | None:
        """For the audit row."""
        if not self.sha256:
            return None
        return {"sha256": self.sha256, "extractor": self.extractor_version}


def write_document(
    entry: Entry,
    data: bytes,
    source: Source,
    extracted: ExtractedDocument,
    version: str,
    report: LoadReport,
) -> tuple[Document, Former]:
    """Make the row, or lock it and set its columns unsaved; return it with what it was before.

    Raises Problem: the text stands under another slug, no or a contradicting province, an unknown
    collection.
    """
    _check_text_is_new(entry, source)
    province = _province(entry, extracted.metadata)
    columns = _columns(entry, source, extracted, version, province)
    document = Document.objects.select_for_update(no_key=True).filter(slug=entry.slug).first()
    report.created = document is None
    former = Former()
    if document is None:
        document = Document.objects.create(slug=entry.slug, published=entry.published, **columns)
    else:
        former = Former(document.text, document.sha256, document.extractor_version)
        _update(document, columns, report)
    keep_source(document, entry, data, source)
    join_collections(document, entry, extracted.metadata, report)
    return document, former


def _check_text_is_new(entry: Entry, source: Source) -> None:
    other = Document.objects.filter(sha256=source.sha256).exclude(slug=entry.slug).first()
    if other:
        raise Problem(
            str(entry.path), f"与已入库的“{other.slug}”正文相同，不能再以“{entry.slug}”入库"
        )


def _province(entry: Entry, said: Metadata) -> Province | None:
    """The manifest's province, which the text must not contradict; without one, the text's."""
    in_text = Province.objects.filter(gb_code=said.province_code or "").first()
    if entry.province is None:
        if in_text is None and (entry.level or said.level) != "国家":
            raise Problem(str(entry.path), "未给出地区，正文里也认不出，请用 province 说明")
        return in_text
    given = _named(entry.province)
    if given is None:
        raise Problem(str(entry.path), f"未知的地区“{entry.province}”")
    if in_text and in_text != given:
        raise Problem(
            str(entry.path), f"清单说是{given.name}，正文却是{in_text.name}的文件，请核对"
        )
    return given


def _named(name: str) -> Province | None:
    forms = Q(gb_code=name) | Q(code=name) | Q(name=name) | Q(short_name=name)
    return Province.objects.filter(forms).first()


def _columns(
    entry: Entry, source: Source, extracted: ExtractedDocument, version: str, province: Province
) -> dict[str, object]:
    """Column -> value. The manifest speaks first, then the text, else it stays unknown."""
    said = extracted.metadata
    return {
        "province": province,
        "level": entry.level or said.level or "",
        "genre": entry.genre or said.genre or "",
        "title": entry.title or said.title or "",
        "title_is_editorial": bool(entry.title and entry.title_is_editorial),
        "document_number": entry.document_number or said.document_number or "",
        "issuer": entry.issuer or said.issuer or "",
        "issued_on": entry.issued_on or said.issued_on,
        "effective_on": entry.effective_on,
        "validity": entry.validity,
        "implements_title": said.implements or "",
        "implements_number": said.implements_number or "",
        "addressees": said.addressees or "",
        "source_url": entry.source_url,
        "publicity": entry.publicity,
        "text": source.text,
        "sha256": source.sha256,
        "extractor_version": version,
        "kinds_extracted": list(Kind.values),
        "parts_recognised": sorted({provision.part for provision in extracted.provisions}),
        "synthetic": entry.synthetic,
    }


def _update(document: Document, columns: dict[str, object], report: LoadReport) -> None:
    changed = [name for name, value in columns.items() if getattr(document, name) != value]
    if "text" in changed:
        FormerText.objects.update_or_create(
            document=document,
            sha256=document.sha256,
            defaults={"text": document.text, "replaced_at": timezone.now()},
        )
    for name in changed:
        setattr(document, name, columns[name])
    report.document = changed
