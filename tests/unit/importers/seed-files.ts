import { readFileSync } from 'node:fs';

const read = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../seeds/${name}`, import.meta.url)));

/** The bytes of the two documents that every copy of the program comes with. */
export const seedA = { fileName: '000_71b0acd410699836.txt', bytes: read('000_71b0acd410699836.txt') };
export const seedB = { fileName: '001_37ad44ba842c9332.txt', bytes: read('001_37ad44ba842c9332.txt') };
