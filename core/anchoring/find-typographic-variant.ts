/** Characters that writing programs put in place of one another without asking. */
const variants: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′`´ʼ＇]/gu, "'"],
  [/[“”„‟″«»＂]/gu, '"'],
  [/[‐‑‒–—―−]/gu, '-'],
  [/…/gu, '...'],
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, ''],
  [/\s/gu, ' '],
];

/**
 * The text as it stands in `text` where it differs from `words` only in typography; `null` where there is none.
 * It is for showing to a person, never for anchoring.
 */
export function findTypographicVariant(words: string, text: string): string | null {
  const wanted = fold(words).folded;
  const { folded, origins } = fold(text);
  if (wanted === '') return null;
  const at = folded.indexOf(wanted);
  if (at === -1) return null;
  const variant = text.slice(origins[at], origins[at + wanted.length] ?? text.length).trim();
  return variant === '' ? null : variant; // empty when `words` is a part of one character
}

/** `origins[i]` is the offset in `text` of the character that unit `i` of `folded` came from. */
function fold(text: string): { folded: string; origins: number[] } {
  let folded = '';
  const origins: number[] = [];
  for (const { segment, index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    let plain = segment.normalize('NFC');
    for (const [pattern, replacement] of variants) plain = plain.replace(pattern, replacement);
    if (plain === ' ' && folded.endsWith(' ')) continue; // any run of white space is one space
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(index);
    folded += plain;
  }
  return { folded, origins };
}
