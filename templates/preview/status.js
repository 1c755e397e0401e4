// One line that says what was done and how long it took, and a note above pages that cannot be trusted.
import { tally } from "./findings.js";

export class Status {
  constructor() {
    this.line = document.getElementById("status");
    this.note = document.getElementById("note");
    this.announcement = document.getElementById("announcement");
  }

  begin() {
    if (this.lost) {
      this.lost = false;
      this.note.hidden = true;
    }
  }

  rebuild() {
    // Most rebuilds end before anybody could read this.
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => (this.line.textContent = "Laying out the pages …"), 400);
  }

  lose() {
    clearTimeout(this.waiting);
    this.lost = true;
    this.warn("The preview has ended: start it again, and open the address it prints.", true);
    this.line.textContent = "Ended";
  }

  show(update) {
    clearTimeout(this.waiting);
    if (update.fault) {
      this.warn(update.fault, true);
      this.line.textContent = "Not rebuilt";
      return;
    }
    const found = tally(update.findings);
    this.line.textContent = update.choice ? summary(update) : "Not rebuilt";
    this.announcement.textContent = [update.fresh ? pages(update) : "Not rebuilt", found].filter(Boolean).join(", ");
    const name = update.pages?.title ?? update.choice?.topic ?? "";
    const errors = update.findings.filter((finding) => finding.severity === "error");
    document.title = `${errors.length ? `${tally(errors)}: ` : ""}${name} – preview`;
    this.warn(...judgement(update));
  }

  warn(text, grave) {
    this.note.hidden = !text;
    this.note.textContent = text ?? "";
    this.note.classList.toggle("note--error", Boolean(grave));
  }
}

function judgement({ pages: there, fresh, printable }) {
  if (there && !fresh) {
    return ["These pages are from before the last change. Correct the errors that were found to see new ones.", true];
  }
  if (there && !printable) {
    return ["A build would not write this sheet: see what was found.", false];
  }
  return [];
}

function summary(update) {
  const { pages: there, saved, seconds, fresh } = update;
  const seen = saved ? (Date.now() - saved) / 1000 : 0;
  return [
    fresh ? pages(update) : "Not rebuilt",
    fresh && there.space < 1 && `space tightened to ${percent(there.space)}`,
    fresh && there.type < 1 && `type to ${percent(there.type)}`,
    fresh && `rebuilt in ${seconds.toFixed(2)} s`,
    seen > 0 && seen < 60 && `seen ${seen.toFixed(2)} s after saving`,
    `at ${new Date().toLocaleTimeString()}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function pages({ pages: there }) {
  return there.sizes.length === 1 ? "1 page" : `${there.sizes.length} pages`;
}

function percent(share) {
  return `${Math.round(share * 100)}%`;
}
