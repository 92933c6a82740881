import { expect, it } from 'vitest';
import { fileSize } from '../../../renderer/workspace/file-size.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1.0 KB'],
  [122_880, '123 KB'],
  [999_600, '1.0 MB'],
  [524_288_000, '524 MB'],
  [3_200_000_000, '3.2 GB'],
])('%i is %s', (length, words) => {
  expect(fileSize(length)).toBe(words);
});
