const preview = document.getElementById("preview");
const pages = document.getElementById("preview-pages");
const about = document.getElementById("preview-about");
const heading = document.getElementById("preview-title");

/** Show a sheet large. The browser's own viewer shows every page of the file that will be printed. */
function lookAt(card) {
  const look = card.querySelector(".card__look");
  const parts = [".card__kind", ".card__marks", ".card__summary", ".card__facts", ".actions"];
  heading.lang = look.lang;
  heading.textContent = look.textContent;
  about.replaceChildren(...parts.map((part) => card.querySelector(part).cloneNode(true)));
  pages.replaceChildren(...(navigator.pdfViewerEnabled ? [viewer(look)] : [picture(card), note()]));
  preview.dataset.sheet = card.dataset.sheet;
  if (!preview.open) preview.showModal();
  about.querySelector(".action--print").focus();
}

function viewer(look) {
  const frame = document.createElement("iframe");
  frame.className = "preview__viewer";
  frame.title = look.textContent;
  // On a shared drive the viewer keeps its toolbar, because its print button works where ours cannot.
  frame.src = `${look.getAttribute("href")}#view=FitH&navpanes=0${location.protocol === "file:" ? "" : "&toolbar=0"}`;
  return frame;
}

function picture(card) {
  const drawn = card.querySelector(".card__picture").cloneNode(true);
  drawn.className = "preview__picture";
  return drawn;
}

function note() {
  const text = document.createElement("p");
  text.className = "preview__note";
  text.textContent = preview.dataset.noViewer;
  return text;
}

/** Open or close the preview as the address says. */
function showPreview(choices) {
  const named = choices.get("sheet");
  const card = named && cards.find(({ sheet }) => sheet.sheet === named && sheet.code);
  if (card) lookAt(card.element);
  else if (preview.open) preview.close();
}
