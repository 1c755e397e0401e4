const count = document.getElementById("count");
const clear = document.getElementById("clear");
const nothing = document.getElementById("nothing");
const main = document.getElementById("sheets");

const shelves = Array.from(main.querySelectorAll(".shelf"), (element) => ({
  element,
  cards: Array.from(element.querySelectorAll(".card"), (card) => ({ element: card, sheet: card.dataset })),
}));
const cards = shelves.flatMap((shelf) => shelf.cards);
const search = makeSearch(
  cards.map(({ sheet }) => searched(sheet)),
  readIndex(document.getElementById("texts").textContent),
);

/** Show the sheets that match every word and every choice, the best first, and say how many there are. */
function showChosen(choices) {
  const typed = choices.get("q") ?? "";
  const chosen = [...choices].filter(([name]) => name !== "q" && controls.some((control) => control.name === name));
  const scores = new Map(search(typed).map((score, at) => [cards[at], score]));
  let shown = 0;
  for (const shelf of shelves) {
    let here = 0;
    shelf.score = 0;
    for (const card of shelf.cards) {
      card.score = chosen.every(([name, value]) => card.sheet[name] === value) ? scores.get(card) : 0;
      const found = card.score > 0;
      if (card.element.hidden === found) card.element.hidden = !found;
      if (found) here += 1;
      shelf.score = Math.max(shelf.score, card.score);
    }
    shown += here;
    fit(shelf.element, here);
    arrange(shelf.cards);
  }
  arrange(shelves);
  const numbers = { shown, all: cards.length };
  const phrase = shown < cards.length ? count.dataset.some : count.dataset.all;
  const text = phrase.replace(/\{(\w+)\}/g, (_, name) => numbers[name].toLocaleString(document.documentElement.lang));
  if (count.textContent !== text) count.textContent = text;
  nothing.hidden = shown > 0;
  clear.hidden = !fold(typed) && !chosen.length;
}

/** Put elements in the order of their scores, and equal ones in their own order; the hidden ones stay. */
function arrange(parts) {
  const sorted = parts.filter(({ score }) => score).sort((one, other) => other.score - one.score);
  let last = null;
  for (const { element } of sorted) {
    const follows = last ? last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING : true;
    if (!follows) last.after(element);
    last = element;
  }
}

/** Make a shelf as wide as its sheets: one, two, or a whole row. */
function fit(shelf, count) {
  if (shelf.hidden !== (count === 0)) shelf.hidden = count === 0;
  if (count > 2) delete shelf.dataset.shown;
  else shelf.dataset.shown = count;
}

/** Mark sheets past their review. Only the browser knows today's date; the page was written earlier. */
function markOverdue() {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const { element, sheet } of cards) {
    if (!sheet.due || sheet.due >= today) continue;
    const mark = document.createElement("span");
    mark.className = "mark mark--strong";
    mark.textContent = main.dataset.overdue;
    element.querySelector(".card__marks").prepend(mark);
  }
}
