import type { FootnoteDefinition, Heading, List, Table } from 'mdast';
import type { Node } from 'unist';
import { toString } from 'mdast-util-to-string';
import { bannerWords, handlingLines, levelOf } from '../../dossier/marking.ts';
import { normalBlocks } from '../../note-tree/normal-form.ts';
import { plainLine } from '../../note-tree/normal-inline.ts';
import type {
  Citation,
  NoteBlock,
  NoteHeader,
  NoteInline,
  NoteParagraph,
} from '../../note-tree/note-tree.ts';
import { directionOf, isRightToLeft } from '../../text-direction.ts';
import type { ResolvedNote } from '../../note-tree/resolved-note.ts';
import { type PrintedWords, printedWords } from '../printed-words.ts';
import { hanLanguageOf, hanRuns, largeFontsFor } from './large-fonts.ts';
import { noteTemplate } from './note-template.ts';
import type { HanLanguage, TypstBlock, TypstData, TypstDocument, TypstInline } from './typst-document.ts';

const narrowCell = 16; // characters: a column of such cells is as wide as they are
const widestShare = 12; // parts, so that one long cell leaves room for the others

/** The note as data for one fixed template. The same note gives the same text; nothing else goes in, not even the day. */
export function exportTypst(note: ResolvedNote): TypstDocument {
  const data = typstData(note);
  const text = JSON.stringify(data);
  const largeFonts = largeFontsFor(text, data.han);
  return largeFonts.length === 0
    ? { main: noteTemplate, data: text, needsLargeFonts: false }
    : { main: noteTemplate, data: JSON.stringify({ ...data, largeFonts }), needsLargeFonts: true };
}

function typstData(note: ResolvedNote): TypstData {
  const { header, template } = note;
  const words = printedWords(header.language);
  const field = (key: string) => plainLine(header.fields.find((one) => one.key === key)?.value ?? '').trim();
  const [, language = 'en', region = ''] =
    /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?(?:-|$)/u.exec(header.language) ?? [];
  return {
    title: plainLine(header.title).trim() || words.untitled,
    author: field('from'),
    language,
    region,
    rightToLeft: isRightToLeft(header.language),
    han: hanLanguageOf(language),
    words,
    largeFonts: [],
    ...bannerOf(note),
    reference: field('reference'),
    drafter: field('drafter'),
    copy: field('copy'),
    numbered: template.numbering !== 'none',
    fields: fieldsOf(header, note),
    blocks: new BlockSetter(note, hanLanguageOf(language)).set(),
  };
}

type Marked = Pick<
  TypstData,
  'banner' | 'bannerColour' | 'bannerAtTop' | 'bannerAtBottom' | 'instructions' | 'derivedFrom'
>;

/** A marking that the scheme does not know is printed by its key: a marked note never looks unmarked. */
function bannerOf(note: ResolvedNote): Marked {
  const { header, scheme, marking } = note;
  const { handling = [] } = header;
  return {
    banner: plainLine(bannerWords(scheme, header.marking, handling)),
    bannerColour: marking?.colour ?? '#000000',
    bannerAtTop: scheme.pageMarks !== 'bottom',
    bannerAtBottom: scheme.pageMarks !== 'top',
    instructions: handlingLines(scheme, handling),
    derivedFrom: derivedFrom(note),
  };
}

