/** What the clipboard gives and takes: words for citations going out, clean text coming in. */
import {
  $insertGeneratedNodes,
  ClipboardImportExtension,
  GetClipboardDataExtension,
} from '@lexical/clipboard';
import { $generateNodesFromDOM } from '@lexical/html';
import {
  $getEditor,
  type BaseSelection,
  configExtension,
  defineExtension,
  type LexicalEditor,
} from 'lexical';
import { $isCitationNode, citationPlaceholder } from './citation-node.ts';
import { describeCitation } from './citation-words.ts';
import { cleanClipboardHtml } from './clean-clipboard-html.ts';
import { parseCitationTargets } from './parse-citation-targets.ts';

export const NoteClipboardExtension = defineExtension({
  name: 'chancery/note-clipboard',
  dependencies: [
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: { 'text/plain': [(selection, next) => $withCitationWords(next(), selection)] },
    }),
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        // Words of another dossier come in by their HTML, which says what its citations read as.
        'application/x-lexical-editor': [
          (json, _selection, next) => (holdsForeignCitation($getEditor(), json) ? false : next()),
        ],
        'text/html': [$insertHtml],
      },
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

function holdsForeignCitation(editor: LexicalEditor, json: string): boolean {
  let pending: unknown[];
  try {
    pending = [JSON.parse(json)];
  } catch {
    return false;
  }
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const { type, targets, nodes, children } = value as Readonly<Record<string, unknown>>;
    const parsed = type === 'citation' ? parseCitationTargets(targets) : null;
    if (parsed !== null && describeCitation(editor, parsed).foreign === true) return true;
    for (const list of [nodes, children]) if (Array.isArray(list)) pending.push(...(list as unknown[]));
  }
  return false;
}
