import { expect, it } from 'vitest';
import { typedQuotationMark } from '../../../core/note-tree/typed-quotation-mark.ts';

/** Types a text key by key, with straight marks, and gives what stands there then. */
function typed(text: string, language: string): string {
  let before = '';
  for (const key of text) {
    before += key === '"' || key === "'" ? typedQuotationMark(key, before, language) : key;
  }
  return before;
}

it.each([
  ['en', 'He said "yes".', 'He said “yes”.'],
  ['en', `"It's 'so' ('90)," he said`, '“It’s ‘so’ (‘90),” he said'],
  ['en', 'a \uFFFC"b"', 'a \uFFFC”b”'],
  ['fr', 'Il a dit "oui".', 'Il a dit «\u00A0oui\u00A0».'],
  ['fr', `"L'accord 'ferme'"`, '«\u00A0L’accord “ferme’\u00A0»'],
  ['de', `Er sagte: "Das ist 'gut'."`, 'Er sagte: „Das ist ‚gut‘.“'],
  ['es', '("sí")', '(«sí»)'],
  ['it', "l'accordo", 'l’accordo'],
  ['pl', '"tak"', '„tak”'],
  ['ru', '"да"', '«да»'],
  ['vi', '"có"', '“có”'],
  ['ar', '"نعم"', '«نعم»'],
  ['zh-Hans', '"是"', '“是”'],
  ['zh-Hant', '"是"', '「是」'],
  ['ja', `"はい 'x'"`, '「はい 『x』」'],
  ['sw', '"ndiyo"', '“ndiyo”'],
  ['fr-CA', '"oui"', '«\u00A0oui\u00A0»'],
])('in %s, %s becomes %s', (language, keys, text) => {
  expect(typed(keys, language)).toBe(text);
});
