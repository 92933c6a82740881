import { expect, it } from 'vitest';
import type { HostBridge } from '../../../core/host-contract.ts';
import { connectHost } from '../../../renderer/host-client.ts';

it('asks in JSON, but hands bytes over as they are', async () => {
  const asked: unknown[] = [];
  const method = (args: unknown) => {
    asked.push(args);
    return Promise.resolve('{"ok":true,"value":null}');
  };
  const host = connectHost({
    methods: { search: method, holdFile: method },
    on: () => () => undefined,
  } as unknown as HostBridge);
  await host.search({ query: 'đ', limit: 1 });
  const bytes = new Uint8Array([0, 255]);
  expect(await host.holdFile({ fileName: 'x', bytes })).toEqual({ ok: true, value: null });
  expect(asked).toEqual(['{"query":"đ","limit":1}', { fileName: 'x', bytes }]);
});