/** `Derived from: Multiple sources`, and the list of them, where the scheme asks for it. */
function derivedFrom({ header, scheme, sources }: ResolvedNote): string {
  const { derivedFrom: rule, levels } = scheme;
  if (rule === undefined || sources.length === 0) return '';
  const rank = (level: string | null) => levels.findIndex(({ key }) => key === level);
  if (rank(header.marking) < rank(rule.lowest)) return '';
  const names = sources.map(({ source }) => `${source.label}: ${plainLine(source.title)}`);
  return `${rule.label}: ${names.length === 1 ? '' : `${rule.many} (`}${names.join('; ')}${names.length === 1 ? '' : ')'}`;
}

function fieldsOf(header: NoteHeader, { template }: ResolvedNote): TypstData['fields'] {
  return header.fields
    .map(({ key, value }) => ({
      label: template.fields.find((field) => field.key === key)?.label ?? key,
      value: plainLine(value).trim(),
    }))
    .filter(({ value }) => value !== '');
}

interface Place {
  /** Citations and own footnotes inside a footnote are set in its text. */
  readonly inFootnote: boolean;
  /** Own footnotes that are being set: one that refers to itself stops here. */
  readonly within: readonly string[];
}

const inText: Place = { inFootnote: false, within: [] };

class BlockSetter {
  readonly #note: ResolvedNote;
  readonly #han: HanLanguage;
  readonly #words: PrintedWords;
  /** Some blocks go the other way than the note: then each says its own. */
  readonly #goesBothWays: boolean;
  readonly #blocks: readonly NoteBlock[];
  readonly #footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** Own footnotes that the text itself refers to, and so stand at the foot of a page. */
  readonly #atFoot: ReadonlySet<string>;
  readonly #set = new Set<string>();
  #number = 0;
  #headingLevel = 1;

  constructor(note: ResolvedNote, han: HanLanguage) {
    const blocks = normalBlocks(note.blocks);
    this.#note = note;
    this.#han = han;
    this.#words = printedWords(note.header.language);
    this.#blocks = blocks.filter((block) => block.type !== 'footnoteDefinition');
    this.#footnotes = new Map(
      blocks.flatMap((block): [string, FootnoteDefinition][] =>
        block.type === 'footnoteDefinition' ? [[block.identifier, block]] : [],
      ),
    );
    this.#atFoot = new Set(referencesIn(this.#blocks));
    const other = isRightToLeft(note.header.language) ? 'ltr' : 'rtl';
    const texts = [...nodesIn(blocks)].filter(({ type }) => type === 'paragraph' || type === 'heading');
    const references = [...note.citations.values()].map(({ reference }) => directionOf(reference));
    this.#goesBothWays = [...texts.map((node) => directionOf(toString(node))), ...references].includes(other);
  }

  set(): TypstBlock[] {
    const { numbering } = this.#note.template;
    return this.#blocks.map((block) => {
      if (numbering === 'by-section' && block.type === 'heading' && block.depth <= 2) this.#number = 0;
      const set = this.#block(block, inText);
      if (set.kind !== 'paragraph' || numbering === 'none') return set;
      this.#number += 1;
      return { ...set, number: this.#number };
    });
  }

  #block(block: NoteBlock, place: Place): TypstBlock {
    const set = this.#undirected(block, place);
    const direction = this.#goesBothWays ? directionOf(toString(block)) : null;
    return direction === null ? set : { ...set, direction };
  }

  #undirected(block: NoteBlock, place: Place): TypstBlock {
    switch (block.type) {
      case 'paragraph':
        return this.#paragraph(block, place);
      case 'heading':
        return this.#heading(block, place);
      case 'blockquote':
        return { kind: 'quote', blocks: this.#nested(block.children, place) };
      case 'list':
        return this.#list(block, place);
      case 'code':
        return { kind: 'code-block', text: block.value };
      case 'table':
        return this.#table(block, place);
      case 'thematicBreak':
        return { kind: 'rule' };
      default:
        throw new Error(`A ${block.type} is no block of a note in its normal form.`);
    }
  }

  #heading({ depth, children }: Heading, place: Place): TypstBlock {
    const content = this.#inlines(children, place);
    // A heading without words has no place in an outline.
    if (!hasWords(content)) return { kind: 'line', content };
    // The title has the first level, and a reader of headings must not find one left out.
    this.#headingLevel = Math.min(Math.max(depth, 2), this.#headingLevel + 1);
    return { kind: 'heading', level: this.#headingLevel, content };
  }

  #nested(blocks: readonly NoteBlock[], place: Place): TypstBlock[] {
    return blocks.map((block) => this.#block(block, place));
  }

  #paragraph({ children, data }: NoteParagraph, place: Place): TypstBlock {
    const content = this.#inlines(children, place);
    const { comment = false, marking } = data ?? {};
    const portion = marking === undefined ? '' : this.#portion(marking);
    if (place.inFootnote && !comment && portion === '') return { kind: 'line', content };
    return { kind: 'paragraph', comment, portion, content };
  }

  #portion(marking: string): string {
    return levelOf(this.#note.scheme, marking)?.portion ?? marking.toUpperCase();
  }

  #list({ ordered, start, spread, children }: List, place: Place): TypstBlock {
    return {
      kind: 'list',
      ordered: ordered === true,
      start: start ?? 1,
      loose: spread === true,
      items: children.map((item) => ({
        checked: item.checked ?? null,
        blocks: item.children.map((block, index): TypstBlock => {
          const set = this.#block(block, place);
          // The first line stands beside its bullet.
          const isPlain = set.kind === 'paragraph' && !set.comment && set.portion === '';
          if (index > 0 || !isPlain) return set;
          const { direction } = set;
          return { kind: 'line', content: set.content, ...(direction === undefined ? {} : { direction }) };
        }),
      })),
    };
  }

  #table({ align, children }: Table, place: Place): TypstBlock {
    const [first, ...others] = children;
    const head = first?.children ?? [];
    const rows = others.map((row) => row.children.map((cell) => this.#inlines(cell.children, place)));
    const hasHead = head.some((cell) => cell.children.length > 0);
    return {
      kind: 'table',
      columns: columnShares(children).map((share, index) => ({ align: align?.[index] ?? 'start', share })),
      head: hasHead ? head.map((cell) => this.#inlines(cell.children, place)) : [],
      repeatHead: !head.some((cell) => mentionsFootnote(cell)),
      rows,
    };
  }

  #inlines(nodes: readonly NoteInline[], place: Place): TypstInline[] {
    const set = nodes.flatMap((node, index) =>
      node.type === 'citation' && place.inFootnote
        ? this.#citationInFootnote(this.#reference(node), nodes[index - 1])
        : this.#inline(node, place),
    );
    return set.flatMap((node, index) =>
      isFootnote(node) && isFootnote(set[index - 1]) ? [{ kind: 'footnote-comma' } as const, node] : [node],
    );
  }

  #inline(node: NoteInline, place: Place): TypstInline | TypstInline[] {
    switch (node.type) {
      case 'text':
        return this.#text(node.value);
      case 'inlineCode':
        return { kind: 'code', text: node.value };
      case 'emphasis':
      case 'strong':
      case 'delete':
        return { kind: node.type, content: this.#inlines(node.children, place) };
      case 'break':
        return { kind: 'break' };
      case 'link': {
        const content = this.#inlines(node.children, place);
        return isOpenable(node.url) ? { kind: 'link', url: node.url, content } : content;
      }
      case 'image':
        return { kind: 'text', text: `[${this.#words.picture}${node.alt?.trim() || node.url}]` };
      case 'citation':
        return {
          kind: 'footnote',
          blocks: [this.#line(this.#reference(node))],
        };
      case 'footnoteReference':
        return this.#ownFootnote(node.identifier, place);
      default:
        throw new Error(`A ${node.type} is nothing that stands in the normal form of a note.`);
    }
  }

  #line(text: string): TypstBlock {
    const direction = this.#goesBothWays ? directionOf(text) : null;
    return { kind: 'line', content: this.#text(text), ...(direction === null ? {} : { direction }) };
  }

  #text(text: string): TypstInline[] {
    return hanRuns(text, this.#han).map((run) => ({ kind: 'text', ...run }));
  }

  #reference(citation: Citation): string {
    const reference = this.#note.citations.get(citation)?.reference;
    if (reference === undefined) throw new Error('A citation of the note was not resolved.');
    return reference;
  }

  /** A footnote has no footnotes: the reference is a sentence of its own, or stands in brackets inside of one. */
  #citationInFootnote(reference: string, before: NoteInline | undefined): TypstInline {
    const text = before === undefined ? '' : toString(before);
    const space = text === '' || /\s$/u.test(text) ? '' : ' ';
    const isAfterSentence = /^$|[.!?…][”’"')\]]*\s*$/u.test(text);
    const words = isAfterSentence ? reference : `(${reference.replace(/\.$/u, '')})`;
    return { kind: 'text', text: `${space}${words}` };
  }

  #ownFootnote(identifier: string, place: Place): TypstInline | TypstInline[] {
    const definition = this.#footnotes.get(identifier);
    if (definition === undefined || place.within.includes(identifier)) return [];
    const name = `own-footnote-${identifier}`;
    if (place.inFootnote && !this.#atFoot.has(identifier)) {
      const within = [...place.within, identifier];
      const content = definition.children.flatMap((block) =>
        'children' in block ? this.#inlines(phrasesIn(block), { inFootnote: true, within }) : [],
      );
      return [{ kind: 'text', text: '(' }, ...content, { kind: 'text', text: ')' }];
    }
    if (place.inFootnote || this.#set.has(identifier)) return { kind: 'footnote-again', name };
    this.#set.add(identifier);
    const blocks = this.#nested(definition.children, { inFootnote: true, within: [identifier] });
    return { kind: 'footnote', name, blocks };
  }
}

