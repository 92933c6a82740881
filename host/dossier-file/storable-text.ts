const unstorable = /\0|\p{Surrogate}/gu;

/** SQLite would cut a text at a NUL, and UTF-8 has no half surrogate pairs. */
export const isStorable = (text: string) => text.search(unstorable) === -1;

/** Without the characters that can't be stored. */
export const storable = (text: string) => text.replace(unstorable, '');
