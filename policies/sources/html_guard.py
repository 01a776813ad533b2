"""How deep is this page nested? Asked before it is parsed: the parser is quadratic on nesting."""

import re

from .limits import HTML_MAX_DEPTH
from .source import SourceError

TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)|<!--")
RAW = ("script", "style", "textarea", "title", "xmp")  # tags in them do not count
# Void elements, and those whose end tag may be left out.
UNCOUNTED = frozenset((
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
))  # fmt: skip


def check_depth(markup: str) -> None:
    """Raise SourceError where more than HTML_MAX_DEPTH elements stand open at once. Linear."""
    depth, position = 0, 0
    markup = markup.lower()
    while match := TAG.search(markup, position):
        name = match[2] or ""
        position = _after(markup, match, name)
        if name and name not in UNCOUNTED:
            depth = max(0, depth - 1) if match[1] else depth + (name not in RAW)
        if depth > HTML_MAX_DEPTH:
            raise too_deep()


def too_deep() -> SourceError:
    return SourceError(f"HTML 嵌套过深（上限 {HTML_MAX_DEPTH} 层）", "too_deep")


def _after(markup: str, match: re.Match, name: str) -> int:
    """Where to look on: behind a comment or raw element as a whole, else behind the tag's name."""
    if not name:
        end = markup.find("-->", match.end())
    elif name in RAW and not match[1]:
        end = markup.find(f"</{name}", match.end())
        end = len(markup) if end < 0 else end + len(name) + 2
    else:
        return match.end()
    return len(markup) if end < 0 else end
