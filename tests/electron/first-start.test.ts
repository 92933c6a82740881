import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import {
  annotationCards,
  chip,
  dossier,
  expectVisible,
  noteText,
  paragraph,
  sourceText,
} from './window-parts.ts';

let chancery: RunningChancery;
beforeAll(async () => {
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterAll(() => chancery?.close());

it('opens the sample dossier: both sources and a note that cites them', async () => {
  const { window } = chancery;
  await dossier(window).getByText('VietNamNet · 12 Jul 2025 · 19 ¶').waitFor();
  await dossier(window).getByText('VNA · 11 Jul 2025 · 16 ¶').waitFor();
  expect(await chip(window, 'A ¶2').count()).toBeGreaterThan(0);
  expect(await chip(window, 'B ¶1').count()).toBeGreaterThan(0);
  // The window's own lists are without bullets; those of a note are not.
  const items = noteText(window).getByRole('listitem');
  expect(await items.first().evaluate((item) => getComputedStyle(item).listStyleType)).toBe('disc');
  expect(await noteText(window).locator('.cite-chip.bad').count()).toBe(0);
});

it('numbers 19 paragraphs of source A, with one heading and one leftover that has no number', async () => {
  const { window } = chancery;
  const source = sourceText(window);
  expect(await source.locator('[data-number]').count()).toBe(19);
  expect(await source.getByRole('heading').allTextContents()).toEqual([
    'Sharing experiences in developing financial centers',
  ]);
  const leftover = source.locator('[data-leftover]');
  expect(await leftover.locator('.paragraph-text').textContent()).toBe('Comment (0)');
});

it('paints the annotations over the text without touching it', async () => {
  const { window } = chancery;
  const painted = await window.evaluate(() =>
    [...CSS.highlights].map(([name, highlight]) => [name, highlight.size] as const),
  );
  expect(Object.fromEntries(painted)['annotation-fact']).toBeGreaterThan(0);
  expect(await paragraph(window, 1).locator('.paragraph-text > *').count()).toBe(1);
  expect(await annotationCards(window).count()).toBe(11);
  expect(await paragraph(window, 1).getAttribute('aria-description')).toContain('Key fact');
});

it.each(['light', 'dark'] as const)(
  'has no accessibility fault that axe knows of, in %s colours',
  async (theme) => {
    const { window } = chancery;
    await window.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    expect(await axeFaults(window)).toEqual([]);
  },
);

it('says in About what it is not', async () => {
  const { window, application } = chancery;
  await application.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()
      ?.items.at(-1)
      ?.submenu?.items.find((item) => item.label === 'About Chancery')
      ?.click();
  });
  const about = window.getByRole('dialog', { name: 'Chancery' });
  await expectVisible(about.getByText('not accredited for classified work'));
  await window.keyboard.press('Escape');
  await about.waitFor({ state: 'detached' });
});
