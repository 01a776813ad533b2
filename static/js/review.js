/* The workbench by keyboard and by selection. Without this file everything works by buttons, links
   and number inputs. Offsets are code points of the stored text; the browser counts UTF-16 units. */
"use strict";

const TYPING = "input:not([type='checkbox']), textarea, select";

function press(key) {
  const target = document.querySelector(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.matches("summary")) {
    target.parentElement.open = true;
    target.parentElement.querySelector(":is(input:not([type='hidden']), textarea, select)").focus();
  } else {
    target.click();
  }
  return true;
}

function edit() {
  const first = document.querySelector("[data-edit] .editor :is(input, textarea, select)");
  if (!first) return false;
  first.focus();
  if (first.select) first.select();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.activeElement) document.activeElement.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches(TYPING)) return;
  const key = event.key.toLowerCase();
  if (key === "e" ? edit() : key.length === 1 && "amrjkx".includes(key) && (press(key) || inRows(key))) event.preventDefault();
});

/* a list of rows: J and K go from row to row, X ticks what the row proposes, Enter opens its link */
function inRows(key) {
  const rows = [...document.querySelectorAll("[data-rows] tbody tr:has(a)")];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  if (key === "x" && here >= 0) {
    rows[here].querySelectorAll("input[type='checkbox']").forEach((box) => { box.checked = !box.checked; });
    return true;
  }
  const to = rows[{ j: here + 1, k: here - 1 }[key]];
  if (!to) return false;
  to.querySelector("a").focus();
  to.scrollIntoView({ block: "nearest" });
  return true;
}

/* selection -> [start, end, quote] in code points, or null */
function offsetOf(node, units) {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!holder) return null;
  const text = document.createRange();
  text.selectNodeContents(holder);
  text.setEnd(node, units);
  return Number(holder.dataset.start) + [...text.toString()].length;
}

/* the other way: where in the page the code point stands */
function pointOf(source, offset) {
  for (const piece of source.querySelectorAll("[data-start]")) {
    const within = offset - Number(piece.dataset.start), points = [...piece.textContent];
    if (within >= 0 && within <= points.length && piece.firstChild) return [piece.firstChild, points.slice(0, within).join("").length];
  }
  return null;
}

function selectedSpan(source) {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!source.contains(range.commonAncestorContainer)) return null;
  const pieces = [...source.querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
  if (!pieces.length) return null;
  const first = pieces[0], last = pieces[pieces.length - 1];
  const start = first.contains(range.startContainer)
    ? offsetOf(range.startContainer, range.startOffset) : Number(first.dataset.start);
  const end = last.contains(range.endContainer)
    ? offsetOf(range.endContainer, range.endOffset)
    : Number(last.dataset.start) + [...last.textContent].length;
  return start < end ? [start, end, selection.toString()] : null;
}

function fill(form, [start, end, quote]) {
  form.querySelector("[name='start']").value = start;
  form.querySelector("[name='end']").value = end;
  const shown = form.querySelector("[data-span-quote]");
  if (shown) shown.textContent = quote;
  form.closest("details")?.setAttribute("open", "");
}

for (const source of document.querySelectorAll("[data-source]")) {
  const form = document.querySelector("[data-span-form] form, [data-add-form]");
  if (!form) continue;
  const take = () => {
    const span = selectedSpan(source);
    if (span) fill(form, span);
  };
  document.addEventListener("mouseup", take);
  document.addEventListener("keyup", (event) => event.shiftKey && take());
  document.addEventListener("touchend", take);
  /* a link under the selection is not followed when something was selected */
  source.addEventListener("click", (event) => selectedSpan(source) && event.preventDefault());
}

/* the ends of the marked span: dragged, or moved with the arrow keys; what they hold is selected */
function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const at = document.caretPositionFromPoint(x, y);
    return at && [at.offsetNode, at.offset];
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && [range.startContainer, range.startOffset];
}

