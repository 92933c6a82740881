/** What HTML from another program says about looks, read as text: the window's policy lets no foreign style apply. */

/** Property to value, both in lower case. Word's own properties (`mso-list`) are among them. */
export type Declarations = ReadonlyMap<string, string>;

/** Where `clean-clipboard-html.ts` leaves the style of an element. */
export const styleAttribute = 'data-style';

/** Longer style sheets and attributes do not occur in what people copy. UTF-16 units. */
const longestSheet = 300_000;
const longestStyle = 10_000;

function readDeclarations(css: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of css.slice(0, longestStyle).split(';')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    found.set(part.slice(0, colon).trim().toLowerCase(), value.replace(/\s*!important$/, ''));
  }
  return found;
}

/** The text within the `<style>` elements of the HTML. */
function styleSheetOf(html: string): string {
  const sheets: string[] = [];
  const lower = html.toLowerCase();
  const start = /<style\b[^<>]*>/gi;
  for (let match = start.exec(html); match !== null; match = start.exec(html)) {
    const end = lower.indexOf('</style', start.lastIndex);
    if (end === -1) break;
    sheets.push(html.slice(start.lastIndex, end));
    start.lastIndex = end;
    if (sheets.length > 20) break;
  }
  return sheets.join('\n').slice(0, longestSheet);
}

/** Only rules for a class, alone or with an element name: Excel, LibreOffice and Word say bold and hidden with them. */
function readClassRules(css: string): ReadonlyMap<string, Declarations> {
  const rules = new Map<string, Map<string, string>>();
  const plain = css.replace(/<!--|-->/g, '').replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
  for (const block of plain.split('}')) {
    const [selectors = '', body] = block.split('{');
    if (body === undefined) continue;
    for (const selector of selectors.split(',')) {
      const name = /^\s*(?:[a-z][a-z0-9]*)?\.([\w-]+)\s*$/i.exec(selector)?.[1]?.toLowerCase();
      if (name === undefined) continue;
      const known = rules.get(name) ?? new Map<string, string>();
      for (const [property, value] of readDeclarations(body)) known.set(property, value);
      rules.set(name, known);
    }
  }
  return rules;
}

export type StyleOf = (element: Element) => Declarations;

/** Reads the styles of elements that were parsed of `html`: what the style sheet says of their classes, then their own. */
export function createStyleReader(html: string): StyleOf {
  const rules = readClassRules(styleSheetOf(html));
  const known = new WeakMap<Element, Declarations>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const style = new Map<string, string>();
    for (const name of (element.getAttribute('class') ?? '').toLowerCase().split(/\s+/)) {
      for (const [property, value] of rules.get(name) ?? []) style.set(property, value);
    }
    for (const [property, value] of readDeclarations(element.getAttribute(styleAttribute) ?? '')) {
      style.set(property, value);
    }
    known.set(element, style);
    return style;
  };
}
