"""Every look-alike of GB 2312's characters, as measured in Chromium's PDFs, goes back."""

import pytest

from policies.sources.radicals import TABLE, repair_radicals


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("⼈⺠政府各部⻔", "人民政府各部门"),
        ("⽂件⼾均⻘⼭⻩⾦", "文件户均青山黄金"),
        ("⼯业⽔平⽤⽔⽐重⼗⼆五", "工业水平用水比重十二五"),
        ("⺕雪", "彐雪"),
        ("人民政府 ABC 12％ 〔2012〕", "人民政府 ABC 12％ 〔2012〕"),  # nothing to repair
        ("⼀⼁", "一丨"),
        ("\u2e80\u2e9a⿰", "\u2e80\u2e9a⿰"),  # no equivalent, unassigned, no radical
    ],
)
def test_repair(printed, meant):
    assert repair_radicals(printed) == meant


def test_one_character_for_one_and_none_left_over():
    assert all(len(meant) == 1 for meant in TABLE.values())
    assert not any("\u2e80" <= meant <= "\u2fdf" for meant in TABLE.values())
    assert len(TABLE) == 214 + 114 + 1  # Kangxi, supplement, one more
