"""The workbench in real Chromium: clean and accessible, all by keyboard, nothing that people type runs."""

from collections.abc import Callable
from itertools import product

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client
from playwright.sync_api import Page

from policies.corrections.adding import add_record
from policies.corrections.deciding import approve
from policies.corrections.proposing import propose
from policies.corrections.reports import answer_item, report_error
from policies.loading.batch import gather, ingest
from policies.models import Correction, Document, Record
from tests.factories import make_document

from .accessibility import VIEWS, overflow, violations
from .test_keyboard import tab_to
from .xss_payloads import PAYLOADS

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
PAGES = {
    "录入": ["/review/gansu-t10/", "/review/documents/gansu/?quote=企业", "/review/absences/"],
    "审核": ["/review/", "/review/?state=proposed", "/review/corrections/2/", "/review/gansu-t10/"],
    "管理": [
        "/review/upload/",
        "/review/documents/gansu/",
        "/review/documents/gansu/reingest/",
        "/review/alignment/",
        "/review/alignment/sector/steel/",
        "/review/alignment/sector/steel/name/?kind=sector_mention&name=冶金",
    ],
}

SIXTH = {
    "pasted": "贵州省人民政府关于加快技术改造的意见\n\n一、主要目标\n\n到2015年，全省技术改造投资达到"
    "1200亿元以上，年均增长25%以上。\n\n二、保障措施\n\n（一）加大财政支持。省财政每年安排专项资金2亿元。\n",
    "slug": "guizhou",
}


@pytest.fixture
def open_as(open_page: Open) -> Open:
    """Return `open_as(role, path, name="", width, scheme, script) -> Page`, signed in."""

    def open_as(role: str, path: str, name: str = "", **view: object) -> Page:
        return open_page(path, session=_session(person(role, name)), **view)

    return open_as


def person(role: str, name: str = "") -> User:
    user, made = User.objects.get_or_create(username=name or f"{role}员")
    if made:
        user.groups.add(Group.objects.get(name=role))
    return user


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def propose_value(record: Record, value: float) -> Correction:
    said = {"author": person("录入"), "reason": "核对原文", "version": record.version}
    return propose(record, "value", value, **said)


@pytest.mark.parametrize("role", PAGES)
def test_the_workbench_is_clean_and_accessible(
    open_as: Open, watched: list[str], record_property: Callable[[str, object], None], role: str
) -> None:
    propose_value(Record.objects.get(ref="gansu-t10"), 1.6)
    document = Document.objects.get(slug="gansu")
    fields = {"indicator": "转型", "statement": "推动工业转型升级"}
    said = {"author": person("录入"), "reason": "漏抽", "version": document.version}
    add_record(document, "goal", 100, 108, fields, **said)
    problems, other = [], []
    for path, (width, scheme) in product(PAGES[role], VIEWS):
        page = open_as(role, path, width=width, scheme=scheme)
        problems += [f"{path} {width} {scheme}: {v}" for v in violations(page)]
        other += [f"{path} {width} {scheme}: {v}" for v in overflow(page)]
    record_property("axe_violations", len(problems))
    record_property("views", len(PAGES[role]) * len(VIEWS))
    assert not problems + other + watched


def test_a_target_is_corrected_and_approved_by_keyboard_and_outlives_reading_again(
    open_as: Open, portal_url: str, watched: list[str]
) -> None:
    author = open_as("录入", "/review/?document=gansu&kind=target&state=all")
    author.focus(".queue-table tbody th a")  # the worst: the damaged one
    author.keyboard.press("Enter")
    author.wait_for_url("**/review/gansu-t10/**")
    author.keyboard.press("e")
    tab_to(author, "#f-value")
    author.keyboard.press("Control+a")
    author.keyboard.type("1.6")
    tab_to(author, "[data-edit] [name=reason]")
    author.keyboard.type("据公报")
    author.keyboard.press("Tab")
    author.keyboard.press("Enter")
    author.wait_for_selector("text=已提出更正")
    reviewer = open_as("审核", "/review/?state=proposed")
    reviewer.focus(".queue-table tbody th a")
    reviewer.keyboard.press("Enter")
    reviewer.wait_for_selector("[data-key=a]")
    reviewer.keyboard.press("a")
    reviewer.wait_for_selector("text=已通过")
    record = _read_again_by_an_extractor_that_changed_its_mind("gansu-t10")
    assert (record.effective["value"], record.status) == (1.6, "corrected")
    assert record.review_items.get(closed_at=None).cause == "conflict"
    reviewer.goto(f"{portal_url}/compare/targets/?doc=gansu&doc=henan")
    cell = reviewer.locator("[data-ref=gansu-t10]")
    assert "1.6 %" in cell.inner_text()
    assert "已更正" in cell.inner_text()
    assert watched == []


