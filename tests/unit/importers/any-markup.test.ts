import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '../../../core/dossier/source.ts';
import { importSource } from '../../../core/importers/import-source.ts';
import { importPasted } from '../../../core/importers/pasted/import-pasted.ts';
import { utf8 } from './import-for-test.ts';
import { sampleFile } from './shown-paragraphs.ts';

/** What holds for every document that an importer gives. */
function expectSound({ title, paragraphs, attachments = [] }: ImportedDocument): void {
  expect(title.length).toBeGreaterThan(0);
  expect(title.length).toBeLessThanOrEqual(80);
  expect(paragraphs.length).toBeGreaterThan(0);
  for (const { text, links = [] } of paragraphs) {
    expect(text).toBe(text.trim());
    expect(text).toMatch(/[^\s\p{Cf}]/u);
    expect(text).not.toMatch(/[\0-\x08\n\v\f\r\x0e-\x1f\x7f-\x9f\u2028\u2029]/);
    let end = 0;
    for (const link of links) {
      expect(link.start).toBeGreaterThanOrEqual(end);
      expect(link.end).toBeGreaterThan(link.start);
      expect(link.end).toBeLessThanOrEqual(text.length);
      expect(text.slice(link.start, link.end)).toMatch(/^\S(?:.*\S)?$/u);
      expect(link.url).toMatch(/^(?:https?:\/\/|mailto:)/);
      ({ end } = link);
    }
  }
  for (const { fileName } of attachments) expect(fileName).toMatch(/^[^/\\\0-\x1f\x7f.][^/\\\0-\x1f\x7f]*$/);
}

const fileNames = ['a.html', 'a.md', 'a.eml'];

async function expectRead(file: Uint8Array, fileName: string): Promise<void> {
  const result = await importSource(file, fileName);
  if (result.ok) expectSound(result.value);
  else expect(result.error.message).toContain(fileName);
}

const tags =
  '<p> </p> <div> </div> <ul> <li> </li> </ul> <blockquote> <h1> </h1> <b> <table> <tr> <td> <th> </td> </table> ' +
  '<br> <pre> </pre> <sup> </sup> <q> </a> <script> </script> <article> <nav> <!-- --> <html> <head> <body> <title>';
const markdown = '- |> |# ||a|b|\n|`|*|[a](https://x.example)|[^1]|\n[^1]: |---\n|    '.split('|');
const mail =
  'From: a@x.example\n;Subject: =?utf-8?Q?a=00?=\n;Content-Type: text/html\n;--b\n;On a wrote:\n;' +
  'Content-Type: multipart/mixed; boundary=b\n;Content-Transfer-Encoding: base64\n;name="../a\\b"\n';
const links = ['<a href="https://x.example/a">', '<a href="b">', '<a href=javascript:x>'];
const texts = [
  'a',
  'B c. ',
  ' ',
  '\n',
  '\n\n',
  '😀',
  '\u0007',
  '\u2028',
  '1',
  'é',
  '"',
  '|a|b|\n|-|-|\n|c|d|',
];
const entities = '&nbsp; &shy; &#1; &amp;'.split(' ');

const pieces = fc.array(
  fc.constantFrom(
    ...[tags.split(' '), markdown, mail.split(/(?<=\n);/), links, texts, entities].flat(),
    '<p hidden>',
    '<!DOCTYPE html>',
  ),
  { maxLength: 60 },
);

describe('any markup', () => {
  it('gives a document or a refusal; no paragraph is blank, and links stay within their text', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.constantFrom(...fileNames), async (parts, fileName) => {
        const head = fileName === 'a.eml' ? 'Subject: x\n' : '';
        await expectRead(utf8(head + parts.join('')), fileName);
      }),
      { numRuns: 3_000, seed: 5 },
    );
  }, 60_000);

  it('so does a clipboard', () => {
    fc.assert(
      fc.property(pieces, pieces, (html, text) => {
        const result = importPasted({ html: html.join(''), text: text.join('') });
        if (result.ok) expectSound(result.value);
        else expect(result.error.code).toBe('no-text');
      }),
      { numRuns: 1_000, seed: 6 },
    );
  }, 60_000);

  it('so do random bytes under every name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...fileNames), expectRead),
      { numRuns: 1_000, seed: 7 },
    );
  }, 60_000);

  it.each([
    ['chromium.html', 'a.html'],
    ['libreoffice.html', 'a.eml'],
    ['alternative.eml', 'a.eml'],
    ['alternative.eml', 'a.html'],
    ['outlook-1252.eml', 'a.eml'],
    ['pandoc.md', 'a.md'],
    ['pandoc.html', 'a.md'],
  ])(
    'so does %s named %s, wherever it is cut off or a byte turned',
    async (name, fileName) => {
      const file = sampleFile(name);
      await fc.assert(
        fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
          const damaged = isCut ? file.slice(0, at) : file.slice();
          if (!isCut) damaged[at] = byte;
          await expectRead(damaged, fileName);
        }),
        { numRuns: 60, seed: 8 },
      );
    },
    60_000,
  );
});
