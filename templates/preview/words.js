// The text of the sheet instead of its pages: for screen readers, for searching and for proofreading.
export class Words {
  constructor(sheet) {
    this.stage = sheet.stage;
    this.frame = document.getElementById("words");
    this.size = document.getElementById("size");
    this.address = "";
    for (const input of document.querySelectorAll("[name=view]")) {
      input.addEventListener("change", () => this.turn(input.value === "words"));
    }
    this.frame.addEventListener("load", () => this.frame.contentWindow?.scrollTo(0, this.top ?? 0));
  }

  show(pages) {
    this.address = pages ? `text/${pages.id}/` : "";
    this.load();
  }

  turn(on) {
    this.frame.hidden = !on;
    this.stage.hidden = on;
    this.size.disabled = on;
    this.load();
  }

  load() {
    if (this.frame.hidden || !this.address || this.frame.getAttribute("src") === this.address) {
      return;
    }
    this.top = this.frame.contentWindow?.scrollY ?? 0;
    this.frame.setAttribute("src", this.address);
  }
}
