const itemMark = /^(?:[-–—*•◦▪●‣·]|\(?\d{1,3}[.)]|\(?\p{Ll}[.)])\s+\S/u;
const finalPunctuation = /[.!?:;,…。！？：；，][)\]"'”’»]*$|["'”’»]$/u;
const longestHeading = 100; // UTF-16 units
const wordsOfHeading = 14;

/** Begins with a list's mark: `- `, `• `, `1. `, `(a) `. */
export function startsItem(text: string): boolean {
  return itemMark.test(text);
}

/** Could be a heading by its own look: short, and without the punctuation that ends a sentence. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > longestHeading || finalPunctuation.test(text)) return false;
  return /\p{L}/u.test(text) && !/^\p{Ll}/u.test(text) && text.split(/\s+/u).length <= wordsOfHeading;
}

const leftovers = [
  /^(?:comments?|bình luận|commentaires?|kommentare?|comentarios?)\s*\(\s*\d+\s*\)$/iu,
  /^\(?\d+\)?\s+(?:comments?|bình luận|commentaires?|kommentare?|comentarios?)$/iu,
  /^(?:share|share this(?: (?:article|story|page))?|share on \S+|chia sẻ|partager|teilen|compartir)$/iu,
  /^(?:print|print this (?:article|page)|in bài viết|imprimer|drucken|imprimir)$/iu,
  /^(?:advertisement|advertising|sponsored content|quảng cáo|publicité|anzeige|publicidad)$/iu,
  /^(?:read more|read also|see also|xem thêm|đọc thêm|lire (?:aussi|la suite)|mehr lesen|leer más)(?:\s*[:›»>→….].*)?$/iu,
  /^(?:related (?:news|articles|stories)|tin liên quan|back to top|skip to (?:main )?content)$/iu,
  /^(?:subscribe(?: now)?|sign in|log in|follow us(?: on .{1,40})?|tweet)$/iu,
];

/** A leftover of the web page that the text was copied from: `Comment (0)`, `Share`, `Advertisement`. */
export function isLeftover(text: string): boolean {
  return leftovers.some((pattern) => pattern.test(text));
}
