import search from 'approx-string-match';
import { createAnchorIndex } from '../../core/anchoring/anchor-index.ts';
import { describePassageIn } from '../../core/anchoring/describe-passage.ts';
import { reanchorPassage } from '../../core/anchoring/reanchor-passage.ts';
import { prepareReplacement } from '../../core/anchoring/replacement.ts';
import type { Passage } from '../../core/dossier/passage.ts';
import type { Edition } from '../../core/dossier/source.ts';
import { editionOf, textsOf } from '../unit/anchoring/editions.ts';
import { longTexts } from '../unit/anchoring/long-texts.ts';
import type { BenchRow } from './bench-row.ts';
import { median, timed } from './statistics.ts';

const paragraphs = 10_000; // one megabyte
const annotations = 1_000;
const rounds = 5;
const searched = 50; // by approx-string-match, which takes too long for all of them
const mostErrors = 0.2; // of the characters of a quotation; Hypothesis allows for more

/** What a new edition of a report does: some paragraphs gone, some changed, a part moved, other quotation marks. */
function revise(texts: readonly string[]): string[] {
  const kept = texts
    .filter((_, index) => index % 40 !== 7)
    .map((text, index) => (index % 10 === 4 ? text.replace('said that', 'told the meeting that') : text))
    .map((text) => text.replaceAll(/[“”]/gu, '"'));
  return [...kept.slice(0, 2_000), ...kept.slice(3_000), ...kept.slice(2_000, 3_000)];
}

/** Six words each, spread over the edition. */
function quote(edition: Edition): Passage[] {
  const index = createAnchorIndex(edition);
  return Array.from({ length: annotations }, (_, count) => {
    const { id, text } = index.paragraphAt((count * (paragraphs / annotations + 1)) % paragraphs);
    const words = Array.from(text.matchAll(/\S+/gu), ({ 0: word, index: start }) => ({
      start,
      end: start + word.length,
    }));
    const first = words[count % Math.max(1, words.length - 5)];
    const last = words[(count % Math.max(1, words.length - 5)) + 5];
    const passage = describePassageIn(index, [
      { paragraph: id, start: first?.start ?? 0, end: last?.end ?? text.length },
    ]);
    if (!passage.ok) throw new Error(passage.error.message);
    return passage.value;
  });
}

/** Finding 1,000 annotations of a source again in its new edition, beside searching for each in the whole text. */
export async function benchReanchor(): Promise<BenchRow[]> {
  const older = editionOf('old', longTexts(paragraphs));
  const newer = editionOf('new', revise(textsOf(older)));
  const passages = quote(older);
  const counts = new Map<string, number>();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(
      await timed(() => {
        const replacement = prepareReplacement(older, newer);
        for (const passage of passages) {
          const { state } = reanchorPassage(replacement, passage);
          counts.set(state, (counts.get(state) ?? 0) + 1);
        }
      }),
    );
  }
  if (counts.size < 2) throw new Error('All had the same fate: the revision is not one.');

  const text = textsOf(newer).join('\n');
  const searching = await timed(() => {
    for (let count = 0; count < searched; count += 1) {
      const { exact } = passages[(count * annotations) / searched]?.anchors[0].quote ?? { exact: '' };
      search(text, exact, Math.floor(exact.length * mostErrors));
    }
  });
  return [
    {
      what: `${String(annotations)} annotations found again in a new edition of ${(text.length / 1e6).toFixed(1)} MB, editions compared and all`,
      unit: 'ms',
      ours: median(times),
      baseline: (searching / searched) * annotations,
      baselineName: `approx-string-match in the whole text, ${String(searched)} of them taken ${String(annotations / searched)} times`,
      atMost: 1_000,
    },
  ];
}
