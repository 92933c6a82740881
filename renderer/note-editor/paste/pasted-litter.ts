/** What another program puts on the clipboard beside the text. */
import { isHidden } from '../../../core/importers/markup/hidden-element.ts';
import type { Declarations } from './clipboard-styles.ts';

/** Hidden text, tracked deletions, comments, running headers, buttons, and the programs and drawings of a page. */
export function isLitter(element: Element, style: Declarations): boolean {
  const name = element.localName;
  if (name === 'del' || name === 'button' || name === 'comment') return true;
  // Word's drawings and data. Its smart tags (`st1:place`) hold text.
  if (/^(?:v|m|xml|w10|dt):/.test(name) || isHidden(element)) return true;
  return isHiddenByStyle(style) || isComment(element, style) || isWikiMark(element);
}

function isHiddenByStyle(style: Declarations): boolean {
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return true;
  if (/^(?:hidden|collapse)$/.test(style.get('visibility') ?? '')) return true;
  // The first line of many a newsletter, which only the list of a mailbox shows.
  if (/^0(?:px|pt|em)?$/.test(style.get('font-size') ?? '')) return true;
  return style.get('mso-list') === 'ignore';
}

function isComment(element: Element, style: Declarations): boolean {
  if (/^(?:comment-list|header|footer)$/.test(style.get('mso-element') ?? '')) return true;
  if (style.get('mso-special-character') === 'comment') return true;
  const classes = (element.getAttribute('class') ?? '').toLowerCase().split(/\s+/);
  if (classes.some((each) => ['msodel', 'msocomanchor', 'msocommentreference', 'msocomoff'].includes(each)))
    return true;
  if (element.localName !== 'a' && element.localName !== 'div') return false;
  // Google Docs: the mark of a comment, and the comment, which begins with the way back to its mark.
  const link =
    element.localName === 'a' ? element : element.querySelector(':scope > p > a[href^="#cmnt_ref"]');
  return link?.getAttribute('href')?.startsWith('#cmnt') === true;
}

/** The marks of an encyclopedia's references, which stay behind on its page. */
function isWikiMark(element: Element): boolean {
  if (element.localName === 'span') return element.classList.contains('mw-editsection');
  if (element.localName !== 'sup' || !element.classList.contains('reference')) return false;
  const name = element.querySelector('a')?.getAttribute('href')?.slice(1) ?? '';
  return element.ownerDocument.getElementById(name) === null;
}

/** What a picture says to who can't see it, unless it only names a file or was guessed by a program. */
export function wordsOfPicture(picture: Element): string {
  const alt = (picture.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
  const isName =
    /\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf)$/i.test(alt) ||
    /^(?:image|picture|logo|icon)\s*\d*$/i.test(alt);
  return isName || /generated|^https?:/i.test(alt) ? '' : alt;
}
