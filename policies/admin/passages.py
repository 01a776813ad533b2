"""The source passage shown beside a record: the span marked, its neighbours around it."""

from django.utils.html import format_html

NEIGHBOURHOOD = 80  # characters of context on either side


def passage(text: str, start: int, end: int) -> str:
    """Return HTML: context, the span in <mark>, context; everything escaped."""
    before, after = max(0, start - NEIGHBOURHOOD), min(len(text), end + NEIGHBOURHOOD)
    return format_html(
        "{}{}<mark>{}</mark>{}{}",
        "…" if before else "",
        text[before:start],
        text[start:end],
        text[end:after],
        "…" if after < len(text) else "",
    )
