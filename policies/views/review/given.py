"""What a form of the workbench sends besides its fields: version, token, reason, the way back."""

import secrets

from django.http import HttpRequest, QueryDict

from policies.corrections.errors import CorrectionError

from .access import REVIEW
from .queue_filters import Asked

LONGEST_REASON = 2000


def version_of(request: HttpRequest) -> int:
    """The version that the person saw. Raises CorrectionError."""
    text = request.POST.get("version", "")
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise CorrectionError("表单不完整，请刷新页面后重试")
    return int(text)


def offset_of(request: HttpRequest, name: str) -> int:
    """A place in the text. Raises CorrectionError."""
    text = request.POST.get(name, "").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise CorrectionError("起止须为整数")
    return int(text)


def token_of(request: HttpRequest) -> str:
    """The form's token: the same form sent twice is one act."""
    token = request.POST.get("token", "")
    if not (token.isascii() and token.isalnum() and len(token) == 32):
        raise CorrectionError("表单不完整，请刷新页面后重试")
    return token


def new_token() -> str:
    return secrets.token_hex(16)


def words_of(request: HttpRequest, name: str, default: str = "") -> str:
    """A reason or an answer. Raises CorrectionError where it cannot be stored."""
    text = request.POST.get(name, "").replace("\r\n", "\n").strip()
    if "\0" in text or len(text) > LONGEST_REASON:
        raise CorrectionError(f"文字过长或含有无法保存的字符，至多 {LONGEST_REASON} 字")
    return text or default


def asked_of(request: HttpRequest) -> Asked:
    """The queue that the person works through: the page's address, or what an act sends along."""
    reviewer = request.user.pk if request.user.has_perm(REVIEW) else 0
    if request.method == "POST" and "back" in request.POST:
        return Asked.of(QueryDict(request.POST["back"].lstrip("?")[:500]), reviewer)
    return Asked.of(request.GET, reviewer)
