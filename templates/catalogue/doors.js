const told = document.getElementById("told");
const toldInside = document.getElementById("preview-told");
let printer = null;
let silence = 0;

/** Say for a while what was done, also to screen readers, which read only the dialog while one is open. */
function tell(text) {
  const place = toldInside.closest("dialog").open ? toldInside : told;
  place.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => (place.textContent = ""), 8000);
}

/** Open the print dialog for a sheet. A page on a shared drive may not access another file, so it opens the file. */
function printSheet(address) {
  printer?.remove();
  if (location.protocol === "file:" || !navigator.pdfViewerEnabled) {
    openSheet(address);
    return;
  }
  printer = document.createElement("iframe");
  printer.className = "printer";
  printer.tabIndex = -1;
  printer.ariaHidden = "true";
  printer.addEventListener("load", () => {
    try {
      printer.contentWindow.print();
    } catch {
      openSheet(address);
    }
  });
  printer.src = address;
  document.body.append(printer);
}

function openSheet(address) {
  tell(window.open(address, "_blank") ? told.dataset.opened : told.dataset.blocked);
}

/** Copy the code of a sheet. Browsers allow the clipboard only to pages that came over https. */
async function copyCode(code, beside) {
  let copied = true;
  try {
    await navigator.clipboard.writeText(code);
  } catch {
    copied = copyOldStyle(code, beside);
  }
  tell((copied ? told.dataset.copied : told.dataset.byHand).replace("{code}", code));
}

function copyOldStyle(code, beside) {
  const field = document.createElement("textarea");
  field.className = "unseen";
  field.value = code;
  beside.after(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  beside.focus();
  return copied;
}
