/** Scrolling a long source in the real application: what comes into view has its text in the very picture it comes in. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { makeDossier } from '../bench/made-dossier.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { sourceText } from './window-parts.ts';

let chancery: RunningChancery;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-scrolling-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => chancery?.close());

interface Watch {
  pictures: number;
  paragraphs: number;
  blank: string[];
}

/** From now on looks at every picture of the source after it was painted, until the function it leaves behind is called. */
function watchPictures(view: Element): void {
  const seen: Watch = { pictures: 0, paragraphs: 0, blank: [] };
  let on = true;
  const look = () => {
    const { top, bottom, left, width } = view.getBoundingClientRect();
    seen.pictures += 1;
    for (let y = top + 5; y < bottom - 5; y += 40) {
      // Between two paragraphs there is white anyway.
      const block = document.elementFromPoint(left + width / 2, y)?.closest('[data-paragraph]');
      if (block === null || block === undefined) continue;
      seen.paragraphs += 1;
      const words = block.firstElementChild;
      const isThere =
        words?.checkVisibility({ contentVisibilityAuto: true }) === true && block.textContent.trim() !== '';
      if (!isThere) seen.blank.push(block.getAttribute('data-number') ?? 'leftover');
    }
  };
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', look); // comes after the picture was painted
  channel.port1.start();
  const next = () => {
    channel.port2.postMessage(null);
    if (on) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  Object.assign(window, {
    stopWatching: () => {
      on = false;
      return seen;
    },
  });
}

it('shows no blank place while a source of 5,000 paragraphs with 2,000 annotations is scrolled', async () => {
  const file = path.join(folder, 'long.dossier');
  makeDossier(file, { sources: 1, paragraphs: 5_000, annotations: 2_000 });
  chancery = await launchChancery({ args: [file] });
  const { window } = chancery;
  await sourceText(window).waitFor();
  const view = window.locator('.edition-scroll');
  const box = await view.boundingBox();
  if (box === null) throw new Error('The source is not shown.');
  await window.mouse.move(box.x + box.width / 2, box.y + box.height / 2);

  // What is far below is not drawn yet, and this way of looking tells it.
  const last = view.locator('[data-paragraph]').last();
  expect(
    await last.evaluate(
      (block) => block.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? null,
    ),
  ).toBe(false);

  await view.evaluate(watchPictures);
  for (let turn = 0; turn < 60; turn += 1) await window.mouse.wheel(0, 700);
  for (let turn = 0; turn < 20; turn += 1) await window.mouse.wheel(0, -700);
  for (let page = 0; page < 10; page += 1) await window.keyboard.press('PageDown');
  const scrolled = await view.evaluate((element) => element.scrollTop);
  const seen = await window.evaluate(() => (window as unknown as { stopWatching(): Watch }).stopWatching());

  expect(scrolled).toBeGreaterThan(10_000);
  expect(seen.pictures).toBeGreaterThan(20);
  expect(seen.paragraphs).toBeGreaterThan(200);
  expect(seen.blank).toEqual([]);
});
