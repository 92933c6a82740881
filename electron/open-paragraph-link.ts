import { readParagraphLink, type FoundAddress } from '../core/dossier/paragraph-link.ts';

interface ParagraphLinkOptions {
  readonly want: (address: FoundAddress) => void;
  /** Brings the window of an open dossier to the front and has it fetch what is wanted; `false` when there is none. */
  readonly announce: (dossier: string) => boolean;
  /** Of a dossier that was opened on this computer. */
  readonly pathOf: (dossier: string) => Promise<string | undefined>;
  readonly openDossier: (path: string) => Promise<void>;
  /** No window asked, so the system says it. */
  readonly say: (title: string, text: string) => void;
}

/** The link among the arguments that the system starts a program with. */
export const linkIn = (argv: readonly string[]): string | undefined =>
  argv.slice(1).find((argument) => argument.startsWith('chancery:'));

/** Opens what a link from a mail or a document points at. The link is a stranger's text: it names things, and does nothing. */
export async function openParagraphLink(text: string, options: ParagraphLinkOptions): Promise<void> {
  const link = readParagraphLink(text);
  if (!link.ok) {
    options.say('This link can’t be opened', link.error.message);
    return;
  }
  options.want(link.value);
  if (options.announce(link.value.dossier)) return;
  const path = await options.pathOf(link.value.dossier);
  if (path !== undefined) await options.openDossier(path);
  else {
    options.say(
      'The dossier of this link is not known here',
      'It was never opened on this computer, or long ago. Open the dossier; it will show the paragraph.',
    );
  }
}
