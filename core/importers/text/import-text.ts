/** Plain text → paragraphs. The words stay as they are in the file: no quotation mark and no letter is normalised. */
import type { ImportedDocument, ImportedParagraph, SourceMetadata } from '../../dossier/source.ts';
import { done, refused, type Result } from '../../result.ts';
import { decodeText } from './decode-text.ts';
import { unwrapBlock, wordsOf, wrapWidthOf } from './hard-wrap.ts';
import { isLeftover, looksLikeHeading, startsItem } from './line-kinds.ts';
import { makeTitle } from './make-title.ts';
import { readSignOff, readSourceLine, type Origin } from './read-origin.ts';
import { splitBlocks, splitLines } from './split-lines.ts';

export type TextImportCode = 'bad-encoding' | 'no-text';

/** A paragraph with what its place tells about it. */
interface PlacedText {
  readonly text: string;
  /** Stands first in the file or after a blank line. */
  readonly opensBlock: boolean;
}

/** Reads a plain text file. `fileName` is only for the sentences of refusals. */
export function importText(bytes: Uint8Array, fileName: string): Result<ImportedDocument, TextImportCode> {
  const decoded = decodeText(bytes, fileName);
  if (!decoded.ok) return decoded;
  const placed = placeTexts(decoded.value);
  const { origin, rest } = takeOrigin(placed);
  const paragraphs = classify(rest);
  const first = paragraphs.find(({ leftover }) => !leftover) ?? paragraphs[0];
  if (first === undefined) {
    return refused('no-text', `“${fileName}” holds no text. Choose a file that does.`);
  }
  return done({
    title: makeTitle(first.text),
    metadata: describeOrigin(paragraphs, first, origin),
    paragraphs,
  });
}

/** The paragraphs of a text that is part of something else, such as the body of an e-mail. */
export function paragraphsOfText(text: string): ImportedParagraph[] {
  return classify(placeTexts(text));
}

function placeTexts(text: string): PlacedText[] {
  const blocks = splitBlocks(splitLines(text));
  const width = wrapWidthOf(blocks);
  const words = width === null ? new Set<string>() : wordsOf(blocks);
  return blocks.flatMap((block) => {
    const texts = width === null ? block.map((line) => line.text) : unwrapBlock(block, width, words);
    return texts.map((one, index) => ({ text: one, opensBlock: index === 0 }));
  });
}

/**
 * Takes the `Source:` line out of the text. It counts only above the first paragraph or below the last one,
 * leftovers aside: anywhere else it belongs to a table or a picture.
 */
function takeOrigin(placed: readonly PlacedText[]): { origin: Origin | null; rest: readonly PlacedText[] } {
  const atStart = placed.findIndex(({ text }) => !isLeftover(text));
  const atEnd = placed.findLastIndex(({ text }) => !isLeftover(text));
  for (const index of [atEnd, atStart]) {
    const origin = readSourceLine(placed[index]?.text ?? '');
    if (origin !== null) return { origin, rest: placed.filter((_, other) => other !== index) };
  }
  return { origin: null, rest: placed };
}

function classify(placed: readonly PlacedText[]): ImportedParagraph[] {
  const paragraphs: ImportedParagraph[] = [];
  // From the end: whether a line is a heading depends on what it stands over.
  for (const [index, { text, opensBlock }] of [...placed.entries()].toReversed()) {
    const below = paragraphs.at(-1);
    const isItem = startsItem(text);
    if (isLeftover(text)) {
      paragraphs.push({ kind: 'text', text, leftover: true });
    } else if (opensBlock && looksLikeHeading(text) && headsText(text, below)) {
      const isInList = isItem && (below?.kind === 'item' || startsItem(placed[index - 1]?.text ?? ''));
      paragraphs.push({ kind: isInList ? 'item' : 'heading', text, leftover: false });
    } else {
      paragraphs.push({ kind: isItem ? 'item' : 'text', text, leftover: false });
    }
  }
  return paragraphs.toReversed();
}

/** A short line over one that is shorter still is a line of an address or a table. */
function headsText(heading: string, below: ImportedParagraph | undefined): boolean {
  if (below === undefined || below.leftover) return false;
  if (below.kind !== 'text') return true;
  return below.text.length > heading.length || !looksLikeHeading(below.text);
}

function describeOrigin(
  paragraphs: readonly ImportedParagraph[],
  first: ImportedParagraph,
  origin: Origin | null,
): SourceMetadata {
  const last = paragraphs.findLast(({ leftover }) => !leftover);
  const publisher = readSignOff(last?.text ?? '') ?? origin?.publisher;
  return {
    type: origin === null ? 'document' : 'webpage',
    ...(first.kind === 'heading' ? { title: first.text } : {}),
    ...(publisher === undefined ? {} : { publisher }),
    ...(origin === null ? {} : { URL: origin.url }),
  };
}