function handles(source, form) {
  const marks = source.querySelectorAll("mark");
  if (!marks.length) return;
  const span = ["start", "end"].map((name) => Number(form.querySelector(`[name='${name}']`).value));
  const ends = span.map((offset, which) => {
    const end = document.createElement("span");
    end.className = "span-end";
    end.tabIndex = 0;
    end.setAttribute("role", "slider");
    end.setAttribute("aria-label", which ? "范围终点，左右键移动" : "范围起点，左右键移动");
    end.addEventListener("pointerdown", (event) => { event.preventDefault(); end.focus(); end.setPointerCapture(event.pointerId); });
    end.addEventListener("pointermove", (event) => {
      if (!end.hasPointerCapture(event.pointerId)) return;
      const at = caretAt(event.clientX, event.clientY);
      if (at && source.contains(at[0])) move(which, offsetOf(...at));
    });
    end.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by) move(which, span[which] + by * (event.shiftKey ? 10 : 1));
      else if (event.key === "Enter") form.querySelector("[name='reason']").focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return end;
  });
  marks[0].before(ends[0]);
  marks[marks.length - 1].after(ends[1]);

  function move(which, offset) {
    const from = offset === null ? null : pointOf(source, offset);
    if (!from || (which ? offset <= span[0] : offset >= span[1])) return;
    span[which] = offset;
    const [start, end] = span.map((one) => pointOf(source, one));
    if (!start || !end) return;
    getSelection().setBaseAndExtent(...start, ...end);
    fill(form, [...span, getSelection().toString()]);
    label();
  }
  function label() {
    ends.forEach((end, which) => {
      end.setAttribute("aria-valuenow", span[which]);
      end.setAttribute("aria-valuetext", `第 ${span[which]} 字`);
    });
  }
  label();
}

for (const source of document.querySelectorAll("[data-source]")) {
  const form = document.querySelector("[data-span-form] form");
  if (form) handles(source, form);
}

/* of the blank rows of a field one is enough; the next comes when it is filled */
for (const rows of document.querySelectorAll(".editor-rows")) {
  const typed = (row) => [...row.querySelectorAll("input")].some((input) => input.type !== "checkbox" && input.value);
  const show = () => {
    let blank = 0;
    for (const row of rows.querySelectorAll(".editor-row")) row.hidden = !typed(row) && blank++ > 0;
  };
  rows.addEventListener("input", show);
  show();
}

for (const hint of document.querySelectorAll("[data-with-script]")) hint.hidden = false;

/* tick every correction that the page shows */
for (const all of document.querySelectorAll("[data-tick-all]")) {
  all.addEventListener("click", () => {
    const boxes = [...document.querySelectorAll("input[form='bulk'][type='checkbox']")];
    const tick = boxes.some((box) => !box.checked);
    boxes.forEach((box) => { box.checked = tick; });
  });
}

/* one click, one act: the server tells doubles by their token, this spares the wait */
document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll("button")) {
    setTimeout(() => { button.disabled = true; }, 0);
  }
});
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button:disabled")) button.disabled = false;
});

/* how far an upload has come; the answer is shown as if the form had been sent */
for (const form of document.querySelectorAll("[data-upload]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const bar = form.querySelector("[data-progress]"), stage = form.querySelector("[data-stage]");
    const sending = new XMLHttpRequest();
    sending.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
      stage.textContent = "正在上传…";
    });
    sending.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      stage.textContent = "已收到，正在读取与抽取…";
    });
    sending.addEventListener("load", () => {
      if (sending.status === 200) return location.assign(sending.responseURL); /* to sign in again */
      if (sending.status === 201) return location.assign(sending.getResponseHeader("Location"));
      const answer = new DOMParser().parseFromString(sending.responseText, "text/html");
      const refused = answer.querySelector("[data-upload]");
      if (!refused) { form.querySelectorAll("button").forEach((button) => { button.disabled = false; }); stage.textContent = `没有成功（${sending.status}），请重试。`; bar.hidden = true; return undefined; }
      form.querySelectorAll(".notice").forEach((notice) => notice.remove());
      const places = [form, ...form.querySelectorAll(".editor-field > div")];
      [refused, ...refused.querySelectorAll(".editor-field > div")].forEach((place, index) => {
        places[index].append(...place.querySelectorAll(":scope > .notice"));
      });
      form.querySelectorAll("button").forEach((button) => { button.disabled = false; });
      bar.hidden = true;
      stage.textContent = "";
      return form.querySelector(".notice")?.scrollIntoView({ block: "center" });
    });
    sending.addEventListener("error", () => {
      bar.hidden = true;
      stage.textContent = "上传中断，没有写入任何内容，请重新上传。";
      form.querySelectorAll("button").forEach((button) => { button.disabled = false; });
    });
    bar.hidden = false;
    sending.open("POST", form.action);
    sending.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    sending.send(new FormData(form));
  });
}
