// Updates from the server go to the parts of the page; choices on the page go to the server.
import { Choices } from "./choices.js";
import { Findings } from "./findings.js";
import { Sheet } from "./sheet.js";
import { Status } from "./status.js";
import { Words } from "./words.js";

const choices = new Choices();
const findings = new Findings();
const sheet = new Sheet();
const status = new Status();
const words = new Words(sheet);
let source;

function listen() {
  source?.close();
  source = new EventSource(`updates?${choices.query()}`);
  source.onopen = () => status.begin();
  source.onmessage = (event) => receive(JSON.parse(event.data));
  source.onerror = () => status.lose();
}

async function receive(update) {
  if (update.rebuilding) {
    status.rebuild();
    return;
  }
  if (update.findings) {
    findings.show(update.findings);
  }
  if (update.choice) {
    choices.show(update);
    words.show(update.pages);
    if (!(await sheet.show(update.pages, update.fresh))) {
      return;
    }
  }
  status.show(update);
}

choices.onchange = listen;
listen();
