import { hostNameOf } from '../platform.ts';

/** What a text says about where it comes from. Nothing here is looked up or guessed from elsewhere. */
export interface Origin {
  readonly url: string;
  /** The name that stands before the address; the address's host where there is none. */
  readonly publisher: string;
}

const sourceLine = /^(?:source|nguồn)\s*:\s*(\S[^:/]{0,80}?)?[\s,(–—-]*\b(https?:\/\/[^\s<>"“”]+?)[).,;]*$/iu;
const longestSourceLine = 2_100; // UTF-16 units: browsers' own limit for an address, and a name

/** Reads a line such as `Source: https://…` or `Source: VietNamNet, https://…`; `null` for any other. */
export function readSourceLine(text: string): Origin | null {
  if (text.length > longestSourceLine) return null;
  const [, name, url] = sourceLine.exec(text) ?? [];
  const host = url === undefined ? null : hostNameOf(url);
  if (url === undefined || host === null) return null;
  return { url, publisher: name?.trim() ?? host.replace(/^www\./, '') };
}

const signOff = /[.]\/[.]?\s*[(–—-]*\s*(\p{Lu}[\p{L}\p{M}&. ]{1,38}?)[).]*$/u;
const longestSignOff = 60; // UTF-16 units from the paragraph's end

/** The agency that signs off at the end of a last paragraph, `./. VNA`; `null` when none does. */
export function readSignOff(lastParagraph: string): string | null {
  return signOff.exec(lastParagraph.slice(-longestSignOff))?.[1] ?? null;
}
