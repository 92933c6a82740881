/** Bringing sources in: dialog, drag and drop, paste and attachments, in the real application. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importLimits } from '../../core/importers/limits.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { dossier, noteText, sourceText } from './window-parts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = path.join(root, 'dist', 'pictures');
const samples = path.join(root, 'tests', 'unit', 'importers', 'files');

let chancery: RunningChancery;
let folder: string;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), 'chancery import é-'));
  chancery = await launchChancery();
  await noteText(chancery.window).waitFor();
});
afterAll(async () => {
  await chancery.close();
  await rm(folder, { recursive: true, force: true });
});

interface Dropped {
  readonly name: string;
  readonly text: string;
}

/** What the system does with files that are let go over the window; one step at a time, to look at what hovers. */
async function drag(window: Page, files: readonly Dropped[], types: readonly string[]): Promise<void> {
  await window.evaluate(
    ([dropped, events]) => {
      const transfer = new DataTransfer();
      for (const { name, text } of dropped) transfer.items.add(new File([text], name));
      for (const type of events) {
        document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
        );
      }
    },
    [files, types] as const,
  );
}

const titlesOf = (window: Page) =>
  dossier(window).getByRole('region', { name: 'Sources' }).getByRole('listitem').allInnerTexts();

const report = (window: Page) => window.getByRole('dialog', { name: 'Bringing in sources' });

it('takes many dropped files of several formats at once, and says which it could not read and why', async () => {
  const { window } = chancery;
  const files: Dropped[] = [
    {
      name: 'page.html',
      text: '<!doctype html><html lang="fr"><title>Compte rendu</title><h1>Compte rendu</h1><p>Les ministres se sont rencontrés à Hanoï et ont parlé de commerce.</p><p>Ils se reverront <a href="https://example.org/a">bientôt</a>.</p></html>',
    },
    { name: 'notes.md', text: '# Talking points\n\nThey **agreed** on fish.\n\n- one\n- two\n' },
    { name: 'empty.txt', text: '' },
    { name: 'picture.txt', text: '\u0089PNG\0\0\0' },
  ];
  await drag(window, files, ['dragenter', 'dragover']);
  await window.getByText('Drop to add as sources').waitFor();
  await window.screenshot({ path: path.join(pictures, 'drop-light.png') });
  await drag(window, files, ['drop']);
  await report(window).waitFor();
  expect(await report(window).locator('.source-label').allInnerTexts()).toEqual(['C', 'D']);
  await report(window).getByText('“empty.txt” holds no text').waitFor();
  await report(window)
    .getByText(/“picture.txt” is not a text file/)
    .waitFor();
  await window.screenshot({ path: path.join(pictures, 'import-report-light.png') });
  await window.keyboard.press('Escape');
  expect((await titlesOf(window)).filter((text) => /Compte rendu|Talking points/.test(text))).toHaveLength(2);
  await sourceText(window).getByText('Les ministres se sont rencontrés').waitFor();
});

it('offers what came attached to an e-mail as sources of their own', async () => {
  const { window, application } = chancery;
  const mail = [
    'From: "Desk" <desk@example.org>',
    'To: post@example.org',
    'Subject: Readout of the meeting',
    'Date: Sat, 12 Jul 2025 10:00:00 +0700',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Dear colleagues, the readout of the meeting is attached to this mail.',
    '--x',
    'Content-Type: text/plain; charset=utf-8; name=annex.txt',
    'Content-Disposition: attachment; filename="annex.txt"',
    '',
    'The annex holds the figures that were agreed.',
    '--x--',
    '',
  ].join('\r\n');
  const file = path.join(folder, 'mail.eml');
  await writeFile(file, mail);
  await answerOpenDialogs(application, [file]);
  await window.keyboard.press('Control+Shift+A');
  const attached = report(window).getByRole('checkbox', { name: /annex\.txt/ });
  await attached.check();
  await report(window).getByRole('button', { name: 'Add the chosen' }).click();
  await sourceText(window).getByText('The annex holds the figures').waitFor();
  expect((await titlesOf(window)).some((text) => text.includes('Readout of the meeting'))).toBe(true);
});

