import { standardForms } from '../../core/dossier/forms.ts';
import { diffNotes } from '../../core/note-tree/diff/diff-notes.ts';
import type { NoteTree } from '../../core/note-tree/note-tree.ts';
import type { BenchRow } from './bench-row.ts';
import { median, timed } from './statistics.ts';

const blocks = 300;
const rounds = 15;
const words = 'talks partnership minister agreed visit trade support measures energy climate'.split(' ');

const sentence = (seed: number) =>
  Array.from({ length: 60 }, (_, index) => words[(seed * 7 + index * (seed + 3)) % words.length]).join(' ');

function note(edit: (text: string) => string): NoteTree {
  const header = { title: '', template: 'plain', scheme: 'none', marking: null, language: 'en', fields: [] };
  return {
    type: 'root',
    children: [
      { type: 'noteHeader', ...header },
      ...Array.from({ length: blocks }, (_, index) => ({
        type: 'paragraph' as const,
        children: [{ type: 'text' as const, value: edit(`${String(index)} ${sentence(index)}`) }],
      })),
    ],
  };
}

/** The readable difference between two versions of a long note. */
export async function benchDiff(): Promise<BenchRow[]> {
  const before = note((text) => text);
  const edits = {
    'each paragraph changed': (text: string) => text.replaceAll('trade', 'commerce'),
    'nothing in common': (text: string) => text.replaceAll(/\p{L}+/gu, 'other'),
  };
  const rows: BenchRow[] = [];
  for (const [name, edit] of Object.entries(edits)) {
    const after = note(edit);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await timed(() => diffNotes(before, after, () => '', standardForms)));
    }
    rows.push({
      what: `difference of ${String(blocks)} paragraphs, ${name}`,
      unit: 'ms',
      ours: median(times),
      baseline: null,
      baselineName: '',
      atMost: 50,
    });
  }
  return rows;
}
