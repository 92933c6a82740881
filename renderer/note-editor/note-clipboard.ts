/** What the clipboard gives and takes: words for citations going out, clean text coming in. */
import {
  $insertGeneratedNodes,
  ClipboardImportExtension,
  GetClipboardDataExtension,
} from '@lexical/clipboard';
import { $generateNodesFromDOM } from '@lexical/html';
import { $getEditor, type BaseSelection, configExtension, defineExtension } from 'lexical';
import { $isCitationNode, citationPlaceholder } from './citation-node.ts';
import { cleanClipboardHtml } from './clean-clipboard-html.ts';

export const NoteClipboardExtension = defineExtension({
  name: 'chancery/note-clipboard',
  dependencies: [
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: { 'text/plain': [(selection, next) => $withCitationWords(next(), selection)] },
    }),
    configExtension(ClipboardImportExtension, {
      $importMimeType: { 'text/html': [$insertHtml] },
    }),
  ],
});

/** Copied as plain text, a citation is what it reads as: `A ¶12`. */
function $withCitationWords(text: string | null, selection: BaseSelection | null): string | null {
  if (text === null || selection === null) return text;
  const citations = selection.getNodes().filter($isCitationNode).values();
  return text.replaceAll(citationPlaceholder, (placeholder) => {
    const node = citations.next().value;
    return node === undefined ? placeholder : node.describe($getEditor()).display;
  });
}

function $insertHtml(html: string, selection: BaseSelection): boolean {
  const editor = $getEditor();
  $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, cleanClipboardHtml(html)), selection);
  return true;
}
