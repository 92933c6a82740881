/** Whether a text has the form of a BCP 47 tag: `fr`, `vi-VN`. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false; // RangeError: not a tag
  }
}
