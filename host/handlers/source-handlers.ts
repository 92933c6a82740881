import { done, refused } from '../../core/result.ts';
import { addSource } from '../add-source.ts';
import { storable } from '../dossier-file/storable-text.ts';
import type { FileFilter } from '../host-dependencies.ts';
import type { PickedFiles } from '../picked-files.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

const filters: Readonly<Record<'sources' | 'bibliography', readonly FileFilter[]>> = {
  sources: [
    {
      name: 'Documents',
      extensions: [
        'txt',
        'text',
        'md',
        'markdown',
        'html',
        'htm',
        'xhtml',
        'docx',
        'odt',
        'pdf',
        'eml',
        'epub',
      ],
    },
    { name: 'All files', extensions: ['*'] },
  ],
  bibliography: [
    { name: 'Bibliographies', extensions: ['json', 'bib', 'ris', 'txt'] },
    { name: 'All files', extensions: ['*'] },
  ],
};
const titles = {
  sources: 'Add sources',
  replacement: 'The newer text of this source',
  bibliography: 'Fill from a bibliography',
} as const;

type SourceHandlers = Handlers<
  | 'pickSources'
  | 'pickBibliography'
  | 'pickReplacement'
  | 'holdFile'
  | 'readPickedFile'
  | 'addSource'
  | 'describeSource'
  | 'readEdition'
  | 'listEditions'
>;

const editionNotFound = () =>
  refused('edition-not-found', 'This dossier has no such text. Open the dossier again.');
export const sourceNotFound = () =>
  refused('source-not-found', 'This dossier has no such source any more. Open the dossier again.');

/** Bringing sources in, saying what they are, and reading them. */
export function createSourceHandlers(
  { dependencies, current }: HandlerContext,
  picked: PickedFiles,
): SourceHandlers {
  const { ports } = dependencies;

  async function pick(what: keyof typeof titles) {
    const opened = current.get();
    if (!opened.ok) return opened;
    const paths = await ports.chooseOpenPaths({
      title: titles[what],
      many: what === 'sources',
      filters: filters[what === 'replacement' ? 'sources' : what],
    });
    return picked.pick(paths);
  }

  return {
    pickSources: () => pick('sources'),
    async pickBibliography() {
      const chosen = await pick('bibliography');
      return chosen.ok ? done(chosen.value[0] ?? null) : chosen;
    },
    async pickReplacement() {
      const chosen = await pick('replacement');
      return chosen.ok ? done(chosen.value[0] ?? null) : chosen;
    },
    holdFile: (file) => done(picked.hold(file)),
    readPickedFile: ({ token }) => picked.read(token),
    addSource({ token, document }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const file = picked.held(token);
      if (!file.ok) return file;
      const added = addSource(opened.value, { ...file.value, document }, dependencies);
      picked.drop(token);
      if (!added.ok) return added;
      const { source, edition } = added.value;
      return done({ source, numberedParagraphs: opened.value.sources.countNumbered(edition.id) });
    },
    describeSource({ source: id, title, metadata, assessment }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const { sources } = opened.value;
      const source = sources.find(id);
      if (source === undefined) return sourceNotFound();
      const described = { ...source, title: storable(title), metadata, assessment };
      sources.describe(described);
      return done(described);
    },
    readEdition({ edition: id }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const edition = opened.value.sources.edition(id);
      return edition === undefined ? editionNotFound() : done(edition);
    },
    listEditions({ source }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const { sources } = opened.value;
      return sources.find(source) === undefined ? sourceNotFound() : done(sources.editions(source));
    },
  };
}
