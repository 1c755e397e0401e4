// What was printed last here. It is kept by this browser for this page, and goes nowhere else.
const KEPT = `leafwright-printed ${location.pathname}`;
const MOST_KEPT = 8;
const recent = document.getElementById("recent");
const packs = document.getElementById("packs");
const recentList = document.getElementById("recent-list");

/** Read the names of sheets, the last one first; a browser may refuse to keep anything. */
function readPrinted() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function writePrinted(names) {
  try {
    if (names.length) localStorage.setItem(KEPT, JSON.stringify(names.slice(0, MOST_KEPT)));
    else localStorage.removeItem(KEPT);
  } catch {
    // Then the list stays empty.
  }
}

/** Show the packs, and the sheets that were printed last and are still here, while nothing is searched. */
function showPrinted() {
  const found = readPrinted().map((name) => cards.find(({ sheet }) => sheet.sheet === name && sheet.code));
  recentList.replaceChildren(...found.filter(Boolean).map(printedLink));
  const searching = readForm().size > 0;
  recent.hidden = searching || !recentList.children.length;
  if (packs) packs.hidden = searching;
}

function printedLink({ element, sheet }) {
  const item = document.createElement("li");
  const link = element.querySelector(".card__look").cloneNode(true);
  const kind = document.createElement("span");
  link.className = "recent__link";
  kind.className = "recent__kind";
  const said = element.querySelectorAll(".card__source-title, .card__kind > *");
  kind.textContent = Array.from(said, (part) => part.textContent.trim()).join(" · ");
  item.dataset.sheet = sheet.sheet;
  item.append(link, " ", kind);
  return item;
}

function rememberPrinted(name) {
  writePrinted([name, ...readPrinted().filter((other) => other !== name)]);
  showPrinted();
}

document.getElementById("recent-clear").addEventListener("click", () => {
  writePrinted([]);
  showPrinted();
  form.elements.q.focus();
});
