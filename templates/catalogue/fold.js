// Letters that Unicode does not decompose, as people write them on a keyboard without them.
const PLAIN = { æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h" };

/** Remove accents, capitals and signs. Upper case first, because it makes ß and ss, and σ and ς, the same. */
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

/** Split the typed text into words to search; a short one must begin a word, or it would match everywhere. */
function wanted(typed) {
  return fold(typed)
    .split(" ")
    .filter(Boolean)
    .map((word) => (/^[a-z0-9]{1,3}$/.test(word) ? ` ${word}` : word));
}
