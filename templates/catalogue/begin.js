/** Show what the address says. */
function restore() {
  const choices = readAddress();
  fillForm(choices);
  showChosen(readForm());
  showPrinted();
  showPreview(choices);
}

function changed(step) {
  const choices = readForm();
  showChosen(choices);
  showPrinted();
  writeAddress(choices, step);
}

/** The card that a button, a picture or a title belongs to; in the preview, the card that is shown. */
function cardOf(element) {
  const named = element.closest("[data-sheet]").dataset.sheet;
  return cards.find(({ sheet }) => sheet.sheet === named).element;
}

form.addEventListener("input", (event) => changed(event.target.name === "q" ? "typing" : "choosing"));
form.addEventListener("submit", (event) => event.preventDefault());
clear.addEventListener("click", () => {
  fillForm(new URLSearchParams());
  changed("choosing");
  form.elements.q.focus();
});

document.addEventListener("click", (event) => {
  const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const look = event.target.closest(".card__look, .recent__link");
  const action = event.target.closest("[data-action]");
  if (look && plain) {
    event.preventDefault();
    const choices = readForm();
    choices.set("sheet", cardOf(look).dataset.sheet);
    writeAddress(choices, "looking");
    showPreview(choices);
  } else if (action?.dataset.action === "print") {
    // A booklet is printed from a second file, in which its pages are in the order of the sheets of paper.
    printSheet(action.dataset.file ?? cardOf(action).querySelector(".card__look").getAttribute("href"));
    const sheet = action.closest("[data-sheet]");
    if (sheet) rememberPrinted(sheet.dataset.sheet);
  } else if (action?.dataset.action === "copy") {
    copyWords(action.dataset.words ?? cardOf(action).dataset.code, action);
  } else if (action?.dataset.action === "copy-text") {
    copyText(action);
  } else if (event.target === preview || event.target.id === "preview-close") {
    preview.close();
  }
});

preview.addEventListener("close", () => {
  pages.replaceChildren();
  delete preview.dataset.sheet;
  // If the back button closed it, the address is already right.
  if (!readAddress().has("sheet")) return;
  if (history.state?.step === "looking") history.back();
  else writeAddress(readForm());
});

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

document.addEventListener("keydown", (event) => {
  const elsewhere = !event.target.closest("input, select, textarea, dialog");
  if (event.key === "/" && elsewhere && !(event.ctrlKey || event.metaKey || event.altKey)) {
    event.preventDefault();
    form.elements.q.select();
  }
});

window.addEventListener("popstate", restore);
markOverdue();
restore();
