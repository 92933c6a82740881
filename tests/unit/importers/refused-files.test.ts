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
    ['a Word document', 'a.docx', bytesOf('PK', [3, 4], 'x'), 'unsupported-format', 'a Word document'],
    ['a web page by its ending', 'a.HTML', utf8('They met.'), 'unsupported-format', 'a web page'],
    ['a web page by its content', 'a.txt', utf8('\n<!DOCTYPE html><p>x'), 'unsupported-format', 'a web page'],
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
