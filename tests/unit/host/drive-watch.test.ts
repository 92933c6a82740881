import { expect, it } from 'vitest';
import { createDriveWatch } from '../../../host/drive-watch.ts';

const never = () => new Promise<never>(() => undefined);

it('believes every answer, also that nothing is there', async () => {
  const drive = createDriveWatch();
  expect(await drive.answers(process.cwd())).toBe(true);
  expect(await drive.answers('/nowhere/at/all')).toBe(true);
});

it('waits as long as people do, and not again while the same question hangs', async () => {
  let asked = 0;
  const ask = () => ((asked += 1), never());
  const drive = createDriveWatch({ ask, patience: 40 });
  const began = performance.now();
  expect(await drive.answers('x')).toBe(false);
  expect(performance.now() - began).toBeGreaterThan(30);
  const again = performance.now();
  expect(await Promise.all([drive.answers('x'), drive.answers('x')])).toEqual([false, false]);
  expect(performance.now() - again).toBeLessThan(30);
  expect(asked).toBe(1);
});

it('asks anew once a late answer has come', async () => {
  const answers: (() => void)[] = [];
  const ask = () => new Promise<void>((resolve) => answers.push(resolve));
  const drive = createDriveWatch({ ask, patience: 20 });
  expect(await drive.answers('x')).toBe(false);
  answers.shift()?.();
  await new Promise((resolve) => setTimeout(resolve, 0));
  const next = drive.answers('x');
  answers.shift()?.();
  expect(await next).toBe(true);
});
