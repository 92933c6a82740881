/** What can be read of a damaged dossier, put right so that it fits together: rows as the first tables have them. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { categories } from '../../../core/dossier/annotation.ts';
import { paragraphKinds } from '../../../core/dossier/source.ts';
import { nextSourceLabel } from '../../../core/dossier/source-label.ts';
import type { Now } from '../../../core/dossier/ids.ts';
import { importedDocumentSchema } from '../../../core/host-contract.ts';
import { noteTreeSchema } from '../../../core/note-tree/note-tree-schema.ts';
import type { Row } from '../database.ts';

/** Rows as they were found, by table. */
export type FoundRows = Readonly<Record<BaseTable, readonly Row[]>>;

export const baseTables = [
  'properties',
  'sources',
  'editions',
  'edition_bytes',
  'paragraphs',
  'annotations',
  'anchors',
  'notes',
] as const;
export type BaseTable = (typeof baseTables)[number];

const quoteSchema = v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() });
const plainMetadata = JSON.stringify({ type: 'document' });

const isText = (value: unknown): value is string => typeof value === 'string';
function parse(stored: unknown): unknown {
  try {
    return JSON.parse(String(stored));
  } catch {
    return undefined;
  }
}

const isJson = (schema: v.GenericSchema, stored: unknown) => v.is(schema, parse(stored));
const group = (rows: readonly Row[], column: string) => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row[column]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
};

function soundParagraphs(rows: readonly Row[]): Row[] {
  return rows.filter(
    (row) =>
      isText(row['id']) &&
      isText(row['edition']) &&
      isText(row['text']) &&
      paragraphKinds.some((kind) => kind === row['kind']),
  );
}

/** Editions that were found, and one made up for each that only its paragraphs speak of. */
function completeEditions(found: FoundRows, paragraphs: readonly Row[], now: Now): Row[] {
  const editions = found.editions.filter((row) => isText(row['id']) && isText(row['source']));
  const known = new Set(editions.map((row) => row['id']));
  const sourceOf = new Map(found.annotations.map((row) => [row['edition'], row['source']]));
  const bytesOf = new Map(found.edition_bytes.map((row) => [row['edition'], row['bytes']]));
  for (const [id, texts] of group(paragraphs, 'edition')) {
    if (known.has(id)) continue;
    const bytes = bytesOf.get(id);
    const hash = createHash('sha256');
    if (bytes instanceof Uint8Array) hash.update(bytes);
    else hash.update(texts.map((row) => String(row['text'])).join('\n')); // its own bytes are lost
    editions.push({
      id,
      source: sourceOf.get(id) ?? `recovered-${id}`,
      sha256: hash.digest('hex'),
      file_name: 'recovered.txt',
      byte_length: bytes instanceof Uint8Array ? bytes.length : 0,
      imported_at: now(),
    });
  }
  return editions;
}

/** Sources that were found, and one made up for each that only an edition speaks of; those without a text go. */
function completeSources(found: FoundRows, editions: readonly Row[]): Row[] {
  const bySource = group(editions, 'source');
  const sources = found.sources.filter((row) => isText(row['id']) && isText(row['label']));
  const known = new Set(sources.map((row) => row['id']));
  const labels = sources.map((row) => String(row['label']));
  let position = Math.max(0, ...sources.map((row) => Number(row['position'])));
  const whole = sources.flatMap((row): Row[] => {
    const own = bySource.get(String(row['id']));
    if (own === undefined) return [];
    const current = own.find((edition) => edition['id'] === row['current_edition']) ?? own.at(-1);
    const metadata = isJson(importedDocumentSchema.entries.metadata, row['metadata'])
      ? row['metadata']
      : plainMetadata;
    return [{ ...row, metadata: metadata ?? plainMetadata, current_edition: current?.['id'] ?? null }];
  });
  for (const [id, own] of bySource) {
    if (known.has(id)) continue;
    const label = nextSourceLabel(labels);
    labels.push(label);
    position += 1;
    whole.push({
      id,
      position,
      label,
      title: `Recovered text ${label}`,
      metadata: plainMetadata,
      current_edition: own.at(-1)?.['id'] ?? null,
    });
  }
  return whole;
}

/** An annotation is kept only when each of its words still stands where it says. */
function soundAnnotations(found: FoundRows, paragraphs: readonly Row[], editions: readonly Row[]) {
  const texts = new Map(paragraphs.map((row) => [row['id'], String(row['text'])]));
  const anchorsOf = group(found.anchors, 'annotation');
  const sourceOf = new Map(editions.map((row) => [row['id'], row['source']]));
  const standsThere = (anchor: Row, index: number) => {
    if (anchor['position'] !== index) return false;
    const quote = v.safeParse(quoteSchema, parse(anchor['quote']));
    const words = texts
      .get(anchor['paragraph'] ?? null)
      ?.slice(Number(anchor['start_offset']), Number(anchor['end_offset']));
    return quote.success && words === quote.output.exact;
  };
  const annotations: Row[] = [];
  const anchors: Row[] = [];
  for (const row of found.annotations) {
    const own = (anchorsOf.get(String(row['id'])) ?? []).toSorted(
      (a, b) => Number(a['position']) - Number(b['position']),
    );
    const fits =
      own.length > 0 &&
      own.every(standsThere) &&
      categories.some((category) => category === row['category']) &&
      isJson(v.array(v.string()), row['tags']) &&
      sourceOf.get(row['edition'] ?? null) === row['source'];
    if (!fits) continue;
    annotations.push(row);
    anchors.push(...own);
  }
  return { annotations, anchors };
}

/** The original bytes, where they are the ones that were brought in. */
function soundBytes(found: FoundRows, editions: readonly Row[]): Row[] {
  const hashOf = new Map(editions.map((row) => [row['id'], row['sha256']]));
  return found.edition_bytes.filter(({ edition, bytes }) => {
    if (!(bytes instanceof Uint8Array)) return false;
    return createHash('sha256').update(bytes).digest('hex') === hashOf.get(edition ?? null);
  });
}

/** What of all that was found fits together. */
export function fitTogether(found: FoundRows, now: Now): FoundRows {
  const paragraphs = soundParagraphs(found.paragraphs);
  const editions = completeEditions(found, paragraphs, now);
  return {
    properties: found.properties.filter((row) => isText(row['key']) && isText(row['value'])),
    sources: completeSources(found, editions),
    editions,
    edition_bytes: soundBytes(found, editions),
    paragraphs,
    ...soundAnnotations(found, paragraphs, editions),
    notes: found.notes.filter((row) => isText(row['id']) && isJson(noteTreeSchema, row['tree'])),
  };
}
