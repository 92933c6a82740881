import type { Attachment } from 'postal-mime';
import type { ImportedAttachment } from '../../dossier/source.ts';
import { controls } from '../clean-text.ts';

const mostAttachments = 500;
const longestName = 120; // UTF-16 units, the ending included
const longestEnding = 12;

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.oasis.opendocument.text': '.odt',
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
  'text/csv': '.csv',
  'text/html': '.html',
  'text/plain': '.txt',
};

/** The files of an e-mail, each under a name of its own. Pictures that only the HTML shows are none. */
export function offerAttachments(attachments: readonly Attachment[]): ImportedAttachment[] {
  const offered: ImportedAttachment[] = [];
  const taken = new Set<string>();
  for (const { filename, mimeType, related, content } of attachments) {
    if (related === true && mimeType.startsWith('image/')) continue;
    if (typeof content === 'string' || content.byteLength === 0) continue;
    if (offered.length === mostAttachments) break;
    const fileName = freeName(nameOf(filename ?? '', mimeType), taken);
    offered.push({ fileName, bytes: new Uint8Array(content) });
  }
  return offered;
}

/** Without folders, control characters, and the direction marks that make an ending look like another. */
function nameOf(written: string, mimeType: string): string {
  const name = written
    .slice(-1_000)
    .replace(/^.*[/\\]/su, '')
    .replace(controls, '')
    .replace(/[\t-\r\u202a-\u202e\u2066-\u2069\u200e\u200f\p{Surrogate}]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const ending = endings[mimeType] ?? '';
  if (name === '') return `attachment${ending}`;
  return shorten(/\.[^.\s]{1,12}$/u.test(name) ? name : name + ending);
}

function shorten(name: string): string {
  if (name.length <= longestName) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= longestEnding + 1 ? name.slice(dot) : '';
  return name.slice(0, longestName - ending.length).replace(/\p{Surrogate}$/u, '') + ending;
}

function freeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem} (${String(count)})${ending}`;
  taken.add(free.toLowerCase());
  return free;
}
