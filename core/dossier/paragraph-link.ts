/**
 * A paragraph pointed at from outside Chancery, in a mail or a document: `A ¶12` for people, and a link for Chancery,
 *
 *     chancery://dossier/<id of the dossier>/<id of the paragraph>
 *
 * The link names the id and not the number, because numbers move when leftovers are set aside, and ids never do. The id
 * holds the edition, so the link opens the text that was meant even when the source has a newer one. It is made of
 * letters, digits and `-._~` only, which no mail program encodes, breaks or takes for punctuation at its end.
 */
import { done, refused, type Result } from '../result.ts';
import { asParagraphId, editionOfParagraph, type EditionId, type ParagraphId } from './ids.ts';
import type { Paragraph } from './source.ts';

export interface ParagraphAddress {
  readonly dossier: string;
  readonly paragraph: ParagraphId;
}

export interface FoundAddress extends ParagraphAddress {
  /** The one that the paragraph belongs to. */
  readonly edition: EditionId;
}

const scheme = 'chancery:';
/** What RFC 3986 calls unreserved; neither end may be a mark that a sentence could end in. */
const part = '[A-Za-z0-9](?:[A-Za-z0-9._~-]{0,198}[A-Za-z0-9])?';
const form = new RegExp(`^${scheme}//dossier/(${part})/(${part})$`, 'u');

/** Refused where an id holds more than letters, digits and `-._~`: Chancery mints none that do, a file may. */
export function writeParagraphLink({
  dossier,
  paragraph,
}: ParagraphAddress): Result<string, 'id-not-linkable'> {
  const link = `${scheme}//dossier/${dossier}/${paragraph}`;
  return readParagraphLink(link).ok
    ? done(link)
    : refused('id-not-linkable', 'This paragraph can’t be linked to: the dossier was not made by Chancery.');
}

/** Reads exactly what is written above, with white space or `<` and `>` around it, as mails have them. */
export function readParagraphLink(text: string): Result<FoundAddress, 'not-a-paragraph-link'> {
  // Longer than any link: not worth looking at.
  const written = text.length > 2_000 ? '' : text.trim().replace(/^<(.*)>$/u, '$1');
  const [, dossier, id] = form.exec(written) ?? [];
  const paragraph = asParagraphId(id ?? '');
  const edition = editionOfParagraph(paragraph);
  return dossier === undefined || edition === undefined
    ? refused(
        'not-a-paragraph-link',
        'This is not a link to a paragraph of a dossier. Copy the whole link again.',
      )
    : done({ dossier, edition, paragraph });
}

const longestBeginning = 40; // UTF-16 units: enough to know a heading again

/** `A ¶12`; a paragraph without a number is named by how it begins: `A “Sharing experiences”`. */
export function paragraphName(label: string, { number, text }: Pick<Paragraph, 'number' | 'text'>): string {
  if (number !== null) return `${label} ¶${String(number)}`;
  if (text.length <= longestBeginning) return `${label} “${text}”`;
  const cut = text.slice(0, longestBeginning).replace(/[\uD800-\uDBFF]$/, '');
  return `${label} “${cut.replace(/\s+\S*$/u, '')}…”`;
}

/** What goes on the clipboard as plain text: `A ¶12 <chancery://dossier/…>`. */
export function paragraphPointer(
  label: string,
  paragraph: Pick<Paragraph, 'id' | 'number' | 'text'>,
  dossier: string,
): Result<string, 'id-not-linkable'> {
  const link = writeParagraphLink({ dossier, paragraph: paragraph.id });
  return link.ok ? done(`${paragraphName(label, paragraph)} <${link.value}>`) : link;
}
