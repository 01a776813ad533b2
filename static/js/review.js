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

/* one click, one act: the server tells doubles by their token, this spares the wait */
document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll("button")) {
    setTimeout(() => { button.disabled = true; }, 0);
  }
});
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button:disabled")) button.disabled = false;
});
