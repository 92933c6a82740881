/** Texts of a long report of a made-up committee, the same each time. About 100 characters a paragraph. */

const speakers = ['Norway', 'Viet Nam', 'the United Kingdom', 'Kenya', 'Peru', 'the European Union', 'Japan'];
const subjects = ['fisheries', 'customs duties', 'clean energy', 'vaccines', 'shipping lanes', 'data flows'];
const verbs = ['asked for', 'offered', 'warned against', 'put off', 'called for'];
const things = ['a joint plan', 'more time', 'an audit', 'new rules', 'a working group', 'talks in autumn'];

const pick = (words: readonly string[], seed: number) => words[Math.abs(seed) % words.length] ?? '';

/**
 * Of ten paragraphs, one is the same boilerplate each time, two are numbered variants of one sentence, and seven are
 * statements that differ in a few words and a figure.
 */
export function longTextAt(index: number): string {
  switch (index % 10) {
    case 3:
      return 'The Committee took note of the report.';
    case 6:
      return `The Committee took note of the report of working group ${String(index)}.`;
    case 8:
      return `Agenda item ${String(index)}: adoption of the report of the Committee on its previous session.`;
    default: {
      const mixed = (index * 7_919) % 104_729;
      const figure = String((index * 31) % 9_973);
      return (
        `The representative of ${pick(speakers, mixed)} said that “${pick(subjects, mixed >> 3)}” ` +
        `${pick(verbs, mixed >> 5)} ${pick(things, mixed >> 7)} in case ${String(index)} — with ${figure} votes in favour.`
      );
    }
  }
}

export const longTexts = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => longTextAt(index));
