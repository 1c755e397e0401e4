// The pages as pictures with exactly this screen's pixels. New ones replace old ones when they are ready to
// be painted, so that nothing flickers; the page and the place on it stay where they are.
const STEPS = ["0.5", "0.75", "1", "1.5", "2"];
const WIDEST = 60 * 16;
const PIXELS_A_POINT = 96 / 72;
const SETTLED = 150;

export class Sheet {
  constructor() {
    this.stage = document.getElementById("stage");
    this.list = document.getElementById("pages");
    this.size = document.getElementById("size");
    this.empty = document.getElementById("empty");
    this.pages = null;
    this.turn = 0;
    this.place = JSON.parse(sessionStorage.getItem("place") ?? "null");
    this.size.value = sessionStorage.getItem("size") ?? "fit";
    this.size.addEventListener("change", () => this.resize());
    new ResizeObserver(() => this.resize()).observe(this.stage);
    this.stage.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("scroll", () => this.remember(), { capture: true, passive: true });
  }

  // Returns whether these pages were painted; they are not when newer ones came meanwhile.
  async show(pages, fresh) {
    this.list.classList.toggle("pages--old", Boolean(pages) && !fresh);
    this.empty.hidden = Boolean(pages);
    this.empty.textContent = "There is no page yet: correct what was found, and save.";
    const same = pages?.id === this.pages?.id;
    this.pages = pages;
    return same || this.draw();
  }

  async draw() {
    const turn = ++this.turn;
    const pictures = (this.pages?.sizes ?? []).map((_, at) => this.picture(at));
    const seen = pictures.filter((picture, at) => this.isNear(at));
    seen.forEach((picture) => (picture.loading = "eager"));
    await Promise.allSettled(seen.map((picture) => picture.decode()));
    if (turn !== this.turn) {
      return false;
    }
    const place = this.place ?? this.where();
    this.list.replaceChildren(...pictures.map((picture, at) => this.frame(picture, at)));
    this.goTo(place);
    await painted();
    this.list.dataset.shown = this.pages?.id ?? "";
    return turn === this.turn;
  }

  resize() {
    const place = this.where();
    sessionStorage.setItem("size", this.size.value);
    [...this.list.children].forEach((frame, at) => this.fit(frame, at));
    this.goTo(place);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.isSharp() || this.draw(), SETTLED);
  }

  width(at) {
    const [first] = this.pages.sizes;
    const edge = parseFloat(getComputedStyle(this.stage).paddingInlineStart);
    const room = Math.min(this.stage.clientWidth - 2 * edge, WIDEST);
    const scale = this.size.value === "fit" ? room / first[0] : PIXELS_A_POINT * Number(this.size.value);
    return Math.round(this.pages.sizes[at][0] * scale);
  }

  pixels(at) {
    return Math.round(this.width(at) * devicePixelRatio);
  }

  isSharp() {
    const [first] = this.list.querySelectorAll("img");
    return !first || first.src.endsWith(`width=${this.pixels(0)}`);
  }

  picture(at) {
    const picture = new Image();
    picture.className = "page__picture";
    picture.alt = `Page ${at + 1} of ${this.pages.sizes.length}`;
    picture.loading = "lazy";
    picture.src = `pages/${this.pages.id}/${at + 1}.png?width=${this.pixels(at)}`;
    return picture;
  }

  frame(picture, at) {
    const frame = document.createElement("li");
    frame.className = "page";
    frame.append(picture);
    this.fit(frame, at);
    return frame;
  }

  fit(frame, at) {
    const [width, height] = this.pages.sizes[at];
    frame.style.inlineSize = `${this.width(at)}px`;
    frame.style.blockSize = `${(this.width(at) * height) / width}px`;
  }

  // Whether a page is in view; before there are pages, whether it is one of the first.
  isNear(at) {
    const frame = this.list.children[at];
    if (!frame) {
      return at <= (this.place?.page ?? 0) + 1;
    }
    const { top, bottom } = frame.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }

  // The page at the top of the view, and where on it the view begins, as a share of its height.
  where() {
    const top = this.top();
    const frames = [...this.list.children];
    const page = frames.findIndex((frame) => frame.getBoundingClientRect().bottom > top);
    if (page < 0) {
      return null;
    }
    const box = frames[page].getBoundingClientRect();
    return { page, share: (top - box.top) / box.height };
  }

  goTo(place) {
    const frame = this.list.children[Math.min(place?.page ?? 0, this.list.children.length - 1)];
    if (!place || !frame) {
      return;
    }
    const box = frame.getBoundingClientRect();
    this.scroller().scrollBy({ top: box.top + place.share * box.height - this.top(), behavior: "instant" });
    this.place = null;
  }

  remember() {
    const place = this.where();
    if (place) {
      sessionStorage.setItem("place", JSON.stringify(place));
    }
  }

  // On a wide screen the stage scrolls, on a narrow one the whole page does.
  scroller() {
    const own = getComputedStyle(this.stage).overflowY === "auto" && this.stage.clientHeight < innerHeight;
    return own ? this.stage : document.scrollingElement;
  }

  top() {
    return this.scroller() === this.stage ? this.stage.getBoundingClientRect().top : 0;
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.stage) {
      return;
    }
    const acts = {
      n: () => this.turnTo(1),
      p: () => this.turnTo(-1),
      "+": () => this.scale(1),
      "-": () => this.scale(-1),
      0: () => this.scale(0),
    };
    if (acts[event.key]) {
      event.preventDefault();
      acts[event.key]();
    }
  }

  turnTo(step) {
    const { page, share } = this.where() ?? { page: 0, share: 0 };
    const back = step < 0 && share > 0.02 ? 0 : step;
    this.goTo({ page: Math.max(0, page + back), share: 0 });
  }

  scale(step) {
    const shown = String(this.size.value === "fit" ? 1 : this.size.value);
    const at = STEPS.indexOf(shown) + step;
    this.size.value = step ? STEPS[Math.max(0, Math.min(at, STEPS.length - 1))] : "fit";
    this.resize();
  }
}

function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
