const rightToLeftLanguages = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Whether a language is written from right to left. `language` is BCP 47: a script that it names decides. */
export function isRightToLeft(language: string): boolean {
  const [primary = '', ...rest] = language.split('-');
  const script = rest.find((part) => /^[A-Z][a-z]{3}$/u.test(part));
  return script === undefined
    ? rightToLeftLanguages.has(primary.toLowerCase())
    : rightToLeftScripts.has(script);
}

/** Letters, as digits and signs of these scripts have no strong direction, and the marks that stand for one. */
const strong =
  /(?<rtl>(?=\p{Letter})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]|[\u200F\u061C])|\p{Letter}|\u200E/u;

/** The direction of a text by its first strong letter; `null` where it has none, as digits alone. */
export function directionOf(text: string): 'ltr' | 'rtl' | null {
  const found = strong.exec(text);
  if (found === null) return null;
  return found.groups?.['rtl'] === undefined ? 'ltr' : 'rtl';
}
