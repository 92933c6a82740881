/** The real application, killed at random moments while it is worked in: what the window said was saved is there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../host/dossier-file/database.ts';
import { openDossierFile } from '../../host/dossier-file/dossier-file.ts';
import { chosenSeed, seededRandom } from '../contract/seeded-random.ts';
import { valueOf } from '../unit/host/dossier-fixture.ts';
import { endWholeApplication } from './end-whole-application.ts';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { goToEndOfText, dossier, noteText, paragraph } from './window-parts.ts';

const seed = chosenSeed();
const random = seededRandom(seed);
let folder: string;

let running: RunningChancery | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-kill-'));
});
afterEach(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

async function launch(): Promise<RunningChancery> {
  running = await launchChancery({ dataFolder: path.join(folder, 'data') });
  await noteText(running.window).waitFor();
  return running;
}

/** Kills what runs, and reads what it left. */
async function killAndRead({ application }: RunningChancery): Promise<Stored> {
  await endWholeApplication(application.process());
  running = undefined;
  return readStored(path.join(folder, 'data', 'Sample.dossier'));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Stored {
  readonly note: string;
  readonly comments: readonly string[];
}

/** What is in the dossier after the kill, read by the host's own store. */
function readStored(file: string): Stored {
  const database = openDatabase(file);
  try {
    expect(database.get('PRAGMA integrity_check')?.['integrity_check']).toBe('ok');
  } finally {
    database.close();
  }
  const opened = valueOf(openDossierFile(file));
  try {
    const [first] = opened.notes.list();
    const note = first === undefined ? undefined : opened.notes.find(first.id);
    return {
      note: JSON.stringify(note?.tree ?? null),
      comments: opened.annotations.list().map(({ comment }) => comment),
    };
  } finally {
    opened.close();
  }
}

interface Acknowledging {
  /** Put into the window by the test. */
  acknowledged(what: 'note' | 'mark', count: number): Promise<void>;
}

/**
 * Saves through the window's bridge without pause, as fast as the host acknowledges: a note's title and the comment of
 * an annotation that count up. Each acknowledgement is handed to this process.
 */
async function saveWithoutPause(page: Page, round: number): Promise<void> {
  await page.evaluate(
    async (prefix) => {
      const { methods } = window.chanceryHost;
      const { acknowledged } = globalThis as unknown as Acknowledging;
      const contents = await methods.readDossier({});
      if (!contents.ok) throw new Error(contents.error.message);
      const [summary] = contents.value.notes;
      const [annotation] = contents.value.annotations;
      if (summary === undefined || annotation === undefined) throw new Error('The sample has changed.');
      const note = await methods.readNote({ note: summary.id });
      if (!note.ok) throw new Error(note.error.message);
      const [header, ...blocks] = note.value.tree.children;
      const work = async () => {
        for (let count = 1; ; count += 1) {
          const value = `${prefix}${String(count)};`;
          const tree = { ...note.value.tree, children: [{ ...header, title: value }, ...blocks] };
          const saved = await methods.saveNote({ note: summary.id, tree: tree as never });
          if (!saved.ok) throw new Error(saved.error.message);
          void acknowledged('note', count);
          const marked = await methods.saveAnnotation({
            annotation: { ...annotation, comment: value } as never,
          });
          if (!marked.ok) throw new Error(marked.error.message);
          void acknowledged('mark', count);
        }
      };
      void work();
    },
    `r${String(round)}-`,
  );
}

/** The highest number with this round's prefix, or 0. */
function lastCount(text: string, round: number): number {
  const counts = [...text.matchAll(new RegExp(`r${String(round)}-(\\d+);`, 'g'))];
  return Math.max(0, ...counts.map(([, count]) => Number(count)));
}

it.each(Array.from({ length: 5 }, (_, part) => part))(
  `has every acknowledged save after a kill: eight kills, part %i (seed ${String(seed)})`,
  async (part) => {
    let inAll = 0;
    for (let kill = 0; kill < 8; kill += 1) {
      const round = part * 8 + kill;
      const chancery = await launch();
      const acknowledged = { note: 0, mark: 0 };
      await chancery.window.exposeFunction('acknowledged', (what: 'note' | 'mark', count: number) => {
        acknowledged[what] = count;
      });
      await saveWithoutPause(chancery.window, round);
      await pause(random.next() * 400);
      const stored = await killAndRead(chancery);
      const where = `seed ${String(seed)}, kill ${String(round)}`;
      expect(lastCount(stored.note, round), where).toBeGreaterThanOrEqual(acknowledged.note);
      expect(lastCount(stored.comments.join(' '), round), where).toBeGreaterThanOrEqual(acknowledged.mark);
      inAll += acknowledged.note;
    }
    expect(inAll).toBeGreaterThan(8);
  },
  240_000,
);

/** What a person does in turn, until the window is gone. Calls `saved` with each word that the top bar vouched for. */
async function workAsAPerson(
  { window }: RunningChancery,
  round: number,
  saved: (word: string) => void,
): Promise<void> {
  const status = window.getByRole('banner');
  for (let count = 1; ; count += 1) {
    const word = `typed${String(round)}x${String(count)}.`;
    await goToEndOfText(window);
    await window.keyboard.type(` ${word}`);
    await status.getByText('saving…').waitFor({ timeout: 5_000 });
    await status.getByText(/ · saved \d/).waitFor({ timeout: 5_000 });
    saved(word);
    if (random.next() < 0.5) {
      await dossier(window)
        .getByText(random.next() < 0.5 ? 'Deputy PM meets US' : 'Bui Thanh Son')
        .first()
        .click();
    }
    if (random.next() < 0.5) {
      await paragraph(window, 2 + random.below(8)).focus();
      await window.keyboard.press(String(1 + random.below(5)));
      if (random.next() < 0.5) await window.keyboard.press('Control+z');
    }
  }
}

it.each([0, 1])(
  `has every word that the window said was saved: six kills while typing, part %i (seed ${String(seed)})`,
  async (part) => {
    const words: string[] = [];
    for (let kill = 0; kill < 6; kill += 1) {
      const round = part * 6 + kill;
      const chancery = await launch();
      let ended = false;
      const work = workAsAPerson(chancery, round, (word) => words.push(word)).catch((error: unknown) => {
        if (!ended) throw error;
      });
      await Promise.race([work, pause(700 + random.next() * 1_500)]);
      ended = true;
      const { note } = await killAndRead(chancery);
      await work;
      for (const word of words) {
        expect(note, `seed ${String(seed)}, kill ${String(round)}: ${word}`).toContain(word);
      }
    }
    expect(words.length).toBeGreaterThan(3);
  },
  240_000,
);
