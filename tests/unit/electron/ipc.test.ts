import type { IpcMain } from 'electron';
import { expect, it } from 'vitest';
import type { HostHandlers } from '../../../core/host-contract.ts';
import { done } from '../../../core/result.ts';
import { answerCalls } from '../../../electron/ipc.ts';

type Answer = (event: unknown, args: unknown) => Promise<unknown>;

const ourWindow = { senderFrame: { parent: null, url: 'app://chancery/index.html' }, sender: {} };

/** Asks a method of the bridge as the preload does. */
function bridgeTo(handlers: Partial<HostHandlers>) {
  const answers = new Map<string, Answer>();
  const ipcMain: Pick<IpcMain, 'handle'> = {
    handle: (channel, answer) => void answers.set(channel, answer as Answer),
  };
  const logged: unknown[] = [];
  answerCalls(ipcMain as IpcMain, {
    handlersFor: () => handlers as HostHandlers,
    logError: (error) => logged.push(error),
  });
  const ask = async (method: string, args: unknown, event: unknown = ourWindow) =>
    answers.get(`host:${method}`)?.(event, args);
  return { ask, logged };
}

const bytes = new Uint8Array([0, 255]);
const { ask, logged } = bridgeTo({
  search: ({ query, limit }) => {
    if (query === 'bug') throw new Error('a bug');
    return done([{ kind: 'note', note: query, title: String(limit), snippet: [] }] as never);
  },
  readPickedFile: () => done(bytes),
});

const found = (query: string, title: string) => done([{ kind: 'note', note: query, title, snippet: [] }]);

it('answers in the form in which it was asked', async () => {
  expect(await ask('search', { query: 'đ', limit: 2 })).toEqual(found('đ', '2'));
  const half = '\ud83d';
  expect(await ask('search', JSON.stringify({ query: half, limit: 2 }))).toBe(
    JSON.stringify(found(half, '2')),
  );
});

it('gives bytes as they are, however it was asked', async () => {
  expect(await ask('readPickedFile', JSON.stringify({ token: 't' }))).toEqual(done(bytes));
});

const wrong: readonly [what: string, args: unknown][] = [
  ['no JSON', '{"query":'],
  ['JSON of something else', '["x", 5]'],
  ['JSON that breaks a rule', '{"query":"x","limit":0}'],
  ['nothing', undefined],
];
it.each(wrong)('refuses %s, and notes it', async (_, args) => {
  const before = logged.length;
  const reply = await ask('search', args);
  expect(typeof reply === 'string' ? JSON.parse(reply) : reply).toMatchObject({
    ok: false,
    error: { code: 'bad-arguments' },
  });
  expect(logged).toHaveLength(before + 1);
});

it('tells the window only that there was a bug', async () => {
  const reply = await ask('search', JSON.stringify({ query: 'bug', limit: 1 }));
  expect(JSON.parse(String(reply))).toMatchObject({ ok: false, error: { code: 'bug' } });
});

it('answers nobody but a page of the window itself', async () => {
  const other = { ...ourWindow, senderFrame: { parent: null, url: 'https://example.org/' } };
  expect(await ask('search', { query: 'x', limit: 1 }, other)).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  });
});