it('takes pasted rich text with its headings and tables, shows what it becomes, and adds it with the keyboard', async () => {
  const { window } = chancery;
  await window.keyboard.press('Control+Alt+V');
  const dialog = window.getByRole('dialog', { name: 'Paste as a source' });
  await dialog.getByRole('textbox', { name: 'Paste here' }).waitFor();
  await dialog.getByRole('textbox', { name: 'Paste here' }).evaluate((place) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Joint statement\nThe parties agreed.');
    clipboardData.setData(
      'text/html',
      '<h2>Joint statement</h2><p>The parties agreed on three things.</p><table><tr><td>EU</td><td>35 years</td></tr><tr><td>US</td><td>30 years</td></tr></table><script>alert(1)</script>',
    );
    place.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  });
  const items = dialog.getByRole('listitem');
  await expect
    .poll(() => items.allInnerTexts())
    .toEqual(['Joint statement', 'The parties agreed on three things.', 'EU\t35 years', 'US\t30 years']);
  await window.screenshot({ path: path.join(pictures, 'paste-source-light.png') });
  await dialog.getByLabel('Title').fill('Joint statement of 11 July');
  await window.keyboard.press('Enter');
  await sourceText(window).getByText('The parties agreed on three things.').waitFor();
  await dossier(window).getByText('Joint statement of 11 July').waitFor();
});

it('reads a real page that a browser saved, without a request', async () => {
  const { window, application } = chancery;
  const page = path.join(samples, 'chromium.html');
  const bytes = await readFile(page).catch(() => null);
  expect(bytes, 'the sample is there').not.toBe(null);
  await answerOpenDialogs(application, [page]);
  const before = (await titlesOf(window)).length;
  await window.keyboard.press('Control+Shift+A');
  await expect.poll(async () => (await titlesOf(window)).length).toBe(before + 1);
});

it('is cancelled in the middle, keeps what was added, and adds the next thing as usual', async () => {
  const { window } = chancery;
  const before = (await titlesOf(window)).length;
  const slow = `<html><body>${'<p>one <b>two</b> three four five six seven.</p>'.repeat(60_000)}</body></html>`;
  await drag(
    window,
    [
      { name: 'slow.html', text: slow },
      { name: 'never.txt', text: 'Never added.' },
    ],
    ['drop'],
  );
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => window.getByText('Adding “').count()).toBe(0);
  expect(await titlesOf(window)).toHaveLength(before);
  await drag(window, [{ name: 'after.txt', text: 'Added after that.' }], ['drop']);
  await sourceText(window).getByText('Added after that.').waitFor();
});

it('refuses hostile files by name, asks nobody for anything, and leaves the dossier as it was', async () => {
  const { window, application } = chancery;
  const before = await titlesOf(window);
  const asked: string[] = [];
  window.on('request', (request) => asked.push(request.url()));
  const bomb = zipSync(
    { 'word/document.xml': [new Uint8Array(importLimits.unpackedBytes + 1), { level: 9 }] },
    { level: 9 },
  );
  const whole = await readFile(path.join(samples, 'talks-libreoffice.docx'));
  const hostile: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['bomb.docx', bomb],
    ['cut.docx', whole.subarray(0, whole.length / 2)],
    ['random.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5_000)])],
    ['climbing.odt', zipSync({ '../../content.xml': new Uint8Array(10) })],
    ['deep.html', Buffer.from(`<!doctype html>${'<div>'.repeat(50_000)}x`)],
    ['nothing.eml', Buffer.from('\0'.repeat(100))],
  ];
  for (const [name, bytes] of hostile) await writeFile(path.join(folder, name), bytes);
  await answerOpenDialogs(
    application,
    hostile.map(([name]) => path.join(folder, name)),
  );
  await window.keyboard.press('Control+Shift+A');
  await report(window).waitFor({ timeout: 100_000 });
  const refusals = await report(window).locator('.refusal').allInnerTexts();
  expect(refusals.map((text) => hostile.findIndex(([name]) => text.includes(name)))).toEqual(
    hostile.map((_, index) => index),
  );
  await window.keyboard.press('Escape');
  expect(await titlesOf(window)).toEqual(before);

  // Scripts and remote references are text or nothing.
  await drag(
    window,
    [
      {
        name: 'page.html',
        text: '<!doctype html><p>Read me and nothing else, please, dear colleague.</p><script>fetch("https://evil.example/")</script><img src="https://evil.example/x.png" onerror="alert(1)"><iframe src="https://evil.example/"></iframe><link rel="stylesheet" href="https://evil.example/x.css">',
      },
    ],
    ['drop'],
  );
  await sourceText(window).getByText('Read me and nothing else').waitFor();
  expect(asked.filter((url) => !url.startsWith('app:') && !url.startsWith('blob:'))).toEqual([]);
});
