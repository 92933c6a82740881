import type { ParagraphId } from '../dossier/ids.ts';
import type { CitationTarget } from '../note-tree/note-tree.ts';

/**
 * The targets of one citation of several passages: each paragraph once. Where the passages narrow a paragraph to
 * different words, all of it is cited, which holds them all.
 */
export function mergeTargets(targets: readonly CitationTarget[]): CitationTarget[] {
  const merged = new Map<ParagraphId, CitationTarget>();
  for (const target of targets) {
    const known = merged.get(target.paragraph);
    merged.set(target.paragraph, known === undefined || sameWords(known, target) ? target : whole(target));
  }
  return [...merged.values()];
}

const whole = ({ source, edition, paragraph }: CitationTarget): CitationTarget => ({
  source,
  edition,
  paragraph,
});

function sameWords(a: CitationTarget, b: CitationTarget): boolean {
  const [one, other] = [a.passage?.anchors ?? [], b.passage?.anchors ?? []];
  return (
    one.length === other.length &&
    one.every(({ position }, index) => {
      const against = other[index]?.position;
      return position.start === against?.start && position.end === against.end;
    })
  );
}
