/** Empty elements that say how text looks or where Word broke a page last, and nothing about what it says. */
const looks = [
  'rFonts|sz|szCs|lang|color|b|bCs|i|iCs|u|kern|spacing|position|w|shd|highlight|noProof|webHidden|rtl|cs|snapToGrid',
  'ind|jc|bidi|keepNext|keepLines|widowControl|contextualSpacing|suppressAutoHyphens|autoSpaceDE|autoSpaceDN',
  'tcW|vAlign|cantSplit|trHeight|proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak',
].join('|');
const emptyLooks = new RegExp(`<w:(?:${looks})(?:\\s[^<>]*)?/>`, 'g');
const emptyProperties = /<w:rPr><\/w:rPr>|<w:rPr\/>/g;
const tagWithRevision = /<w:(?:p|r|tr)\s[^<>]*>/g;
const revisionMark = /\sw:rsid[A-Za-z]*="[^"<>]*"/g;

/**
 * Word writes several such elements for every few words. Without them its text takes half the time and memory to parse.
 * It only looks for the prefix that Word uses; where a document has another, it is slower and the result the same. So it is where
 * CDATA may hold text that looks like an element.
 */
export function withoutLooks(xml: string): string {
  if (xml.includes('<![CDATA[')) return xml;
  return xml
    .replace(tagWithRevision, (tag) => tag.replace(revisionMark, ''))
    .replace(emptyLooks, '')
    .replace(emptyProperties, '');
}
