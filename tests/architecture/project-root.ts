import { fileURLToPath } from 'node:url';

/** The checkout whose rules are put to the test. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
