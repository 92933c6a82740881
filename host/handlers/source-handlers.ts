import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Edition, Paragraph } from '../../core/dossier/source.ts';
import { renumber } from '../../core/dossier/number-paragraphs.ts';
import type { ParagraphId } from '../../core/dossier/ids.ts';
import type { PickedFile } from '../../core/host-contract.ts';
import { importLimits } from '../../core/importers/limits.ts';
import { citationsOf } from '../../core/note-tree/citations-of.ts';
import { done, refused, type Result } from '../../core/result.ts';
import { addSource } from '../add-source.ts';
import type { DossierFile } from '../dossier-file/dossier-file.ts';
import { isOpenHere } from '../dossier-file/open-files.ts';
import { refusalForReading } from '../file-refusal.ts';
import type { FileFilter } from '../host-dependencies.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

const sourceFilter: FileFilter = { name: 'Text', extensions: ['txt', 'text'] };

interface Picked {
  readonly path: string;
  readonly name: string;
  /** Held from the moment the sandbox gets them, so that what is stored is what was parsed. */
  bytes: Uint8Array | null;
}

function readPicked(file: Picked): Result<Uint8Array> {
  if (file.bytes !== null) return done(file.bytes);
  if (isOpenHere(file.path)) {
    return refused(
      'open-dossier',
      `“${file.name}” is the dossier that is open. Choose the documents to add to it.`,
    );
  }
  try {
    if (statSync(file.path).size > importLimits.bytes) {
      const limit = `${String(importLimits.bytes / 1024 / 1024)} MiB`;
      return refused(
        'file-too-large',
        `“${file.name}” is larger than ${limit}. Split it, then import its parts.`,
      );
    }
    file.bytes = readFileSync(file.path);
    return done(file.bytes);
  } catch (thrown) {
    return refusalForReading(thrown, file.name);
  }
}

/** Paragraphs that an annotation or a note that is not deleted rests on. */
function paragraphsInUse(dossier: DossierFile, edition: Edition): Set<ParagraphId> {
  const used = dossier.annotations.annotatedParagraphs(edition.id);
  for (const { id } of dossier.notes.list()) {
    const note = dossier.notes.find(id);
    if (note === undefined) continue;
    for (const citation of citationsOf(note.tree)) {
      for (const { paragraph } of citation.targets) used.add(paragraph);
    }
  }
  return used;
}

function setLeftover(dossier: DossierFile, edition: Edition, changed: Paragraph, leftover: boolean) {
  const paragraphs = renumber(
    edition.paragraphs.map((paragraph) =>
      paragraph.id === changed.id ? { ...paragraph, leftover } : paragraph,
    ),
  );
  const used = paragraphsInUse(dossier, edition);
  const moved = edition.paragraphs.find(
    ({ id, number }, index) => number !== null && number !== paragraphs[index]?.number && used.has(id),
  );
  if (moved !== undefined) {
    return refused(
      'would-renumber-cited',
      `Paragraph ${String(moved.number)} is cited or annotated, and would get another number. Nothing was changed.`,
    );
  }
  dossier.sources.renumber(edition.id, paragraphs);
  return done<Edition>({ ...edition, paragraphs });
}

type SourceHandlers = Handlers<
  'pickSources' | 'readPickedFile' | 'addSource' | 'readEdition' | 'setLeftover'
>;

/** Bringing documents in and reading them. */
export function createSourceHandlers({ dependencies, current }: HandlerContext): SourceHandlers {
  const { ports, newId } = dependencies;
  const picked = new Map<string, Picked>();
  const notPicked = () =>
    refused('not-picked', 'That file is no longer at hand. Choose it again, then import it.');

  return {
    async pickSources() {
      const paths = await ports.chooseOpenPaths({
        title: 'Add sources',
        many: true,
        filters: [sourceFilter],
      });
      picked.clear();
      const files: PickedFile[] = [];
      for (const path of paths) {
        const name = basename(path);
        const token = newId();
        try {
          files.push({ token, name, byteLength: statSync(path).size });
        } catch (thrown) {
          return refusalForReading(thrown, name);
        }
        picked.set(token, { path, name, bytes: null });
      }
      return done(files);
    },
    readPickedFile({ token }) {
      const file = picked.get(token);
      return file === undefined ? notPicked() : readPicked(file);
    },
    addSource({ token, document }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const file = picked.get(token);
      if (file?.bytes == null) return notPicked();
      const added = addSource(
        opened.value,
        { bytes: file.bytes, fileName: file.name, document },
        dependencies,
      );
      picked.delete(token);
      if (!added.ok) return added;
      const { source, edition } = added.value;
      return done({ source, numberedParagraphs: opened.value.sources.countNumbered(edition.id) });
    },
    readEdition({ edition: id }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const edition = opened.value.sources.edition(id);
      return edition === undefined
        ? refused('edition-not-found', 'This dossier has no such text. Open the dossier again.')
        : done(edition);
    },
    setLeftover({ edition: id, paragraph, leftover }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const edition = opened.value.sources.edition(id);
      const changed = edition?.paragraphs.find((candidate) => candidate.id === paragraph);
      if (edition === undefined || changed === undefined) {
        return refused('paragraph-not-found', 'This dossier has no such paragraph. Open the dossier again.');
      }
      return setLeftover(opened.value, edition, changed, leftover);
    },
  };
}
