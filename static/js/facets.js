/* Facet panels: a search box in each long one; what the reader unfolded stays so after a refresh.
   Without this file the panels work, only longer. */
"use strict";

(() => {
  if (window.facetPanels) return; // htmx runs the page's scripts again when going back
  const openPanels = (window.facetPanels = new Map());

  function addSearch(panel) {
    if (panel.querySelector(":scope > input")) return;
    const summary = panel.querySelector("summary");
    const box = document.createElement("input");
    box.type = "search";
    box.placeholder = "查找选项";
    box.setAttribute("aria-label", `在${summary.firstChild.textContent.trim()}中查找`);
    box.addEventListener("input", () => narrow(panel, box.value.trim().toLowerCase()));
    summary.after(box);
  }

  function narrow(panel, words) {
    for (const item of [...panel.querySelectorAll(".options li")].reverse()) {
      const own = item.querySelector(":scope > .option").textContent.toLowerCase();
      item.hidden = !own.includes(words) && !item.querySelector("li:not([hidden])");
    }
  }

  function prepare() {
    document.querySelectorAll(".facet[data-long]").forEach(addSearch);
    for (const panel of document.querySelectorAll(".facet")) {
      if (openPanels.has(panel.id)) panel.open = openPanels.get(panel.id);
    }
  }

  function remember(event) {
    if (event.target.matches?.(".facet")) openPanels.set(event.target.id, event.target.open);
  }

  document.addEventListener("toggle", remember, true);
  document.addEventListener("htmx:afterSettle", prepare);
  document.addEventListener("htmx:historyRestore", prepare);
  prepare();
})();
