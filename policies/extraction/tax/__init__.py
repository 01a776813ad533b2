"""Tax reliefs, each with its own clause."""

from .policies import find_tax_policies

__all__ = ["find_tax_policies"]