def test_a_sixth_document_is_uploaded_published_and_compared_by_keyboard(
    open_as: Open, portal_url: str, watched: list[str]
) -> None:
    page = open_as("管理", "/review/")
    tab_to(page, "a[href='/review/upload/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/upload/")
    for name, typed in SIXTH.items():
        tab_to(page, f"[name={name}]")
        page.keyboard.insert_text(typed)
    tab_to(page, "[name=publicity]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[name=source_url]")
    page.keyboard.insert_text("https://example.org/guizhou")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/upload/*/")
    assert "≥ 1200 亿元" in page.inner_text(".source-pane")
    tab_to(page, "[name=collections]")
    page.keyboard.press("Space")
    tab_to(page, "main form:not(.workbar-user) button.primary")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/documents/guizhou/")
    tab_to(page, "form[action$='/publish/'] button")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=撤回公开")
    page.goto(portal_url)
    for slug in ("guizhou", "henan"):
        tab_to(page, f"input[name=doc][value={slug}]", back=slug == "henan")
        page.keyboard.press("Space")
    tab_to(page, "button[formaction='/compare/targets/']", back=True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/targets/?doc=*")
    heads = page.locator("thead th").all_inner_texts()
    assert [any(name in head for head in heads) for name in ("贵州", "河南")] == [True, True]
    assert page.locator("[data-ref^=guizhou-t]").first.is_visible()
    assert watched == []


def test_an_upload_that_breaks_off_says_so(open_as: Open) -> None:
    page = open_as("管理", "/review/upload/")
    for name, typed in SIXTH.items():
        page.fill(f"[name={name}]", typed)
    page.route("**/review/upload/", lambda route: route.abort())
    page.click("text=读取并预览")
    page.wait_for_selector("text=上传中断，没有写入任何内容")
    assert page.is_enabled("text=读取并预览")
    assert page.input_value("[name=slug]") == "guizhou"


def _read_again_by_an_extractor_that_changed_its_mind(ref: str) -> Record:
    """Make the stored extraction look like an older one's, and ingest anew."""
    record = Record.objects.get(ref=ref)
    Record.objects.filter(pk=record.pk).update(extracted={**record.extracted, "value": 1.4})
    assert len(list(ingest(gather([settings.SEEDS_DIR / "manifest.toml"], {})))) == 5
    return Record.objects.get(ref=ref)


def test_keys_do_nothing_while_typing(open_as: Open) -> None:
    page = open_as("录入", "/review/gansu-t10/")
    page.focus("[data-edit] [name=reason]")
    page.keyboard.type("arjke")
    assert page.input_value("[data-edit] [name=reason]") == "arjke"
    assert page.url.endswith("/review/gansu-t10/")


def test_j_and_k_go_through_the_queue(open_as: Open) -> None:
    page = open_as("录入", "/review/gansu-t10/")
    page.keyboard.press("j")
    page.wait_for_url(lambda url: "gansu-t10" not in url)
    page.keyboard.press("k")
    page.wait_for_url("**/review/gansu-t10/")


def test_selected_words_are_counted_in_code_points(open_as: Open, portal_url: str) -> None:
    """𠀀 is one character of the stored text and two units in the browser."""
    document = make_document("rare", text="一、主要任务\n𠀀𠀁企业实施技术改造，𠀂推动升级。")
    page = open_as("录入", "/review/documents/rare/")
    page.evaluate(
        """() => {
          const node = [...document.querySelectorAll("[data-start]")].at(-1).firstChild;
          const at = node.data.indexOf("推动");
          getSelection().setBaseAndExtent(node, at, node, at + 4);
          document.dispatchEvent(new MouseEvent("mouseup"));
        }"""
    )
    start = int(page.input_value("[data-add-form] [name=start]"))
    end = int(page.input_value("[data-add-form] [name=end]"))
    assert document.text[start:end] == "推动升级" == page.inner_text("[data-span-quote]")
    page.click("button[value=goal]")
    assert page.input_value("[name=statement]") == "推动升级"


def test_a_selection_re_anchors_a_record(open_as: Open) -> None:
    record = Record.objects.get(ref="gansu-t10")
    page = open_as("录入", "/review/gansu-t10/")
    page.evaluate(
        """() => {
          const node = document.querySelector("mark [data-start]").firstChild;
          getSelection().setBaseAndExtent(node, 4, node, node.length);
          document.dispatchEvent(new MouseEvent("mouseup"));
        }"""
    )
    assert int(page.input_value("[data-span-form] [name=start]")) == record.start + 4
    assert int(page.input_value("[data-span-form] [name=end]")) == record.end
    assert page.inner_text("[data-span-form] blockquote") == record.quote[4:]


