/** Any dossier that a board could be about: annotations here and there, and notes that cite some of it. */
import fc from 'fast-check';
import { describePassage } from '../../../core/anchoring/describe-passage.ts';
import { categories, type Annotation } from '../../../core/dossier/annotation.ts';
import { asAnnotationId, asNoteId, type NoteId } from '../../../core/dossier/ids.ts';
import type { Passage } from '../../../core/dossier/passage.ts';
import type { Edition } from '../../../core/dossier/source.ts';
import { citedPlacesOf } from '../../../core/evidence/cited-places.ts';
import type { EvidenceSources } from '../../../core/evidence/evidence.ts';
import type { CitationTarget } from '../../../core/note-tree/note-tree.ts';
import { wordsOf } from '../../../core/search/words-of.ts';
import { cite, idA, idB, lookup, noteOf, sources } from '../note-tree/two-accounts.ts';

export const editionOf = (source: typeof idA): Edition => {
  const edition = lookup.editionsOf(source).at(-1);
  if (edition === undefined) throw new Error('The sample has lost an edition.');
  return edition;
};
export const editions = new Map([idA, idB].map(editionOf).map((edition) => [edition.id, edition]));

/** Of one paragraph, or of two that stand one after the other. */
const passage: fc.Arbitrary<Passage> = fc
  .record({
    source: fc.constantFrom(idA, idB),
    paragraph: fc.nat(),
    from: fc.nat(),
    length: fc.nat(),
    goesOn: fc.boolean(),
  })
  .map(({ source, paragraph, from, length, goesOn }) => {
    const edition = editionOf(source);
    const at = paragraph % edition.paragraphs.length;
    const chosen = edition.paragraphs.slice(at, at + (goesOn ? 2 : 1));
    const ranges = chosen.map(({ id, text }) => {
      const words = wordsOf(text);
      const first = from % words.length;
      const last = first + (length % (words.length - first));
      return { paragraph: id, start: words[first]?.start ?? 0, end: words[last]?.end ?? text.length };
    });
    const described = describePassage(edition, ranges);
    if (!described.ok) throw new Error(described.error.message);
    return described.value;
  });

const tags = fc.uniqueArray(fc.constantFrom('EU', 'EVIPA', 'thuỷ sản', 'to clear'), { maxLength: 3 });

export const annotations: fc.Arbitrary<Annotation[]> = fc
  .array(
    fc.record({
      passage,
      tags,
      category: fc.constantFrom(...categories),
      comment: fc.constantFrom('', 'Hỏi lại', 'same in B'),
      day: fc.integer({ min: 10, max: 28 }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ day, ...rest }, index) => {
      const at = `2025-07-${String(day)}T09:00:00.000Z`;
      const source = editions.get(rest.passage.edition)?.source ?? idA;
      return { ...rest, id: asAnnotationId(`a${String(index)}`), source, createdAt: at, updatedAt: at };
    }),
  );

/** What a citation of this passage points at: numbered paragraphs only, narrowed, or as a whole. */
export function targetsOf({ edition: id, anchors }: Passage, whole: boolean): CitationTarget[] {
  const edition = editions.get(id);
  return anchors.flatMap((anchor) => {
    const paragraph = edition?.paragraphs.find((each) => each.id === anchor.paragraph);
    if (edition === undefined || paragraph === undefined || paragraph.number === null) return [];
    const target = { source: edition.source, edition: id, paragraph: paragraph.id };
    return [whole ? target : { ...target, passage: { edition: id, anchors: [anchor] } }];
  });
}

const note = fc.array(fc.tuple(passage, fc.boolean()), { maxLength: 5 }).map((cited) =>
  noteOf(
    ...cited.flatMap(([each, whole]) => {
      const [first, ...rest] = targetsOf(each, whole);
      return first === undefined ? [] : [{ type: 'paragraph' as const, children: [cite(first, ...rest)] }];
    }),
  ),
);

export const dossiers: fc.Arbitrary<EvidenceSources> = fc
  .record({ annotations, notes: fc.array(note, { maxLength: 3 }), open: fc.nat({ max: 3 }) })
  .map(({ notes, open, ...rest }) => {
    const ids: NoteId[] = notes.map((_, index) => asNoteId(`n${String(index)}`));
    return {
      ...rest,
      sources,
      editions,
      citations: new Map(notes.map((tree, index) => [asNoteId(`n${String(index)}`), citedPlacesOf(tree)])),
      openNote: ids[open] ?? null,
    };
  });
