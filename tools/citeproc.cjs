// Formats CSL items, read as JSON from the standard input, with citeproc-js, whose folder is the one argument.
const fs = require("fs");
const CSL = require(process.argv[2]);

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = {};
for (const item of asked.items) {
  const engine = new CSL.Engine(
    {
      retrieveLocale: (tag) => asked.locales[tag] || false,
      retrieveItem: () => JSON.parse(JSON.stringify(item)), // the engine writes into it
    },
    asked.style,
    asked.locale,
    true,
  );
  engine.updateItems([item.id]);
  const [, lines] = engine.makeBibliography();
  answers[item.id] = lines.join("").replace(/<\/?div[^>]*>/g, "").trim();
}
process.stdout.write(JSON.stringify(answers));
