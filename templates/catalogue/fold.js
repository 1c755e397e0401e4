// Letters that Unicode does not take apart by itself, as a keyboard without them writes them.
const PLAIN = { æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h" };

/** Fold accents, capitals and signs away. Upper case first: it makes one letter of ß and ss, of σ and ς. */
function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .toLowerCase()
    .replace(/[æœøłđðþıħ]/g, (letter) => PLAIN[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Split what was typed into words to look for; a short one must begin a word, or it would be everywhere. */
function wanted(typed) {
  return fold(typed)
    .split(" ")
    .filter(Boolean)
    .map((word) => (/^[a-z0-9]{1,3}$/.test(word) ? ` ${word}` : word));
}
