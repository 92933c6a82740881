/** The templates and schemes that an office put into its folder, beside those that come with Chancery. */
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { standardForms, withOfficeForms, type Forms } from '../core/dossier/forms.ts';
import { readScheme, readTemplate } from '../core/dossier/read-form.ts';
import type { Result } from '../core/result.ts';

export interface OfficeForms {
  readonly forms: Forms;
  /** A sentence for each file that can't be used; the others are. */
  readonly faults: readonly string[];
}

/** Templates and marking schemes, with those of the office. */
export interface FormsAtHand {
  current(): Forms;
  /** Reads the office’s folder again. */
  refresh(): OfficeForms;
}

const longestFile = 256 * 1024; // bytes
const mostFiles = 200;

const folderNames = ['templates', 'schemes'] as const;

function readFolder<Form>(
  folder: string,
  read: (text: string, fileName: string) => Result<Form>,
): { forms: Form[]; faults: string[] } {
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => extname(name).toLowerCase() === '.json')
      .toSorted();
  } catch {
    return { forms: [], faults: [] }; // no folder: an office without forms of its own
  }
  const forms: Form[] = [];
  const faults: string[] = [];
  if (names.length > mostFiles)
    faults.push(`Only the first ${String(mostFiles)} files in “${folder}” are read.`);
  for (const name of names.slice(0, mostFiles)) {
    try {
      const file = join(folder, name);
      const about = lstatSync(file);
      if (!about.isFile()) faults.push(`“${name}” can’t be used: it is not an ordinary file.`);
      else if (about.size > longestFile) faults.push(`“${name}” can’t be used: it is larger than 256 KiB.`);
      else {
        const form = read(readFileSync(file, 'utf8'), name);
        if (form.ok) forms.push(form.value);
        else faults.push(form.error.message);
      }
    } catch {
      faults.push(`“${name}” can’t be read. Check that you may open it.`);
    }
  }
  return { forms, faults };
}

/** A template whose scheme nobody knows would start notes that can't be marked. */
function unknownSchemes({ templates, schemes }: Forms): string[] {
  return templates.flatMap(({ name, scheme, marking }) => {
    const known = schemes.find(({ key }) => key === scheme);
    if (known === undefined)
      return [`The template “${name}” names the scheme “${scheme}”, which is not there.`];
    if (marking === null || known.levels.some(({ key }) => key === marking)) return [];
    return [`The template “${name}” names the level “${marking}”, which the scheme “${scheme}” has not.`];
  });
}

/** @param folder holds `templates` and `schemes`; neither has to be there */
export function readOfficeForms(folder: string): OfficeForms {
  const templates = readFolder(join(folder, 'templates'), readTemplate);
  const schemes = readFolder(join(folder, 'schemes'), readScheme);
  const forms = withOfficeForms(standardForms, { templates: templates.forms, schemes: schemes.forms });
  return { forms, faults: [...templates.faults, ...schemes.faults, ...unknownSchemes(forms)] };
}

/** Where the forms of the office are, inside the data folder. */
export const formsFolder = (dataFolder: string) => join(dataFolder, 'forms');

/** Reads the office’s folder when it is first needed, and when it is asked to. */
export function createFormsAtHand(dataFolder: string): FormsAtHand {
  let read: OfficeForms | null = null;
  const refresh = () => (read = readOfficeForms(formsFolder(dataFolder)));
  return { current: () => (read ?? refresh()).forms, refresh };
}

/** Makes the two folders where they are missing, so that there is something to put a file into. */
export function makeFormFolders(folder: string): void {
  for (const name of folderNames) mkdirSync(join(folder, name), { recursive: true });
}
