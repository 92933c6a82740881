/** A saved e-mail (.eml) → paragraphs, and the files that came with it. */
import PostalMime, { type Email } from 'postal-mime';
import type { ImportedDocument, ImportedParagraph } from '../../dossier/source.ts';
import { done, refused, type Result } from '../../result.ts';
import { importLimits } from '../limits.ts';
import { parseMarkup } from '../markup/parse-markup.ts';
import { paragraphsOfMarkup } from '../markup/paragraphs-of-markup.ts';
import { decodeStrictly, readControlsAs1252 } from '../platform.ts';
import { makeTitle } from '../text/make-title.ts';
import { offerAttachments } from './attachments.ts';
import { describeMail, headerParagraphs, looksLikeMail } from './mail-headers.ts';
import { markEarlierMail, paragraphsOfPlainBody } from './quoted-mail.ts';

export type EmailImportCode =
  'no-email' | 'no-text' | 'too-deep' | 'too-much-markup' | 'headers-too-large' | 'damaged-email';

/** Reads an e-mail. `fileName` is only for the sentences of refusals. */
export async function importEmail(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<ImportedDocument, EmailImportCode>> {
  const parsed = await parseMail(bytes, fileName);
  if (!parsed.ok) return parsed;
  const mail = parsed.value;
  if (!looksLikeMail(mail)) {
    return refused(
      'no-email',
      `“${fileName}” has none of the lines that an e-mail begins with. If it is a text, name it “.txt” and import that.`,
    );
  }
  const body = readBody(mail, isFlowed(bytes), fileName);
  if (!body.ok) return body;
  const attachments = offerAttachments(mail.attachments);
  const paragraphs = [...headerParagraphs(mail), ...markEarlierMail(body.value)];
  const first = paragraphs.find(({ leftover }) => !leftover) ?? paragraphs[0];
  if (first === undefined || (body.value.length === 0 && attachments.length === 0)) {
    return refused('no-text', `“${fileName}” holds no text. Choose an e-mail that does.`);
  }
  const metadata = describeMail(mail);
  return done({
    title: makeTitle(metadata.title ?? first.text),
    metadata,
    paragraphs,
    ...(attachments.length === 0 ? {} : { attachments }),
  });
}

/** Messages within the message stay whole, as attachments. */
async function parseMail(bytes: Uint8Array, fileName: string): Promise<Result<Email, EmailImportCode>> {
  try {
    const options = { maxNestingDepth: importLimits.depth, forceRfc822Attachments: true };
    return done(await PostalMime.parse(withoutEnvelope(bytes), options));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    if (reason.includes('nesting depth')) {
      return refused(
        'too-deep',
        `The parts of “${fileName}” stand in one another more than ${String(importLimits.depth)} deep, the most that can be imported. Save its text and import that.`,
      );
    }
    if (reason.includes('header size')) {
      return refused(
        'headers-too-large',
        `“${fileName}” has more than 2 MiB of headers, the most that can be imported. Save its text and import that.`,
      );
    }
    return refused(
      'damaged-email',
      `“${fileName}” can’t be read as an e-mail. Save it again from the mail program, or save its text and import that.`,
    );
  }
}

/** Some programs save a byte-order mark, or the line `From …` of a mailbox, before the headers. */
function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const isMailbox = String.fromCharCode(...bytes.subarray(start, start + 5)) === 'From ';
  const lineEnd = isMailbox ? bytes.indexOf(0x0a, start) : -1;
  return bytes.subarray(lineEnd === -1 ? start : lineEnd + 1);
}

/** Bytes at the beginning in which a mail describes its text. */
const describingBytes = 64 * 1024;

function isFlowed(bytes: Uint8Array): boolean {
  const beginning = decodeStrictly(bytes.subarray(0, describingBytes), 'windows-1252');
  return (
    beginning !== null && /^content-type:[^\n]*(?:\r?\n[ \t][^\n]*)*\bformat\s*=\s*"?flowed/im.test(beginning)
  );
}

const structure = /<(?:p|div|li|td|h[1-6]|blockquote|pre)[\s>]/i;

/** The HTML where it says more than where lines end, else the plain text, else the HTML all the same. */
function readBody(
  { html, text }: Email,
  flowed: boolean,
  fileName: string,
): Result<ImportedParagraph[], 'too-deep' | 'too-much-markup'> {
  const plain = paragraphsOfPlainBody(readControlsAs1252(text ?? ''), flowed);
  if (html === undefined || (plain.length > 0 && !structure.test(html))) return done(plain);
  const parsed = parseMarkup(readControlsAs1252(html), fileName);
  if (!parsed.ok) return plain.length > 0 ? done(plain) : parsed;
  const rich = paragraphsOfMarkup(parsed.value);
  return done(rich.length > 0 ? rich : plain);
}
