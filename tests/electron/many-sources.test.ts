import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeDossier } from '../bench/made-dossier.ts';
import { launchChancery } from './electron-fixture.ts';
import { dossier, sourceText } from './window-parts.ts';

it('makes of a long list what is seen of it, and the rest where one scrolls or tabs to', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'chancery-many-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'Many.dossier');
  makeDossier(file, { sources: 400, paragraphs: 3 });
  const { window, close } = await launchChancery({ args: [file] });
  onTestFinished(close);

  const rows = dossier(window).locator('.dossier-item');
  await rows.first().waitFor();
  expect(await rows.count()).toBeLessThan(200);

  const last = dossier(window).getByText('Report of meeting 399');
  await expect
    .poll(async () => {
      await dossier(window).evaluate((pane) => {
        pane.scrollTop = pane.scrollHeight;
      });
      return last.count();
    })
    .toBe(1);
  await last.click();
  await expect.poll(() => sourceText(window).getAttribute('aria-label')).toContain('Report of meeting 399');
  const tabs = window.getByRole('tablist', { name: 'Sources' }).getByRole('tab');
  await expect.poll(() => tabs.last().getAttribute('aria-selected')).toBe('true');
});
