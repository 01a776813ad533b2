"""The admin: records and history to look at, vocabulary labels and accounts to edit."""

from . import corrections, documents, records, users, vocabulary

__all__ = ["corrections", "documents", "records", "users", "vocabulary"]
