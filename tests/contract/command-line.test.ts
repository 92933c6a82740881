import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, temporaryFolder } from '../unit/host/dossier-fixture.ts';
import { chancery, chanceryHere, json } from './command-line-fixture.ts';
import { seedA, seedB, seedsFolder } from './host-fixture.ts';
import { runPdfTool } from './typesetting/pdf-tools.ts';

interface ImportedSource {
  readonly label: string;
  readonly title: string;
  readonly edition: string;
  readonly sha256: string;
  readonly paragraphs: number;
}

const base = mkdtempSync(join(tmpdir(), 'chancery-test-'));
const prepared = join(base, 'prepared.dossier');

const noteWith = (...labels: readonly string[]) =>
  `# Talks in Kuala Lumpur\n\n${labels.map((label) => `Somebody met somebody.[^${label}]`).join(' ')}\n`;

beforeAll(async () => {
  await json('new', prepared, '--title', 'Talks');
  await json('import', prepared, seedA, seedB);
}, 60_000);

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

/** A dossier of the running test's own, with both seeds in it. */
function dossier(): string {
  const path = join(temporaryFolder(), 'x.dossier');
  copyFileSync(prepared, path);
  return path;
}

async function withNote(markdown: string): Promise<{ path: string; folder: string; note: string }> {
  const path = dossier();
  const folder = dirname(path);
  writeFileSync(join(folder, 'in.md'), markdown);
  const { note } = await json<{ note: { id: string } }>('note', 'import', path, join(folder, 'in.md'));
  return { path, folder, note: note.id };
}

describe('new and import', () => {
  it('say A 19, B 16, and pass over the folder that a wildcard brings along', async () => {
    const path = join(temporaryFolder(), 'x.dossier');
    await json('new', path);
    const wildcard = readdirSync(seedsFolder)
      .toSorted()
      .map((name) => join(seedsFolder, name));
    expect(wildcard).toContain(join(seedsFolder, 'sample'));
    const { exit, stdout, stderr } = await chancery('import', path, ...wildcard);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^A 19 paragraphs.*\nB 16 paragraphs.*\n$/);
    expect(stderr).toContain('“sample” is a folder');
    expect(readdirSync(dirname(path))).toEqual(['x.dossier']);
  });

  it('tell a program the label, title, hash and paragraphs', async () => {
    const path = join(temporaryFolder(), 'x.dossier');
    await json('new', path);
    const { sources } = await json<{ sources: ImportedSource[] }>('import', path, seedA, seedB);
    expect(sources.map(({ label, sha256, paragraphs }) => [label, sha256.slice(0, 8), paragraphs])).toEqual([
      ['A', 'a0318a1c', 19],
      ['B', 'c09b4a5c', 16],
    ]);
  });
});

describe('show', () => {
  it('prints one source, with its heading and its leftover unnumbered', async () => {
    const { stdout } = await chancery('show', prepared, '--source', 'A');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[11]).toMatch(/^A ¶12 {2}The Deputy Prime Minister asked the EU/);
    expect(lines).toContain('A (heading)  Sharing experiences in developing financial centers');
    expect(lines.at(-1)).toBe('A (leftover)  Comment (0)');
  });

  it('gives a program every paragraph of every source', async () => {
    const { paragraphs } = await json<{
      paragraphs: { source: string; number: number | null; text: string }[];
    }>('show', prepared);
    const count = (label: string) =>
      paragraphs.filter(({ source, number }) => source === label && number !== null).length;
    expect([count('A'), count('B')]).toEqual([19, 16]);
    expect(paragraphs.at(-1)?.text).toMatch(/\.\/\. VNA$/);
  });

  it('shows an empty dossier as nothing', async () => {
    const path = join(temporaryFolder(), 'x.dossier');
    await json('new', path);
    expect(await json('show', path)).toEqual({ paragraphs: [] });
  });
});

describe('annotate', () => {
  it('marks a quotation of the paragraph', async () => {
    const path = dossier();
    const { annotation } = await json<{ annotation: unknown }>(
      'annotate',
      path,
      'A12',
      '--quote',
      'EVIPA',
      '--category',
      'ask',
      '--comment',
      'When?',
    );
    expect(annotation).toMatchObject({
      category: 'ask',
      comment: 'When?',
      passage: { anchors: [{ quote: { exact: 'EVIPA' } }] },
    });
  });
});

