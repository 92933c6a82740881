/** Dossiers of a given size, made by the host's own store. */
import { notAssessed } from '../../core/dossier/source-assessment.ts';
import { createHash } from 'node:crypto';
import { asAnnotationId, asEditionId, asNoteId, asParagraphId, asSourceId } from '../../core/dossier/ids.ts';
import { sourceLabelAt } from '../../core/dossier/source-label.ts';
import type { Edition, Source } from '../../core/dossier/source.ts';
import { standardForms, templateFor } from '../../core/dossier/forms.ts';
import { newNoteTree } from '../../core/note-tree/new-note.ts';
import type { NoteBlock, NoteTree } from '../../core/note-tree/note-tree.ts';
import { createDossierFile, type DossierFile } from '../../host/dossier-file/dossier-file.ts';

export interface Size {
  readonly sources: number;
  /** Of each source. */
  readonly paragraphs: number;
  /** Of the first source. */
  readonly annotations?: number;
  /** Blocks of the note; no note without it. */
  readonly blocks?: number;
  /** Another note, of one block, which is the one that is shown when the dossier is opened. */
  readonly shortNote?: true;
  /** Of the note, spread over its blocks. */
  readonly citations?: number;
}

const at = '2025-07-12T09:00:00.000Z';
const sentence = 'The delegation said that the agreement should enter into force without delay.';
const textOf = (source: number, paragraph: number) =>
  `In meeting ${String(source)}, point ${String(paragraph)}: ${sentence} ${sentence}`;
const paragraphId = (source: number, paragraph: number) =>
  asParagraphId(`p${String(source)}-${String(paragraph)}`);
const editionId = (source: number) => asEditionId(`e${String(source)}`);
const sourceId = (source: number) => asSourceId(`s${String(source)}`);

function addSource(dossier: DossierFile, number: number, paragraphs: number): void {
  const texts = Array.from({ length: paragraphs }, (_, index) => textOf(number, index));
  const bytes = Buffer.from(texts.join('\n'));
  const edition: Edition = {
    id: editionId(number),
    source: sourceId(number),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fileName: `meeting-${String(number)}.txt`,
    byteLength: bytes.length,
    importedAt: at,
    paragraphs: texts.map((text, index) => ({
      id: paragraphId(number, index),
      kind: 'text',
      text,
      leftover: false,
      number: index + 1,
    })),
  };
  const source: Source = {
    id: sourceId(number),
    label: sourceLabelAt(number),
    title: `Report of meeting ${String(number)}`,
    metadata: { type: 'article', title: `Report of meeting ${String(number)}` },
    assessment: notAssessed,
    currentEdition: edition.id,
  };
  dossier.sources.add(source, edition, bytes);
}

function addAnnotation(dossier: DossierFile, index: number, paragraphs: number): void {
  const paragraph = index % paragraphs;
  const start = 12 * Math.floor(index / paragraphs);
  const text = textOf(0, paragraph);
  dossier.annotations.save({
    id: asAnnotationId(`a${String(index)}`),
    source: sourceId(0),
    passage: {
      edition: editionId(0),
      anchors: [
        {
          paragraph: paragraphId(0, paragraph),
          position: { start, end: start + 10 },
          quote: { exact: text.slice(start, start + 10), prefix: text.slice(0, start), suffix: '' },
        },
      ],
    },
    category: 'fact',
    comment: '',
    tags: [],
    createdAt: at,
    updatedAt: at,
  });
}

function noteTree(title: string, { paragraphs, blocks = 0, citations = 0 }: Size): NoteTree {
  const empty = newNoteTree(templateFor(standardForms, 'plain'), { title, language: 'en' });
  const children = Array.from({ length: blocks }, (_, index): NoteBlock => {
    const text = { type: 'text' as const, value: `${String(index)} ${sentence} ${sentence} ${sentence}` };
    const cites = Math.floor((index * citations) / blocks) !== Math.floor(((index + 1) * citations) / blocks);
    const target = {
      source: sourceId(0),
      edition: editionId(0),
      paragraph: paragraphId(0, index % paragraphs),
    };
    return {
      type: 'paragraph',
      children: cites ? [text, { type: 'citation', targets: [target] }] : [text],
    };
  });
  return { ...empty, children: [empty.children[0], ...children] };
}

/** Makes it and leaves it closed. Throws when it can't be made. */
export function makeDossier(path: string, size: Size): void {
  let count = 0;
  const created = createDossierFile(path, {
    title: 'Measured',
    now: () => at,
    newId: () => `d${String((count += 1))}`,
  });
  if (!created.ok) throw new Error(created.error.message);
  const dossier = created.value;
  dossier.inOneStep(() => {
    for (let source = 0; source < size.sources; source += 1) addSource(dossier, source, size.paragraphs);
    for (let index = 0; index < (size.annotations ?? 0); index += 1)
      addAnnotation(dossier, index, size.paragraphs);
    if (size.blocks !== undefined) {
      dossier.notes.save({
        id: asNoteId('n1'),
        tree: noteTree('Measured', size),
        createdAt: at,
        updatedAt: at,
      });
    }
    if (size.shortNote) {
      const tree = noteTree('Short', { ...size, blocks: 1, citations: 0 });
      dossier.notes.save({ id: asNoteId('n0'), tree, createdAt: at, updatedAt: at }); // the first of the list
    }
  });
  dossier.close();
}
