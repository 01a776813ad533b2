"""Targets (with a number) and goals (without one): what a text wants to reach."""

from .goals import find_goals
from .targets import find_targets

__all__ = ["find_goals", "find_targets"]
