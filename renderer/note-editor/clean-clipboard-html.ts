/** HTML that comes from another program, brought down to what a note can hold. */

const harmlessSchemes = ['http:', 'https:', 'mailto:', 'tel:'];
const blocks = 'p,div,li,ul,ol,table,tr,td,th,blockquote,pre,h1,h2,h3,h4,h5,h6';

/**
 * Parses the HTML without letting a style or script of it take part: the document is inert, styles are read for the
 * three formats that a note knows and forgotten, and links with another scheme than web, mail and telephone are text.
 */
export function cleanClipboardHtml(html: string): Document {
  // The window's policy refuses inline styles and reports each one, even in a document that is never shown.
  const inert = html
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ' data-style'))
    .replace(/<(\/?)style\b/gi, '<$1template');
  const page = new DOMParser().parseFromString(inert, 'text/html');
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]')) keepFormats(element);
  for (const link of page.querySelectorAll('a')) {
    if (!isHarmless(link.getAttribute('href'))) link.replaceWith(...link.childNodes);
  }
  return page;
}

function isHarmless(href: string | null): boolean {
  return href !== null && URL.canParse(href) && harmlessSchemes.includes(new URL(href).protocol);
}

/** Turns what a style says about the text into the elements that say the same. */
function keepFormats(element: HTMLElement): void {
  const { style } = document.createElement('span');
  style.cssText = element.dataset['style'] ?? '';
  delete element.dataset['style'];
  const isBold = style.fontWeight === 'bold' || Number(style.fontWeight) >= 600;
  // Some programs wrap everything they copy in a <b> that is not bold.
  if (element.matches('b, strong') && style.fontWeight !== '' && !isBold) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (element.querySelector(blocks) !== null) return;
  if (isBold) wrapContent(element, 'b');
  if (style.fontStyle === 'italic') wrapContent(element, 'i');
  if (`${style.textDecoration} ${style.textDecorationLine}`.includes('line-through'))
    wrapContent(element, 's');
}

function wrapContent(element: HTMLElement, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}
