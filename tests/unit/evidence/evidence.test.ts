import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage } from '../../../core/anchoring/describe-passage.ts';
import type { Annotation } from '../../../core/dossier/annotation.ts';
import { asAnnotationId, asNoteId } from '../../../core/dossier/ids.ts';
import type { Passage } from '../../../core/dossier/passage.ts';
import { citedPlacesOf } from '../../../core/evidence/cited-places.ts';
import {
  countBySource,
  createEvidenceReader,
  type Evidence,
  type EvidenceSources,
} from '../../../core/evidence/evidence.ts';
import { mergeTargets } from '../../../core/evidence/merge-targets.ts';
import { cite, idA, noteOf, passageTarget, sources, target } from '../note-tree/two-accounts.ts';
import { annotations, dossiers, editionOf, editions, targetsOf } from './arbitrary-dossier.ts';

const read = (dossier: EvidenceSources) => createEvidenceReader()(dossier);
const here = asNoteId('here');

/** Of source A, paragraphs counted from 0. */
function passageOf(...ranges: readonly (readonly [number, string])[]): Passage {
  const edition = editionOf(idA);
  const described = describePassage(
    edition,
    ranges.map(([index, words]) => {
      const paragraph = edition.paragraphs[index];
      const start = paragraph?.text.indexOf(words) ?? -1;
      if (paragraph === undefined || start === -1) throw new Error(`"${words}" is not there.`);
      return { paragraph: paragraph.id, start, end: start + words.length };
    }),
  );
  if (!described.ok) throw new Error(described.error.message);
  return described.value;
}

const annotated = (passage: Passage): Annotation => ({
  id: asAnnotationId('a'),
  source: idA,
  passage,
  category: 'ask',
  comment: '',
  tags: [],
  createdAt: '2025-07-12T09:00:00.000Z',
  updatedAt: '2025-07-12T09:00:00.000Z',
});

function readOne(passage: Passage, ...citations: Parameters<typeof cite>[]): Evidence {
  const children = citations.map((targets) => cite(...targets));
  const [evidence] = read({
    annotations: [annotated(passage)],
    sources,
    editions,
    citations: new Map([[here, citedPlacesOf(noteOf({ type: 'paragraph', children }))]]),
    openNote: here,
  });
  if (evidence === undefined) throw new Error('nothing was read');
  return evidence;
}