describe('notes', () => {
  it('start from a template, and are listed', async () => {
    const path = dossier();
    await json('note', 'new', path, '--template', 'readout', '--title', 'Talks');
    const { notes } = await json<{ notes: unknown[] }>('note', 'list', path);
    expect(notes).toMatchObject([{ title: 'Talks', template: 'readout' }]);
    expect((await chancery('note', 'list', path)).stdout).toMatch(/^1 {2}\w+ {2}“Talks” {2}\d+ words\n$/);
  });

  it('start in the language that is said, and in no other word', async () => {
    const path = dossier();
    await json('note', 'new', path, '--language', 'vi');
    const out = join(dirname(path), 'out.md');
    await json('export', path, '--note', '1', '--to', 'md', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('language: vi');
    expect(await chanceryHere('note', 'new', path, '--language', 'Vietnamese language')).toMatchObject({
      exit: 2,
    });
  });

  it('come in from Markdown, go out, and come in and out again with the same bytes', async () => {
    const { path, folder, note } = await withNote(noteWith('A12', 'B1'));
    const [first, second] = [join(folder, 'first.md'), join(folder, 'second.md')];
    await json('export', path, '--note', note, '--to', 'md', '--out', first);
    await json('note', 'import', path, first);
    await json('export', path, '--note', '2', '--to', 'md', '--out', second);
    expect(readFileSync(first, 'utf8')).toContain('[^A12]: vietnamnet.vn');
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
  });

  it('go out as a PDF: two footnotes, one page, tagged, sound, and the same bytes twice', async () => {
    const { path, folder, note } = await withNote(noteWith('A12', 'B1'));
    const [first, second] = [join(folder, 'first.pdf'), join(folder, 'second.pdf')];
    await json('export', path, '--note', note, '--to', 'pdf', '--out', first);
    await json('export', path, '--note', note, '--to', 'pdf', '--out', second);
    expect(hashOf(second)).toBe(hashOf(first));
    expect(runPdfTool('pdfinfo', first)).toMatch(/Tagged: +yes/);
    runPdfTool('qpdf', '--check', first);
    const text = runPdfTool('pdftotext', '-layout', first, '-');
    expect(text).toContain('Page 1 of 1');
    expect(text.match(/, ¶ \d+\./g)).toEqual([', ¶ 12.', ', ¶ 1.']);
  });

  it('come back from pandoc’s Markdown, which has its bibliography beside it', async () => {
    const { path, folder, note } = await withNote(noteWith('A12', 'B1'));
    const file = (name: string) => join(folder, name);
    const out = (name: string, which: string, ...more: string[]) =>
      json('export', path, '--note', which, '--to', 'md', '--out', file(name), ...more);
    await out('plain.md', note);
    await out('pandoc.md', note, '--markdown=pandoc');
    expect(readFileSync(file('pandoc.md'), 'utf8')).toContain('[@A, ¶ 12]');
    expect(JSON.parse(readFileSync(file('pandoc.json'), 'utf8'))).toHaveLength(2);
    await json('note', 'import', path, file('pandoc.md'));
    await out('back.md', '2');
    expect(readFileSync(file('back.md'), 'utf8')).toBe(readFileSync(file('plain.md'), 'utf8'));
  });
});

describe('a refusal is told to the shell as 1', () => {
  it.each([
    ['quote-not-found', 'Brexit'],
    ['ambiguous', 'Vietnam'],
  ])('%s', async (code, quote) => {
    const path = dossier();
    const before = hashOf(path);
    const { exit, stdout, stderr } = await chancery('annotate', path, 'A12', '--quote', quote);
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`[${code}]`);
    expect(hashOf(path)).toBe(before);
  });
});

