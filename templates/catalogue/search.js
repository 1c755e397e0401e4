// The search: typed words to a score for each sheet. It knows nothing of the page.

const SHORT = /^[a-z0-9]{1,3}$/;
const SIGNS_BETWEEN = /[\s·|,;]+/;

/** Write a code without its signs, as people type it. */
function squash(text) {
  return fold(text).replaceAll(" ", "");
}

/** What is searched of a sheet: the words of its names, those of all about it, its codes, and its text's number. */
function searched({ names, find, codes, text }) {
  return {
    names: ` ${fold(names)} `,
    all: ` ${fold(`${names} ${find}`)} `,
    codes: codes.split(" ").map(squash),
    topic: codes.split(" ")[1].toLowerCase(),
    text: Number(text || -1),
  };
}

/** Read the index: a word a line, with the numbers of its texts; the first sign is how many letters it shares. */
function readIndex(written) {
  const texts = new Map();
  let word = "";
  for (const line of written.split("\n").filter(Boolean)) {
    const space = line.indexOf(" ");
    word = word.slice(0, parseInt(line[0], 36)) + line.slice(1, space);
    texts.set(word, line.slice(space + 1));
  }
  const words = [...texts.keys()].sort();
  const beginning = (start) => {
    let end = firstFrom(words, start);
    const first = end;
    while (words[end]?.startsWith(start)) end += 1;
    return words.slice(first, end);
  };
  return {
    words,
    whole: (named) => readTexts(texts.has(named) ? [texts.get(named)] : []),
    begun: (start) => readTexts(beginning(start).map((found) => texts.get(found))),
  };
}

/** Make the test whether a text is one of those listed, as gaps; a star stands for all of them. */
function readTexts(listed) {
  const all = listed.includes("*");
  const numbers = new Set();
  for (const gaps of all ? [] : listed) {
    let last = 0;
    for (const gap of gaps.split(" ")) numbers.add((last += parseInt(gap, 36)));
  }
  return (text) => text >= 0 && (all || numbers.has(text));
}

/** Find where a word is, or would be, among sorted ones. */
function firstFrom(words, word) {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** List a word as typed and without its ending or its article; a text has one of them, or a longer word. */
function formsOf(word) {
  const forms = [word];
  if (/^\p{Script=Latin}{4,}$/u.test(word)) {
    if (word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`);
    if (word.endsWith("y")) forms.push(`${word.slice(0, -1)}ies`);
    if (word.endsWith("es")) forms.push(word.slice(0, -2));
    if (/[^s]s$/.test(word)) forms.push(word.slice(0, -1));
  }
  if (/^ال\p{L}{3,}$/u.test(word)) forms.push(word.slice(2));
  return forms;
}

/** Say whether one letter too many, too few, wrong, or two in the wrong order tell two words apart. */
function differByOne(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, others] = [one.slice(at), other.slice(at)];
  if (rest.slice(1) === others || rest === others.slice(1) || rest.slice(1) === others.slice(1)) return true;
  return rest[0] === others[1] && rest[1] === others[0] && rest.slice(2) === others.slice(2);
}

/** Make the search of some sheets: it takes what was typed, and gives each sheet's score, 0 if it is not found. */
function makeSearch(sheets, index) {
  let known = null;
  const near = (word) => {
    known ??= new Set([...sheets.flatMap(({ all }) => all.split(" ")), ...index.words]);
    return [...known].filter((other) => other.length > 3 && formsOf(word).some((form) => differByOne(form, other)));
  };

  /** Score each sheet for one form of a word: in its names before about it, whole before its beginning. */
  const score = (form) => {
    const short = SHORT.test(form);
    const [isWhole, isBegun] = [index.whole(form), index.begun(form)];
    return sheets.map(({ names, all, text }) => {
      if (names.includes(` ${form} `)) return 9;
      if (names.includes(` ${form}`)) return 8;
      if (all.includes(` ${form} `)) return 6;
      if (all.includes(` ${form}`)) return 5;
      if (!short && all.includes(form)) return 4;
      if (isWhole(text)) return 2;
      return !short && isBegun(text) ? 1 : 0;
    });
  };
  const best = (words) => words.map(score).reduce((one, other) => one.map((value, at) => Math.max(value, other[at])));

  const scoreWord = (word) => {
    const scores = best(formsOf(word));
    if (scores.some(Boolean) || word.length < 4) return scores;
    const others = near(word);
    return others.length ? best(others).map((value) => value / 2) : scores;
  };

  const scoreTerm = (term) => {
    const code = squash(term);
    if (/\p{L}.*\p{N}/u.test(code)) {
      const scores = sheets.map(({ codes }) => (codes.some((one) => one.startsWith(code)) ? 9 : 0));
      if (scores.some(Boolean)) return [scores];
    }
    return fold(term).split(" ").filter(Boolean).map(scoreWord);
  };

  return (typed) => {
    const held = heldCode(typed, sheets);
    if (held) return sheets.map(({ codes }) => (codes.includes(held) ? 9 : 0));
    const words = typed.split(SIGNS_BETWEEN).flatMap(scoreTerm);
    const phrase = ` ${fold(typed)}`;
    return sheets.map(({ names, all }, at) => {
      const scores = words.map((word) => word[at]);
      if (!scores.every(Boolean)) return 0;
      const together = names.includes(phrase) ? 9 : all.includes(phrase) ? 5 : 0;
      return 1 + together + scores.reduce((sum, value) => sum + value, 0);
    });
  };
}

/**
 * Find the code in a line that was copied from the foot of a sheet: version, dates and review may be older. Where
 * Arabic is around it, readers copy the page number before it, and the next word without the space.
 * A topic's code alone is one only if dates or a version follow it, because other words may be meant to narrow it.
 * The code of a sheet that is not here any more leads to the others of its topic.
 */
function heldCode(typed, sheets) {
  const parts = typed.replace(/\p{Script=Arabic}+/gu, " ").trim().split(SIGNS_BETWEEN);
  const codes = parts.map(squash).filter(Boolean);
  const is = (place) => (code) => sheets.some((sheet) => sheet.codes[place] === code);
  const held = codes.find(is(0)) ?? (/·|,.*\d/.test(typed) ? codes.slice(0, 1).find(is(1)) : "");
  if (held || codes.some((code) => sheets.some((sheet) => sheet.codes[0].startsWith(code)))) return held ?? "";
  const other = sheets.find(({ topic }) => parts.some((part) => part.toLowerCase().startsWith(`${topic}-`)));
  return other ? other.codes[1] : "";
}
