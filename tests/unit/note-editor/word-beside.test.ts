import { describe, expect, it } from 'vitest';
import { lengthOfFirstWord, lengthOfLastWord } from '../../../renderer/note-editor/word-beside.ts';

describe('the word that Ctrl+Backspace takes', () => {
  it.each([
    ['the last word', 'one two', 'one '],
    ['the last word and the space behind it', 'one two ', 'one '],
    ['the only word', 'one', ''],
    ['a space alone', ' ', ''],
    ['marks together', 'one ?!', 'one '],
    ['a mark, not its word', 'one.', 'one'],
    ['a word with accents', 'ông Đặng', 'ông '],
    ['an Arabic word', 'محضر الاجتماع', 'محضر '],
    ['nothing of nothing', '', ''],
  ])('is %s', (_, text, rest) => {
    expect(text.slice(0, text.length - lengthOfLastWord(text, 'en'))).toBe(rest);
  });
});

describe('the word that Ctrl+Delete takes', () => {
  it.each([
    ['the first word', 'one two', ' two'],
    ['the space and the word behind it', ' one two', ' two'],
    ['a space alone', ' ', ''],
    ['a mark', '. two', ' two'],
    ['nothing of nothing', '', ''],
  ])('is %s', (_, text, rest) => {
    expect(text.slice(lengthOfFirstWord(text, 'en'))).toBe(rest);
  });
});
