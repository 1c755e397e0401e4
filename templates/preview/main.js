// What comes from the server goes to the parts of the page; what is chosen on the page goes to the server.
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
  source = new EventSource(`news?${choices.query()}`);
  source.onopen = () => status.begin();
  source.onmessage = (event) => receive(JSON.parse(event.data));
  source.onerror = () => status.lose();
}

async function receive(news) {
  if (news.rebuilding) {
    status.rebuild();
    return;
  }
  if (news.findings) {
    findings.show(news.findings);
  }
  if (news.wish) {
    choices.show(news);
    words.show(news.pages);
    if (!(await sheet.show(news.pages, news.fresh))) {
      return;
    }
  }
  status.show(news);
}

choices.onchange = listen;
listen();
