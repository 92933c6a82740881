/** Sources of every format on the command line, each opened in a thread with limits. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../unit/host/dossier-fixture.ts';
import { chanceryHere, json } from './command-line-fixture.ts';

const files = fileURLToPath(new URL('../unit/importers/files', import.meta.url));
const sample = (ending: string) => {
  const name = readdirSync(files).find((each) => each.endsWith(ending));
  if (name === undefined) throw new Error(`no sample ${ending}`);
  return join(files, name);
};

interface Imported {
  readonly sources: readonly {
    readonly label: string;
    readonly title: string;
    readonly paragraphs: number;
  }[];
}

it('brings in one of each format', async () => {
  const file = join(temporaryFolder(), 'x.dossier');
  await json('new', file);
  const pdf = join(files, 'pdf', 'report.pdf');
  const endings = ['.docx', '.odt', '.epub', '.html', '.md', '.eml'];
  const { sources } = await json<Imported>('import', file, ...endings.map(sample), pdf);
  expect(sources).toHaveLength(endings.length + 1);
  for (const { title, paragraphs } of sources) expect([title, paragraphs > 0]).toEqual([title, true]);
}, 120_000);

it('tells of attached files, and brings them in where that is asked for', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'x.dossier');
  const mail = join(folder, 'mail.eml');
  writeFileSync(
    mail,
    [
      'From: desk@example.org',
      'Subject: Readout',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'The readout is attached to this mail.',
      '--x',
      'Content-Type: text/plain; name=annex.txt',
      'Content-Disposition: attachment; filename="annex.txt"',
      '',
      'The annex holds the figures.',
      '--x--',
      '',
    ].join('\r\n'),
  );
  await json('new', file);
  const told = await chanceryHere('import', file, mail);
  expect([told.exit, told.stderr]).toEqual([
    0,
    expect.stringContaining('“annex.txt” came attached') as string,
  ]);
  const other = join(folder, 'other.dossier');
  await json('new', other);
  const { sources } = await json<Imported>('import', other, mail, '--attachments', 'add');
  expect(sources.map(({ label }) => label)).toEqual(['A', 'B']);
  expect((await chanceryHere('import', other, mail, '--attachments', 'no')).exit).toBe(2);
}, 120_000);
