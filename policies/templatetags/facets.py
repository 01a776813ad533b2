"""Addresses of facet links: thin wrappers over filters.parameters.Query."""

from django import template

from policies.filters.parameters import Query

register = template.Library()


@register.simple_tag
def toggled(query: Query, name: str, value: str) -> str:
    """The address with this choice taken or given back."""
    return str(query.toggling(name, value))


@register.simple_tag
def removed(query: Query, name: str, value: str) -> str:
    return str(query.removing(name, value))


@register.simple_tag
def without(query: Query, *names: str) -> str:
    """The address without these parameters."""
    return str(query.without(*names))


@register.simple_tag
def with_value(query: Query, name: str, value: object) -> str:
    """The address with one parameter set."""
    return str(query.setting(name, str(value)))


@register.simple_tag
def with_page(query: Query, number: int) -> str:
    """The address of a page; the first has no number."""
    return str(query.setting("page", str(number)) if number > 1 else query.without("page"))
