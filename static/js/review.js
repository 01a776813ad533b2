/* The workbench by keyboard and by selection. Without this file everything works by buttons, links
   and number inputs. Offsets are code points of the stored text; the browser counts UTF-16 units. */
"use strict";

const TYPING = "input:not([type='checkbox']), textarea, select";

function press(key) {
  const target = document.querySelector(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.matches("summary")) {
    target.parentElement.open = true;
    target.parentElement.querySelector("input:not([type='hidden'])").focus();
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
  if (key === "e" ? edit() : "arjk".includes(key) && key.length === 1 && press(key)) event.preventDefault();
});

/* selection -> [start, end, quote] in code points, or null */
function offsetOf(node, units) {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!holder) return null;
  const text = document.createRange();
  text.selectNodeContents(holder);
  text.setEnd(node, units);
  return Number(holder.dataset.start) + [...text.toString()].length;
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
