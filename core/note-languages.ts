/** The languages that a note can be said to be in. Any other tag that a note has is kept, and shown by its tag. */
export interface NoteLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** As its speakers call it. */
  readonly own: string;
  readonly english: string;
}

const list = `
en English English|ar العربية Arabic|zh-Hans 简体中文 Chinese (simplified)|zh-Hant 繁體中文 Chinese (traditional)
fr Français French|ru Русский Russian|es Español Spanish|de Deutsch German|vi Tiếng_Việt Vietnamese
en-US English_(US) English (United States)|pt Português Portuguese|pt-BR Português_do_Brasil Portuguese (Brazil)
it Italiano Italian|nl Nederlands Dutch|pl Polski Polish|ja 日本語 Japanese|ko 한국어 Korean
id Bahasa_Indonesia Indonesian|ms Bahasa_Melayu Malay|th ไทย Thai|lo ລາວ Lao|km ខ្មែរ Khmer|my မြန်မာ Burmese
fil Filipino Filipino|tet Tetun Tetum|hi हिन्दी Hindi|ne नेपाली Nepali|fa فارسی Persian|ur اردو Urdu|ps پښتو Pashto
he עברית Hebrew|tr Türkçe Turkish|az Azərbaycanca Azerbaijani|kk Қазақ_тілі Kazakh|ky Кыргызча Kyrgyz
uz Oʻzbekcha Uzbek|tg Тоҷикӣ Tajik|mn Монгол Mongolian|uk Українська Ukrainian|be Беларуская Belarusian
bg Български Bulgarian|sr Српски Serbian|hr Hrvatski Croatian|bs Bosanski Bosnian|mk Македонски Macedonian
sl Slovenščina Slovenian|sk Slovenčina Slovak|cs Čeština Czech|hu Magyar Hungarian|ro Română Romanian
el Ελληνικά Greek|sq Shqip Albanian|da Dansk Danish|sv Svenska Swedish|nb Norsk_bokmål Norwegian Bokmål
nn Norsk_nynorsk Norwegian Nynorsk|fi Suomi Finnish|is Íslenska Icelandic|et Eesti Estonian|lv Latviešu Latvian
lt Lietuvių Lithuanian|ga Gaeilge Irish|cy Cymraeg Welsh|mt Malti Maltese|ca Català Catalan|eu Euskara Basque
gl Galego Galician|lb Lëtzebuergesch Luxembourgish|sw Kiswahili Swahili|so Soomaali Somali|ha Hausa Hausa
yo Yorùbá Yoruba|ig Igbo Igbo|zu isiZulu Zulu|xh isiXhosa Xhosa|af Afrikaans Afrikaans|rw Ikinyarwanda Kinyarwanda
`;

/** Those of the United Nations first, then German and Vietnamese, then the others by neighbourhood. */
export const noteLanguages: readonly NoteLanguage[] = list
  .trim()
  .split(/[|\n]/u)
  .map((entry) => {
    const [tag = '', own = '', ...english] = entry.split(' ');
    return { tag, own: own.replaceAll('_', ' '), english: english.join(' ') };
  });

/** Without accents and case, so that `francais` finds Français. */
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('đ', 'd')
    .toLowerCase();

/** The language of a tag; another region of one that is listed counts as it (`fr-CA` is French), under its own tag. */
export function noteLanguage(tag: string): NoteLanguage {
  const primary = tag.split('-')[0]?.toLowerCase() ?? '';
  const found =
    noteLanguages.find((each) => each.tag.toLowerCase() === tag.toLowerCase()) ??
    noteLanguages.find((each) => each.tag.split('-')[0] === primary);
  if (found === undefined) return { tag, own: tag, english: tag };
  const isSame = found.tag.toLowerCase() === tag.toLowerCase() || tag.toLowerCase() === primary;
  return isSame
    ? { ...found, tag }
    : { tag, own: `${found.own} (${tag})`, english: `${found.english} (${tag})` };
}

/** Whether what is typed begins a word of either name, or is the beginning of the tag. */
export function isLanguageCalled({ tag, own, english }: NoteLanguage, typed: string): boolean {
  const wanted = folded(typed.trim());
  if (wanted === '' || tag.toLowerCase().startsWith(wanted)) return true;
  return [own, english].some((name) => {
    const plain = folded(name);
    // Where words are not parted, any part of the name will do: 中文 in 简体中文.
    if (/\p{Script=Han}/u.test(wanted)) return plain.includes(wanted);
    return plain.startsWith(wanted) || plain.includes(` ${wanted}`) || plain.includes(`(${wanted}`);
  });
}
