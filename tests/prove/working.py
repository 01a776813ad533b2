"""People who work on the portal until it is killed under them, and remember what they were told."""

import http.client
import re
from itertools import count

from tests.review.forms import form_of

from .both_databases import ROOT
from .visitor import Visitor

AWAY = (OSError, http.client.HTTPException)  # the server was killed while it was asked
UPLOAD = "/review/upload/"
APPROVAL = re.compile(r"/review/corrections/\d+/approve/")
SAID = {
    "province": "shandong",
    "validity": "unknown",
    "publicity": "主动公开",
    "source_url": "https://example.org/shandong",
}


class Uploader:
    """Uploads one document after the other, looks at the preview and saves it."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor, self._numbers = visitor, count(1)
        self._text = (ROOT / "seeds/shandong.txt").read_text(encoding="utf-8")
        self._preview = self._slug = ""
        self.saved: list[str] = []
        self.silent: list[str] = []
        self.cut = 0

    @property
    def answers(self) -> int:
        return self._visitor.answers

    def work(self) -> None:
        """Until the server is away."""
        try:
            for number in self._numbers:
                self._save(f"up-{number}", f"{self._text}\n第{number}稿")
        except AWAY:
            self.cut += 1

    def look_again(self) -> None:
        """Back at the preview of the interrupted upload: does it say what became of it?"""
        if not self._preview:
            return  # it was not even received, and the browser said so
        answer, page = self._visitor.get(self._preview), ""
        if answer.status == 302:  # saved, only the answer was lost
            page = self._visitor.get(answer.location).text
        if not (
            (answer.status == 302 and self._slug in page)
            or (answer.status == 200 and re.search("还没有保存|已经保存", answer.text))
            or (answer.status == 410 and "没有写入任何内容" in answer.text)
        ):
            self.silent.append(f"{self._slug}: {answer.status}")

    def _save(self, slug: str, text: str) -> None:
        self._preview, self._slug = "", slug
        fields = self._visitor.form(UPLOAD, "") | SAID | {"slug": slug}
        self._preview = self._visitor.upload(UPLOAD, fields, text.encode(), "a.txt").location
        form = self._visitor.form(self._preview, "")
        if self._visitor.send(self._preview, form).status == 302:
            self.saved.append(slug)


class Corrector:
    """Proposes a correction of one record after the other; a colleague approves it."""

    def __init__(self, author: Visitor, reviewer: Visitor) -> None:
        self._author, self._reviewer, self._numbers = author, reviewer, count(1)
        self.told: dict[str, list[str]] = {"proposed": [], "approved": []}
        self.cut = 0

    @property
    def answers(self) -> int:
        return self._author.answers + self._reviewer.answers

    def work(self) -> None:
        """Until the server is away."""
        try:
            for number in self._numbers:
                self._correct(f"/review/henan-m{number}/", f"改{number}")
        except AWAY:
            self.cut += 1

    def _correct(self, page: str, value: str) -> None:
        form = self._author.form(page, page) | {"hedges": value, "reason": "核对"}
        if self._author.send(page, form).status != 302:
            return
        self.told["proposed"].append(value)
        review = self._reviewer.get(page)
        approval = APPROVAL.search(review.text)[0]
        form = form_of(review, approval)
        needed = {name: form[name] for name in ("csrfmiddlewaretoken", "version", "back")}
        if self._reviewer.send(approval, needed).status == 302:
            self.told["approved"].append(value)
