/** A list of element names, written as one text with spaces between. */
export const namesOf = (names: string): string[] => names.split(' ');
