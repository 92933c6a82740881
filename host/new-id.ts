import { randomUUID } from 'node:crypto';

/** 32 letters and digits, never repeated. */
export const newId = (): string => randomUUID().replaceAll('-', '');
