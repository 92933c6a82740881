const longestTitle = 80; // UTF-16 units, the … included

/**
 * The text itself when it is short enough, otherwise its first words and `…`: at most 80 UTF-16 units,
 * cut between words, or in one endless word between characters as readers see them.
 */
export function makeTitle(text: string): string {
  if (text.length <= longestTitle) return text;
  // What follows is cut off in any case; Intl.Segmenter is slow on a long paragraph.
  const beginning = text.slice(0, longestTitle * 2);
  let fitting = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(beginning)) {
    if (fitting.length + segment.length > longestTitle - 1) break;
    fitting += segment;
  }
  const endsAtWord = /\s/u.test(text.charAt(fitting.length));
  const lastSpace = fitting.search(/\s\S*$/u);
  const whole = endsAtWord || lastSpace <= 0 ? fitting : fitting.slice(0, lastSpace);
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`;
}
