"""Configuration from environment variables, with errors that say what to set."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def flag(name: str, default: bool) -> bool:
    """Read a yes/no variable: 1 true yes on / 0 false no off, in any case."""
    value = os.environ.get(name, "").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    if value:
        raise ImproperlyConfigured(f"{name}={value}: say 1 or 0")
    return default


def words(name: str, default: str) -> list[str]:
    """Read a comma-separated list."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def secret_key(folder: Path) -> str:
    """Return PORTAL_SECRET_KEY, or a key made once and kept in `folder` (git-ignored)."""
    if key := os.environ.get("PORTAL_SECRET_KEY"):
        return key
    path = folder / "secret_key"
    try:
        folder.mkdir(exist_ok=True, parents=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


def database(default_sqlite: Path) -> dict:
    """Return Django's DATABASES entry for DATABASE_URL.

    sqlite:///relative.db, sqlite:////absolute.db, postgres://user:password@host:port/name, or a
    socket directory: postgres:///name?host=/run/postgresql. Without the variable: SQLite at
    `default_sqlite`.
    """
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return _sqlite(str(default_sqlite))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(parts.path.removeprefix("/") or ":memory:")
    if parts.scheme in {"postgres", "postgresql"}:
        options = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.removeprefix("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", unquote(parts.hostname or "")),
            "PORT": options.pop("port", str(parts.port or "")),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": options,
        }
    raise ImproperlyConfigured(f"DATABASE_URL={url}: say sqlite:///… or postgres://…")


def _sqlite(name: str) -> dict:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "CONN_MAX_AGE": 60,  # reconnecting halves throughput
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
        "TEST": {"NAME": os.environ.get("TEST_SQLITE_NAME")},
    }
