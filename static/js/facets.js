/* Facet panels: a search box in each long one; what the reader unfolded stays so after a refresh.
   Without this file the panels work, only longer. */
"use strict";

const openPanels = new Map();

function addSearch(panel) {
  if (panel.querySelector(":scope > input")) return;
  const box = document.createElement("input");
  box.type = "search";
  box.setAttribute("aria-label", `在${panel.querySelector("summary").firstChild.textContent.trim()}中查找`);
  box.placeholder = "查找选项";
  box.addEventListener("input", () => narrow(panel, box.value.trim().toLowerCase()));
  panel.querySelector("summary").after(box);
}

function narrow(panel, words) {
  for (const item of [...panel.querySelectorAll(".options li")].reverse()) {
    const own = item.querySelector(":scope > .option").textContent.toLowerCase().includes(words);
    item.hidden = !own && !item.querySelector("li:not([hidden])");
  }
}

function prepare() {
  document.querySelectorAll(".facet[data-long]").forEach(addSearch);
  for (const panel of document.querySelectorAll(".facet")) {
    if (openPanels.has(panel.id)) panel.open = openPanels.get(panel.id);
  }
}

document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".facet")) openPanels.set(event.target.id, event.target.open);
}, true);
document.addEventListener("htmx:afterSettle", prepare);
prepare();
