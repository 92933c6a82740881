import { expect, it } from 'vitest';
import type { FoundAddress } from '../../../core/dossier/paragraph-link.ts';
import { linkIn, openParagraphLink } from '../../../electron/open-paragraph-link.ts';
import { createWantedParagraph } from '../../../host/wanted-paragraph.ts';

const link = 'chancery://dossier/d1/e1.12';

/** What happens, in order, on a computer where these dossiers are open and these were. */
async function open(text: string, { shown = '', recent = '' } = {}): Promise<string[]> {
  const done: string[] = [];
  await openParagraphLink(text, {
    want: ({ dossier, paragraph }: FoundAddress) => done.push(`want ${dossier} ${paragraph}`),
    announce: (dossier) => {
      if (dossier === shown) done.push(`announce ${dossier}`);
      return dossier === shown;
    },
    pathOf: (dossier) => Promise.resolve(dossier === recent ? `/there/${dossier}` : undefined),
    openDossier: (path) => Promise.resolve(void done.push(`open ${path}`)),
    say: (title) => done.push(title),
  });
  return done;
}

it('shows the paragraph in the window that has its dossier', async () => {
  expect(await open(link, { shown: 'd1', recent: 'd1' })).toEqual(['want d1 e1.12', 'announce d1']);
});

it('opens a dossier that was opened before', async () => {
  expect(await open(link, { shown: 'd2', recent: 'd1' })).toEqual(['want d1 e1.12', 'open /there/d1']);
});

it('says that a dossier is not known', async () => {
  expect(await open(link)).toEqual(['want d1 e1.12', 'The dossier of this link is not known here']);
});

it.each([
  'chancery:',
  'chancery://dossier/d1',
  'chancery://dossier/../../etc/passwd',
  'chancery://dossier/d1/e1.12?then=that',
  'chancery://settings/d1/e1.12',
  `chancery://dossier/${'a'.repeat(3_000)}/e1.12`,
  'chancery://dossier/d1/e1.12 --inspect',
])('does nothing with %s but say so', async (text) => {
  expect(await open(text, { shown: 'd1', recent: 'd1' })).toEqual(['This link can’t be opened']);
});

it('finds the link among the arguments, never in the name of the program', () => {
  expect(linkIn(['chancery', '--flag', link])).toBe(link);
  expect(linkIn(['chancery:x', 'file.dossier'])).toBeUndefined();
});

it('gives what is wanted once, and to its own dossier only', () => {
  const wanted = createWantedParagraph();
  const address = { dossier: 'd1', edition: 'e1', paragraph: 'e1.12' } as unknown as FoundAddress;
  wanted.want(address);
  expect(wanted.take('d2')).toBeUndefined();
  expect(wanted.take('d1')).toBe(address);
  expect(wanted.take('d1')).toBeUndefined();
});
