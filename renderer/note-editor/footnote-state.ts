/** What a mark and its footnote have in common: an identifier that joins them, and the label that a reader sees. */
import { createState } from 'lexical';

const parseText = (value: unknown) => (typeof value === 'string' ? value : '');

export const footnoteIdentifierState = createState('identifier', { parse: parseText });
export const footnoteLabelState = createState('label', { parse: parseText });
