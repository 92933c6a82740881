import { mkdirSync, readFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { findQuotation } from '../core/anchoring/find-quotation.ts';
import { categories } from '../core/dossier/annotation.ts';
import { standardForms } from '../core/dossier/forms.ts';
import { asAnnotationId, type NewId, type Now } from '../core/dossier/ids.ts';
import { importedDocumentSchema } from '../core/host-contract.ts';
import { importText } from '../core/importers/text/import-text.ts';
import { done, refused, type Result } from '../core/result.ts';
import { addSource } from './add-source.ts';
import { dossierEnding } from './dossier-file/dossier-file.ts';
import { makeFilledDossier, type DossierStores } from './dossier-file/filled-dossier.ts';
import { refusingStorageFailures } from './dossier-file/storage-failure.ts';
import { importNote } from './import-note.ts';
import { saveAnnotation } from './save-annotation.ts';

interface SampleOptions {
  /** Where the dossier comes to be. */
  readonly path: string;
  readonly seedsFolder: string;
  readonly now: Now;
  readonly newId: NewId;
}

const sampleSchema = v.object({
  title: v.string(),
  note: v.string(),
  sources: v.array(
    v.object({
      file: v.string(),
      title: v.string(),
      metadata: importedDocumentSchema.entries.metadata,
      annotations: v.array(
        v.object({
          /** Its number. */
          paragraph: v.number(),
          quote: v.string(),
          category: v.picklist(categories),
          comment: v.string(),
        }),
      ),
    }),
  ),
});
type Sample = v.InferOutput<typeof sampleSchema>;
type SampleSource = Sample['sources'][number];

function readSeed(seedsFolder: string, ...names: readonly string[]): Result<Buffer, 'seed-missing'> {
  try {
    return done(readFileSync(join(seedsFolder, ...names)));
  } catch {
    return refused(
      'seed-missing',
      `The sample can’t be made: “${names.join('/')}” is missing from the program’s own files. Install Chancery again; your own dossiers are not affected.`,
    );
  }
}

function readSample(seedsFolder: string): Result<Sample> {
  const bytes = readSeed(seedsFolder, 'sample', 'sample.json');
  if (!bytes.ok) return bytes;
  try {
    return done(v.parse(sampleSchema, JSON.parse(bytes.value.toString('utf8'))));
  } catch {
    return refused(
      'seed-damaged',
      'The sample can’t be made: “sample/sample.json” among the program’s own files is damaged. Install Chancery again.',
    );
  }
}

function addSampleSource(dossier: DossierStores, sample: SampleSource, options: SampleOptions): Result<null> {
  const bytes = readSeed(options.seedsFolder, sample.file);
  if (!bytes.ok) return bytes;
  const imported = importText(bytes.value, sample.file);
  if (!imported.ok) return imported;
  const { metadata, paragraphs } = imported.value;
  const document = { title: sample.title, metadata: { ...metadata, ...sample.metadata }, paragraphs };
  const added = addSource(dossier, { bytes: bytes.value, fileName: sample.file, document }, options);
  if (!added.ok) return added;
  const { source, edition } = added.value;
  for (const { paragraph: number, quote, category, comment } of sample.annotations) {
    const paragraph = edition.paragraphs.find((candidate) => candidate.number === number);
    if (paragraph === undefined) {
      return refused(
        'paragraph-not-found',
        `The sample speaks of ${source.label} ¶${String(number)}, which isn’t there.`,
      );
    }
    const passage = findQuotation(edition, paragraph.id, quote);
    if (!passage.ok) return passage;
    const at = options.now();
    const saved = saveAnnotation(dossier, {
      id: asAnnotationId(options.newId()),
      source: source.id,
      passage: passage.value,
      category,
      comment,
      tags: [],
      createdAt: at,
      updatedAt: at,
    });
    if (!saved.ok) return saved;
  }
  return done(null);
}

function fillSample(dossier: DossierStores, sample: Sample, options: SampleOptions): Result<null> {
  for (const source of sample.sources) {
    const added = addSampleSource(dossier, source, options);
    if (!added.ok) return added;
  }
  const markdown = readSeed(options.seedsFolder, 'sample', sample.note);
  if (!markdown.ok) return markdown;
  const incoming = { bytes: markdown.value, fileName: sample.note };
  const note = importNote(dossier, incoming, { ...options, forms: standardForms });
  return note.ok ? done(null) : note;
}

/**
 * Makes the sample dossier out of the seeds by the ordinary importer, and leaves it closed.
 * Refused with `seed-missing` and the like, it leaves nothing half-made behind.
 */
function makeSampleDossier(options: SampleOptions): Result<null> {
  const sample = readSample(options.seedsFolder);
  if (!sample.ok) return sample;
  const { path, now, newId } = options;
  return refusingStorageFailures((): Result<null> => {
    mkdirSync(dirname(path), { recursive: true });
    const details = { title: sample.value.title, now, newId, isSample: true };
    return makeFilledDossier(path, details, (stores) => fillSample(stores, sample.value, options));
  });
}

/** The path of a data folder's sample; makes it first when it is not there. */
export function ensureSampleDossier({
  dataFolder,
  seedsFolder,
  now,
  newId,
}: Omit<SampleOptions, 'path'> & { readonly dataFolder: string }): Result<string> {
  const path = join(dataFolder, `Sample${dossierEnding}`);
  if (existsSync(path)) return done(path);
  const made = makeSampleDossier({ path, seedsFolder, now, newId });
  return made.ok ? done(path) : made;
}
