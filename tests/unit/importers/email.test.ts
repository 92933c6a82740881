import { describe, expect, it } from 'vitest';
import { importEmail } from '../../../core/importers/email/import-email.ts';
import { readMailDate } from '../../../core/importers/email/mail-headers.ts';
import { utf8 } from './import-for-test.ts';
import { importedFile, sampleFile, shownParagraph } from './shown-paragraphs.ts';

async function mail(...lines: string[]) {
  const result = await importEmail(utf8(lines.join('\r\n')), 'a.eml');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const bodyOf = async (...lines: string[]) =>
  (await mail('From: a@x.example', ...lines)).paragraphs.slice(1).map(shownParagraph);

describe('e-mails that other programs wrote', () => {
  it('with HTML, an answer below, and files', async () => {
    const { title, metadata, paragraphs, attachments } = await importedFile(
      sampleFile('alternative.eml'),
      'a.eml',
    );
    expect(title).toBe('Brod: what was agreed — and what was not');
    expect(metadata).toEqual({
      type: 'personal_communication',
      title: 'Brod: what was agreed — and what was not',
      author: [{ literal: 'Ana Petrović' }],
      issued: { 'date-parts': [[2025, 7, 12]] },
    });
    expect(paragraphs.map(shownParagraph)).toMatchInlineSnapshot(`
      [
        "~text: From: Ana Petrović <ana.petrovic@mfa.example>",
        "~text: To: Tomás Ruiz <t.ruiz@mission.example>, Registry <registry@mfa.example>",
        "~text: Cc: duty@trade.example, Ilić, M. <m.ilic@trade.example>",
        "~text: Date: Sat, 12 Jul 2025 23:40:00 -0500",
        "~text: Subject: Brod: what was agreed — and what was not",
        "text: Dear Tomás,",
        "text: the two sides agreed on three points; see the statement or write to the desk. [the statement](https://gazette.example/statement?a=1&b=2) [the desk](mailto:desk@trade.example)",
        "item: Goods pass from 1 August.",
        "item: Travellers pass later.",
        "table: Year	North",
        "table: 2024	96",
        "text: Kind regards Ana Petrović Trade desk",
        "text: On Fri, 11 Jul 2025, Tomás Ruiz wrote:",
        "quote: Was anything said about the bridge?",
      ]
    `);
    expect(attachments?.map(({ fileName, bytes }) => [fileName, bytes.length])).toEqual([
      ['Brod figures ć.csv', 20],
      ['statement.pdf', 13],
      ['attachment.eml', 177],
    ]);
  });

  it('the message within the message is an e-mail of its own', async () => {
    const { attachments } = await importedFile(sampleFile('alternative.eml'), 'a.eml');
    const inner = attachments?.find(({ fileName }) => fileName.endsWith('.eml'));
    const { title, paragraphs } = await importedFile(inner?.bytes ?? new Uint8Array(), 'inner.eml');
    expect(title).toBe('Inner');
    expect(paragraphs.at(-1)?.text).toBe('Inner text.');
  });

  it('quoted-printable Latin-1 whose lines flow', async () => {
    const { paragraphs } = await importedFile(sampleFile('flowed.eml'), 'a.eml');
    expect(paragraphs.map(shownParagraph)).toMatchInlineSnapshot(`
      [
        "~text: From: Sébastien Noël <s@x.example>",
        "~text: To: desk@trade.example",
        "~text: Date: Mon, 14 Jul 2025 08:05:00 +0200",
        "~text: Subject: Réunion de samedi",
        "text: Dear colleague, the ministers met on Saturday and agreed that the crossing at Brod would reopen for goods; Sébastien était d'accord.",
        "text: A second paragraph.",
        "text: On 11 July 2025, T. Ruiz wrote:",
        "quote: Was anything said about the bridge, and who is to pay for it, and by when?",
        "quote: An older question.",
        "text: Ana Petrovic",
      ]
    `);
  });

  it('windows-1252 with earlier mail under its headers, as Outlook writes it', async () => {
    const { paragraphs } = await importedFile(sampleFile('outlook-1252.eml'), 'a.eml');
    expect(paragraphs.map(shownParagraph)).toMatchInlineSnapshot(`
      [
        "~text: From: Ana <ana@mfa.example>",
        "~text: To: t.ruiz@mission.example",
        "~text: Date: Mon, 14 Jul 2025 08:05:00 +0200",
        "~text: Subject: RE: Brod – “done”",
        "text: The minister said “we’re done” – for now.",
        "text: The price is 5 €.",
        "quote: From: Tomás Ruiz <t.ruiz@mission.example> Sent: Friday, July 11, 2025 10:00 AM To: Ana Subject: Brod",
        "quote: Was anything said?",
      ]
    `);
  });

  it.each([
    [
      'base64 in Vietnamese',
      'vietnamese-base64.eml',
      'Cuộc gặp ngày 12/7',
      'Hai bên bày tỏ vui mừng về cuộc gặp.',
    ],
    ['ISO-2022 in Japanese', 'japanese.eml', '会談', '会談は土曜日に行われた。'],
  ])('%s', async (_, name, title, last) => {
    const document = await importedFile(sampleFile(name), 'a.eml');
    expect(document.title).toBe(title);
    expect(document.paragraphs.at(-1)?.text).toBe(last);
  });
});

describe('bodies', () => {
  it.each<[string, string[], string[]]>([
    [
      'plain lines; a greeting is no heading',
      ['', 'Dear all', '', 'they met on Saturday.', '', '- a', '- b'],
      ['text: Dear all', 'text: they met on Saturday.', 'item: - a', 'item: - b'],
    ],
    [
      'earlier mail',
      ['', 'Yes.', '', '> No?', '>', '> Why?', '>> Old.', 'End.'],
      ['text: Yes.', 'quote: No?', 'quote: Why?', 'quote: Old.', 'text: End.'],
    ],
    ['a signature, without its mark', ['', 'Yes.', '-- ', 'Ana'], ['text: Yes.', 'text: Ana']],
    [
      'earlier mail below a line',
      ['', 'Yes.', '', '-----Original Message-----', 'No?'],
      ['text: Yes.', 'quote: -----Original Message-----', 'quote: No?'],
    ],
    [
      'earlier mail below its headers',
      ['', 'Ja.', '', 'Von: B', 'Gesendet: Freitag', '', 'Nein?'],
      ['text: Ja.', 'quote: Von: B', 'quote: Gesendet: Freitag', 'quote: Nein?'],
    ],
    [
      'HTML without structure gives way to plain text',
      [
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        '',
        'One.',
        '',
        'Two.',
        '--b',
        'Content-Type: text/html',
        '',
        'One.<br>Two.',
        '--b--',
      ],
      ['text: One.', 'text: Two.'],
    ],
    [
      'HTML too deep gives way to plain text',
      [
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        '',
        'One.',
        '--b',
        'Content-Type: text/html',
        '',
        '<div>'.repeat(300),
        '--b--',
      ],
      ['text: One.'],
    ],
    [
      'an unfinished part',
      [
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Transfer-Encoding: base64',
        '',
        'VGhleSBt',
      ],
      ['text: They m'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await bodyOf(...lines)).toEqual(expected);
  });

  it.each([
    ['a mailbox’s own line', 'From a@x.example Sat Jul 12\nSubject: x\n\nThey met.'],
    ['a byte-order mark', '\ufeffSubject: x\n\nThey met.'],
  ])('after %s', async (_, text) => {
    expect((await mail(text)).title).toBe('x');
  });
});

describe('dates', () => {
  it.each<[string, number[] | undefined]>([
    ['Sat, 12 Jul 2025 23:40:00 -0500', [2025, 7, 12]],
    ['1 January 2025', [2025, 1, 1]],
    ['12 Jul 99 10:00', [1999, 7, 12]],
    ['32 Jul 2025', undefined],
    ['12 Foo 2025', undefined],
    ['', undefined],
  ])('%s', (text, parts) => {
    expect(readMailDate(text)?.['date-parts'][0]).toEqual(parts);
  });
});

describe('attachments', () => {
  const part = (name: string, type = 'application/pdf') => [
    '--b',
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    'x',
  ];
  const namesOf = async (...parts: string[][]) =>
    (
      await mail(
        'From: a@x.example',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        ...parts.flat(),
        '--b--',
      )
    ).attachments?.map(({ fileName }) => fileName);

  it.each([
    ['folders', '../../etc/a.pdf', 'a.pdf'],
    ['folders of Windows', 'C:\\\\Users\\\\x\\\\a.pdf', 'a.pdf'],
    ['leading dots', '...a.pdf', 'a.pdf'],
    ['direction marks', '=?utf-8?Q?a=E2=80=AEfdp.exe?=', 'afdp.exe'],
    ['control characters', '=?utf-8?Q?a=00=0A=07b.pdf?=', 'ab.pdf'],
    ['no ending', 'a', 'a.pdf'],
    ['no name', '', 'attachment.pdf'],
    ['a long name', `${'a'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`],
  ])('%s', async (_, written, name) => {
    expect(await namesOf(part(written))).toEqual([name]);
  });

  it('has a name of its own for each', async () => {
    expect(await namesOf(part('a.pdf'), part('A.pdf'), part('a.pdf'))).toEqual([
      'a.pdf',
      'A (2).pdf',
      'a (3).pdf',
    ]);
  });

  it('leaves out the pictures that only the HTML shows', async () => {
    const related = [
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>They met.</p>',
      '--b',
      'Content-Type: image/png; name=a.png',
      'Content-ID: <a>',
      'Content-Disposition: inline',
      '',
      'x',
      '--b--',
    ];
    expect((await mail('From: a@x.example', ...related)).attachments).toBeUndefined();
  });
});

describe('what is refused', () => {
  it.each<[string, string, string]>([
    ['a text', 'They met.', 'no-email'],
    ['headers alone', 'Subject: x', 'no-text'],
    [
      'parts in one another',
      `From: a@x.example\nContent-Type: multipart/mixed; boundary=a0\n\n${Array.from({ length: 300 }, (_, depth) => `--a${String(depth)}\nContent-Type: multipart/mixed; boundary=a${String(depth + 1)}\n\n`).join('')}`,
      'too-deep',
    ],
    [
      'headers without end',
      `From: a@x.example\n${'X: yyyyyyyyyyyyyyyyyyyy\n'.repeat(150_000)}\nx`,
      'headers-too-large',
    ],
    [
      'HTML that is too deep',
      `From: a@x.example\nContent-Type: text/html\n\n${'<div>'.repeat(300)}x`,
      'too-deep',
    ],
  ])('%s', async (_, text, code) => {
    const result = await importEmail(utf8(text), 'a.eml');
    expect(result.ok ? 'imported' : result.error.code).toBe(code);
    expect(result.ok ? '' : result.error.message).toContain('a.eml');
  });

  it.each<[string, string]>([
    ['a hundred thousand recipients', `From: a@x.example\nTo: ${'a@x.example, '.repeat(100_000)}\n\nx`],
    ['a million marks of quotation', `From: a@x.example\n\n${'>'.repeat(1_000_000)} x`],
    ['marks that change with each line', `From: a@x.example\n\n${'> x\n>> y\n'.repeat(10_000)}`],
    ['a sender on each line', `From: a@x.example\n\n${'From: x\n\n'.repeat(10_000)}`],
    [
      'ten thousand parts',
      `From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: application/pdf; name="a.pdf"\n\nx\n'.repeat(10_000)}`,
    ],
  ])(
    'but not %s, and in good time',
    async (_, text) => {
      const started = performance.now();
      expect((await importEmail(utf8(text), 'a.eml')).ok).toBe(true);
      expect(performance.now() - started).toBeLessThan(10_000);
    },
    30_000,
  );
});