def test_the_ends_of_a_span_are_dragged_or_moved_by_keys(open_as: Open) -> None:
    record = Record.objects.get(ref="gansu-t10")
    page = open_as("录入", "/review/gansu-t10/")
    page.set_viewport_size({"width": 1440, "height": 1200})
    first, last = page.locator(".span-end").all()
    last.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert span_typed(page) == (record.start, record.end - 2)
    assert page.inner_text("[data-span-form] blockquote") == record.quote[:-2]
    box = page.locator("mark [data-start]").first.bounding_box()
    grip = first.bounding_box()
    page.mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    start, end = span_typed(page)
    assert record.start < start < end == record.end - 2
    assert page.inner_text("[data-span-form] blockquote") == record.document.text[start:end]
    first.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("多取了字")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=已提出")
    made = Correction.objects.get()
    assert (made.action, made.start, made.end) == ("span", start, end)


def span_typed(page: Page) -> tuple[int, int]:
    form = "[data-span-form] [name={}]"
    return tuple(int(page.input_value(form.format(name))) for name in ("start", "end"))


def test_a_queue_is_worked_through_by_single_keys(open_as: Open, watched: list[str]) -> None:
    """From the list into the first record; what is right is one key, and the next stands there."""
    page = open_as("录入", "/review/?document=gansu")
    order = page.locator("[data-rows] tbody th a").evaluate_all("all => all.map(a => a.pathname)")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{order[1]}?document=gansu")
    page.keyboard.press("a")
    page.wait_for_url(f"**{order[2]}?document=gansu")
    page.keyboard.press("a")
    page.wait_for_url(f"**{order[3]}?document=gansu")
    confirmed = list(Correction.objects.order_by("number").values_list("record__ref", flat=True))
    assert [f"/review/{ref}/" for ref in confirmed] == order[1:3]
    reviewer = open_as("审核", "/review/?reason=proposed")
    reviewer.keyboard.press("j")
    reviewer.keyboard.press("x")
    assert reviewer.locator("input[form=bulk]:checked").count() == 1
    reviewer.keyboard.press("Enter")
    reviewer.wait_for_selector("[data-key=a]")
    reviewer.keyboard.press("a")
    reviewer.wait_for_selector("text=已通过")
    assert order[2] in reviewer.url
    assert watched == []


def test_everything_works_without_script(open_as: Open) -> None:
    page = open_as("录入", "/review/documents/gansu/", script=False)
    page.fill("[name=quote]", "推动工业转型升级")
    page.click("text=查找")
    page.click("text=选定此处")
    page.click("button[value=goal]")
    page.fill("[name=reason]", "漏抽")
    page.click("text=提出补录")
    assert "已提出补录" in page.inner_text("main")
    made = Correction.objects.get()
    assert (made.action, made.quote) == ("add", "推动工业转型升级")


def test_nothing_that_people_type_runs(open_as: Open, portal_url: str, watched: list[str]) -> None:
    records = list(Record.objects.filter(kind__in=("target", "goal")).order_by("ref"))
    author, reviewer = person("录入"), person("审核")
    for payload, record in zip(PAYLOADS, records[: len(PAYLOADS)], strict=True):
        said = {"author": author, "reason": payload, "version": record.version}
        made = propose(record, "indicator", payload, **said)
        approve(made, reviewer=reviewer, version=record.version + 1, answer=payload)
        answer_item(report_error(record, payload), user=reviewer, answer=payload)
    first, last = records[0], records[len(PAYLOADS) - 1]
    propose(
        last,
        "due",
        "坏" + PAYLOADS[0][:30],
        author=author,
        reason=PAYLOADS[1],
        version=last.version + 2,
    )
    page = open_as("审核", "/review/?state=all&kind=target")
    page.on("dialog", lambda dialog: watched.append(f"{page.url}: dialog {dialog.message}"))
    for path in [
        "/review/?state=done",
        "/review/?state=proposed",
        *(f"/review/{record.ref}/" for record in records[: len(PAYLOADS) : 6]),
        f"/review/documents/{first.document.slug}/",
        *(f"/records/{record.ref}/" for record in records[: len(PAYLOADS) : 6]),
        f"/report/{first.ref}/",
        "/changes/",
        "/targets/",
        "/compare/targets/",
        f"/documents/{first.document.slug}/",
        "/search/?q=alert",
    ]:
        page.goto(portal_url + path)
        if page.evaluate("window.ran"):
            watched.append(f"{path}: a payload ran")
    assert watched == []
