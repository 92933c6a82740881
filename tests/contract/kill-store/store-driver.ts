/**
 * A process to be killed: a real host that changes a dossier without pause, and says on standard output what it is
 * about to change and what the host has acknowledged, one JSON line each, written before it goes on.
 * Arguments: data folder, dossier, seed, the most words of a note, and the passphrase of a dossier that has one.
 */
import { writeSync } from 'node:fs';
import { asAnnotationId, type NoteId } from '../../../core/dossier/ids.ts';
import type { Annotation } from '../../../core/dossier/annotation.ts';
import type { Reply } from '../../../core/host-contract.ts';
import type { NoteTree } from '../../../core/note-tree/note-tree.ts';
import { createHost } from '../../../host/host.ts';
import { seededRandom } from '../seeded-random.ts';

const [dataFolder = '', file = '', seed = '0', words = '200', passphrase = ''] = process.argv.slice(2);
const random = seededRandom(Number(seed));
/** How the annotations begin that are made and deleted here; the sample's own stay. */
const own = 'mark-';
let count = 0;

const say = (line: unknown) => writeSync(1, `${JSON.stringify(line)}\n`);

function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}

const host = createHost({
  dataFolder,
  seedsFolder: dataFolder,
  documentsFolder: dataFolder,
  now: () => new Date().toISOString(),
  newId: () => `driver-${seed}-${String((count += 1))}`,
  typesetter: () => {
    throw new Error('Nothing is set here.');
  },
  ports: {
    chooseOpenPaths: () => Promise.resolve([]),
    chooseSavePath: () => Promise.resolve(null),
    openPath: () => Promise.resolve(''),
    showInFolder: () => undefined,
    writeClipboard: () => Promise.resolve(),
  },
  send: () => undefined,
  application: { version: '0.0.0', testBuild: true, platform: 'linux' },
});

function titled(tree: NoteTree, title: string): NoteTree {
  const [header] = tree.children;
  const value = `${title} `.repeat(1 + random.below(Number(words)));
  return {
    ...tree,
    children: [
      { ...header, title },
      { type: 'paragraph', children: [{ type: 'text', value }] },
    ],
  };
}

async function change(note: NoteId, tree: NoteTree, marks: Map<string, Annotation>, like: Annotation) {
  const value = `v${seed}-${String((count += 1))}`;
  const kind = random.below(4);
  if (kind < 2) {
    say({ doing: note, value });
    valueOf(await host.handlers.saveNote({ note, tree: titled(tree, value) as never }));
  } else if (kind === 2 || marks.size === 0) {
    const id = `${own}${String(random.below(20))}`;
    say({ doing: id, value });
    const annotation = { ...like, id: asAnnotationId(id), comment: value };
    valueOf(await host.handlers.saveAnnotation({ annotation: annotation as never }));
    marks.set(id, annotation);
  } else {
    const [id] = [...marks.keys()].slice(random.below(marks.size));
    if (id === undefined) return;
    say({ doing: id, value: null });
    valueOf(await host.handlers.deleteAnnotation({ annotation: asAnnotationId(id) }));
    marks.delete(id);
  }
  say('done');
}

let opened: Reply<unknown> = host.openPath(file);
if (passphrase !== '') opened = await host.handlers.unlockDossier({ passphrase });
if (!opened.ok) throw new Error(opened.error.message);
const { annotations, notes } = valueOf(await host.handlers.readDossier({}));
const like = annotations.find(({ id }) => !id.startsWith(own));
const [first] = notes;
if (like === undefined || first === undefined) throw new Error('The dossier needs a note and an annotation.');
const marks = new Map(
  annotations.filter(({ id }) => id.startsWith(own)).map((each) => [String(each.id), each]),
);
const { tree } = valueOf(await host.handlers.readNote({ note: first.id }));
say('ready');
for (;;) await change(first.id, tree, marks, like);
