import type { ReviewItem } from '../../../core/anchoring/plan-replacement.ts';
import { done, refused, type Result } from '../../../core/result.ts';
import type { DossierFile } from '../../dossier-file/dossier-file.ts';
import { planFor, proposeFile, replaceSource } from '../../replace-source.ts';
import { wrongUsage, type Command, type CommandContext } from '../command.ts';
import { readIncoming } from '../read-incoming.ts';
import { withDossier } from '../with-dossier.ts';

/** As the command line says it: what was only suggested is not found. */
const states: Readonly<Record<ReviewItem['kind'], 'found' | 'ambiguous' | 'orphaned'>> = {
  found: 'found',
  typography: 'found',
  'changed-suggested': 'orphaned',
  ambiguous: 'ambiguous',
  orphaned: 'orphaned',
};

function describe(item: ReviewItem) {
  const { subject } = item;
  return {
    item: item.id,
    what: subject.what,
    state: states[item.kind],
    kind: item.kind,
    before: item.before.map(({ text }) => text).join(' '),
    candidates: item.candidates.map(({ texts }) => texts.map(({ text }) => text).join(' ')),
  };
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

async function replace(dossier: DossierFile, label: string, path: string, context: CommandContext) {
  const source = dossier.sources.findByLabel(label);
  if (source === undefined) {
    return refused('source-not-found', `This dossier has no source ${label}. “chancery show” lists them.`);
  }
  const incoming = await readIncoming(path, context);
  if (!incoming.ok) return incoming;
  const proposal = proposeFile(dossier, source, incoming.value, context);
  if (!proposal.ok) return proposal;
  const items = planFor(dossier, proposal.value).items.map(describe);
  // Without a person, only what was found moves.
  const replaced = replaceSource(dossier, proposal.value, [], context.now());
  if (!replaced.ok) return replaced;
  const { edition } = proposal.value;
  context.output.result({ source: label, edition: edition.id, sha256: edition.sha256, items }, [
    `${label} has a new text of ${String(dossier.sources.countNumbered(edition.id))} paragraphs.`,
    ...items.map(({ state, what, before }) => `${state}  ${what}  “${short(before)}”`),
  ]);
  return done(null);
}

export const replaceCommand: Command = {
  name: 'replace',
  usage: 'FILE.dossier A PATH',
  summary:
    'give a source a newer text; what is found moves, what is ambiguous or orphaned stays at the older one',
  options: [],
  async run({ positionals: [file, label, path, ...rest] }, context): Promise<Result<null>> {
    if (file === undefined || label === undefined || path === undefined || rest.length > 0) {
      return wrongUsage('“replace” takes a dossier, the label of a source, and a file.');
    }
    return withDossier(file, context, (dossier) => replace(dossier, label, path, context));
  },
};
