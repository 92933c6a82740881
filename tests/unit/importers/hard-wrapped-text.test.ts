import { describe, expect, it } from 'vitest';
import { textsOf, utf8 } from './import-for-test.ts';
import { seedA, seedB } from './seed-files.ts';
import { wrapText } from './wrap-text.ts';

describe('hard-wrapped text', () => {
  it.each(
    [seedA, seedB].flatMap(({ fileName, bytes }) =>
      [40, 55, 60, 64, 65, 66, 68, 70, 72, 74, 75, 76, 78, 80, 90, 100, 120].map(
        (width) => [fileName, width, bytes] as const,
      ),
    ),
  )('%s wrapped at %i gives the same paragraphs', (_, width, bytes) => {
    const original = new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const wrapped = original.map((line) => wrapText(line.trim(), width)).join('\n\n');
    expect(textsOf(utf8(wrapped))).toEqual(textsOf(bytes));
    expect(textsOf(utf8(wrapped.replaceAll('\n', '\r\n')))).toEqual(textsOf(bytes));
  });

  it.each<[string, string[], string[]]>([
    [
      'a divided word is joined when the text has it elsewhere',
      [
        'The ministers spoke at length about the economic develop-',
        'ment of the region, and called the development of ports a',
        'matter of the first importance for all of the countries.',
      ],
      [
        'The ministers spoke at length about the economic development of the region, and called the development of ports a matter of the first importance for all of the countries.',
      ],
    ],
    [
      'a hyphen that may belong to the word stays',
      [
        'The ministers spoke at some length about all of the long-',
        'term plans for the region, and called the growth of ports a',
        'matter of the first importance for all of the countries.',
      ],
      [
        'The ministers spoke at some length about all of the long-term plans for the region, and called the growth of ports a matter of the first importance for all of the countries.',
      ],
    ],
    [
      'a suspended hyphen keeps its space',
      [
        'The ministers spoke at some length about all of the short-',
        'and long-term plans for the region, and called the growth a',
        'matter of the first importance for all of the countries.',
      ],
      [
        'The ministers spoke at some length about all of the short- and long-term plans for the region, and called the growth a matter of the first importance for all of the countries.',
      ],
    ],
    [
      'wrapped list items part without blank lines',
      [
        '- The ministers spoke at some length about all the plans',
        '  for the region, and called the growth of the ports a big',
        '  matter for all.',
        '- They also asked the other side to remove the yellow card',
        '  on seafood from the country.',
      ],
      [
        '- The ministers spoke at some length about all the plans for the region, and called the growth of the ports a big matter for all.',
        '- They also asked the other side to remove the yellow card on seafood from the country.',
      ],
    ],
    [
      'indented first lines part paragraphs',
      [
        '   The ministers spoke at some length about all of the new',
        'plans for the region, and called the growth of the ports a',
        'matter of the first importance for everyone concerned here.',
        '   They also asked the other side to remove the yellow card',
        'on seafood from the country.',
      ],
      [
        'The ministers spoke at some length about all of the new plans for the region, and called the growth of the ports a matter of the first importance for everyone concerned here.',
        'They also asked the other side to remove the yellow card on seafood from the country.',
      ],
    ],
    [
      'Japanese is joined without spaces',
      [
        '両大臣は地域のすべての新しい計画について長時間にわたり話し合い、港湾の',
        '成長をすべての国にとって最も重要な課題であると述べた上で、今後も緊密に',
        '協力していくことで一致し、次回の会合を来年春に東京で開催することを確認',
        'した。',
      ],
      [
        '両大臣は地域のすべての新しい計画について長時間にわたり話し合い、港湾の成長をすべての国にとって最も重要な課題であると述べた上で、今後も緊密に協力していくことで一致し、次回の会合を来年春に東京で開催することを確認した。',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(textsOf(lines.join('\n'))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    [
      'short sentences, one per line',
      ['They met today.', 'They agreed on it.', 'They parted.', 'It was late.'],
    ],
    [
      'lines of like length that are sentences of their own',
      [
        'The two ministers met in Kuala Lumpur on the eleventh of July.',
        'The two sides agreed that trade should grow in the next years.',
        'The two ministers will meet again in Hanoi before the new year.',
        'The talks were held in a friendly and open atmosphere all day.',
      ],
    ],
    [
      'a list without marks, in small letters',
      [
        'visits at all levels, and above all high-level ones',
        'trade in goods and in services',
        'the yellow card on seafood, to be removed very soon',
        'aid for those who suffer from the war',
        'training for engineers and for doctors',
      ],
    ],
    [
      'a list of names',
      ['Marco Rubio, Washington', 'Kaja Kallas, Brussels', 'David Lamy, London', 'Bui Thanh Son, Hanoi'],
    ],
  ])('is not seen in %s', (_, lines) => {
    expect(textsOf(lines.join('\n'))).toEqual(lines);
  });
});
