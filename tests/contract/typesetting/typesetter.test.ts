import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standardForms, templateFor } from '../../../core/dossier/forms.ts';
import { exportTypst } from '../../../core/exporters/typst/export-typst.ts';
import type { TypstDocument } from '../../../core/exporters/typst/typst-document.ts';
import type { NoteTree } from '../../../core/note-tree/note-tree.ts';
import { parseNoteMarkdown } from '../../../core/note-tree/parse-note-markdown.ts';
import { resolveNote } from '../../../core/note-tree/resolve-note.ts';
import { resourcesBeside } from '../../../host/resources.ts';
import { largeFontFiles, usualFontFiles } from '../../../host/typesetting/fonts.ts';
import { createTypesetter, type Typesetter } from '../../../host/typesetting/typesetter.ts';
import { lookup, noteOf } from '../../unit/note-tree/two-accounts.ts';
import { runPdfTool } from './pdf-tools.ts';

const { typesetterWorker: workerFile } = resourcesBeside(
  fileURLToPath(new URL('../../../host/command-line/chancery.ts', import.meta.url)),
);
const nodeModules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

let folder: string;
let fontFolder: string;
let typesetter: Typesetter;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-typesetting-'));
  fontFolder = path.join(folder, 'fonts');
  // As the application has them: nothing but the files that are named.
  for (const file of [...usualFontFiles, ...largeFontFiles]) {
    await mkdir(path.dirname(path.join(fontFolder, file)), { recursive: true });
    await copyFile(path.join(nodeModules, '@expo-google-fonts', file), path.join(fontFolder, file));
  }
  typesetter = createTypesetter({ workerFile, fontFolder });
});

afterAll(async () => {
  await typesetter.close();
  await rm(folder, { recursive: true, force: true });
});

function documentOf(tree: NoteTree): TypstDocument {
  const resolved = resolveNote(tree, lookup);
  if (!resolved.ok) throw new Error(resolved.error.message);
  return exportTypst(resolved.value);
}

