"""Vocabulary files to vocabulary tables: run after every migrate, safe to repeat."""

from .sync import sync_vocabulary

__all__ = ["sync_vocabulary"]
