/** What the clipboard gives and takes: words for citations going out, clean blocks coming in. */
import { ClipboardImportExtension, GetClipboardDataExtension } from '@lexical/clipboard';
import {
  $getEditor,
  type BaseSelection,
  configExtension,
  createCommand,
  defineExtension,
  type LexicalEditor,
} from 'lexical';
import { $isCitationNode, citationPlaceholder } from './citation-node.ts';
import { describeCitation } from './citation-words.ts';
import { parseClipboardHtml, withoutEmbeddedFiles } from './clean-clipboard-html.ts';
import { foreignWordsOfChip } from './parse-citation-affixes.ts';
import {
  citationHtmlAttribute,
  parseCitationTargets,
  readCitationTargets,
} from './parse-citation-targets.ts';
import { createStyleReader } from './paste/clipboard-styles.ts';
import { $insertPasted } from './paste/insert-pasted.ts';
import { isTooMuchHtml, isTooMuchText, tooMuchHtmlNotice, tooMuchNotice } from './paste/paste-limits.ts';
import { blocksOfText, paragraphsOfText } from './paste/pasted-text.ts';
import { takePlainPaste } from './paste/plain-paste.ts';
import { readPastedPage } from './paste/read-pasted-page.ts';

/** A paste was not taken as it is; the payload is the sentence that says so. */
export const PASTE_NOTICE_COMMAND = createCommand<string>('PASTE_NOTICE_COMMAND');

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
        'text/html': [(html, selection, _, transfer) => $insertHtml(html, selection, transfer)],
        'text/plain': [(text, selection, $next) => $insertText(text, selection, $next)],
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

/** `false` leaves the clipboard's plain text to be inserted instead. */
function $insertHtml(html: string, selection: BaseSelection, transfer: DataTransfer): boolean {
  const markup = withoutEmbeddedFiles(html);
  if (isTooMuchHtml(markup)) {
    const text = transfer.getData('text/plain');
    if (text === '') return $refuse(tooMuchNotice);
    if (!isTooMuchText(text)) $getEditor().dispatchCommand(PASTE_NOTICE_COMMAND, tooMuchHtmlNotice);
    return false;
  }
  const page = parseClipboardHtml(markup);
  spellForeignCitations($getEditor(), page);
  const pasted = readPastedPage(page, createStyleReader(markup));
  return pasted.blocks.length > 0 && $insertPasted(pasted, selection);
}

function $insertText(text: string, selection: BaseSelection, $next: () => boolean): boolean {
  if (isTooMuchText(text)) return $refuse(tooMuchNotice);
  const blocks = takePlainPaste($getEditor()) ? paragraphsOfText(text) : blocksOfText(text);
  if (blocks.length === 0) return $next();
  return $insertPasted({ blocks, footnotes: [] }, selection) || $next();
}

/** Nothing else is tried. */
function $refuse(notice: string): true {
  $getEditor().dispatchCommand(PASTE_NOTICE_COMMAND, notice);
  return true;
}

/** Chips of another dossier become what they read as: no paragraph of this one may be taken for theirs. */
function spellForeignCitations(editor: LexicalEditor, page: Document): void {
  for (const chip of page.querySelectorAll(`[${citationHtmlAttribute}]`)) {
    const targets = readCitationTargets(chip.getAttribute(citationHtmlAttribute) ?? '');
    if (targets === null || describeCitation(editor, targets).foreign !== true) continue;
    chip.replaceWith(foreignWordsOfChip(chip) || (chip.textContent ?? ''));
  }
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
