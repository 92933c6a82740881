import type { PhrasingContent, Text } from 'mdast';
import { asEditionId, asParagraphId, asSourceId } from '../../../core/dossier/ids.ts';
import type { Citation, CitationTarget, NoteBlock } from '../../../core/note-tree/note-tree.ts';

export const text = (value: string): Text => ({ type: 'text', value });

export const target = (label: string, paragraph: number): CitationTarget => ({
  source: asSourceId(`source-${label}`),
  edition: asEditionId(`edition-${label}`),
  paragraph: asParagraphId(`edition-${label}.${String(paragraph)}`),
});

export const cite = (label: string, paragraph: number): Citation => ({
  type: 'citation',
  targets: [target(label, paragraph)],
});

export const passageTarget: CitationTarget = {
  ...target('A', 12),
  passage: {
    edition: asEditionId('edition-A'),
    anchors: [
      {
        paragraph: asParagraphId('edition-A.12'),
        position: { start: 4, end: 9 },
        quote: { exact: 'EVIPA', prefix: 'the ', suffix: ', and' },
      },
    ],
  },
};

export const paragraph = (...children: PhrasingContent[]): NoteBlock => ({ type: 'paragraph', children });