function* nodesIn(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if ('children' in node) yield* nodesIn(node.children as readonly Node[]);
  }
}

function referencesIn(nodes: readonly Node[]): string[] {
  return [...nodesIn(nodes)].flatMap((node) =>
    node.type === 'footnoteReference' ? [(node as Node & { identifier: string }).identifier] : [],
  );
}

function mentionsFootnote(node: Node): boolean {
  return [...nodesIn([node])].some(({ type }) => type === 'footnoteReference' || type === 'citation');
}

function isFootnote(node: TypstInline | undefined): boolean {
  return node?.kind === 'footnote' || node?.kind === 'footnote-again';
}

function hasWords(content: readonly TypstInline[]): boolean {
  return content.some(
    (node) => ('text' in node && node.text.trim() !== '') || ('content' in node && hasWords(node.content)),
  );
}

/** What can be read on in one line of the text in these blocks. */
function phrasesIn(block: Node): NoteInline[] {
  return [...nodesIn([block])].flatMap((node) =>
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
      ? (node as NoteParagraph).children
      : [],
  );
}

/** Addresses that a reader of a PDF may open without harm. */
function isOpenable(url: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)\S/iu.test(url);
}

/** Columns of short cells take what they need; the others share the rest, the longer the more. */
function columnShares(rows: Table['children']): number[] {
  const width = rows[0]?.children.length ?? 0;
  const longest = Array.from({ length: width }, (_, column) =>
    Math.max(0, ...rows.map((row) => toString(row.children[column]).length)),
  );
  const shares = longest.map((length) =>
    length <= narrowCell ? 0 : Math.min(Math.round(Math.sqrt(length)), widestShare),
  );
  return shares.every((share) => share === 0) ? shares.map(() => 1) : shares;
}
