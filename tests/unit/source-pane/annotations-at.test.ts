import { expect, it } from 'vitest';
import type { Annotation } from '../../../core/dossier/annotation.ts';
import { asAnnotationId, asEditionId, asParagraphId, asSourceId } from '../../../core/dossier/ids.ts';
import {
  annotationsAt,
  annotationsOf,
  annotationToOpen,
} from '../../../renderer/source-pane/annotations-at.ts';

const paragraph = asParagraphId('e.1');
const annotation = (id: string, start: number, end: number): Annotation => ({
  id: asAnnotationId(id),
  source: asSourceId('s'),
  passage: {
    edition: asEditionId('e'),
    anchors: [{ paragraph, position: { start, end }, quote: { exact: '', prefix: '', suffix: '' } }],
  },
  category: 'fact',
  comment: '',
  tags: [],
  createdAt: '',
  updatedAt: '',
});
const outer = annotation('outer', 0, 100);
const inner = annotation('inner', 20, 30);
const aside = annotation('aside', 60, 70);

it.each([
  [25, ['inner', 'outer'], 'the shorter one first'],
  [20, ['inner', 'outer'], 'its beginning belongs to it'],
  [30, ['outer'], 'its end does not'],
  [65, ['aside', 'outer'], 'another place'],
  [100, [], 'behind all of them'],
])('at offset %i: %#', (offset, expected) => {
  const found = annotationsAt([outer, inner, aside], { paragraph, offset });
  expect(found.map((each) => each.id)).toEqual(expected);
});

it('finds none in another paragraph', () => {
  expect(annotationsAt([outer], { paragraph: asParagraphId('e.2'), offset: 5 })).toEqual([]);
});

it('lists those of a paragraph, the shortest first', () => {
  const found = annotationsOf([outer, inner, aside], paragraph);
  expect(found.map((each) => each.id)).toEqual(['inner', 'aside', 'outer']);
  expect(annotationsOf([outer], asParagraphId('e.2'))).toEqual([]);
});

it('opens the inner one first, then those below it, then begins again', () => {
  const covering = [inner, outer];
  expect(annotationToOpen(covering, null)).toBe(inner);
  expect(annotationToOpen(covering, inner.id)).toBe(outer);
  expect(annotationToOpen(covering, outer.id)).toBe(inner);
  expect(annotationToOpen([], null)).toBeUndefined();
});
