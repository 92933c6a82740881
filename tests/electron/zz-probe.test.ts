import { expect, it } from 'vitest';
import { launchChancery } from './electron-fixture.ts';
for (const [name, early] of [['early', true], ['late', false]] as const)
it.each([1,2,3,4])(name + ' %i', async () => {
  const c = await launchChancery({ executablePath: 'release/test-build/linux-unpacked/chancery' });
  try {
    if (!early) await c.window.getByRole('tablist', { name: 'Sources' }).getByRole('tab').nth(1).waitFor();
    expect(await c.application.evaluate(({ app }) => app.getVersion())).toContain('test');
    expect(await c.window.getByText('Test build, not for release').count()).toBe(early ? expect.anything() : 1);
  } finally { await c.close(); }
});
