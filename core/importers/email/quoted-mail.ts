import type { ImportedParagraph } from '../../dossier/source.ts';
import { paragraphsOfText } from '../text/import-text.ts';

const quoteMarks = /^(?: ?>)+ ?/;
const signatureMark = /^-- ?$/;

/**
 * The paragraphs of a plain-text body. Lines behind `>` are earlier mail: they become quotations, without their marks.
 * Short lines of a letter, such as its greeting, are text and no headings. `isFlowed`: the lines were joined already,
 * as the mail said where they may be (RFC 3676), with the marks of the lines that were joined still in them.
 */
export function paragraphsOfPlainBody(body: string, isFlowed: boolean): ImportedParagraph[] {
  const paragraphs: ImportedParagraph[] = [];
  for (const { depth, lines } of partsOf(body.split(/\r\n|[\n\r]/), isFlowed)) {
    for (const paragraph of paragraphsOfText(lines.join('\n'))) {
      const kind = paragraph.kind === 'heading' ? 'text' : paragraph.kind;
      paragraphs.push({ ...paragraph, kind: depth > 0 ? 'quote' : kind });
    }
  }
  return paragraphs;
}

interface BodyPart {
  /** How many quotation marks stand before its lines. */
  readonly depth: number;
  readonly lines: string[];
}

function partsOf(lines: readonly string[], isFlowed: boolean): BodyPart[] {
  const parts: BodyPart[] = [];
  for (const line of lines) {
    const marks = quoteMarks.exec(line)?.[0] ?? '';
    const depth = marks.replace(/ /g, '').length;
    let part = parts.at(-1);
    if (part === undefined || part.depth !== depth) {
      part = { depth, lines: [] };
      parts.push(part);
    }
    const words = signatureMark.test(line) ? '' : line.slice(marks.length);
    part.lines.push(isFlowed && depth > 0 ? words.replaceAll(` ${'>'.repeat(depth)} `, ' ') : words);
  }
  return parts;
}

const originalMessage =
  /^[-_–—*\s]{2,}(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d’origine|message d'origine|message transféré|mensaje original|messaggio originale|thư gốc)/i;
const from = /^(?:from|von|de|da|van|từ)\s*:/i;
const sent = /(?:^|\s)(?:sent|date|gesendet|datum|envoyé|enviado|inviato|verzonden|ngày|đã gửi)\s*:/i;
/** Paragraphs from the sender's line on in which the date has to stand. */
const headerLines = 4;

/**
 * Some programs put earlier mail below the answer with only its headers above it. From those on, everything is a
 * quotation.
 */
export function markEarlierMail(paragraphs: readonly ImportedParagraph[]): ImportedParagraph[] {
  const start = paragraphs.findIndex(({ text }, index) => {
    if (originalMessage.test(text)) return true;
    if (!from.test(text)) return false;
    return paragraphs.slice(index, index + headerLines).some((line) => sent.test(line.text));
  });
  if (start === -1) return [...paragraphs];
  return paragraphs.map((paragraph, index) =>
    index < start || paragraph.kind === 'table' ? paragraph : { ...paragraph, kind: 'quote' },
  );
}
