const announcement = document.getElementById("announcement");
const dialogAnnouncement = document.getElementById("preview-announcement");
let printer = null;
let silence = 0;

/** Say for a while what was done, also to screen readers, which read only the dialog while one is open. */
function announce(text) {
  const place = dialogAnnouncement.closest("dialog").open ? dialogAnnouncement : announcement;
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
  announce(window.open(address, "_blank") ? announcement.dataset.opened : announcement.dataset.blocked);
}

/** Copy the code of a sheet. Browsers allow the clipboard only to pages that came over https. */
async function copyCode(code, beside) {
  let copied = true;
  try {
    await navigator.clipboard.writeText(code);
  } catch {
    copied = copyOldStyle(code, beside);
  }
  announce((copied ? announcement.dataset.copied : announcement.dataset.byHand).replace("{code}", code));
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
