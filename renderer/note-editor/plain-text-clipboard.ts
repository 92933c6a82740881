import { GetClipboardDataExtension } from '@lexical/clipboard';
import { $getEditor, type BaseSelection, configExtension } from 'lexical';
import { $isCitationNode, citationPlaceholder } from './citation-node.ts';
import { describeCitation } from './citation-words.ts';

/** Copied as plain text, a citation is what it reads as: `A ¶12`. */
export const PlainTextClipboard = configExtension(GetClipboardDataExtension, {
  $exportMimeType: { 'text/plain': [(selection, next) => $withCitationWords(next(), selection)] },
});

function $withCitationWords(text: string | null, selection: BaseSelection | null): string | null {
  if (text === null || selection === null) return text;
  const citations = selection.getNodes().filter($isCitationNode).values();
  return text.replaceAll(citationPlaceholder, (placeholder) => {
    const node = citations.next().value;
    return node === undefined ? placeholder : describeCitation($getEditor(), node.getTargets()).display;
  });
}
