import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { importLimits } from '../../../core/importers/limits.ts';
import { done, refused, type Result } from '../../../core/result.ts';
import { addSource, checkIncoming, type AddedSource, type Incoming } from '../../add-source.ts';
import type { DossierFile } from '../../dossier-file/dossier-file.ts';
import { isOpenHere } from '../../dossier-file/open-files.ts';
import { refusalForReading } from '../../file-refusal.ts';
import { wrongUsage, type Command, type CommandContext } from '../command.ts';
import { openIncoming, readIncoming } from '../read-incoming.ts';
import { withDossier } from '../with-dossier.ts';

/** Paths without the folders among them, which a wildcard brings along. */
function filesAmong(paths: readonly string[], { output }: CommandContext): Result<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    try {
      const facts = statSync(path);
      if (facts.isDirectory()) {
        output.message(`“${basename(path)}” is a folder and was passed over.`);
      } else if (isOpenHere(path)) {
        output.message(`“${basename(path)}” is the dossier itself and was passed over.`);
      } else if (facts.size > importLimits.bytes) {
        const limit = `${String(importLimits.bytes / 1024 / 1024)} MiB`;
        return refused(
          'file-too-large',
          `“${basename(path)}” is larger than ${limit}. Split it, then import its parts.`,
        );
      } else files.push(path);
    } catch (thrown) {
      return refusalForReading(thrown, basename(path));
    }
  }
  return files.length > 0
    ? done(files)
    : refused('nothing-to-import', 'There is no file among these paths, only folders.');
}

/** Carries a refusal out of a transaction, which only something thrown rolls back. */
class Withdrawn extends Error {
  readonly refusal: Result<never>;
  constructor(refusal: Result<never>) {
    super('withdrawn');
    this.refusal = refusal;
  }
}

/** All of them, or none. */
function addAll(
  dossier: DossierFile,
  incoming: readonly Incoming[],
  context: CommandContext,
): Result<AddedSource[]> {
  try {
    return dossier.inOneStep(() =>
      done(
        incoming.map((one) => {
          const added = addSource(dossier, one, context);
          if (!added.ok) throw new Withdrawn(added);
          return added.value;
        }),
      ),
    );
  } catch (thrown) {
    if (thrown instanceof Withdrawn) return thrown.refusal;
    throw thrown;
  }
}

/** The files that came attached to what is read; otherwise they are told of. */
async function readAttachments(
  { fileName, document }: Incoming,
  wanted: boolean,
  context: CommandContext,
): Promise<Result<Incoming[]>> {
  const { attachments = [] } = document;
  const read: Incoming[] = [];
  for (const attachment of attachments) {
    if (!wanted) {
      context.output.message(
        `“${attachment.fileName}” came attached to “${fileName}”; --attachments add brings it in as well.`,
      );
      continue;
    }
    const opened = await openIncoming(attachment, context);
    if (!opened.ok) return opened;
    read.push(opened.value);
  }
  return done(read);
}

async function importFiles(
  dossier: DossierFile,
  paths: readonly string[],
  withAttachments: boolean,
  context: CommandContext,
) {
  const incoming: Incoming[] = [];
  for (const path of paths) {
    const read = await readIncoming(path, context);
    if (!read.ok) return read;
    const attached = await readAttachments(read.value, withAttachments, context);
    if (!attached.ok) return attached;
    for (const one of [read.value, ...attached.value]) {
      const checked = checkIncoming(dossier, one); // before the first is stored, so that the file keeps its bytes
      if (!checked.ok) return checked;
      incoming.push(one);
    }
  }
  const added = addAll(dossier, incoming, context);
  if (!added.ok) return added;
  const sources = added.value.map(({ source, edition }) => ({
    label: source.label,
    title: source.title,
    edition: edition.id,
    sha256: edition.sha256,
    paragraphs: dossier.sources.countNumbered(edition.id),
  }));
  context.output.result(
    { sources },
    sources.map(({ label, title, paragraphs }) => `${label} ${String(paragraphs)} paragraphs  “${title}”`),
  );
  return done(null);
}

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE.dossier PATH… [--attachments add]',
  summary: 'bring documents in as sources, and what is attached to e-mails: all of them, or none',
  options: ['attachments'],
  async run({ positionals, options }, context) {
    const { attachments } = options;
    if (attachments !== undefined && attachments !== 'add') {
      return wrongUsage('--attachments takes “add”, or is left out.');
    }
    const [file, ...paths] = positionals;
    if (file === undefined || paths.length === 0)
      return wrongUsage('“import” takes a dossier and one path or more.');
    return withDossier(file, context, (dossier) => {
      const files = filesAmong(paths, context);
      return files.ok ? importFiles(dossier, files.value, attachments === 'add', context) : files;
    });
  },
};
