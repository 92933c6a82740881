import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { NewId, Now } from '../../core/dossier/ids.ts';
import type { HostEventName } from '../../core/host-contract.ts';
import { importSource } from '../../core/importers/import-source.ts';
import { done, refused, type Result } from '../../core/result.ts';
import type { DriveWatch } from '../../host/drive-watch.ts';
import { createHost, type Host } from '../../host/host.ts';
import type { HostDependencies } from '../../host/host-dependencies.ts';
import type { Typesetter } from '../../host/typesetting/typesetter.ts';
import { countingTools, temporaryFolder, valueOf } from '../unit/host/dossier-fixture.ts';

export const seedsFolder = fileURLToPath(new URL('../../seeds', import.meta.url));
export const seedA = join(seedsFolder, '000_71b0acd410699836.txt');
export const seedB = join(seedsFolder, '001_37ad44ba842c9332.txt');

export interface SentEvent {
  readonly event: HostEventName;
  readonly payload: unknown;
}

/** Answers that the dialogs give, in turn; an unasked-for dialog fails the test. */
export interface Answers {
  readonly open: (readonly string[])[];
  readonly save: (string | null)[];
}

export interface TestHost extends Host {
  readonly folder: string;
  readonly answers: Answers;
  readonly sent: SentEvent[];
  /** Paths handed to the desktop. */
  readonly opened: string[];
  readonly shown: string[];
  /** What was put on the clipboard. */
  readonly copied: { readonly text: string; readonly html: string }[];
  /** Names that the save dialogs suggested. */
  readonly suggested: string[];
}

export interface TestHostOptions {
  /** The data folder of an earlier host, for a second start. */
  readonly folder?: string;
  readonly seeds?: string;
  readonly typesetter?: () => Typesetter;
  /** A clock that the test sets; otherwise one that counts up. */
  readonly now?: Now;
  /** That of an earlier host, where ids of both meet. */
  readonly newId?: NewId;
  readonly wantedParagraph?: HostDependencies['wantedParagraph'];
  /** Instead of the system's own answers. */
  readonly drive?: DriveWatch;
}

function next<Answer>(answers: Answer[], dialog: string): Answer {
  const answer = answers.shift();
  if (answer === undefined) throw new Error(`Nobody expected a dialog for ${dialog}.`);
  return answer;
}

const noTypesetter = (): Typesetter => {
  throw new Error('This test sets nothing.');
};

/** A real host on a data folder of its own. Its dialogs answer with what the test says. */
export function startHost(options: TestHostOptions = {}): TestHost {
  const folder = options.folder ?? temporaryFolder();
  const documentsFolder = join(folder, 'documents');
  mkdirSync(documentsFolder, { recursive: true });
  const answers: Answers = { open: [], save: [] };
  const sent: SentEvent[] = [];
  const opened: string[] = [];
  const shown: string[] = [];
  const suggested: string[] = [];
  const copied: { readonly text: string; readonly html: string }[] = [];
  const dependencies: HostDependencies = {
    ...countingTools(),
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.newId === undefined ? {} : { newId: options.newId }),
    ...(options.wantedParagraph === undefined ? {} : { wantedParagraph: options.wantedParagraph }),
    ...(options.drive === undefined ? {} : { drive: options.drive }),
    dataFolder: join(folder, 'data'),
    documentsFolder,
    seedsFolder: options.seeds ?? seedsFolder,
    typesetter: options.typesetter ?? noTypesetter,
    ports: {
      chooseOpenPaths: ({ title }) => Promise.resolve(next(answers.open, title)),
      chooseSavePath: ({ title, suggestion }) => {
        suggested.push(suggestion);
        return Promise.resolve(next(answers.save, title));
      },
      openPath: (path) => Promise.resolve((opened.push(path), '')),
      showInFolder: (path) => void shown.push(path),
      writeClipboard: (content) => Promise.resolve(void copied.push(content)),
    },
    send: (event, payload) => void sent.push({ event, payload }),
    application: { version: '0.0.0', testBuild: false, platform: 'linux' },
  };
  const host = createHost(dependencies);
  onTestFinished(() => host.close());
  return { ...host, folder, answers, sent, opened, shown, suggested, copied };
}

/** A host with an empty dossier open. */
export async function startWithDossier(options: TestHostOptions = {}): Promise<TestHost> {
  const host = startHost(options);
  host.answers.save.push(join(host.folder, 'documents', 'work.dossier'));
  valueOf(await host.handlers.createDossier({}));
  return host;
}

/** Does what the window does with one file: pick, read, parse, add. */
export async function bringIn({ handlers, answers }: TestHost, path: string) {
  answers.open.push([path]);
  const [picked] = valueOf(await handlers.pickSources({}));
  if (picked === undefined) throw new Error('nothing was picked');
  const bytes = valueOf(await handlers.readPickedFile({ token: picked.token }));
  const document = valueOf(await importSource(bytes, picked.name));
  return handlers.addSource({ token: picked.token, document });
}

/** A copy of the seeds that a test may spoil. */
export function copyOfSeeds(): string {
  const copy = join(temporaryFolder(), 'seeds');
  cpSync(seedsFolder, copy, { recursive: true });
  return copy;
}

/** Sets nothing: gives these bytes, or waits until it is cancelled. */
export function typesetterGiving(pdf: Uint8Array | 'waits'): Typesetter {
  return {
    typeset(_document, signal): Promise<Result<{ pdf: Uint8Array; pages: number }, 'cancelled'>> {
      if (pdf !== 'waits') return Promise.resolve(done({ pdf, pages: 1 }));
      return new Promise((resolve) => {
        signal?.addEventListener('abort', () => {
          resolve({ ok: false, error: { code: 'cancelled', message: 'Cancelled.' } });
        });
      });
    },
    measure: () =>
      Promise.resolve(
        pdf === 'waits'
          ? refused('superseded', 'Another came.')
          : done({ pages: Math.max(1, pdf.length), filled: 0.25 }),
      ),
    close: () => Promise.resolve(),
  };
}

export const textOf = (path: string) => readFileSync(path, 'utf8');
