import { describe, expect, it } from 'vitest';
import { isLanguageTag } from '../../core/dossier/language-tag.ts';
import { isLanguageCalled, noteLanguage, noteLanguages } from '../../core/note-languages.ts';
import { printedWords } from '../../core/exporters/printed-words.ts';
import { directionOf, isRightToLeft } from '../../core/text-direction.ts';

describe('the list of languages', () => {
  it('has names for each, and each once', () => {
    expect(noteLanguages.filter(({ tag, own, english }) => !isLanguageTag(tag) || !own || !english)).toEqual(
      [],
    );
    expect(new Set(noteLanguages.map(({ tag }) => tag)).size).toBe(noteLanguages.length);
    // Intl knows the English names: a slip in the table would differ from them.
    const names = new Intl.DisplayNames(['en'], { type: 'language' });
    const other = noteLanguages.filter(({ tag, english }) => !tag.includes('-') && names.of(tag) !== english);
    expect(other).toEqual([]);
  });

  it.each([
    ['fra', 'fr'],
    ['FRANC', 'fr'],
    ['francais', 'fr'],
    ['tieng', 'vi'],
    ['việt', 'vi'],
    ['العر', 'ar'],
    ['中文', 'zh-Hans'],
    ['simpl', 'zh-Hans'],
    ['traditional', 'zh-Hant'],
    ['brasil', 'pt-BR'],
    ['de', 'de'],
  ])('finds by %s the language %s', (typed, tag) => {
    expect(noteLanguages.filter((each) => isLanguageCalled(each, typed)).map((each) => each.tag)).toContain(
      tag,
    );
  });

  it('finds nothing by what is no name', () => {
    expect(noteLanguages.filter((each) => isLanguageCalled(each, 'qqq'))).toEqual([]);
  });

  it.each([
    ['fr', 'Français', 'fr'],
    ['zh', '简体中文', 'zh'],
    ['fr-CA', 'Français (fr-CA)', 'fr-CA'],
    ['tlh', 'tlh', 'tlh'],
  ])('knows %s as %s, and keeps its tag', (tag, own, kept) => {
    expect(noteLanguage(tag)).toMatchObject({ own, tag: kept });
  });
});

it.each([
  ['ar', true],
  ['ar-EG', true],
  ['fa', true],
  ['he', true],
  ['ur-PK', true],
  ['en', false],
  ['az-Arab', true],
  ['ur-Latn', false],
  ['', false],
])('knows whether %s is written from right to left', (language, expected) => {
  expect(isRightToLeft(language)).toBe(expected);
});

it.each([
  ['a word', 'word', 'ltr'],
  ['Arabic behind digits and marks', '(35) «قال»', 'rtl'],
  ['Hebrew', 'שלום and more', 'rtl'],
  ['a Latin word first', 'EVIPA على', 'ltr'],
  ['digits alone', '35 – 40', null],
  ['Arabic digits alone', '٣٥', null],
  ['Han', '中', 'ltr'],
  ['a mark for right to left', '\u200F35', 'rtl'],
  ['nothing', '', null],
])('tells the direction of %s', (_, text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

it.each([
  ['en', 'Page 2 of 3'],
  ['fr-CH', 'Page 2 sur 3'],
  ['es', 'Página 2 de 3'],
  ['ar', 'صفحة 2 من 3'],
  ['zh-Hans', '第 2 页，共 3 页'],
  ['zh-TW', '第 2 頁，共 3 頁'],
  ['ru', 'Страница 2 из 3'],
  ['de', 'Seite 2 von 3'],
  ['vi-VN', 'Trang 2 trên 3'],
  ['sw', 'Page 2 of 3'],
])('prints the pages in %s', (language, words) => {
  const [before, between, after] = printedWords(language).page;
  expect(`${before}2${between}3${after}`).toBe(words);
});
