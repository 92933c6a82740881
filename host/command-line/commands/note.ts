import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { standardForms } from '../../../core/dossier/forms.ts';
import { isLanguageTag } from '../../../core/dossier/language-tag.ts';
import { asNoteId } from '../../../core/dossier/ids.ts';
import type { NoteSummary } from '../../../core/host-contract.ts';
import { newNoteTree } from '../../../core/note-tree/new-note.ts';
import { done, refused } from '../../../core/result.ts';
import { refusalForReading } from '../../file-refusal.ts';
import { importNote } from '../../import-note.ts';
import { wrongUsage, type Command } from '../command.ts';
import { withDossier } from '../with-dossier.ts';

const line = ({ id, title, words }: NoteSummary) => `${id}  “${title}”  ${String(words)} words`;

export const noteNewCommand: Command = {
  name: 'note new',
  usage: 'FILE.dossier [--template briefing-note] [--title T] [--language en]',
  summary: `start a note from a template: ${standardForms.templates.map(({ key }) => key).join(', ')}`,
  options: ['template', 'title', 'language'],
  async run({ positionals, options }, context) {
    const { output, forms, now, newId } = context;
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return wrongUsage('“note new” takes one dossier.');
    const { template: key = 'briefing-note', title = 'Untitled note', language = 'en' } = options;
    if (!isLanguageTag(language)) {
      return wrongUsage(`“${language}” is no tag of a language, such as en, fr or vi-VN.`);
    }
    return withDossier(file, context, (dossier) => {
      const template = forms.templates.find((candidate) => candidate.key === key);
      if (template === undefined) {
        const known = forms.templates.map((candidate) => candidate.key).join(', ');
        return refused('template-not-found', `There is no template “${key}”. There are: ${known}.`);
      }
      const at = now();
      const tree = newNoteTree(template, { title, language });
      const note = dossier.notes.save({ id: asNoteId(newId()), tree, createdAt: at, updatedAt: at });
      output.result({ note }, [line(note)]);
      return done(null);
    });
  },
};

export const noteImportCommand: Command = {
  name: 'note import',
  usage: 'FILE.dossier PATH',
  summary: 'bring a note in from Markdown',
  options: [],
  async run({ positionals }, context) {
    const { output, forms, now, newId } = context;
    const [file, path, ...rest] = positionals;
    if (file === undefined || path === undefined || rest.length > 0) {
      return wrongUsage('“note import” takes a dossier and one Markdown file.');
    }
    return withDossier(file, context, (dossier) => {
      const fileName = basename(path);
      let bytes: Buffer;
      try {
        bytes = readFileSync(path);
      } catch (thrown) {
        return refusalForReading(thrown, fileName);
      }
      const note = importNote(dossier, { bytes, fileName }, { forms, now, newId });
      if (!note.ok) return note;
      output.result({ note: note.value }, [line(note.value)]);
      return done(null);
    });
  },
};

export const noteListCommand: Command = {
  name: 'note list',
  usage: 'FILE.dossier',
  summary: 'list the notes',
  options: [],
  async run({ positionals }, context) {
    const { output } = context;
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return wrongUsage('“note list” takes one dossier.');
    return withDossier(file, context, (dossier) => {
      const notes = dossier.notes.list();
      output.result(
        { notes },
        notes.map((note, index) => `${String(index + 1)}  ${line(note)}`),
      );
      return done(null);
    });
  },
};
