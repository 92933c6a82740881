import { describe, expect, it } from 'vitest';
import { quotationMarks } from '../../../core/note-tree/quotation-marks.ts';
import { longestInline, verbatimQuotation } from '../../../core/note-tree/verbatim-quotation.ts';

const words = (count: number) => Array.from({ length: count }, (_, index) => `w${String(index)}`).join(' ');

describe('quotation marks', () => {
  it.each([
    ['en', '“x ‘y’”'],
    ['en-GB', '“x ‘y’”'],
    ['fr', '«\u00A0x “y”\u00A0»'],
    ['fr-CA', '«\u00A0x “y”\u00A0»'],
    ['fr-CH', '«x ‹y›»'],
    ['de', '„x ‚y‘“'],
    ['de-AT', '„x ‚y‘“'],
    ['es', '«x “y”»'],
    ['it', '«x “y”»'],
    ['pt-BR', '“x ‘y’”'],
    ['pt-PT', '«x “y”»'],
    ['pl', '„x «y»”'],
    ['ru', '«x „y“»'],
    ['vi', '“x ‘y’”'],
    ['ar', '«x “y”»'],
    ['zh-Hans-CN', '“x ‘y’”'],
    ['zh-Hant-TW', '「x 『y』」'],
    ['ja', '「x 『y』」'],
    ['', '“x ‘y’”'],
    ['tlh', '“x ‘y’”'],
  ])('%s sets %s', (language, expected) => {
    const { outer, inner } = quotationMarks(language);
    expect(`${outer.open}x ${inner.open}y${inner.close}${outer.close}`).toBe(expected);
  });
});

describe('words quoted', () => {
  it.each([
    ['stand in the marks of the language', 'en', 'remove the yellow card', '“remove the yellow card”'],
    ['keep their own punctuation', 'en', ' He agreed. ', '“He agreed.”'],
    ['have no line break within', 'en', 'one\ntwo\tthree', '“one two three”'],
    ['with a quotation in them take inner marks', 'en', 'said “no” twice', '“said ‘no’ twice”'],
    ['keep straight marks', 'en', 'said "no"', '“said "no"”'],
    ['keep marks of which one is not closed', 'en', 'said “no', '“said “no”'],
    ['keep their marks where an apostrophe could be one', 'en', 'Son’s “no”', '“Son’s “no””'],
    ['keep marks that are not those of the note', 'fr', 'said “no”', '«\u00A0said “no”\u00A0»'],
    ['in French take inner marks', 'fr', 'dit «non» hier', '«\u00A0dit “non” hier\u00A0»'],
  ])('%s', (_, language, given, expected) => {
    expect(verbatimQuotation([given], language)?.inline).toBe(expected);
  });

  it.each([
    ['a few words stand in the line', [words(longestInline)], false],
    ['one word more is set apart', [words(longestInline + 1)], true],
    ['two paragraphs are set apart', ['one', 'two'], true],
    ['an empty paragraph is none', ['one', ' '], false],
  ])('%s', (_, pieces, isBlock) => {
    expect(verbatimQuotation(pieces, 'en')?.isBlock).toBe(isBlock);
  });

  it('are nothing where nothing but white space was selected', () => {
    expect(verbatimQuotation([' \n'], 'en')).toBeNull();
  });

  it('come back exactly as they were in a block', () => {
    expect(verbatimQuotation(['said “no”', 'Son’s “yes”.'], 'en')?.paragraphs).toEqual([
      'said “no”',
      'Son’s “yes”.',
    ]);
  });
});
