import { styleAttribute } from './paste/clipboard-styles.ts';

const embeddedFile = /\bdata:[a-z]+\/[\w.+-]+;base64,[A-Za-z0-9+/=]*/gi;

/** Without the pictures that Word and Google Docs write into it, which may be most of it, and which a note doesn't take. */
export function withoutEmbeddedFiles(html: string): string {
  return html.replace(embeddedFile, '');
}

/**
 * Parses HTML from the clipboard without letting a style or script of it take part: the document is inert, and what
 * styles say stands as text in an attribute of another name.
 */
export function parseClipboardHtml(html: string): Document {
  // The window's policy refuses inline styles and reports each one, even in a document that is never shown.
  const inert = html
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ` ${styleAttribute}`))
    .replace(/<(\/?)style\b/gi, '<$1template');
  return new DOMParser().parseFromString(inert, 'text/html');
}
