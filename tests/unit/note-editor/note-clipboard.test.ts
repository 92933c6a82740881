import { withDOM } from '@lexical/headless/dom';
import { $generateHtmlFromNodes } from '@lexical/html';
import { $exportMimeTypeFromSelection } from '@lexical/clipboard';
import { $selectAll } from 'lexical';
import { describe, expect, it } from 'vitest';
import { pasteInto } from './paste-into.ts';
import { createNoteEditor, readBlocks, showBlocks } from './round-trip.ts';
import { cite, paragraph, text } from './tree-samples.ts';

describe('HTML from the clipboard', () => {
  it.each([
    [
      'keeps bold that a style says',
      '<p><span style="font-weight:700">b</span></p>',
      [paragraph({ type: 'strong', children: [text('b')] })],
    ],
    [
      'keeps italic that a style says',
      '<p>a <span style="font-style: italic">b</span></p>',
      [paragraph(text('a '), { type: 'emphasis', children: [text('b')] })],
    ],
    [
      'sees through a wrapper that is bold in name only',
      '<b style="font-weight:normal"><p>a</p></b>',
      [paragraph(text('a'))],
    ],
    [
      'drops links that would run something',
      '<p><a href="javascript:alert(1)">a</a></p>',
      [paragraph(text('a'))],
    ],
    [
      'keeps links to the web',
      '<p><a href="https://x.test/" target="_blank">a</a></p>',
      [paragraph({ type: 'link', url: 'https://x.test/', title: null, children: [text('a')] })],
    ],
    ['drops style sheets and images', '<style>p{}</style><p>a<img src="x.png"></p>', [paragraph(text('a'))]],
    [
      'takes a citation',
      `<p>a <span data-chancery-citation='${JSON.stringify(cite('A', 5).targets)}'>A ¶5</span></p>`,
      [paragraph(text('a '), cite('A', 5))],
    ],
    [
      'takes the words around a citation',
      `<p>a <span data-chancery-citation='${JSON.stringify(cite('A', 5).targets)}' data-chancery-words='{"prefix":"see"}'>see A ¶5</span></p>`,
      [paragraph(text('a '), { ...cite('A', 5), prefix: 'see' })],
    ],
    [
      'takes the printed reference of a citation of another dossier',
      `<p>a<span data-chancery-citation='${JSON.stringify(cite('Z', 5).targets)}' data-chancery-reference="VNA, “Talks”, ¶ 5.">Z ¶5</span> b</p>`,
      [paragraph(text('a (VNA, “Talks”, ¶ 5) b'))],
    ],
    [
      'takes what such a citation reads as where it has no reference',
      `<p>a <span data-chancery-citation='${JSON.stringify(cite('Z', 5).targets)}'>Z ¶5</span></p>`,
      [paragraph(text('a Z ¶5'))],
    ],
    [
      'takes the words of what is no citation',
      '<p><span data-chancery-citation="[1]">A ¶5</span></p>',
      [paragraph(text('A ¶5'))],
    ],
  ])('%s', (_, html, expected) => {
    const editor = createNoteEditor();
    showBlocks(editor, []);
    pasteInto(editor, { 'text/html': html });
    expect(readBlocks(editor)).toEqual(expected);
  });

  it('holds a citation that was copied', () => {
    withDOM(() => {
      const editor = createNoteEditor();
      const blocks = [
        paragraph(text('a '), { ...cite('A', 5), prefix: 'see', suffix: 'emphasis added' }, text(' b')),
      ];
      showBlocks(editor, blocks);
      const html = editor.read('latest', () => $generateHtmlFromNodes(editor));
      showBlocks(editor, []);
      pasteInto(editor, { 'text/html': html });
      expect(readBlocks(editor)).toEqual(blocks);
    });
  });
});

describe('plain text of a copied citation', () => {
  it('is what the citation reads as', () => {
    const editor = createNoteEditor();
    showBlocks(editor, [paragraph(text('a '), cite('A', 5), text(' b '), cite('B', 1))]);
    let copied: string | null = null;
    editor.update(
      () => {
        copied = $exportMimeTypeFromSelection('text/plain', $selectAll());
      },
      { discrete: true },
    );
    expect(copied).toBe('a A ¶5 b B ¶1');
  });
});
