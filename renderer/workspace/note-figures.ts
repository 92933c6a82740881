import type { ParagraphId } from '../../core/dossier/ids.ts';
import { citationCounts, citationsIn } from '../../core/note-tree/citations-of.ts';
import type { NoteBlock, NoteTree } from '../../core/note-tree/note-tree.ts';
import { type CharacterCount, countCharacters } from '../../core/note-tree/character-count.ts';
import { plainText } from '../../core/note-tree/plain-text.ts';
import { wordsOfText } from '../../core/note-tree/word-count.ts';

export interface NoteFigures {
  /** How often the note cites a paragraph; the same map as before while that stays. */
  readonly citationCounts: ReadonlyMap<ParagraphId, number>;
  readonly citations: number;
  readonly noteWords: number;
  readonly noteCharacters: CharacterCount;
}

interface BlockFigures {
  readonly words: number;
  readonly characters: CharacterCount;
  readonly citations: number;
  readonly counts: ReadonlyMap<ParagraphId, number>;
}

export const noFigures: NoteFigures = {
  citationCounts: new Map(),
  citations: 0,
  noteWords: 0,
  noteCharacters: { all: 0, withoutSpaces: 0 },
};

function isSame(one: ReadonlyMap<ParagraphId, number>, other: ReadonlyMap<ParagraphId, number>): boolean {
  return one.size === other.size && [...one].every(([paragraph, count]) => other.get(paragraph) === count);
}

/**
 * Counts words, characters and citations of a note that is reported again and again. A block that did not change is the same object
 * as before, and is not counted again; no word and no citation goes over the end of a block.
 */
export function createNoteCounter(): (tree: NoteTree) => NoteFigures {
  const known = new WeakMap<NoteBlock, BlockFigures>();
  let latest = noFigures;

  const count = (tree: NoteTree, block: NoteBlock): BlockFigures => {
    const alone: NoteTree = { type: 'root', children: [tree.children[0], block] };
    const text = plainText(alone);
    const counted = {
      words: wordsOfText(text),
      characters: countCharacters(text),
      citations: citationsIn([block]).length,
      counts: citationCounts(alone),
    };
    known.set(block, counted);
    return counted;
  };

  return (tree) => {
    const counts = new Map<ParagraphId, number>();
    let citations = 0;
    let noteWords = 0;
    const noteCharacters = { all: 0, withoutSpaces: 0 };
    for (const block of tree.children.slice(1) as NoteBlock[]) {
      const own = known.get(block) ?? count(tree, block);
      noteWords += own.words;
      noteCharacters.all += own.characters.all;
      noteCharacters.withoutSpaces += own.characters.withoutSpaces;
      citations += own.citations;
      for (const [paragraph, times] of own.counts)
        counts.set(paragraph, (counts.get(paragraph) ?? 0) + times);
    }
    const same = isSame(counts, latest.citationCounts);
    latest = { citationCounts: same ? latest.citationCounts : counts, citations, noteWords, noteCharacters };
    return latest;
  };
}
