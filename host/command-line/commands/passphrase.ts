import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { leastPassphrase } from '../../../core/preferences.ts';
import { done, refused, type Result } from '../../../core/result.ts';
import { makeDossierKey } from '../../dossier-file/passphrase/dossier-key.ts';
import { relockDossier } from '../../dossier-file/passphrase/relock-dossier.ts';
import { refusalForReading } from '../../file-refusal.ts';
import { wrongUsage, type Command } from '../command.ts';
import { withDossier } from '../with-dossier.ts';

/** `null`: the dossier is to have none. */
async function newKey(file: string | undefined) {
  if (file === undefined) return done(null);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (thrown) {
    return refusalForReading(thrown, basename(file));
  }
  if (text.length >= leastPassphrase) return done(await makeDossierKey(text));
  return refused('passphrase-too-short', `A passphrase has ${String(leastPassphrase)} characters at least.`);
}

export const passphraseCommand: Command = {
  name: 'passphrase',
  usage: 'FILE.dossier (--set PATH | --remove yes)',
  summary: 'encrypt a dossier under the passphrase in the first line of a file, or no longer',
  options: ['set', 'remove'],
  async run({ positionals, options }, context): Promise<Result<null>> {
    const [file, ...rest] = positionals;
    const { set, remove } = options;
    if (file === undefined || rest.length > 0 || (set === undefined) === (remove !== 'yes')) {
      return wrongUsage('“passphrase” takes a dossier, and either --set PATH or --remove yes.');
    }
    const key = await newKey(set);
    if (!key.ok) return key;
    return withDossier(file, context, (dossier) => {
      const { outcome } = relockDossier(dossier, key.value, context.newId());
      if (!outcome.ok) return outcome;
      const encrypted = key.value !== null;
      context.output.result({ file, encrypted }, [
        encrypted
          ? `${file} is encrypted. Copies made before are not.`
          : `${file} has no passphrase any more.`,
      ]);
      return done(null);
    });
  },
};
