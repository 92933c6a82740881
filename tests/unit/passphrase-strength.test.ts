import { expect, it } from 'vitest';
import { passphraseStrength } from '../../core/passphrase-strength.ts';

it.each([
  ['', 0, 0],
  ['short', 0, 0],
  ['password', 0, 0],
  ['qwertyuiop', 0, 1],
  ['Diplomat2025', 0, 2],
  ['orbit lantern maple quiver', 3, 4],
  ['tiếng mưa rơi trên mái ngói', 3, 4],
  ['x'.repeat(1_000), 0, 2],
])('“%.40s” scores %i to %i', async (passphrase, least, most) => {
  const { score, words } = await passphraseStrength(passphrase);
  expect(score).toBeGreaterThanOrEqual(least);
  expect(score).toBeLessThanOrEqual(most);
  expect(words).toMatch(/\.$/);
});
