/* Facet panels: a search box in each long one; after a refresh the panels stand as the reader left
   them: what was unfolded, typed and scrolled to. Without this file the panels work, only longer. */
"use strict";

(() => {
  if (window.facetPanels) return; // htmx runs the page's scripts again when going back
  window.facetPanels = true;
  const open = new Map(); // panel -> unfolded
  const typed = new Map(); // panel -> words in its search box
  const scrolled = new Map(); // box that scrolls -> how far

  function addSearch(panel) {
    if (panel.querySelector(":scope > input")) return;
    const summary = panel.querySelector("summary");
    const box = document.createElement("input");
    box.type = "search";
    box.id = `${panel.id}-search`; // htmx gives the focus back by it
    box.placeholder = "查找选项";
    box.setAttribute("aria-label", `在${summary.firstChild.textContent.trim()}中查找`);
    box.value = typed.get(panel.id) ?? "";
    box.addEventListener("input", () => {
      typed.set(panel.id, box.value);
      narrow(panel, box.value);
    });
    summary.after(box);
    narrow(panel, box.value);
  }

  function narrow(panel, value) {
    const words = value.trim().toLowerCase();
    for (const item of [...panel.querySelectorAll(".options li")].reverse()) {
      const own = item.querySelector(":scope > .option > .option-label").textContent.toLowerCase();
      item.hidden = !own.includes(words) && !item.querySelector("li:not([hidden])");
    }
  }

  function boxesThatScroll() {
    const lists = [...document.querySelectorAll(".facet[data-long]")];
    return [
      ["facets", document.getElementById("facets")],
      ...lists.map((panel) => [panel.id, panel.querySelector(":scope > .options")]),
    ].filter(([, box]) => box);
  }

  function prepare() {
    document.querySelectorAll(".facet[data-long]").forEach(addSearch);
    for (const panel of document.querySelectorAll(".facet")) {
      if (open.has(panel.id)) panel.open = open.get(panel.id);
    }
    for (const [name, box] of boxesThatScroll()) box.scrollTop = scrolled.get(name) ?? 0;
  }

  function remember(event) {
    if (event.target.matches?.(".facet")) open.set(event.target.id, event.target.open);
  }

  function rememberScrolling() {
    for (const [name, box] of boxesThatScroll()) scrolled.set(name, box.scrollTop);
  }

  function openWhole(event) {
    location.assign(event.detail.pathInfo.requestPath); // the error page says what to do
  }

  document.addEventListener("toggle", remember, true);
  document.addEventListener("htmx:responseError", openWhole);
  document.addEventListener("htmx:sendError", openWhole);
  document.addEventListener("htmx:beforeSwap", rememberScrolling);
  document.addEventListener("htmx:afterSwap", prepare);
  document.addEventListener("htmx:historyRestore", prepare);
  prepare();
})();
