/** Places in sources as a person types them: `A12`, `a ¶12`, `A2-3`, `A5+B5`, `A ¶¶2, 4; B 5`. */
import type { LabelPart } from './citation-label.ts';

const place = /^(?:([A-Za-z]{1,3})\s*)?(?:¶{1,2}\s*)?([1-9][0-9]{0,5})(?:\s*[-–]\s*([1-9][0-9]{0,5}))?$/u;

/** Ranges stay ranges. A number alone belongs to the source named before it. `null`: something else was typed. */
export function typedPlaces(text: string): LabelPart[] | null {
  const parts: LabelPart[] = [];
  for (const piece of text.trim().split(/\s*[+,;]\s*/u)) {
    // One that is not yet typed.
    if (piece === '' && parts.length > 0) continue;
    const [match, label, from, to = from] = place.exec(piece) ?? [];
    const source = label?.toUpperCase() ?? parts.at(-1)?.source;
    if (match === undefined || source === undefined || Number(to) < Number(from)) return null;
    parts.push({ source, first: Number(from), last: Number(to) });
  }
  return parts.length === 0 ? null : parts;
}
