import { describe, expect, it } from 'vitest';
import {
  parseCitationTargets,
  readCitationTargets,
} from '../../../renderer/note-editor/parse-citation-targets.ts';
import { passageTarget, target } from './tree-samples.ts';

describe('citation targets from a clipboard or a drag', () => {
  it.each([
    ['one target', [target('A', 5)]],
    ['several', [target('A', 5), target('B', 2)]],
    ['one with a passage', [passageTarget]],
  ])('reads %s', (_, targets) => {
    expect(readCitationTargets(JSON.stringify(targets))).toEqual(targets);
  });

  it.each([
    ['text that is no JSON', '{'],
    ['no list', '{"source":"a"}'],
    ['an empty list', '[]'],
    ['a target without a paragraph', '[{"source":"a","edition":"b"}]'],
    ['an id that is a number', '[{"source":1,"edition":"b","paragraph":"c"}]'],
    ['an empty id', '[{"source":"","edition":"b","paragraph":"c"}]'],
    ['one good target beside a bad one', '[{"source":"a","edition":"b","paragraph":"c"},null]'],
    ['more than anyone cites at once', JSON.stringify(Array.from({ length: 201 }, () => target('A', 1)))],
  ])('refuses %s', (_, json) => {
    expect(readCitationTargets(json)).toBeNull();
  });

  it.each([
    ['without anchors', { edition: 'e', anchors: [] }],
    [
      'with a negative offset',
      {
        ...passageTarget.passage,
        anchors: [
          { paragraph: 'p', position: { start: -1, end: 2 }, quote: { exact: '', prefix: '', suffix: '' } },
        ],
      },
    ],
    ['that is text', 'x'],
  ])('leaves out a passage %s', (_, passage) => {
    expect(parseCitationTargets([{ ...target('A', 5), passage }])).toEqual([target('A', 5)]);
  });

  it('takes nothing along that is not part of a target', () => {
    expect(parseCitationTargets([{ ...target('A', 5), onclick: 'x' }])).toEqual([target('A', 5)]);
  });
});
