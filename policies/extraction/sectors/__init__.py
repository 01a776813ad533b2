"""Sector passages and mentions."""

from .passages import find_sector_directions, find_sector_mentions

__all__ = ["find_sector_directions", "find_sector_mentions"]
