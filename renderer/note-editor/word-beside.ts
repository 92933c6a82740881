/**
 * How much of `text` Ctrl+Backspace takes from its end, in UTF-16 code units: the last word and the space after it,
 * or the run of marks that stands there.
 */
export function lengthOfLastWord(text: string, language?: string): number {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
  let length = 0;
  for (let last = segments.pop(); last !== undefined; last = segments.pop()) {
    length += last.segment.length;
    const isSpace = /^\s+$/u.test(last.segment);
    const isMark = last.isWordLike !== true && !isSpace;
    const before = segments.at(-1);
    const marksGoOn =
      isMark && before !== undefined && before.isWordLike !== true && !/^\s/u.test(before.segment);
    if (!isSpace && !marksGoOn) break;
  }
  return length;
}

/** As `lengthOfLastWord`, for Ctrl+Delete from the start of `text`: the space before the first word goes with it. */
export function lengthOfFirstWord(text: string, language?: string): number {
  let length = 0;
  for (const part of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    length += part.segment.length;
    if (!/^\s+$/u.test(part.segment)) break;
  }
  return length;
}
