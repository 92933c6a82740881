import { describe, expect, it } from 'vitest';
import {
  findMarkingFaults,
  overrideFindings,
  type MarkingCheck,
} from '../../../core/checks/marking-roll-up.ts';
import { schemeFor, standardForms } from '../../../core/dossier/forms.ts';
import { notAssessed, type SourceMarking } from '../../../core/dossier/source-assessment.ts';
import type { BlockMarks, NoteBlock, NoteTree } from '../../../core/note-tree/note-tree.ts';
import { cite, noteOf, target } from '../note-tree/two-accounts.ts';

const idOfA = target('A', 0).source;

function checkWith(marking: SourceMarking | null, scheme = 'uk', portionMarks = false): MarkingCheck {
  return {
    scheme: schemeFor(standardForms, scheme),
    portionMarks,
    source: (id) => ({
      label: id === idOfA ? 'A' : 'B',
      assessment: { ...notAssessed, marking: id === idOfA ? marking : null },
    }),
  };
}

const paragraph = (words: string, data?: BlockMarks, cites = false): NoteBlock => ({
  type: 'paragraph',
  children: [{ type: 'text', value: words }, ...(cites ? [cite(target('A', 0))] : [])],
  ...(data === undefined ? {} : { data }),
});

function marked(marking: string | null, ...blocks: NoteBlock[]): NoteTree {
  const tree = noteOf(...blocks);
  tree.children[0] = { ...tree.children[0], scheme: 'uk', marking };
  return tree;
}
const uk = (level: string) => ({ scheme: 'uk', level });

describe('markings roll up', () => {
  it.each<[string, NoteTree, SourceMarking | null, readonly string[]]>([
    ['nothing is marked', marked(null, paragraph('Ours.', undefined, true)), null, []],
    [
      'the note holds the highest',
      marked('secret', paragraph('Ours.', { marking: 'secret' })),
      uk('secret'),
      [],
    ],
    [
      'a block is above the note',
      marked('official', paragraph('Ours.'), paragraph('Theirs.', { marking: 'secret' })),
      null,
      ['The note is marked OFFICIAL, but “Theirs.” is marked SECRET.'],
    ],
    [
      'a block is above an unmarked note',
      marked(null, paragraph('Theirs.', { marking: 'official' })),
      null,
      ['The note is marked nothing, but “Theirs.” is marked OFFICIAL.'],
    ],
    [
      'an item of a list is above the note',
      marked('official', {
        type: 'list',
        ordered: false,
        spread: false,
        children: [
          {
            type: 'listItem',
            spread: false,
            children: [paragraph('Item.', { marking: 'top-secret' }) as never],
          },
        ],
      }),
      null,
      ['The note is marked OFFICIAL, but “Item.” is marked TOP SECRET.'],
    ],
    [
      'the note is below a source that it cites',
      marked('official', paragraph('Ours', undefined, true)),
      uk('secret'),
      ['“Ours” cites source A, which is marked SECRET, and counts as OFFICIAL.'],
    ],
    [
      'a block is below a source that it cites, in a note that is not',
      marked('secret', paragraph('Ours', { marking: 'official' }, true)),
      uk('secret'),
      ['“Ours” cites source A, which is marked SECRET, and counts as OFFICIAL.'],
    ],
    [
      'the block that cites it bears its level',
      marked('secret', paragraph('Ours', { marking: 'secret' }, true)),
      uk('secret'),
      [],
    ],
    ['a marked source is not cited', marked('official', paragraph('Ours')), uk('secret'), []],
    [
      'the source is marked in another scheme',
      marked('official', paragraph('Ours', undefined, true)),
      { scheme: 'us', level: 'secret' },
      [
        'Source A is marked SECRET in another scheme, which can’t be compared with the one of the note. Look at what the note takes from it.',
      ],
    ],
  ])('where %s', (_, tree, source, messages) => {
    expect(findMarkingFaults(tree, checkWith(source)).map(({ message }) => message)).toEqual(messages);
  });

  it.each<[string, NoteTree, SourceMarking | null, string]>([
    [
      'the note',
      marked('official', paragraph('Theirs.', { marking: 'secret' })),
      null,
      'Mark the note SECRET',
    ],
    [
      'the note for a source',
      marked('official', paragraph('Ours', undefined, true)),
      uk('secret'),
      'Mark the note SECRET',
    ],
    [
      'the block',
      marked('secret', paragraph('Ours', { marking: 'official' }, true)),
      uk('secret'),
      'Mark that paragraph SECRET',
    ],
  ])('is put right by raising %s, and by nothing more', (_, tree, source, label) => {
    const check = checkWith(source);
    const [finding] = findMarkingFaults(tree, check);
    expect(finding?.remedy?.label).toBe(label);
    const after = finding?.remedy?.apply(tree) ?? tree;
    expect(findMarkingFaults(after, check)).toEqual([]);
    const text = (each: NoteTree) => JSON.stringify(each).replaceAll(/"marking":"[a-z-]+"/gu, '');
    expect(text(after)).toBe(text(tree));
  });

  it('asks for a mark on every paragraph where the template does', () => {
    const tree = marked(
      'official',
      paragraph('One.'),
      paragraph('Two.', { marking: 'official' }),
      paragraph('Three.'),
    );
    const check = checkWith(null, 'uk', true);
    const [finding] = findMarkingFaults(tree, check);
    expect(finding?.message).toBe(
      '2 paragraphs bear no mark, which this template asks for; the first is “One.”.',
    );
    expect(findMarkingFaults(finding?.remedy?.apply(tree) ?? tree, check)).toEqual([]);
  });

  it('takes a reason, until what it was given for changes', () => {
    const tree = marked('official', paragraph('Theirs.', { marking: 'secret' }));
    const check = checkWith(null);
    const answered = overrideFindings(tree, findMarkingFaults(tree, check), {
      reason: 'Agreed with registry',
      at: '2025-07-12T08:00:00Z',
    });
    expect(findMarkingFaults(answered, check)).toEqual([]);
    expect(answered.children[0].overrides).toMatchObject([{ reason: 'Agreed with registry' }]);
    const [header, ...blocks] = answered.children;
    const higher: NoteTree = {
      type: 'root',
      children: [header, ...blocks, paragraph('More.', { marking: 'top-secret' })],
    };
    expect(findMarkingFaults(higher, check)).toHaveLength(1);
  });
});
