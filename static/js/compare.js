// The clause beside the table: a click on a fact opens it, Escape closes it, the focus goes there
// and back, and the address keeps up, with what is folded too. Without this script every place is a
// plain link to the same, and the links at the heads of classes fold.
(() => {
  "use strict";
  const table = document.querySelector("[data-clauses]");
  if (!table) return;
  const panes = table.closest(".compare");
  let opener = null;

  const shown = () => document.getElementById("clause");
  const linkOf = (fact) => (fact.matches("a") ? fact : fact.querySelector("a.place"));

  function keepAddress(ref) {
    const address = new URL(location.href);
    if (ref) address.searchParams.set("cell", ref);
    else address.searchParams.delete("cell");
    history.replaceState(null, "", address);
  }

  function mark(ref) {
    table.querySelectorAll("[data-open]").forEach((fact) => fact.removeAttribute("data-open"));
    if (ref) table.querySelectorAll(`[data-ref="${ref}"]`).forEach((f) => f.setAttribute("data-open", ""));
  }

  async function open(fact) {
    const ref = fact.dataset.ref;
    const link = linkOf(fact);
    const answer = await fetch(`${table.dataset.clauses}${ref}/`).catch(() => null);
    if (!answer || !answer.ok) return location.assign(link.href);
    shown()?.remove();
    panes.insertAdjacentHTML("beforeend", await answer.text());
    panes.classList.add("with-clause");
    opener = link;
    mark(ref);
    keepAddress(ref);
    link.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    shown().focus({ preventScroll: true });
  }

  function close() {
    const ref = new URL(location.href).searchParams.get("cell");
    const first = ref && table.querySelector(`[data-ref="${CSS.escape(ref)}"]`);
    shown().remove();
    panes.classList.remove("with-clause");
    mark("");
    keepAddress("");
    (opener || (first && linkOf(first)) || table).focus();
    opener = null;
  }

  // before the summary folds or opens its group, the address says what it will be
  function keepFold(summary) {
    const { group } = summary.closest("tbody").dataset;
    const address = new URL(location.href);
    for (const name of ["open", "fold"]) {
      const others = address.searchParams.getAll(name).filter((code) => code !== group);
      address.searchParams.delete(name);
      others.forEach((code) => address.searchParams.append(name, code));
    }
    address.searchParams.append(summary.parentElement.open ? "fold" : "open", group);
    history.replaceState(null, "", address);
  }

  document.addEventListener("click", (event) => {
    const summary = event.target.closest(".group-head summary");
    if (summary) keepFold(summary);
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (event.target.closest(".clause .close")) {
      event.preventDefault();
      close();
      return;
    }
    const link = event.target.closest("a");
    const fact = event.target.closest("[data-clauses] [data-ref]:not([data-ref=''])");
    if (!fact || (link && !link.matches(".place")) || !getSelection().isCollapsed) return;
    event.preventDefault();
    open(fact);
  });
  const asked = new URL(location.href).searchParams.get("cell");
  if (asked) {
    mark(asked);
    const cell = table.querySelector(`[data-ref="${CSS.escape(asked)}"]`)?.closest("td");
    cell?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown()) close();
  });
})();
