import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asEditionId, asParagraphId, paragraphIdAt } from '../../../core/dossier/ids.ts';
import {
  paragraphName,
  paragraphPointer,
  readParagraphLink,
  writeParagraphLink,
} from '../../../core/dossier/paragraph-link.ts';

const dossier = '5f1c0e4dd2a94c2c8f3b0f6f3c1e9a77';
const edition = asEditionId('0b2d7c1a9e6f4d5aa1c3e5f708192a3b');
const paragraph = paragraphIdAt(edition, 11);
const link = `chancery://dossier/${dossier}/${edition}.12`;

it('is written in one way and read back', () => {
  expect(writeParagraphLink({ dossier, paragraph })).toEqual({ ok: true, value: link });
  expect(readParagraphLink(link)).toEqual({ ok: true, value: { dossier, edition, paragraph } });
});

it('comes back whatever the ids are', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9._~-]{0,40}[A-Za-z0-9])?$/);
  fc.assert(
    fc.property(id, id, fc.nat(200_000), (one, other, index) => {
      const address = { dossier: one, paragraph: paragraphIdAt(asEditionId(other), index) };
      const written = writeParagraphLink(address);
      expect(written.ok && readParagraphLink(written.value)).toEqual({
        ok: true,
        value: { ...address, edition: other },
      });
    }),
  );
});

it.each([` ${link}\r\n`, `<${link}>`])('is read as mails quote it: %j', (text) => {
  expect(readParagraphLink(text).ok).toBe(true);
});

it.each([
  '',
  'A ¶12',
  'https://dossier/a/b.1',
  'chancery:dossier/a/b.1',
  'chancery://dossier/a/b',
  'chancery://dossier/a/.1',
  'chancery://dossier/a/b.0',
  'chancery://dossier/a/b.01',
  'chancery://dossier/a/b.1.',
  'chancery://dossier/a/b.1/',
  'chancery://dossier/a/b.1?x=1',
  'chancery://dossier/a/b.1#x',
  'chancery://dossier/../b.1',
  'chancery://dossier/a/..%2Fb.1',
  'chancery://dossier//b.1',
  'chancery://other/a/b.1',
  'CHANCERY://dossier/a/b.1',
  'see chancery://dossier/a/b.1',
  'chancery://dossier/a/b.1\nchancery://dossier/a/b.2',
  `chancery://dossier/a/${'b'.repeat(5_000)}.1`,
])('is not read from %j', (text) => {
  expect(readParagraphLink(text)).toMatchObject({ ok: false, error: { code: 'not-a-paragraph-link' } });
});

it('never throws and never reads what it would not write', () => {
  const piece = fc.constantFrom(
    'chancery:',
    '//',
    'dossier',
    '/',
    'a',
    'b.1',
    '.',
    '%2F',
    '<',
    '>',
    ' ',
    '?',
    '\0',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        const read = readParagraphLink(text);
        if (read.ok)
          expect(text).toContain(`chancery://dossier/${read.value.dossier}/${read.value.paragraph}`);
      },
    ),
  );
});

it('is not written for an id that a link can’t hold', () => {
  const odd = writeParagraphLink({ dossier: 'a/b', paragraph });
  expect(odd).toMatchObject({ ok: false, error: { code: 'id-not-linkable' } });
  expect(writeParagraphLink({ dossier, paragraph: asParagraphId('no number') }).ok).toBe(false);
});

describe('the name of a paragraph', () => {
  it.each<[number | null, string, string]>([
    [12, 'Some text', 'A ¶12'],
    [null, 'Sharing experiences', 'A “Sharing experiences”'],
    [
      null,
      'Sharing experiences of the transition to democracy',
      'A “Sharing experiences of the transition…”',
    ],
    [null, `${'a'.repeat(39)}😀 and more`, `A “${'a'.repeat(39)}…”`],
  ])('with number %s and text “%s” is %s', (number, text, name) => {
    expect(paragraphName('A', { number, text })).toBe(name);
  });

  it('stands before its link on the clipboard', () => {
    const pointer = paragraphPointer('A', { id: paragraph, number: 12, text: 'Some text' }, dossier);
    expect(pointer).toEqual({ ok: true, value: `A ¶12 <${link}>` });
  });
});
