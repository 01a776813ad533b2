"""A person at a browser without a screen: signs in, opens pages, sends their forms."""

import http.cookiejar
import secrets
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.review.forms import form_of

PATIENCE = 60  # seconds


@dataclass(frozen=True)
class Answer:
    """What came back; a redirect is not followed."""

    status: int
    location: str
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.content.decode()


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *said: object) -> None:
        return None


class Visitor:
    def __init__(self, home: str) -> None:
        self._home, self._cookies = home, http.cookiejar.CookieJar()
        self.answers = 0  # how many have come
        cookies = urllib.request.HTTPCookieProcessor(self._cookies)
        self._opener = urllib.request.build_opener(cookies, _Stay)

    def sign_in(self, name: str, password: str) -> "Visitor":
        """Raises PermissionError where the portal does not let the person in."""
        page = "/accounts/login/"
        answer = self.submit(page, "", username=name, password=password)
        if answer.status != 302:
            raise PermissionError(f"{name}: {answer.status}")
        return self

    def get(self, path: str) -> Answer:
        return self._ask(urllib.request.Request(self._home + path))

    def form(self, page: str, action: str) -> dict[str, str]:
        """What the form of the page would send; "" is the form without an action."""
        return form_of(self.get(page), action)

    def submit(self, page: str, action: str, **typed: str) -> Answer:
        """Open the page, fill in its form and send it."""
        return self.send(action or page, self.form(page, action) | typed)

    def send(self, path: str, fields: dict[str, str]) -> Answer:
        """Send the fields as they are: again, late, or changed."""
        data = urllib.parse.urlencode(fields).encode()
        return self._ask(urllib.request.Request(self._home + path, data))

    def upload(self, path: str, fields: dict[str, str], data: bytes, name: str) -> Answer:
        """Send a file as a browser does."""
        mark = secrets.token_hex(16)
        body = "".join(
            f'--{mark}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'
            for n, v in fields.items()
        )
        body += f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        body += "Content-Type: application/octet-stream\r\n\r\n"
        whole = body.encode() + data + f"\r\n--{mark}--\r\n".encode()
        asked = urllib.request.Request(self._home + path, whole)
        asked.add_header("Content-Type", f"multipart/form-data; boundary={mark}")
        return self._ask(asked)

    def cookies(self) -> list[dict[str, str]]:
        """As Chromium takes them."""
        return [{"name": c.name, "value": c.value, "url": self._home} for c in self._cookies]

    def _ask(self, request: urllib.request.Request) -> Answer:
        """Raises OSError or http.client.HTTPException where the server is away."""
        try:
            with self._opener.open(request, timeout=PATIENCE) as came:
                answer = Answer(came.status, "", came.read(), came.headers)
        except urllib.error.HTTPError as came:
            with came:
                headers = came.headers
                answer = Answer(came.code, headers.get("Location", ""), came.read(), headers)
        self.answers += 1
        return answer
