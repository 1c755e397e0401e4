// The findings beside the page. Those that stay keep their place in the list, and the focus.
const NAMES = { error: ["Error", "errors"], warning: ["Warning", "warnings"], advice: ["Note", "notes"] };

export function tally(findings) {
  return Object.entries(NAMES)
    .map(([severity, [one, many]]) => {
      const number = findings.filter((found) => found.severity === severity).length;
      return number && `${number} ${number === 1 ? one.toLowerCase() : many}`;
    })
    .filter(Boolean)
    .join(", ");
}

export class Findings {
  constructor() {
    this.list = document.getElementById("list");
    this.none = document.getElementById("none");
    this.tally = document.getElementById("tally");
    this.panel = document.getElementById("findings");
    this.link = document.getElementById("findings-link");
    this.known = new Map();
  }

  show(findings) {
    const held = this.list.contains(document.activeElement);
    const known = new Map();
    for (const found of findings) {
      const key = JSON.stringify(found);
      known.set(key, this.known.get(key) ?? item(found));
    }
    this.place([...known.values()]);
    this.known = known;
    this.none.hidden = findings.length > 0;
    this.tally.textContent = tally(findings);
    this.link.textContent = findings.length ? `Findings: ${findings.length}` : "No findings";
    if (held && !this.list.contains(document.activeElement)) {
      this.panel.focus({ preventScroll: true });
    }
  }

  // Nodes that stay are not moved, because moving a node removes the focus from it.
  place(items) {
    for (const node of [...this.list.children]) {
      if (!items.includes(node)) {
        node.remove();
      }
    }
    items.forEach((node, at) => {
      if (this.list.children[at] !== node) {
        this.list.insertBefore(node, this.list.children[at] ?? null);
      }
    });
  }
}

function item(found) {
  const made = element("li", `finding finding--${found.severity}`);
  const head = element("p", "finding__head");
  head.append(
    element("span", "finding__weight", NAMES[found.severity][0]),
    element("code", "finding__code", found.code),
  );
  made.append(head, worded("finding__message", found.message));
  if (found.hint) {
    made.append(worded("finding__hint", found.hint));
  }
  if (found.excerpt) {
    made.append(excerpt(found.excerpt));
  }
  made.append(way(found));
  if (found.why) {
    const why = element("details", "finding__why");
    why.append(element("summary", "", "Why this matters"), element("p", "", found.why));
    made.append(why);
  }
  return made;
}

// What is between backticks is code.
function worded(kind, text) {
  const made = element("p", kind);
  const parts = text.split("`");
  const whole = parts.length % 2 ? parts : [text];
  made.append(...whole.map((part, at) => (at % 2 ? element("code", "", part) : part)));
  return made;
}

function excerpt({ before, after }) {
  const line = element("pre", "finding__line");
  const [word] = after.match(/^\S*/);
  line.append(before, element("mark", "finding__point", word), after.slice(word.length));
  return line;
}

// A link to the line, in the editor or in the file shown here, and the place to paste into any editor.
function way(found) {
  const made = element("p", "finding__way");
  if (!found.address) {
    made.append(element("code", "finding__code", found.place));
    return made;
  }
  const link = element("a", "finding__place", found.place);
  link.href = found.address;
  if (link.origin === location.origin) {
    link.target = "_blank";
    link.rel = "noopener";
  }
  const copy = element("button", "finding__copy", "Copy");
  copy.type = "button";
  copy.ariaLabel = `Copy ${found.place}`;
  const copied = element("span", "finding__copied");
  copied.setAttribute("role", "status");
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(found.place);
    copied.textContent = "Copied";
    setTimeout(() => (copied.textContent = ""), 2000);
  });
  made.append(link, copy, copied);
  return made;
}

function element(name, kind, text) {
  const made = document.createElement(name);
  if (kind) {
    made.className = kind;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}
