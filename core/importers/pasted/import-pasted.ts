/** What a person pastes, out of a browser, a mail or a word processor → paragraphs. */
import type { ImportedDocument, ImportedParagraph } from '../../dossier/source.ts';
import { done, refused, type Result } from '../../result.ts';
import { beyondLimits } from '../import-source.ts';
import { importLimits } from '../limits.ts';
import { parseMarkup } from '../markup/parse-markup.ts';
import { paragraphsOfMarkup } from '../markup/paragraphs-of-markup.ts';
import { hostNameOf } from '../platform.ts';
import { paragraphsOfText } from '../text/import-text.ts';
import { isLeftover } from '../text/line-kinds.ts';
import { makeTitle } from '../text/make-title.ts';

/** What the clipboard offers. Every program offers the text, and those with formats the HTML too. */
export interface Pasted {
  readonly html?: string;
  readonly text: string;
}

/** The name for what has none, in sentences and for the edition. */
const pastedName = 'pasted text';

/** Reads pasted text, with its headings, lists, tables and links where the clipboard has them. */
export function importPasted({ html = '', text }: Pasted): Result<ImportedDocument> {
  if (Math.max(html.length, text.length) > importLimits.bytes) {
    return refused('text-too-long', 'The pasted text is longer than can be imported. Paste it in parts.');
  }
  const page = fragmentOf(html);
  const paragraphs = readPasted(page, text);
  const first = paragraphs.find(({ leftover }) => !leftover) ?? paragraphs[0];
  if (first === undefined) return refused('no-text', 'The clipboard holds no text. Copy the text once more.');
  const pasted = {
    title: makeTitle(first.text),
    metadata: {
      type: page.url === undefined ? 'document' : 'webpage',
      ...(first.kind === 'heading' ? { title: first.text.slice(0, 1_000) } : {}),
      ...(page.url === undefined ? {} : { URL: page.url }),
    },
    paragraphs,
  };
  return beyondLimits(pasted, pastedName) ?? done(pasted);
}

interface Fragment {
  readonly html: string;
  /** The page that it was copied from. */
  readonly url: string | undefined;
}

/** Takes off what Windows puts around the HTML of a clipboard: its header, and what stands outside of the fragment. */
function fragmentOf(clipboard: string): Fragment {
  const header = /^Version:[\d.]+\s[^<]*/.exec(clipboard.slice(0, 5_000))?.[0] ?? '';
  const address = /^SourceURL:(\S+)/m.exec(header)?.[1];
  const html = clipboard.slice(header.length);
  const start = html.indexOf('<!--StartFragment');
  const end = html.lastIndexOf('<!--EndFragment');
  return {
    html: start === -1 ? html : html.slice(start, end > start ? end : undefined),
    url: address === undefined || hostNameOf(address) === null ? undefined : address,
  };
}

const structure = /<(?:p|li|td|th|h[1-6]|blockquote|div|br)[\s/>]/i;

/** Below this share of the text's characters, the HTML is something else than the text, and is not believed. */
const leastShare = 0.5;

function readPasted({ html, url }: Fragment, text: string): ImportedParagraph[] {
  const plain = paragraphsOfText(text);
  if (!structure.test(html)) return plain;
  const parsed = parseMarkup(html, pastedName);
  if (!parsed.ok) return plain;
  const rich = paragraphsOfMarkup(parsed.value, { baseUrl: url }).map((paragraph): ImportedParagraph =>
    isLeftover(paragraph.text) ? { ...paragraph, kind: 'text', leftover: true } : paragraph,
  );
  return lettersOf(rich) < lettersOf(plain) * leastShare ? plain : rich;
}

function lettersOf(paragraphs: readonly ImportedParagraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.replace(/\s+/gu, '').length, 0);
}
