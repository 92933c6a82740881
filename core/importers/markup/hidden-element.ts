import { attributeOf, hasAttribute, walkMarkup, type MarkupElement } from './markup-tree.ts';
import { namesOf } from './element-names.ts';

/** Hold no words of the text: programs, styles, pictures, controls, and what stands in for a frame or a script. */
const withoutText = new Set(
  namesOf(
    'script style template noscript noframes noembed title meta link base svg canvas audio video picture ' +
      'map object embed applet iframe frame textarea select datalist progress meter annotation annotation- ' +
      'xml',
  ),
);

// `mso-list: ignore` is the bullet or number that Word writes before an item of a list.
const hidingStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|mso-list\s*:\s*ignore)/i;

/** Longer style attributes do not occur, and would be searched for every element. UTF-16 units. */
const longestStyle = 10_000;

/**
 * Whether a reader of the page sees nothing of the element. `hidden="until-found"` is text that a search opens,
 * and stays. The alternative text of pictures is left out with them: mostly it repeats the caption or names a file.
 */
export function isHidden(element: MarkupElement): boolean {
  if (withoutText.has(element.localName)) return true;
  // The arrow that leads from a note back to its mark.
  if (attributeOf(element, 'role') === 'doc-backlink') return true;
  if (attributeOf(element, 'class') === 'footnote-back') return true; // as older e-books of pandoc have it
  if (element.localName === 'dialog' && !hasAttribute(element, 'open')) return true;
  if (hasAttribute(element, 'hidden') && attributeOf(element, 'hidden').toLowerCase() !== 'until-found')
    return true;
  if (attributeOf(element, 'aria-hidden').toLowerCase() === 'true' && !holdsParagraphs(element)) return true;
  return hidingStyle.test(attributeOf(element, 'style').slice(0, longestStyle));
}

const paragraphElement = /^(?:p|h[1-6]|li|td)$/;
/** Elements of an ornament; what holds more than these is a part of the page. */
const mostOrnamental = 200;

/**
 * While a page asks something, such as for cookies, it hides all the rest of itself from screen readers so, and may have
 * been saved in that state: its text must not be lost.
 */
function holdsParagraphs(root: MarkupElement): boolean {
  let elements = 0;
  let holds = false;
  walkMarkup(root, {
    enter(element) {
      elements += 1;
      if (element !== root && paragraphElement.test(element.localName)) holds = true;
      return !holds && elements <= mostOrnamental;
    },
    leave() {},
    text() {},
  });
  return holds || elements > mostOrnamental;
}
