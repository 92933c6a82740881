/** Notes of every shape: what a person may have written before the next key. */
import type { BlockContent, Code, DefinitionContent, ListItem, PhrasingContent } from 'mdast';
import type { NoteBlock } from '../../../../core/note-tree/note-tree.ts';
import type { SeededRandom } from '../../../contract/seeded-random.ts';
import { target } from '../tree-samples.ts';

const words = ['Kuala', 'Lumpur', 'the minister asked', 'Đặng Minh', '35 years', '“agreed”.', 'محضر', '越南'];
const deepest = 3;

export function pick<Item>(random: SeededRandom, items: readonly Item[]): Item {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

const many = <Item>(random: SeededRandom, most: number, make: () => Item): Item[] =>
  Array.from({ length: 1 + random.below(most) }, make);

/** A note of up to five blocks and, now and then, footnotes of its own. */
export function randomNote(random: SeededRandom): NoteBlock[] {
  let cited = 0;
  const citation = (): PhrasingContent => {
    cited += 1;
    return { type: 'citation', targets: [target('A', cited)] };
  };

  function inline(): PhrasingContent {
    const word = pick(random, words);
    switch (random.below(12)) {
      case 0:
      case 1:
      case 2:
        return citation();
      case 3:
        return { type: 'strong', children: [{ type: 'text', value: word }] };
      case 4:
        return { type: 'emphasis', children: [{ type: 'text', value: word }, citation()] };
      case 5:
        return {
          type: 'link',
          url: 'https://x.test/',
          title: null,
          children: [{ type: 'text', value: word }],
        };
      case 6:
        return { type: 'break' };
      case 7:
        return pick<PhrasingContent>(random, [
          { type: 'html', value: '<kbd>' },
          { type: 'footnoteReference', identifier: 'n', label: 'n' },
          { type: 'inlineCode', value: word },
        ]);
      default:
        return { type: 'text', value: `${word} ` };
    }
  }
  const line = () => many(random, 5, inline);

  function item(depth: number): ListItem {
    const children: BlockContent[] = [{ type: 'paragraph', children: line() }];
    if (depth < deepest && random.below(3) === 0) children.push(...(blocks(depth + 1, 2) as BlockContent[]));
    if (random.below(8) === 0) children.shift();
    return { type: 'listItem', spread: false, checked: pick(random, [null, null, true, false]), children };
  }

  function block(depth: number): BlockContent | DefinitionContent {
    const kind = random.below(depth < deepest ? 14 : 8);
    switch (kind) {
      case 0:
        return { type: 'heading', depth: pick(random, [1, 2, 3]), children: line() };
      case 1:
        return { type: 'thematicBreak' };
      case 2:
        return { type: 'html', value: '<hr>' };
      case 3:
        return {
          type: 'code',
          lang: null,
          meta: null,
          value: pick(random, ['x', 'one\ntwo']),
        } satisfies Code;
      case 8:
        return { type: 'blockquote', children: blocks(depth + 1, 3) as BlockContent[] };
      case 9:
        return {
          type: 'table',
          align: [null, pick(random, [null, 'right'])],
          children: many(random, 3, () => ({
            type: 'tableRow',
            children: [1, 2].map(() => ({
              type: 'tableCell',
              children: random.below(4) === 0 ? [] : line(),
            })),
          })),
        };
      case 10:
      case 11:
      case 12:
      case 13: {
        const ordered = random.below(2) === 0;
        return {
          type: 'list',
          ordered,
          start: ordered ? 1 : null,
          spread: false,
          children: many(random, 4, () => item(depth)),
        };
      }
      default:
        return {
          type: 'paragraph',
          children: line(),
          ...(random.below(5) === 0 ? { data: { comment: true, marking: 'secret' } } : {}),
        };
    }
  }

  const blocks = (depth: number, most: number) => many(random, most, () => block(depth));

  const note = blocks(0, 5) as NoteBlock[];
  if (random.below(4) === 0) {
    const children = [{ type: 'paragraph', children: line() }] as BlockContent[];
    note.push({ type: 'footnoteDefinition', identifier: 'n', label: 'n', children });
  }
  return note;
}