function documentFrom(markdown: string, language = 'en'): TypstDocument {
  const parsed = parseNoteMarkdown(markdown, lookup, {
    template: templateFor(standardForms, 'readout'),
    title: 'Bilaterals in Kuala Lumpur',
    language,
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return documentOf(parsed.value);
}

async function typeset(document: TypstDocument, using = typesetter) {
  const result = await using.typeset(document);
  if (!result.ok) throw new Error(result.error.message);
  const file = path.join(folder, 'note.pdf');
  await writeFile(file, result.value.pdf);
  return { ...result.value, file };
}

const oneSpace = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

it('parts the numbers of footnotes that stand side by side', async () => {
  const { file } = await typeset(documentFrom('Asked of both.[^A2][^B3][^A4]'));
  expect(runPdfTool('pdftotext', file, '-').replaceAll(/\s+/gu, '')).toContain('Askedofboth.1,2,3');
});

describe('a note with two citations', () => {
  const note = documentFrom(
    [
      '---',
      'title: "Viet Nam: bilaterals"',
      'header: { from: Hanoi Chancery, reference: SEA/2025/118 }',
      '---',
      '## Summary',
      'The EU was asked to ratify EVIPA.[^A2] Ties are old.[^B3]',
      'Both come from one side. {.comment}',
    ].join('\n\n'),
  );

  it('is one page with two footnotes, its banner, and “Page 1 of 1”', async () => {
    const { file, pages } = await typeset(note);
    const text = oneSpace(runPdfTool('pdftotext', file, '-'));
    expect(pages).toBe(1);
    expect(text).toContain('Page 1 of 1');
    expect(text).toContain('VietNamNet, “Bui Thanh Son meets Rubio, Kallas, Lamy”, 12 July 2025, ¶ 2.');
    expect(text).toContain('VNA, “Deputy PM meets counterparts”, ¶ 3.');
    expect(text.match(/OFFICIAL/gu)).toHaveLength(2);
    expect(text).toContain('Comment. Both come from one side.');
  });

  it('is tagged, bears its title and author and no date of its making, and is sound', async () => {
    const { file } = await typeset(note);
    const info = runPdfTool('pdfinfo', file);
    expect(info).toMatch(/^Tagged:\s+yes$/mu);
    expect(info).toMatch(/^Title:\s+Viet Nam: bilaterals$/mu);
    expect(info).toMatch(/^Author:\s+Hanoi Chancery$/mu);
    expect(info).not.toMatch(/^CreationDate:.*20[2-9]\d/mu);
    expect(runPdfTool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });

  it('comes out with the same bytes from another worker', async () => {
    const other = createTypesetter({ workerFile, fontFolder });
    const first = await typeset(note);
    const second = await typeset(note, other);
    await other.close();
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true);
  });
});

/** Families of the fonts in the file, without weight and slope. */
const familiesIn = (file: string) =>
  new Set(
    runPdfTool('pdffonts', file)
      .split('\n')
      .slice(2)
      .flatMap((line) => /^[A-Z]{6}\+(\w+)/u.exec(line)?.[1] ?? []),
  );

const usualFamilies = [
  'SourceSerif4',
  'Inter',
  'NotoSans',
  'Amiri',
  'NotoNaskhArabic',
  'NotoSerifHebrew',
  'SourceCodePro',
];
const han = ['NotoSansSC', 'NotoSansJP', 'NotoSansKR'];

it.each([
  ['Vietnamese', 'Bộ trưởng Bùi Thanh Sơn ẵ ỗ ự đ', 'en', []],
  ['Arabic', 'قال الوزير', 'en', ['Amiri']],
  ['Persian, Urdu, Pashto, Uyghur and Kurdish', 'پژوهش گفتگو ٹڈڑے ځڅډړ ئۇيغۇرچە ڕۆژ', 'en', ['Amiri']],
  ['Hebrew', 'שלום', 'en', ['NotoSerifHebrew']],
  ['Greek and Cyrillic', 'Αθήνα Київ', 'en', []],
  ['Chinese', '部长会见了记者。', 'zh', ['NotoSansSC']],
  ['Chinese in an English note', '部长会见了记者。', 'en', ['NotoSansSC']],
  ['Japanese', '大臣が記者と会った。', 'ja', ['NotoSansJP']],
  ['Japanese in an English note', '大臣が記者と会った。', 'en', ['NotoSansJP']],
  ['Han alone in a Japanese note', '日本外務省', 'ja', ['NotoSansJP']],
  ['Korean', '장관이 기자들을 만났다.', 'ko', ['NotoSansKR']],
  ['Korean in a French note', '장관이 기자들을 만났다.', 'fr', ['NotoSansKR']],
  ['Thai', 'รัฐมนตรีพบผู้สื่อข่าว', 'th', ['NotoSansThai']],
  ['Lao', 'ລັດຖະມົນຕີ', 'lo', ['NotoSansLao']],
  ['Khmer', 'រដ្ឋមន្ត្រី', 'km', ['NotoSansKhmer']],
  ['Burmese', 'ဝန်ကြီး', 'my', ['NotoSansMyanmar']],
  ['Hindi', 'मंत्री ने कहा', 'hi', ['NotoSans']],
  ['emoji, with flags, families and tones of skin', '😀 🇻🇳 👨‍👩‍👧‍👦 👍🏽 ❤️ 1️⃣', 'en', ['NotoEmoji']],
])('sets %s in fonts that are shipped', async (_, words, language, wanted) => {
  const { file } = await typeset(
    documentFrom(`${words} and [code](https://example.org) \`x\` **${words}** *${words}*`, language),
  );
  const families = familiesIn(file);
  const large = ['Thai', 'Lao', 'Khmer', 'Myanmar'].map((script) => `NotoSans${script}`);
  const shipped = [...usualFamilies, ...han, ...large, 'NotoEmoji'];
  expect([...families].filter((family) => !shipped.includes(family))).toEqual([]);
  expect([...families]).toEqual(expect.arrayContaining(wanted));
  // Each language has its own shapes of the characters that they share.
  if (wanted.some((name) => han.includes(name)))
    expect(han.filter((name) => families.has(name) && !wanted.includes(name))).toEqual([]);
});

const everyScript = documentFrom(
  [
    '---',
    'title: "Every script: 越南 ベトナム 베트남 เวียดนาม"',
    'header: { from: 外交部, reference: SEA/2025/118 }',
    '---',
    '## 摘要 요약 สรุป',
    '部长会见了“欧盟”代表。[^A2] 大臣が記者と会った。 장관이 기자들을 만났다。',
    'รัฐมนตรีว่าการกระทรวงการต่างประเทศพบผู้สื่อข่าวหลังการประชุมที่กัวลาลัมเปอร์เมื่อวันศุกร์ที่ผ่านมาและกล่าวว่าการเจรจาคืบหน้าไปมาก',
    'قال الوزير 35 عامًا. שלום. Bộ trưởng. Київ. Αθήνα. 😀 🇻🇳 👨‍👩‍👧‍👦',
  ].join('\n\n'),
);

it('sets every script in one note, the same bytes from another worker, and keeps the words', async () => {
  const other = createTypesetter({ workerFile, fontFolder });
  const second = await typeset(everyScript, other);
  await other.close();
  const first = await typeset(everyScript);
  expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true);
  const text = runPdfTool('pdftotext', first.file, '-').replaceAll(/\s+/gu, '');
  for (const words of ['部长会见了“欧盟”代表', '大臣が記者と会った', '장관이기자들을만났다', '🇻🇳'])
    expect(text).toContain(words);
  expect(runPdfTool('qpdf', '--check', first.file)).toContain('No syntax or stream encoding errors found');
});

/** Where words stand on the first page, from 0 (left) to 1 (right): the middle of each that is `word`. */
function placesOf(file: string, word: string): number[] {
  const boxes = runPdfTool('pdftotext', '-bbox', '-l', '1', file, '-');
  const width = Number(/<page width="([\d.]+)"/u.exec(boxes)?.[1]);
  return [...boxes.matchAll(/xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]*)</gu)].flatMap(
    ([, from, to, text = '']) =>
      text.replaceAll(/[\u200E\u200F]/gu, '') === word ? [(Number(from) + Number(to)) / 2 / width] : [],
  );
}

