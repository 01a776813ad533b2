"""Facets: a query string to a selection of records whose counts reconcile."""

from .lists import LISTS, RecordList
from .parameters import check_parameters
from .selection import Selection, select

__all__ = ["LISTS", "RecordList", "Selection", "check_parameters", "select"]
