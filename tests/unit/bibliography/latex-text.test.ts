import fc from 'fast-check';
import { expect, it } from 'vitest';
import { latexToText, latexToVerbatim } from '../../../core/bibliography/latex-text.ts';

it.each([
  ["{\\'e}", 'é'],
  ["\\'{e}", 'é'],
  ["\\'e", 'é'],
  ["{\\'{e}}", 'é'],
  ["\\' e", 'é'],
  ["Caf\\'{e}s", 'Cafés'],
  ['\\"{U}ber', 'Über'],
  ["\\'{\\i}", 'í'],
  ["\\'\\i nn", 'ínn'],
  ['{\\"\\i}', 'ï'],
  ['\\c{c}a', 'ça'],
  ['\\c c', 'ç'],
  ["Dvo{\\v{r}}{\\'a}k", 'Dvořák'],
  ['Erd{\\H o}s', 'Erdős'],
  ["{\\L}{\\'o}d{\\'z}", 'Łódź'],
  ['Stra{\\ss}e', 'Straße'],
  ['Stra\\ss e', 'Straße'],
  ['\\O rsted \\AA', 'Ørsted Å'],
  // Two marks on one letter, as Vietnamese has them.
  ['Vi\\d{\\^e}t', 'Việt'],
  ['Vi{\\\\d\\^e}t'.replace('\\\\', '\\'), 'Việt'],
  ["Ti\\'{\\^e}n", 'Tiến'],
  ['\\DJ\\`a N\\~{\\u a}ng', 'Đà Nẵng'],
  ['B{\\`u}i Thanh S\\ohorn n', 'Bùi Thanh Sơn'],
  ['Nguy\\~{ê}n', 'Nguyễn'],
  ['{NATO} and the {EU}', 'NATO and the EU'],
  ['\\emph{Le Monde} {\\it and} \\textbf{more}', 'Le Monde and more'],
  ['R\\&D, 5\\% of \\$3 \\#1 a\\_b \\{x\\}', 'R&D, 5% of $3 #1 a_b {x}'],
  ['100% sure', '100% sure'],
  ['1990--2000 --- yes', '1990–2000 — yes'],
  ["``Hello'' `you'", "“Hello” ‘you'"],
  ['\\enquote{Asia {\\"U}ber}', 'Asia Über'],
  ['\\enquote{Asia}', '“Asia”'],
  ['a~b', 'a\u00A0b'],
  ['line\\\\break \\, x', 'line break   x'],
  ['inter\\-national', 'international'],
  ['19$^{th}$ century', '19th century'],
  ['\\alpha{} particles', '\\alpha particles'],
  ["ends with \\'", "ends with \\'"],
  ["\\'{}", "\\'"],
  ['\\', '\\'],
  ['}}{{', ''],
  ['đã có', 'đã có'],
])('%s is %s', (latex, text) => {
  expect(latexToText(latex)).toBe(text);
});

it.each([
  ['https://x.org/\\~{}me/a\\_b\\%20c', 'https://x.org/~me/a_b%20c'],
  ['\\url{https://x.org/a--b}', 'https://x.org/a--b'],
  ['https://x.org/~me', 'https://x.org/~me'],
])('the address %s is %s', (latex, text) => {
  expect(latexToVerbatim(latex)).toBe(text);
});

it('leaves text without LaTeX in it as it is, and never throws on the rest', () => {
  const piece = fc.constantFrom(
    '\\',
    '{',
    '}',
    "\\'",
    '\\v',
    'e',
    ' ',
    '$',
    '~',
    '\\i',
    '\\enquote{',
    '``',
    '^',
    '😀',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(piece, { maxLength: 40 }), (text, pieces) => {
      const plain = text.replaceAll(/[\\{}$~`'-]/gu, '');
      expect(latexToText(plain)).toBe(plain.normalize('NFC'));
      expect(typeof latexToText(pieces.join(''))).toBe('string');
    }),
  );
});
