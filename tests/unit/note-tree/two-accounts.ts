/** A small dossier: source A in two editions (a heading and a leftover among its paragraphs), source B in one. */
import { standardForms } from '../../../core/dossier/forms.ts';
import { notAssessed } from '../../../core/dossier/source-assessment.ts';
import { asEditionId, asSourceId, paragraphIdAt, type EditionId } from '../../../core/dossier/ids.ts';
import type { Edition, Paragraph, Source, SourceMetadata } from '../../../core/dossier/source.ts';
import type { Citation, CitationTarget, NoteBlock, NoteTree } from '../../../core/note-tree/note-tree.ts';
import { sourceLookup } from '../../../core/note-tree/source-lookup.ts';

type Sketch = readonly [kind: Paragraph['kind'], text: string, leftover?: true];

function edition(
  id: EditionId,
  source: Source['id'],
  sha256: string,
  day: number,
  sketch: readonly Sketch[],
) {
  let number = 0;
  const paragraphs = sketch.map(([kind, text, leftover = false], index): Paragraph => {
    const numbered = kind !== 'heading' && !leftover;
    if (numbered) number += 1;
    return { id: paragraphIdAt(id, index), kind, text, leftover, number: numbered ? number : null };
  });
  const importedAt = `2025-07-${String(day)}T08:00:00.000Z`;
  return {
    id,
    source,
    sha256,
    fileName: 'source.txt',
    byteLength: 1,
    importedAt,
    paragraphs,
  } satisfies Edition;
}

export const idA = asSourceId('source-a');
export const idB = asSourceId('source-b');
export const oldA = asEditionId('edition-a1');
export const nowA = asEditionId('edition-a2');
const nowB = asEditionId('edition-b1');

export const hashes = { oldA: '0a'.repeat(32), nowA: '1a'.repeat(32), nowB: '2b'.repeat(32) };

const body: readonly Sketch[] = [
  ['text', 'Bui Thanh Son met Rubio, Kallas and Lamy.'],
  ['text', 'The EU was asked to lift the yellow card and to ratify EVIPA.'],
  ['heading', 'Sharing experiences'],
  ['text', 'Both sides restated freedom of navigation.'],
  ['text', 'Britain will encourage its firms.'],
  ['text', 'Comment (0)', true],
];

const editions: readonly Edition[] = [
  edition(nowA, idA, hashes.nowA, 13, body),
  edition(oldA, idA, hashes.oldA, 12, body.slice(0, 4)),
  edition(nowB, idB, hashes.nowB, 12, [
    ['text', 'Held on the sidelines of the meeting.'],
    ['text', 'The partnership dates from 2023.'],
    ['text', 'Ties were set up thirty-five years ago.'],
  ]),
];

const metadataA: SourceMetadata = {
  type: 'webpage',
  title: 'Bui Thanh Son meets Rubio, Kallas, Lamy',
  publisher: 'VietNamNet',
  issued: { 'date-parts': [[2025, 7, 12]] },
  URL: 'https://vietnamnet.vn/2420810.html',
  language: 'en',
};

export const sources: readonly Source[] = [
  {
    id: idA,
    label: 'A',
    title: 'Bilaterals',
    metadata: metadataA,
    assessment: notAssessed,
    currentEdition: nowA,
  },
  {
    id: idB,
    label: 'B',
    title: 'Deputy PM meets counterparts',
    metadata: { type: 'article', publisher: 'VNA' },
    assessment: notAssessed,
    currentEdition: nowB,
  },
];

export const lookup = sourceLookup(standardForms, sources, editions);

/** By the paragraph's place in the edition, counted from 0. */
export function target(source: 'A' | 'A-old' | 'B', index: number): CitationTarget {
  const [id, editionId] = source === 'B' ? [idB, nowB] : [idA, source === 'A' ? nowA : oldA];
  return { source: id, edition: editionId, paragraph: paragraphIdAt(editionId, index) };
}

export function passageTarget(index: number, exact: string): CitationTarget {
  const bare = target('A', index);
  const text = editions[0]?.paragraphs[index]?.text ?? '';
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`"${exact}" is not in paragraph ${String(index)}.`);
  const position = { start, end: start + exact.length };
  const quote = { exact, prefix: text.slice(0, start), suffix: text.slice(position.end) };
  return {
    ...bare,
    passage: { edition: nowA, anchors: [{ paragraph: bare.paragraph, position, quote }] },
  };
}

export function cite(...targets: [CitationTarget, ...CitationTarget[]]): Citation {
  return { type: 'citation', targets };
}

export function noteOf(...blocks: NoteBlock[]): NoteTree {
  return {
    type: 'root',
    children: [
      {
        type: 'noteHeader',
        title: 'Viet Nam: bilaterals',
        template: 'readout',
        scheme: 'uk',
        marking: 'official',
        language: 'en',
        fields: [
          { key: 'to', value: 'Director, South-East Asia' },
          { key: 'reference', value: 'SEA/2025/118' },
        ],
      },
      ...blocks,
    ],
  };
}