it('sets each paragraph from the side where its language begins, in an English and in an Arabic note', async () => {
  const text = 'قال الوزير في EVIPA.[^A2]\n\nThe EU agreed.[^B3]\n\n- بند';
  for (const language of ['en', 'ar']) {
    const { file } = await typeset(documentFrom(`## ملخص\n\n${text}`, language));
    // The number of the first paragraph; the mark of its footnote stands at the other side.
    expect(Math.max(...placesOf(file, '1'))).toBeGreaterThan(0.8);
    expect(placesOf(file, '2.')[0]).toBeLessThan(0.25);
    expect(placesOf(file, 'The')[0]).toBeLessThan(0.25);
    expect(runPdfTool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  }
});

it('gives Arabic back as it was written when it is copied', async () => {
  const words = 'فيتنام لقاءات ثنائية قال الوزير بوي ثانه سون إن السفارة';
  const { file } = await typeset(documentFrom(words, 'ar'));
  const text = oneSpace(runPdfTool('pdftotext', file, '-').replaceAll(/[\u200E\u200F\u202A-\u202E]/gu, ''));
  expect(text).toContain(words);
});

it.each([
  ['fr', 'Page 1 sur 1', 'Commentaire.'],
  ['de', 'Seite 1 von 1', 'Anmerkung.'],
  ['vi', 'Trang 1 trên 1', 'Nhận xét.'],
  ['zh-Hans', '第 1 页，共 1 页', '评论。'],
])('prints the words of the page in %s', async (language, page, comment) => {
  const { file } = await typeset(documentFrom('One. {.comment}', language));
  const text = oneSpace(runPdfTool('pdftotext', file, '-'));
  expect(text).toContain(page);
  expect(text).toContain(comment);
});

it('hyphenates as the language of the note does', async () => {
  const words = 'Donaudampfschifffahrtsgesellschaftskapitänsversammlung '.repeat(12);
  const german = await typeset(documentFrom(words, 'de'));
  const inGerman = runPdfTool('pdftotext', german.file, '-');
  const thai = await typeset(documentFrom(words, 'th')); // a language without hyphens
  expect(inGerman).toMatch(/\p{Letter}[-\u00AD‐]\n/u);
  expect(runPdfTool('pdftotext', thai.file, '-')).not.toMatch(/\p{Letter}[-\u00AD‐]\n/u);
});

it('sets a note without such letters the same whether the large fonts were read or not', async () => {
  const note = documentFrom('Plain words, “quoted” · and counted.');
  expect(note.needsLargeFonts).toBe(false);
  const before = await typeset(note);
  await typeset(everyScript);
  expect(Buffer.from((await typeset(note)).pdf).equals(Buffer.from(before.pdf))).toBe(true);
});

it('refuses a character that no shipped font has, and names it', async () => {
  const result = await typesetter.typeset(documentFrom('The runes say ᚠ.'));
  expect(result).toMatchObject({ ok: false, error: { code: 'typesetting-failed' } });
  expect(result.ok ? '' : result.error.message).toContain('“ᚠ”');
});

it('prints what looks like Typst as it was written', async () => {
  const signs = fc.array(fc.constantFrom(...'#$*_[]{}\\@<>`/=-+~"\'()!;:.,x0'), {
    minLength: 1,
    maxLength: 24,
  });
  await fc.assert(
    fc.asyncProperty(signs, async (characters) => {
      const words = characters.join('');
      const { file } = await typeset(
        documentOf(noteOf({ type: 'paragraph', children: [{ type: 'text', value: `a${words}z` }] })),
      );
      const text = runPdfTool('pdftotext', file, '-').replaceAll(/\s+/gu, '');
      expect(text).toContain(`a${words}z`);
    }),
    { numRuns: 40 },
  );
});

it.each([
  ['a call', '#panic("x")'],
  ['a file', '#read("/etc/passwd")'],
  ['mathematics that does not end', '$ x'],
  ['a label and a reference', '<here> @here'],
  ['a comment', '/* not seen */ // nor this'],
])('prints %s as it was written, in the header too', async (_, words) => {
  const [header, ...rest] = noteOf({
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: words }],
  }).children;
  const fields = [{ key: 'reference', value: words }];
  const { file } = await typeset(
    documentOf({ type: 'root', children: [{ ...header, title: words, fields }, ...rest] }),
  );
  // Title, heading, and the reference twice: in the header's grid and at the head of the page.
  const noSpace = (written: string) => written.replaceAll(/\s+/gu, '');
  const text = noSpace(runPdfTool('pdftotext', file, '-'));
  expect(text.split(noSpace(words)).length - 1).toBe(4);
});

