// How long a story is.
const A_MINUTE = 180;

/** Returns how many words a document has, and how many minutes reading it takes. */
export function measure(doc, language) {
  const text = doc.textBetween(0, doc.content.size, '\n', ' ');
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) if (isWordLike) words++;
  return { words, minutes: Math.max(1, Math.ceil(words / A_MINUTE)) };
}
