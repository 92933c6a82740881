import { expect, it } from 'vitest';
import { hanRuns, largeFontsFor } from '../../../core/exporters/typst/large-fonts.ts';

it.each([
  ['Latin with Vietnamese', 'Bộ trưởng “nói” · 35 % – €', []],
  ['Arabic, Hebrew, Greek, Cyrillic', 'وزير שר Αθήνα Київ', []],
  ['signs that ordinary fonts have', '© ® ™ § ¶ † ‡ … № ½', []],
  ['Thai', 'ไทย', ['Noto Sans Thai']],
  ['a flag', '🇻🇳', ['Noto Emoji']],
  ['a heart made an emoji', '❤️', ['Noto Emoji']],
  ['Han', '中', ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR']],
  ['a wide bracket alone', '）', ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR']],
  ['emoji after digits of other fonts', 'ไทย 1️⃣', ['Noto Sans Thai', 'Noto Emoji']],
])('knows which large fonts are needed for %s', (_, text, fonts) => {
  expect(largeFontsFor(text, 'zh')).toEqual(fonts);
});

it('asks the font of the note’s own language first', () => {
  expect(largeFontsFor('漢', 'ko')[0]).toBe('Noto Sans KR');
  expect(largeFontsFor('漢', 'ja')[0]).toBe('Noto Sans JP');
});

it.each([
  ['words without Han', 'Kuala Lumpur', 'zh', [{ text: 'Kuala Lumpur' }]],
  ['an empty text', '', 'zh', [{ text: '' }]],
  ['Han alone, as the note has it', 'at 北京 today', 'ja', [{ text: 'at 北京 today' }]],
  [
    'Japanese by its kana',
    'said 大臣が。 Then',
    'zh',
    [{ text: 'said ' }, { text: '大臣が。', language: 'ja' }, { text: ' Then' }],
  ],
  [
    'Han beside kana elsewhere in the text',
    'ありがとう from 東京',
    'zh',
    [{ text: 'ありがとう', language: 'ja' }, { text: ' from ' }, { text: '東京', language: 'ja' }],
  ],
  ['Korean', '장관이 and', 'zh', [{ text: '장관이', language: 'ko' }, { text: ' and' }]],
  ['Japanese in a Japanese note', '大臣が', 'ja', [{ text: '大臣が' }]],
] as const)('tells the language of %s', (_, text, han, runs) => {
  expect(hanRuns(text, han)).toEqual(runs);
});
