"""引用: how a record or a comparison is cited, in the two forms in use.

公文式 names the document by title and number and the place by its printed markers. The
bibliographic form follows GB/T 7714-2015: [Z] other documents, [EB/OL] pages on the web.
"""

from dataclasses import dataclass
from datetime import datetime

from policies.models import Document


@dataclass(frozen=True)
class CitationText:
    official: str  # 《题名》（文号）五、（七）
    bibliographic: str  # GB/T 7714


def cite_record(document: Document, place: str, quote: str, ref: str, version: int) -> CitationText:
    """Return both forms for one record; what the text does not say is said to be missing."""
    name = f"《{_title(document)}》（{document.document_number or '文号原文未载'}）"
    issued = document.issued_on.isoformat() if document.issued_on else "日期原文未载"
    issuer = document.issuer or "发文机关原文未载"
    return CitationText(
        official=f"{name}{place}：“{quote}”",
        bibliographic=(
            f"{issuer}. {_title(document)}：{place}[Z]. {issued}. "
            f"技改政策对照，记录 {ref}，数据版本 {version}."
        ),
    )


def cite_page(title: str, address: str, version: int, changed_at: datetime) -> CitationText:
    """Return both forms for a comparison or list at a permanent address."""
    day = changed_at.date().isoformat()
    return CitationText(
        official=f"技改政策对照：{title}（数据版本 {version}，{day}），{address}",
        bibliographic=f"技改政策对照. {title}[EB/OL]. ({day}). 数据版本 {version}. {address}.",
    )


def _title(document: Document) -> str:
    mark = "〔题名系编者所加〕" if document.title_is_editorial else ""
    return (document.title or document.slug) + mark
