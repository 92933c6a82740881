/** How long a new passphrase would hold. The estimate is zxcvbn's (https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler); the words are ours. */
import { leastPassphrase } from './preferences.ts';

export interface PassphraseStrength {
  /** 0, worst, to 4. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
}

const words: readonly string[] = [
  'Guessed at once. Take four or more words that have nothing to do with each other.',
  'Guessed within hours. Take four or more words that have nothing to do with each other.',
  'Holds for some days. One or two words more would make it strong.',
  'Strong enough for most purposes.',
  'Strong.',
];

type Check = (passphrase: string) => { readonly score: 0 | 1 | 2 | 3 | 4 };
let loading: Promise<Check> | undefined;

/** The dictionaries are large, and needed only while somebody chooses. */
async function load(): Promise<Check> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const estimator = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return (passphrase) => estimator.check(passphrase);
}

const longestChecked = 100; // UTF-16 units; beyond, the estimate takes long and says nothing new

/** Nothing leaves this computer for it. */
export async function passphraseStrength(passphrase: string): Promise<PassphraseStrength> {
  if (passphrase.length < leastPassphrase) {
    return { score: 0, words: `Too short: at least ${String(leastPassphrase)} characters.` };
  }
  const check = await (loading ??= load());
  const { score } = check(passphrase.slice(0, longestChecked));
  return { score, words: words[score] ?? '' };
}
