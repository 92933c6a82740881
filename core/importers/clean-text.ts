/** What no text of a paragraph may hold: control characters other than line ends and tabs. */
export const controls = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g;
/** Something that a reader can see: more than white space, joiners and direction marks. */
export const visible = /[^\s\p{Cf}]/u;

/**
 * The text of one paragraph out of a format that lays lines out itself: every run of ordinary white space is one space,
 * no-break spaces stay. Empty when nothing of it can be seen.
 */
export function cleanText(text: string): string {
  const flat = text.replace(/[ \t\n\r\v\f\u0085\u2028\u2029]+/g, ' ').replace(controls, '');
  return visible.test(flat) ? flat.trim() : '';
}
