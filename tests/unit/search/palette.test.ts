import { describe, expect, it, vi } from 'vitest';
import { asNoteId } from '../../../core/dossier/ids.ts';
import type { Reply } from '../../../core/host-contract.ts';
import type { SearchHit } from '../../../core/search/search-hit.ts';
import { groupActions, groupHits, readPaletteText } from '../../../renderer/workspace/palette-entries.ts';
import { describeAnswer } from '../../../renderer/workspace/palette-words.ts';
import { createSearchAsTyped, type SearchAnswer } from '../../../renderer/workspace/search-as-typed.ts';

const noteHit = (id: string): SearchHit => ({ kind: 'note', note: asNoteId(id), title: id, snippet: [] });

describe('searching as one types', () => {
  it('asks once for what was typed, and drops the answer to what is no longer asked', async () => {
    vi.useFakeTimers();
    try {
      const asked = new Map<string, (reply: Reply<readonly SearchHit[]>) => void>();
      const answers: SearchAnswer[] = [];
      const asking = createSearchAsTyped({
        search: (query) => new Promise((resolve) => asked.set(query, resolve)),
        onAnswer: (answer) => answers.push(answer),
        delay: 60,
      });
      asking.typed('v');
      asking.typed('vi');
      await vi.advanceTimersByTimeAsync(60);
      asking.typed('vie');
      await vi.advanceTimersByTimeAsync(60);
      expect([...asked.keys()]).toEqual(['vi', 'vie']);
      asked.get('vie')?.({ ok: true, value: [noteHit('new')] });
      asked.get('vi')?.({ ok: true, value: [noteHit('old')] });
      await vi.advanceTimersByTimeAsync(0);
      expect(answers).toEqual([{ query: 'vie', hits: [noteHit('new')], refusal: null }]);

      asking.typed('viet');
      await vi.advanceTimersByTimeAsync(60);
      asked.get('viet')?.({ ok: false, error: { code: 'no-dossier', message: 'No dossier is open.' } });
      await vi.advanceTimersByTimeAsync(0);
      expect(answers.at(-1)).toEqual({ query: 'viet', hits: [], refusal: 'No dossier is open.' });

      asking.typed('vietn');
      asking.stop();
      await vi.advanceTimersByTimeAsync(60);
      expect(asked.has('vietn')).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the palette', () => {
  it.each([
    ['viet', { ask: 'dossier', query: 'viet' }],
    ['a > b', { ask: 'dossier', query: 'a > b' }],
    [' >dark', { ask: 'actions', words: 'dark' }],
    ['>', { ask: 'actions', words: '' }],
  ])('reads %j', (text, request) => {
    expect(readPaletteText(text)).toEqual(request);
  });

  it('finds actions by the beginnings of their words, with the key of the system', () => {
    const labels = (words: string) =>
      groupActions(words, 'Ctrl').flatMap(({ items }) =>
        items.map((item) => (item.kind === 'action' ? `${item.label} ${item.keys ?? '-'}` : '')),
      );
    expect(labels('exp no')).toEqual(['Export note… Ctrl+E']);
    expect(labels('dark')).toEqual(['Dark -']);
    expect(labels('find dossier')).toEqual([]);
    expect(labels('').length).toBeGreaterThan(20);
    expect(groupActions('exp no', '⌘')[0]?.items[0]).toMatchObject({ keys: '⌘+E' });
  });

  it.each([
    ['', [], 'Type words'],
    ['x', [], 'Nothing in this dossier'],
    ['x', [noteHit('a')], 'Found 1 note.'],
    ['x', Array.from({ length: 30 }, (_, index) => noteHit(String(index))), 'Found the best 30 notes.'],
  ])('says of %j with %j: %s', (query, hits, sentence) => {
    const groups = groupHits(hits);
    const answer = { query, hits, refusal: null };
    const said = describeAnswer({ request: { ask: 'dossier', query }, isAnswered: true, answer, groups });
    expect(said).toContain(sentence);
  });
});