describe('refusals leave the dossier as it was', () => {
  const rows: readonly [string, string, (path: string) => string[]][] = [
    [
      'a quotation that is not there',
      'quote-not-found',
      (path) => ['annotate', path, 'A12', '--quote', 'Brexit'],
    ],
    ['a quotation that stands twice', 'ambiguous', (path) => ['annotate', path, 'A12', '--quote', 'Vietnam']],
    [
      'a paragraph that is not there',
      'paragraph-not-found',
      (path) => ['annotate', path, 'A99', '--quote', 'x'],
    ],
    ['a source that is not there', 'source-not-found', (path) => ['annotate', path, 'C1', '--quote', 'x']],
    ['showing a source that is not there', 'source-not-found', (path) => ['show', path, '--source', 'C']],
    ['a file that is already in', 'already-there', (path) => ['import', path, seedB]],
    ['a file that is not there', 'file-not-found', (path) => ['import', path, join(dirname(path), 'no.txt')]],
    ['nothing but a folder', 'nothing-to-import', (path) => ['import', path, dirname(path)]],
    [
      'one good and one bad file',
      'damaged-pdf',
      (path) => {
        const [good, bad] = [join(dirname(path), 'good.txt'), join(dirname(path), 'bad.pdf')];
        writeFileSync(good, 'A good report.\n');
        writeFileSync(bad, Buffer.from('%PDF-1.7\n\0\0\0'));
        return ['import', path, good, bad];
      },
    ],
    [
      'a note that cites what is not there',
      'citation-not-found',
      (path) => {
        writeFileSync(join(dirname(path), 'in.md'), noteWith('A99'));
        return ['note', 'import', path, join(dirname(path), 'in.md')];
      },
    ],
    [
      'a note that is not UTF-8',
      'bad-encoding',
      (path) => {
        writeFileSync(join(dirname(path), 'in.md'), Buffer.from([0x63, 0xe9, 0x0a]));
        return ['note', 'import', path, join(dirname(path), 'in.md')];
      },
    ],
    [
      'a template that is not there',
      'template-not-found',
      (path) => ['note', 'new', path, '--template', 'x'],
    ],
    [
      'a note that is not there',
      'note-not-found',
      (path) => ['export', path, '--note', '7', '--to', 'md', '--out', join(dirname(path), 'out.md')],
    ],
    ['making it anew', 'already-exists', (path) => ['new', path]],
  ];
  it.each(rows)('%s: %s', async (_, code, prepare) => {
    const path = dossier();
    const argv = prepare(path);
    const before = hashOf(path);
    const files = readdirSync(dirname(path));
    const { exit, stdout, stderr } = await chanceryHere(...argv, '--json');
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
    expect([exit, error.code]).toEqual([1, code]);
    expect(stderr).toContain(error.message);
    expect(hashOf(path)).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(files);
  });

  it('exporting over the dossier itself: open-dossier', async () => {
    const { path, note } = await withNote(noteWith('A12'));
    const before = hashOf(path);
    const { exit, stderr } = await chancery('export', path, '--note', note, '--to', 'md', '--out', path);
    expect(exit).toBe(1);
    expect(stderr).toContain('[open-dossier]');
    expect(hashOf(path)).toBe(before);
  });

  const spoiled: readonly [string, string, (path: string) => void][] = [
    [
      'a damaged dossier',
      'damaged',
      (path) => {
        truncateSync(path, 9000);
      },
    ],
    [
      'a text file named .dossier',
      'not-a-dossier',
      (path) => {
        writeFileSync(path, 'Dear colleague,\n');
      },
    ],
    [
      'no dossier at all',
      'not-found',
      (path) => {
        rmSync(path);
      },
    ],
  ];
  it.each(spoiled)('%s: %s', async (_, code, spoil) => {
    const path = dossier();
    spoil(path);
    const before = readdirSync(dirname(path)).map((name) => hashOf(join(dirname(path), name)));
    const { exit, stdout, stderr } = await chancery('import', path, seedA);
    expect(exit).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).not.toContain(dirname(path));
    expect(readdirSync(dirname(path)).map((name) => hashOf(join(dirname(path), name)))).toEqual(before);
  });
});

describe('wrong usage exits with 2', () => {
  const rows: readonly [string, string[]][] = [
    ['no command', []],
    ['an unknown command', ['fly']],
    ['half a command', ['note']],
    ['an unknown option', ['show', 'x.dossier', '--colour', 'red']],
    ['an option without its value', ['annotate', 'x.dossier', 'A1', '--quote']],
    ['too few words', ['import', 'x.dossier']],
    ['too many words', ['show', 'x.dossier', 'y.dossier']],
    ['an unknown category', ['annotate', 'x.dossier', 'A1', '--quote', 'x', '--category', 'gossip']],
    ['an unknown format', ['export', 'x.dossier', '--note', '1', '--to', 'exe', '--out', 'x']],
  ];
  it.each(rows)('%s', async (_, argv) => {
    const { exit, stdout, stderr } = await chanceryHere(...argv);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('[wrong-usage]');
  });

  it('a paragraph that is none', async () => {
    expect((await chanceryHere('annotate', prepared, '12A', '--quote', 'x')).exit).toBe(2);
  });
});

describe('help and version', () => {
  it('list every command', async () => {
    const { exit, stdout } = await chanceryHere('--help');
    expect(exit).toBe(0);
    for (const command of [
      'new',
      'import',
      'show',
      'annotate',
      'note new',
      'note import',
      'note list',
      'export',
    ]) {
      expect(stdout).toContain(`chancery ${command} `);
    }
  });

  it('wrong usage is told to the shell as 2', async () => {
    const { exit, stdout, stderr } = await chancery('fly', '--json');
    expect(exit).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'wrong-usage' } });
    expect(stderr).toContain('“fly”');
  });

  it('tell the version of the package', async () => {
    const file = fileURLToPath(new URL('../../package.json', import.meta.url));
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    expect((await chancery('--version')).stdout).toBe(`chancery ${version}\n`);
  });
});
