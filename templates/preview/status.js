// One quiet line on what was done and how long it took, and a note above the pages when they are not to be trusted.
import { tally } from "./findings.js";

export class Status {
  constructor() {
    this.line = document.getElementById("status");
    this.note = document.getElementById("note");
    this.told = document.getElementById("told");
  }

  begin() {
    if (this.lost) {
      this.lost = false;
      this.note.hidden = true;
    }
  }

  rebuild() {
    // Most rebuilds are over before a word of them could be read.
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => (this.line.textContent = "Setting the pages …"), 400);
  }

  lose() {
    clearTimeout(this.waiting);
    this.lost = true;
    this.warn("The preview has ended: start it again, and open the address it prints.", true);
    this.line.textContent = "Ended";
  }

  show(news) {
    clearTimeout(this.waiting);
    if (news.fault) {
      this.warn(news.fault, true);
      this.line.textContent = "Not rebuilt";
      return;
    }
    const found = tally(news.findings);
    this.line.textContent = news.wish ? summary(news) : "Not rebuilt";
    this.told.textContent = [news.fresh ? pages(news) : "Not rebuilt", found].filter(Boolean).join(", ");
    const name = news.pages?.title ?? news.wish?.topic ?? "";
    const errors = news.findings.filter((each) => each.severity === "error");
    document.title = `${errors.length ? `${tally(errors)}: ` : ""}${name} – preview`;
    this.warn(...judgement(news));
  }

  warn(text, grave) {
    this.note.hidden = !text;
    this.note.textContent = text ?? "";
    this.note.classList.toggle("note--error", Boolean(grave));
  }
}

function judgement({ pages: there, fresh, printable }) {
  if (there && !fresh) {
    return ["These pages are from before the last change. Mend the errors that were found to see new ones.", true];
  }
  if (there && !printable) {
    return ["A build would not write this sheet: see what was found.", false];
  }
  return [];
}

function summary(news) {
  const { pages: there, saved, seconds, fresh } = news;
  const seen = saved ? (Date.now() - saved) / 1000 : 0;
  return [
    fresh ? pages(news) : "Not rebuilt",
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
