// The six choices: they are in the address, so that a reload shows the same sheet.
const PARTS = ["topic", "clinic", "variant", "edition", "language", "paper"];

export class Choices {
  constructor() {
    this.fields = PARTS.map((part) => document.getElementById(part));
    this.asked = new URLSearchParams(location.search);
    document.getElementById("choices").addEventListener("change", () => {
      this.remember(Object.fromEntries(this.fields.map((field) => [field.name, field.value])));
      this.onchange();
    });
  }

  query() {
    return this.asked.toString();
  }

  show({ choice, menu, pages }) {
    for (const field of this.fields) {
      fill(field, menu[field.name], choice[field.name]);
    }
    for (const field of this.fields.filter(({ name }) => name !== "clinic")) {
      field.lang = choice.language;
    }
    this.remember(choice);
    const title = document.getElementById("title");
    title.textContent = pages?.title ?? "";
    title.lang = pages?.language ?? "";
    for (const [id, address] of [["pdf", pages?.address], ["web", pages?.web]]) {
      const link = document.getElementById(id);
      link.hidden = !address;
      if (address) {
        // A link without an address may have neither of the other two.
        Object.assign(link, { href: address, target: "_blank", rel: "noopener" });
      }
    }
  }

  remember(choice) {
    this.asked = new URLSearchParams(Object.entries(choice).filter(([, value]) => value));
    history.replaceState(null, "", `?${this.asked}`);
  }
}

// A list that is open, or in use, is not replaced unless it differs.
function fill(field, options, chosen) {
  const known = new Map([...field.options].map((option) => [option.value, option.label]));
  // A file that cannot be read now has no name, so its last name is kept.
  const named = ({ value, label }) => (label === value && known.get(value)) || label;
  const made = options.map((option) => new Option(named(option), option.value));
  if (field.name === "language") {
    made.forEach((option) => (option.lang = option.value));
  }
  const same = made.length === field.length && made.every((option, at) => option.isEqualNode(field[at]));
  if (!same) {
    field.replaceChildren(...made);
  }
  if (field.value !== chosen) {
    field.value = chosen;
  }
}
