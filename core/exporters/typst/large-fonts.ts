/**
 * Which letters of a note only the large fonts have, and which shapes its Han characters take: one code point looks
 * different in Chinese, Japanese and Korean, and nothing but the language tells.
 */
import type { HanLanguage } from './typst-document.ts';

const hanFonts: Readonly<Record<HanLanguage, string>> = {
  zh: 'Noto Sans SC',
  ja: 'Noto Sans JP',
  ko: 'Noto Sans KR',
};

/** With punctuation that stands among them, and the wide forms: what Unicode shares with other scripts (`·`) is not here. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u2E80-\u2FDF\u3000-\u33FF\uFE30-\uFE4F\uFF00-\uFFEF]/u;

/** In the order in which they are asked; emoji last, as that font holds digits too. */
const otherFonts: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Noto Sans Thai', /\p{Script=Thai}/u],
  ['Noto Sans Lao', /\p{Script=Lao}/u],
  ['Noto Sans Khmer', /\p{Script=Khmer}/u],
  ['Noto Sans Myanmar', /\p{Script=Myanmar}/u],
  // Signs that were there before emoji are in the other fonts.
  ['Noto Emoji', /[\p{Regional_Indicator}\u20E3\uFE0F]|(?![\u00A9\u00AE\u2122])\p{Extended_Pictographic}/u],
];

/** `language` is a primary language as BCP 47 has it. */
export function hanLanguageOf(language: string): HanLanguage {
  return language === 'ja' || language === 'ko' ? language : 'zh';
}

/** Names of the large fonts that a text needs, those for the note's own Han characters first. */
export function largeFontsFor(text: string, han: HanLanguage): string[] {
  const others = otherFonts.filter(([, letters]) => letters.test(text)).map(([name]) => name);
  if (!eastAsian.test(text)) return others;
  const rest = Object.values(hanFonts).filter((name) => name !== hanFonts[han]);
  return [hanFonts[han], ...rest, ...others];
}

const eastAsianRun = new RegExp(`${eastAsian.source}+`, 'gu');

function languageOfRun(run: string, around: string): HanLanguage | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)) return 'ja';
  if (/\p{Script=Hangul}/u.test(run)) return 'ko';
  if (!/\p{Script=Han}/u.test(run)) return null;
  // Han alone is what the text around it is: 東京 beside kana is Japanese.
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(around) ? 'ja' : null;
}

/** A text in pieces, each with the language that its letters show where that is not `han`. Joined, they are the text. */
export function hanRuns(
  text: string,
  han: HanLanguage,
): { readonly text: string; readonly language?: HanLanguage }[] {
  const runs: { text: string; language?: HanLanguage }[] = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(eastAsianRun)) {
    const language = languageOfRun(run, text);
    if (language === null || language === han) continue;
    if (index > end) runs.push({ text: text.slice(end, index) });
    runs.push({ text: run, language });
    end = index + run.length;
  }
  if (end < text.length || runs.length === 0) runs.push({ text: text.slice(end) });
  return runs;
}
