/**
 * Sections of the note: a heading, with everything below it up to the next heading of its level or a higher one. Every
 * function is called inside a read or an update. Own footnotes are no part of a section: they stay at the end.
 */
import { $isHeadingNode, type HeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $getNodeByKey, $getRoot, type LexicalNode } from 'lexical';
import { $isFootnoteDefinitionNode } from './footnote-definition-node.ts';

/** 1 for the highest. */
export function levelOfHeading(heading: HeadingNode): number {
  return Number(heading.getTag().slice(1));
}

/** Headings that are blocks of the note itself, not of a quotation in it. */
export function $headingsOfNote(): HeadingNode[] {
  return $getRoot().getChildren().filter($isHeadingNode);
}

/** The blocks of the section that begins with this heading, the heading first. */
function $sectionOf(heading: HeadingNode): LexicalNode[] {
  const level = levelOfHeading(heading);
  const section: LexicalNode[] = [heading];
  for (const block of heading.getNextSiblings()) {
    if ($isHeadingNode(block) && levelOfHeading(block) <= level) break;
    if (!$isFootnoteDefinitionNode(block)) section.push(block);
  }
  return section;
}

function $headingAt(key: string): HeadingNode | null {
  const node = $getNodeByKey(key);
  return $isHeadingNode(node) && node.getParent()?.is($getRoot()) === true ? node : null;
}

/**
 * Puts a section before another heading, or, with `null`, behind the last block of the text. `false`, and nothing is
 * changed, where it already stands there or the place lies within the section itself.
 */
export function $moveSection(key: string, before: string | null): boolean {
  const heading = $headingAt(key);
  const target = before === null ? null : $headingAt(before);
  if (heading === null || (before !== null && target === null)) return false;
  const section = $sectionOf(heading);
  if (target !== null && section.some((block) => block.is(target))) return false;
  const place = target ?? $firstFootnoteAtEnd();
  const last = section.at(-1);
  if ((last?.getNextSibling() ?? null)?.getKey() === place?.getKey()) return false;
  for (const block of section) {
    if (place === null) $getRoot().append(block);
    else place.insertBefore(block);
  }
  return true;
}

/** The footnotes at the end of the note, which everything else stands before. */
function $firstFootnoteAtEnd(): LexicalNode | null {
  const blocks = $getRoot().getChildren();
  const last = blocks.findLastIndex((block) => !$isFootnoteDefinitionNode(block));
  return blocks[last + 1] ?? null;
}

/**
 * Moves a section past the one beside it: `-1` up, `1` down. Beside it is the section of its own level; the first one of
 * its kind goes on out of the section around it. `false` where there is nothing to pass.
 */
export function $moveSectionBy(key: string, step: -1 | 1): boolean {
  const heading = $headingAt(key);
  if (heading === null) return false;
  const headings = $headingsOfNote();
  const at = headings.findIndex((each) => each.is(heading));
  const level = levelOfHeading(heading);
  if (step === -1) {
    const above = headings.slice(0, at).findLast((each) => levelOfHeading(each) <= level);
    return above !== undefined && $moveSection(key, above.getKey());
  }
  const inside = new Set($sectionOf(heading).map((block) => block.getKey()));
  const below = headings.slice(at + 1).find((each) => !inside.has(each.getKey()));
  if (below === undefined) return false;
  const depth = levelOfHeading(below);
  // Past a section of its own level as a whole; past the heading alone where a higher section begins.
  const beyond = headings
    .slice(headings.indexOf(below) + 1)
    .find((each) => levelOfHeading(each) <= (depth < level ? 6 : level));
  return $moveSection(key, beyond?.getKey() ?? null);
}

const highest = 1;
/** The lowest that the editor's own actions make. */
const lowest = 3;

/**
 * Raises (`-1`) or lowers (`1`) a heading and every heading in its section by one level. `false` where one of them
 * would leave the levels that there are, so that their order among themselves is never lost.
 */
export function $shiftSection(key: string, step: -1 | 1): boolean {
  const heading = $headingAt(key);
  if (heading === null) return false;
  const headings = $sectionOf(heading).filter($isHeadingNode);
  const levels = headings.map((each) => levelOfHeading(each) + step);
  if (levels.some((level) => level < highest || (step === 1 && level > lowest))) return false;
  for (const [index, each] of headings.entries()) {
    each.setTag(`h${String(levels[index])}` as HeadingTagType);
  }
  return true;
}
