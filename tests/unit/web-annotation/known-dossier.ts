import { describePassage } from '../../../core/anchoring/describe-passage.ts';
import type { Annotation } from '../../../core/dossier/annotation.ts';
import { asAnnotationId, asEditionId, asSourceId } from '../../../core/dossier/ids.ts';
import type { Passage } from '../../../core/dossier/passage.ts';
import type { Edition, Source } from '../../../core/dossier/source.ts';
import type { ImportOptions } from '../../../core/web-annotation/imported-annotations.ts';
import type { SourceWithEditions } from '../../../core/web-annotation/write-web-annotations.ts';
import { editionOf, paragraphAt } from '../anchoring/editions.ts';

function sourceOf(id: string, editions: readonly (readonly string[])[], url?: string): SourceWithEditions {
  const source = asSourceId(id);
  const made: Edition[] = editions.map((texts, index) => ({
    ...editionOf(`${id}e${String(index + 1)}`, texts),
    source,
    sha256: Array.from(`${id}${String(index)}`, (character) => character.charCodeAt(0).toString(16))
      .join('')
      .padStart(64, '0'),
  }));
  const current: Source = {
    id: source,
    label: id.toUpperCase(),
    title: `Report ${id}`,
    metadata: { type: 'report', ...(url === undefined ? {} : { URL: url }) },
    currentEdition: made.at(-1)?.id ?? asEditionId('none'),
  };
  return { source: current, editions: made };
}

export const texts = [
  'The two ministers 😀 discussed the trade between both countries.',
  'They agreed to meet again in Hanoi. They agreed.',
  'Nothing was said of “the yellow card” at that time.',
];

export const withAddress = sourceOf('a', [['An older text.'], texts], 'https://example.org/report/');
export const withoutAddress = sourceOf('b', [
  ['Quite another report, about fisheries and 😀 fish.', ...texts.slice(2)],
]);
export const sources = [withAddress, withoutAddress];

export const currentEdition = ({ editions }: SourceWithEditions): Edition => {
  const edition = editions.at(-1);
  if (edition === undefined) throw new Error('no edition');
  return edition;
};

export function passageIn(
  edition: Edition,
  ...ranges: readonly (readonly [number, number, number])[]
): Passage {
  const passage = describePassage(
    edition,
    ranges.map(([index, start, end]) => ({ paragraph: paragraphAt(edition, index).id, start, end })),
  );
  if (!passage.ok) throw new Error(passage.error.code);
  return passage.value;
}

export const annotationOf = (passage: Passage, given: Partial<Annotation> = {}): Annotation => ({
  id: asAnnotationId('n1'),
  source: withAddress.source.id,
  passage,
  category: 'ask',
  comment: 'Is that so?',
  tags: ['trade', 'Hà Nội'],
  createdAt: '2025-07-12T08:00:00.000Z',
  updatedAt: '2025-07-13T08:00:00.000Z',
  ...given,
});

export function importing(): ImportOptions {
  let count = 0;
  return {
    newId: () => `new${String((count += 1))}`,
    now: () => '2026-01-01T00:00:00.000Z',
    unclassified: 'question',
  };
}
