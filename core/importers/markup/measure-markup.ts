import { namesOf } from './element-names.ts';

/** What a markup text comes to, told without building its tree. */
export interface MarkupSize {
  readonly elements: number;
  /** Entities, comments and stray signs: each of them parts a text in two, and a piece costs as much as an element. */
  readonly pieces: number;
  /** How deep elements stand in one another that a careful writer always closes: divisions, lists, tables. */
  readonly depth: number;
  /** The same of all elements. Old pages that never close a paragraph or a font go deep in this only. */
  readonly fullDepth: number;
}

const voidElements = new Set(
  namesOf(
    'area base basefont br col command embed frame hr img input isindex keygen link meta param source ' +
      'track wbr',
  ),
);
/** Hold text alone, up to their end tag. */
const textElements = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);
const oftenLeftOpen = new Set(
  namesOf(
    'p li dt dd tr td th thead tbody tfoot option optgroup rt rp a b big code em font i nobr s small span ' +
      'strike strong tt u',
  ),
);

/** What the start of an element closes, as the parser has it (htmlparser2, `openImpliesClose`). */
const closedByStartOf = new Map<string, ReadonlySet<string>>([
  ...namesOf(
    'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure ' +
      'footer form header hr main nav ol pre section table ul',
  ).map((name) => [name, new Set(['p'])] as const),
  ['tr', new Set(['tr', 'th', 'td'])],
  ['th', new Set(['th'])],
  ['td', new Set(['thead', 'th', 'td'])],
  ['tbody', new Set(['thead', 'tbody'])],
  ['tfoot', new Set(['thead', 'tbody'])],
  ['li', new Set(['li'])],
  ['dd', new Set(['dt', 'dd'])],
  ['dt', new Set(['dt', 'dd'])],
  ['option', new Set(['option'])],
  ['optgroup', new Set(['optgroup', 'option'])],
  ['rt', new Set(['rt', 'rp'])],
  ['rp', new Set(['rt', 'rp'])],
]);

/** Stops counting once `mostDeep` is passed, so that it takes linear time whatever the text. */
export function measureMarkup(markup: string, mostDeep: number): MarkupSize {
  const open: string[] = [];
  let careful = 0;
  const size = { elements: 0, pieces: marksOf(markup), depth: 0, fullDepth: 0 };
  const close = (from: number) => {
    for (const name of open.splice(from)) if (!oftenLeftOpen.has(name)) careful -= 1;
  };
  for (const { name, isEnd } of tagsOf(markup)) {
    size.pieces -= 1;
    if (isEnd) {
      const at = open.lastIndexOf(name);
      if (at !== -1) close(at);
      continue;
    }
    size.elements += 1;
    const implied = closedByStartOf.get(name);
    while (implied?.has(open.at(-1) ?? '') === true) close(open.length - 1);
    if (voidElements.has(name)) continue;
    open.push(name);
    if (!oftenLeftOpen.has(name)) careful += 1;
    size.depth = Math.max(size.depth, careful);
    size.fullDepth = Math.max(size.fullDepth, open.length);
    if (size.fullDepth > mostDeep) break;
  }
  return size;
}

/** Everything that looks like the beginning of a tag or of an entity. */
function marksOf(markup: string): number {
  let marks = 0;
  for (const mark of ['<', '&']) {
    for (let at = markup.indexOf(mark); at !== -1; at = markup.indexOf(mark, at + 1)) marks += 1;
  }
  return marks;
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
}

function* tagsOf(markup: string): Generator<Tag> {
  const tag = /<(?:!--|[!?]|(\/?)([a-zA-Z][^\s/>]*))/g;
  for (let match = tag.exec(markup); match !== null; match = tag.exec(markup)) {
    const [start, slash, written] = match;
    if (written === undefined) {
      tag.lastIndex = after(markup, start === '<!--' ? '-->' : '>', match.index + 2);
      continue;
    }
    const name = written.toLowerCase();
    yield { name, isEnd: slash === '/' };
    tag.lastIndex = endOfTag(markup, tag.lastIndex);
    if (slash === '' && textElements.has(name)) tag.lastIndex = startOfEndTag(markup, name, tag.lastIndex);
  }
}

function after(markup: string, end: string, from: number): number {
  const at = markup.indexOf(end, from);
  return at === -1 ? markup.length : at + end.length;
}

/** A `>` within the quotation marks of an attribute's value ends no tag. */
function endOfTag(markup: string, from: number): number {
  const mark = /=\s*(["'])|>/g;
  mark.lastIndex = from;
  for (let match = mark.exec(markup); match !== null; match = mark.exec(markup)) {
    const [, quote] = match;
    if (quote === undefined) return mark.lastIndex;
    mark.lastIndex = after(markup, quote, mark.lastIndex);
  }
  return markup.length;
}

function startOfEndTag(markup: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  return end.exec(markup)?.index ?? markup.length;
}
