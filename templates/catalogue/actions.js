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

function openSheet(address, opened = announcement.dataset.opened) {
  announce(window.open(address, "_blank") ? opened : announcement.dataset.blocked);
}

/** Say what was copied, or what has to be copied by hand. */
async function copyWords(words, beside) {
  const said = (await copy(words, beside)) ? announcement.dataset.copied : announcement.dataset.byHand;
  announce(said.replace("{code}", () => words));
}

/** Copy the words of a sheet. A page on a shared drive may not read another file, so it opens the file. */
async function copyText(button) {
  const address = button.dataset.file;
  const words = location.protocol === "file:" ? "" : await readFile(address);
  if (words && (await copy(words, button))) {
    const title = cardOf(button).querySelector(".card__look").textContent;
    announce(announcement.dataset.copied.replace("{code}", () => title));
  } else {
    openSheet(address, announcement.dataset.textOpened);
  }
}

async function readFile(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.text() : "";
  } catch {
    return "";
  }
}

/** Copy words. Browsers allow the clipboard only to pages that came over https. */
async function copy(words, beside) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyOldStyle(words, beside);
  }
}

function copyOldStyle(words, beside) {
  const field = document.createElement("textarea");
  field.className = "unseen";
  field.value = words;
  beside.after(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  beside.focus();
  return copied;
}
