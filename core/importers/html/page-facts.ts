import { cleanText } from '../clean-text.ts';
import { attributeOf, hasAttribute, isText, walkMarkup, type MarkupNode } from '../markup/markup-tree.ts';

/** What a page says about itself, as it is written there. */
export interface PageFacts {
  /** By name in lower case, in the order of the page: `<meta name>`, `<meta property>`, `itemprop`, `http-equiv`. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  readonly language: string;
  readonly canonical: string;
  readonly base: string;
  /** The address in the comment that browsers put into a page they save. */
  readonly savedFrom: string;
  /** `datetime` of the `<time>` elements. */
  readonly times: readonly string[];
  readonly jsonLd: readonly string[];
}

const longestValue = 5_000; // UTF-16 units; what is longer is no title and no name
const longestJsonLd = 1_000_000;
const mostValues = 1_000;

// Browsers: `saved from url=(0023)https://example.org/`; SingleFile: ` url: https://example.org/`.
const savedFromComment = /saved from url=\(\d+\)(\S+)|^\s*Page saved with SingleFile\s+url:\s*(\S+)/;

export function collectPageFacts(root: MarkupNode): PageFacts {
  const meta = new Map<string, string[]>();
  const facts = { title: '', language: '', canonical: '', base: '', savedFrom: savedFromIn(root) };
  const times: string[] = [];
  const jsonLd: string[] = [];
  walkMarkup(root, {
    enter(element) {
      const value = (name: string) => attributeOf(element, name).slice(0, longestValue);
      const name = element.localName;
      if (name === 'svg') return false;
      if (name === 'html' || name === 'body') facts.language ||= value('lang') || value('xml:lang');
      else if (name === 'title') facts.title ||= textOf(element, longestValue);
      else if (name === 'base') facts.base ||= value('href');
      else if (name === 'link' && relations(value('rel')).includes('canonical'))
        facts.canonical ||= value('href');
      else if (name === 'time' && times.length < mostValues) times.push(value('datetime'));
      else if (name === 'script' && /^\s*application\/ld\+json/i.test(value('type'))) {
        if (jsonLd.length < mostValues) jsonLd.push(textOf(element, longestJsonLd));
      }
      if (name === 'meta' || hasAttribute(element, 'itemprop')) {
        const key = value('property') || value('name') || value('itemprop') || value('http-equiv');
        const content = value('content') || value('datetime');
        if (key !== '' && content !== '' && meta.size < mostValues) {
          addTo(meta, key.trim().toLowerCase(), content);
        }
      }
      return true;
    },
    leave() {},
    text() {},
  });
  return { ...facts, meta, times, jsonLd };
}

const relations = (rel: string) => rel.toLowerCase().split(/\s+/);

function addTo(meta: Map<string, string[]>, key: string, content: string): void {
  const values = meta.get(key);
  if (values === undefined) meta.set(key, [content]);
  else if (values.length < mostValues) values.push(content);
}

function textOf(root: MarkupNode, longest: number): string {
  const pieces: string[] = [];
  for (let node = root.firstChild; node !== null; node = node.nextSibling) {
    if (isText(node)) pieces.push(node.nodeValue ?? '');
  }
  const text = pieces.join('');
  return text.length > longest ? '' : text;
}

/** It stands before `<html>`, or first in it. */
function savedFromIn(root: MarkupNode): string {
  for (let node = root.firstChild; node !== null; node = node.nextSibling) {
    const inside = node.nodeType === 1 ? node.firstChild : null;
    for (const comment of [node, inside, inside?.nextSibling ?? null]) {
      if (comment?.nodeType !== 8) continue;
      const [, browser, singleFile] =
        savedFromComment.exec((comment.nodeValue ?? '').slice(0, longestValue)) ?? [];
      const address = browser ?? singleFile;
      if (address !== undefined) return address;
    }
    if (node.nodeType === 1) break;
  }
  return '';
}

/** One value of a page as a line of text. */
export const firstOf = (meta: PageFacts['meta'], ...names: readonly string[]): string => {
  for (const name of names) {
    const value = meta
      .get(name)
      ?.map(cleanText)
      .find((text) => text !== '');
    if (value !== undefined) return value;
  }
  return '';
};