it('counts the pages of a long note on each of them', async () => {
  const { pages, file } = await typeset(documentFrom('One more line of the note.\n\n'.repeat(90)));
  expect(pages).toBeGreaterThan(1);
  expect(oneSpace(runPdfTool('pdftotext', file, '-'))).toContain(`Page ${String(pages)} of ${String(pages)}`);
});

describe('cancelling', () => {
  const long = documentFrom('A sentence that is set many times over, with a footnote.[^A2]\n\n'.repeat(1500));
  const short = documentFrom('One line.');

  it('ends a document at once, and the next one is set', async () => {
    const controller = new AbortController();
    const slow = typesetter.typeset(long, controller.signal);
    const waiting = typesetter.typeset(short);
    controller.abort();
    expect(await slow).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await waiting).toMatchObject({ ok: true, value: { pages: 1 } });
  });

  it('does not begin what was cancelled before', async () => {
    const result = await typesetter.typeset(short, AbortSignal.abort());
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('is what closing does to what waits', async () => {
    const other = createTypesetter({ workerFile, fontFolder });
    const waiting = other.typeset(long);
    await other.close();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await other.typeset(short)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});

it('says so when its worker can’t start, and does not wait for ever', async () => {
  const broken = createTypesetter({ workerFile: path.join(folder, 'missing.cjs'), fontFolder });
  const result = await broken.typeset(documentFrom('One line.'));
  expect(result).toMatchObject({ ok: false, error: { code: 'typesetting-failed' } });
  await broken.close();
});
