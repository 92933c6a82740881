/** Footnotes of another program: which links are marks of notes, and which elements hold the text of the notes. */
import { styleAttribute } from './clipboard-styles.ts';

// Word, LibreOffice, Google Docs, GitHub and pandoc, Wikipedia.
const markOfNote =
  /^#(?:_(?:ftn|edn)\d+|sd(?:foot|end)note\d+sym|(?:ftnt|endnt)\d+|(?:user-content-)?fn[:-]?\w[\w-]*|cite_note-.+)$/i;
const wayBack =
  /^#(?:_(?:ftn|edn)ref|sd(?:foot|end)note\d+anc|(?:ftnt|endnt)_ref|(?:user-content-)?fnref|cite_ref)/i;
const ownDefinition = /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/i;

export interface PastedFootnotes {
  /** The element that holds the note which the link is the mark of. */
  definitionOf(link: Element): Element | null;
  /** An element that is read where its mark stands, and not where it stands. */
  isDefinition(element: Element): boolean;
}

export function findFootnotes(page: Document): PastedFootnotes {
  const byName = new Map<string, Element>();
  for (const element of page.querySelectorAll('[id],a[name]')) {
    for (const name of [element.getAttribute('id'), element.getAttribute('name')]) {
      if (name !== null && !byName.has(name)) byName.set(name, element);
    }
  }
  const definitions = new Map<string, Element>();
  for (const link of page.querySelectorAll('a[href^="#"]')) {
    const href = link.getAttribute('href') ?? '';
    if (!isMark(href)) continue;
    const target = byName.get(href.slice(1));
    const holder = target === undefined ? null : holderOf(target);
    if (holder !== null && !holder.contains(link)) definitions.set(href, holder);
  }
  const holders = new Set(definitions.values());
  return {
    definitionOf: (link) => definitions.get(link.getAttribute('href') ?? '') ?? null,
    isDefinition: (element) => holders.has(element),
  };
}

function isMark(href: string): boolean {
  return markOfNote.test(href) && !wayBack.test(href);
}

/** A link from a note back to its mark. */
export function isWayBack(link: Element): boolean {
  return wayBack.test(link.getAttribute('href') ?? '');
}

function holderOf(target: Element): Element | null {
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    if (element.localName === 'li' || element.localName === 'aside') return element;
    if (ownDefinition.test(element.getAttribute('id') ?? '')) return element;
    if (/mso-element:\s*(?:foot|end)note\b(?!-)/i.test(element.getAttribute(styleAttribute) ?? ''))
      return element;
  }
  return target.closest('p,div');
}

/** The frame of the notes, whose dividing line is not part of the text. */
export function isFootnoteFrame(element: Element): boolean {
  const style = element.getAttribute(styleAttribute) ?? '';
  return /mso-element:\s*(?:foot|end)note-list/i.test(style) || element.classList.contains('footnotes');
}