describe('whether a note uses an annotation', () => {
  const yellow = passageOf([1, 'the yellow card']);
  it.each<[string, Passage, Parameters<typeof cite>[], 'here' | 'unused', boolean]>([
    ['nothing is cited', yellow, [], 'unused', false],
    ['the same words are cited', yellow, [[passageTarget(1, 'the yellow card')]], 'here', false],
    ['words that take them in', yellow, [[passageTarget(1, 'lift the yellow card')]], 'here', false],
    ['the whole paragraph', yellow, [[target('A', 1)]], 'here', false],
    ['only a part of the words', yellow, [[passageTarget(1, 'yellow card')]], 'unused', true],
    ['other words of the paragraph', yellow, [[passageTarget(1, 'EVIPA')]], 'unused', true],
    ['another paragraph', yellow, [[target('A', 0)]], 'unused', false],
    ['the same place of an earlier edition', yellow, [[target('A-old', 1)]], 'unused', false],
    [
      'it among others in one citation',
      yellow,
      [[target('B', 0), passageTarget(1, 'the yellow card')]],
      'here',
      false,
    ],
    [
      'one of two paragraphs of it',
      passageOf([0, 'Lamy.'], [1, 'The EU']),
      [[target('A', 0)]],
      'unused',
      true,
    ],
    [
      'both, by two citations',
      passageOf([0, 'Lamy.'], [1, 'The EU']),
      [[target('A', 0)], [passageTarget(1, 'The EU')]],
      'here',
      false,
    ],
    [
      'all of it but a heading, which can’t be cited',
      passageOf([1, 'EVIPA.'], [2, 'Sharing']),
      [[target('A', 1)]],
      'here',
      false,
    ],
    ['a heading alone, which never is', passageOf([2, 'Sharing']), [[target('A', 1)]], 'unused', false],
  ])('when there is cited: %s', (_, passage, citations, use, besideCited) => {
    expect(readOne(passage, ...citations)).toMatchObject({ use, besideCited });
  });

  it('is told of other notes as well, and the open one comes first', () => {
    const citing = citedPlacesOf(noteOf({ type: 'paragraph', children: [cite(target('A', 1))] }));
    const other = asNoteId('other');
    const dossier = { annotations: [annotated(yellow)], sources, editions };
    const useWith = (notes: readonly (typeof here)[], openNote: typeof here | null) => {
      const [evidence] = read({ ...dossier, citations: new Map(notes.map((id) => [id, citing])), openNote });
      return [evidence?.use, evidence?.otherNotes];
    };
    expect(useWith([other], here)).toEqual(['elsewhere', [other]]);
    expect(useWith([here, other], here)).toEqual(['here', [other]]);
    expect(useWith([here, other], null)).toEqual(['elsewhere', [here, other]]);
    expect(useWith([], here)).toEqual(['unused', []]);
  });

  it('is true of everything that one citation of many passages cites, if it can be cited at all', () => {
    fc.assert(
      fc.property(annotations, (all) => {
        const [first, ...rest] = mergeTargets(all.flatMap(({ passage }) => targetsOf(passage, false)));
        const children = first === undefined ? [] : [cite(first, ...rest)];
        const citations = new Map([[here, citedPlacesOf(noteOf({ type: 'paragraph', children }))]]);
        const evidence = read({ annotations: all, sources, editions, citations, openNote: here });
        expect(evidence.every(({ use, place }) => use === (place === null ? 'unused' : 'here'))).toBe(true);
      }),
    );
  });
});

describe('evidence', () => {
  it('says where the words stand', () => {
    expect(readOne(passageOf([1, 'EVIPA'])).place).toBe('A ¶2');
    expect(readOne(passageOf([0, 'Lamy.'], [1, 'The EU'])).place).toBe('A ¶¶1–2');
    expect(readOne(passageOf([2, 'Sharing'])).place).toBeNull();
  });

  it('holds every annotation once, by sources and in reading order', () => {
    fc.assert(
      fc.property(dossiers, (dossier) => {
        const all = read(dossier);
        expect(all.map(({ annotation }) => annotation.id).toSorted()).toEqual(
          dossier.annotations.map(({ id }) => id).toSorted(),
        );
        const at = ({ source, annotation }: Evidence) => {
          const [{ paragraph, position }] = annotation.passage.anchors;
          const index = editionOf(source.id).paragraphs.findIndex(({ id }) => id === paragraph);
          return (sources.indexOf(source) * 100 + index) * 1_000 + position.start;
        };
        const places = all.map(at);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it('does not depend on the order in which annotations come, nor on what was read before', () => {
    const reader = createEvidenceReader();
    fc.assert(
      fc.property(dossiers, (dossier) => {
        const turned = { ...dossier, annotations: dossier.annotations.toReversed() };
        expect(reader(turned)).toEqual(read(dossier));
      }),
    );
  });

  it('counts annotations by source as the sources are', () => {
    fc.assert(
      fc.property(annotations, (all) => {
        const counts = countBySource(all);
        expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(all.length);
        for (const { id } of sources) {
          expect(counts.get(id) ?? 0).toBe(all.filter(({ source }) => source === id).length);
        }
      }),
    );
  });
});

it('merges the passages of one paragraph into one target', () => {
  const yellow = passageTarget(1, 'the yellow card');
  expect(mergeTargets([yellow, yellow])).toEqual([yellow]);
  expect(mergeTargets([yellow, target('B', 0), passageTarget(1, 'EVIPA')])).toEqual([
    target('A', 1),
    target('B', 0),
  ]);
  expect(mergeTargets([target('A', 1), yellow])).toEqual([target('A', 1)]);
});
