/** The forms of an office: its templates and marking schemes. Those that come with Chancery, and the office's own. */
import eu from './schemes/eu.json' with { type: 'json' };
import nato from './schemes/nato.json' with { type: 'json' };
import none from './schemes/none.json' with { type: 'json' };
import uk from './schemes/uk.json' with { type: 'json' };
import us from './schemes/us.json' with { type: 'json' };
import { levelOf, type MarkingLevel, type MarkingScheme } from './marking.ts';
import type { Template } from './template.ts';
import agendaPaper from './templates/agenda-paper.json' with { type: 'json' };
import briefingNote from './templates/briefing-note.json' with { type: 'json' };
import meetingBrief from './templates/meeting-brief.json' with { type: 'json' };
import ministerialBrief from './templates/ministerial-brief.json' with { type: 'json' };
import plain from './templates/plain.json' with { type: 'json' };
import readout from './templates/readout.json' with { type: 'json' };
import submission from './templates/submission.json' with { type: 'json' };

export interface Forms {
  /** In the order in which they are offered. */
  readonly templates: readonly Template[];
  readonly schemes: readonly MarkingScheme[];
}

// What a JSON file holds is wider than these types; a test reads each file with the reader of an office's own.
const plainTemplate = plain as Template;
const unmarked = none as MarkingScheme;

export const standardForms: Forms = {
  templates: [
    meetingBrief,
    briefingNote,
    submission,
    ministerialBrief,
    agendaPaper,
    readout,
    plainTemplate,
  ] as readonly Template[],
  schemes: [unmarked, uk, us, eu, nato] as readonly MarkingScheme[],
};

/** An unknown key, from an office that has templates of its own, reads as the plain note. */
export function templateFor({ templates }: Forms, key: string): Template {
  return templates.find((template) => template.key === key) ?? plainTemplate;
}

export function findScheme({ schemes }: Forms, key: string): MarkingScheme | undefined {
  return schemes.find((scheme) => scheme.key === key);
}

/** An unknown key reads as the scheme without levels. */
export function schemeFor(forms: Forms, key: string): MarkingScheme {
  return findScheme(forms, key) ?? unmarked;
}

export function findLevel(
  forms: Forms,
  schemeKey: string,
  levelKey: string | null,
): MarkingLevel | undefined {
  return levelOf(schemeFor(forms, schemeKey), levelKey);
}

/** With an office's own, which take the place of those of the same key and are offered first. */
export function withOfficeForms(standard: Forms, own: Forms): Forms {
  const join = <Form extends { readonly key: string }>(ours: readonly Form[], theirs: readonly Form[]) => [
    ...theirs,
    ...ours.filter(({ key }) => !theirs.some((each) => each.key === key)),
  ];
  return {
    templates: join(standard.templates, own.templates),
    schemes: join(standard.schemes, own.schemes),
  };
}
