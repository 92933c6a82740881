import { done, type Result } from '../result.ts';
import { paragraphName, paragraphPointer, writeParagraphLink } from './paragraph-link.ts';
import type { Paragraph } from './source.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** What is put on the clipboard to point at a paragraph: the same for programs that know links and for those that don't. */
export function paragraphForClipboard(
  label: string,
  paragraph: Pick<Paragraph, 'id' | 'number' | 'text'>,
  dossier: string,
): Result<{ readonly text: string; readonly html: string }, 'id-not-linkable'> {
  const link = writeParagraphLink({ dossier, paragraph: paragraph.id });
  const text = paragraphPointer(label, paragraph, dossier);
  if (!link.ok) return link;
  if (!text.ok) return text;
  const name = escapeHtml(paragraphName(label, paragraph));
  return done({ text: text.value, html: `<a href="${escapeHtml(link.value)}">${name}</a>` });
}
