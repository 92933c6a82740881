import { describe, expect, it } from 'vitest';
import { importSource } from '../../../core/importers/import-source.ts';
import { importLimits } from '../../../core/importers/limits.ts';
import { textsOf, utf8 } from './import-for-test.ts';

describe('what is refused', () => {
  const bytesOf = (...parts: (string | number[])[]) =>
    new Uint8Array(
      parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
    );

  it.each<[string, string, Uint8Array, string, string]>([
    ['an empty file', 'a.txt', bytesOf(), 'no-text', 'a.txt'],
    ['only white space', 'a.txt', utf8(' \n\t\u00a0\r\n\u200b\n'), 'no-text', 'a.txt'],
    ['only a byte-order mark', 'a.txt', utf8('\ufeff'), 'no-text', 'a.txt'],
    ['only control characters', 'a.txt', bytesOf([0x1b, 0x0a]), 'no-text', 'a.txt'],
    ['NUL bytes', 'a.txt', bytesOf('text', [0], 'more'), 'unsupported-format', 'not a text file'],
    [
      'a PNG picture named .txt',
      'a.txt',
      bytesOf([0x89], 'PNG\r\n', [0x1a, 10]),
      'unsupported-format',
      'PNG',
    ],
    ['a PDF document without an ending', 'minutes', bytesOf('%PDF-1.7\n'), 'damaged-pdf', 'PDF'],
    ['a PDF document by its ending only', 'minutes.pdf', bytesOf([0, 1, 2, 3]), 'damaged-pdf', 'PDF'],
    ['a ZIP archive', 'a.zip', bytesOf('PK', [3, 4], 'x'), 'unsupported-format', 'ZIP'],
    [
      'a Word document that breaks off',
      'a.docx',
      bytesOf('PK', [3, 4], 'x'),
      'damaged-archive',
      'incomplete',
    ],
    ['a book that is none', 'a.epub', bytesOf([0, 1, 2]), 'damaged-archive', 'incomplete'],
    [
      'an older Word document',
      'a.doc',
      bytesOf([0xd0, 0xcf, 0x11, 0xe0], 'x'),
      'unsupported-format',
      'older',
    ],
    [
      'an Excel workbook with a password',
      'a.xlsx',
      bytesOf([0xd0, 0xcf, 0x11, 0xe0], Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('')),
      'unsupported-format',
      'an Excel workbook',
    ],
    ['a web page without text', 'a.HTML', utf8('<p> <img alt="x">'), 'no-text', 'a.HTML'],
    ['a web page by its content', 'a.txt', utf8('\n<!DOCTYPE html><script>x()</script>'), 'no-text', 'a.txt'],
    ['a Markdown text without text', 'a.md', utf8('<!-- x -->\n\n---\n'), 'no-text', 'a.md'],
    ['a text named .eml', 'a.eml', utf8('They met.'), 'no-email', 'a.eml'],
    ['an e-mail without text', 'a.eml', utf8('Subject: x\n\n \n'), 'no-text', 'a.eml'],
    ['RTF', 'a.txt', utf8('{\\rtf1 They met.}'), 'unsupported-format', 'RTF'],
    ['mostly control bytes', 'a', bytesOf([1, 2, 3, 4, 5, 65, 66]), 'unsupported-format', 'not a text file'],
    [
      'damaged UTF-8',
      'a.txt',
      bytesOf(...Array<string>(30).fill('\xc3\xa9 '), [0xff]),
      'bad-encoding',
      'UTF-8',
    ],
    [
      'UTF-16 cut in the middle of a letter',
      'a.txt',
      bytesOf([0xff, 0xfe, 0x41]),
      'bad-encoding',
      'UTF-16LE',
    ],
    ['half a surrogate pair', 'a.txt', bytesOf([0xff, 0xfe, 0x3d, 0xd8]), 'bad-encoding', 'UTF-16LE'],
    ['UTF-32', 'a.txt', bytesOf([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'bad-encoding', 'UTF-32'],
    ['one odd byte that says nothing', 'a.txt', bytesOf('x ', [0x81], ' y'), 'bad-encoding', 'UTF-8'],
    [
      'more bytes than the limit',
      'a.txt',
      new Uint8Array(importLimits.bytes + 1),
      'file-too-large',
      '50 MiB',
    ],
    [
      'more paragraphs than the limit',
      'a.txt',
      utf8('a\n'.repeat(importLimits.paragraphs + 1)),
      'too-many-paragraphs',
      '200,000',
    ],
    [
      'a paragraph longer than the limit',
      'a.txt',
      utf8('a'.repeat(importLimits.charactersPerParagraph + 1)),
      'paragraph-too-long',
      '1,000,000',
    ],
  ])('%s', async (_, fileName, bytes, code, words) => {
    const result = await importSource(bytes, fileName);
    if (result.ok) throw new Error(`imported as ${JSON.stringify(result.value).slice(0, 200)}`);
    expect(result.error.code).toBe(code);
    expect(result.error.message).toContain(words);
    expect(result.error.message).toContain(fileName);
  });

  it.each([
    ['no ending', 'report'],
    ['.text', 'report.text'],
    ['an unknown ending', 'report.2025'],
    ['.md', 'report.md'],
  ])('but not a text file with %s', async (_, fileName) => {
    const result = await importSource(utf8('They met.'), fileName);
    expect(result.ok && result.value.paragraphs).toHaveLength(1);
  });

  it('but not one line of a million characters, and in good time', () => {
    const line = 'a-b '.repeat(importLimits.charactersPerParagraph / 4).trim();
    const started = performance.now();
    expect(textsOf(line)).toEqual([line]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
