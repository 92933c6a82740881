/** Own footnotes as a pair: a mark in the text, and its footnote at the end of the note. They come and go together. */
import { $isCodeNode } from '@lexical/code-core';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setState,
  CLICK_COMMAND,
  COMMAND_PRIORITY_NORMAL,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type RangeSelection,
  RootNode,
} from 'lexical';
import { $putCaretInText } from './caret-between-blocks.ts';
import {
  $createFootnoteDefinitionNode,
  $isFootnoteDefinitionNode,
  type FootnoteDefinitionNode,
} from './footnote-definition-node.ts';
import { $createFootnoteReferenceNode, $isFootnoteReferenceNode } from './footnote-reference-node.ts';
import type { FootnoteReferenceNode } from './footnote-reference-node.ts';
import { footnoteIdentifierState, footnoteLabelState } from './footnote-state.ts';

const numbered = /^[1-9][0-9]*$/;

/** In the order of the note. */
export function $footnoteMarks(): FootnoteReferenceNode[] {
  const found: FootnoteReferenceNode[] = [];
  const visit = (node: LexicalNode) => {
    if ($isFootnoteReferenceNode(node)) found.push(node);
    else if ($isElementNode(node)) node.getChildren().forEach(visit);
  };
  visit($getRoot());
  return found;
}

export function $footnotes(): FootnoteDefinitionNode[] {
  return $getRoot().getChildren().filter($isFootnoteDefinitionNode);
}

/** A number that neither a mark nor a footnote of the note bears. */
export function $nextFootnoteNumber(): number {
  const used = [...$footnoteMarks(), ...$footnotes()].map((node) => node.getLabel());
  return Math.max(0, ...used.filter((each) => numbered.test(each)).map(Number)) + 1;
}

/** A mark behind what is selected, its footnote below the others, and the caret in it. Not in code, nor in a footnote. */
export function $insertOwnFootnote(selection: RangeSelection): void {
  const end = selection.isBackward() ? selection.anchor : selection.focus;
  const place = end.getNode();
  const refuses = $findMatchingParent(place, (node) => $isCodeNode(node) || $isFootnoteDefinitionNode(node));
  if (refuses !== null) return;
  selection.anchor.set(end.key, end.offset, end.type);
  selection.focus.set(end.key, end.offset, end.type);
  $putCaretInText(selection);
  const label = String($nextFootnoteNumber());
  const line = $createParagraphNode();
  selection.insertNodes([$createFootnoteReferenceNode(label, label)]);
  $getRoot().append($createFootnoteDefinitionNode(label, label).append(line));
  $numberFootnotes();
  line.select();
}

/**
 * Gives the footnotes that are called by a number the numbers and the order in which the text refers to them. Those with
 * a name of their own keep it, and marks without a footnote stay as they are.
 */
export function $numberFootnotes(): void {
  const footnotes = $footnotes();
  const known = new Map(footnotes.map((node) => [node.getIdentifier(), node]));
  const references = $footnoteMarks();
  const order = new Set(references.map((node) => node.getIdentifier()).filter((each) => known.has(each)));
  for (const identifier of known.keys()) order.add(identifier);
  const taken = new Set(
    references
      .map((node) => node.getLabel())
      .filter((_, at) => !known.has(references[at]?.getIdentifier() ?? '')),
  );
  const names = new Map<string, string>();
  let next = 1;
  for (const identifier of order) {
    if (!numbered.test(identifier)) continue;
    while (taken.has(String(next))) next += 1;
    names.set(identifier, String(next));
    next += 1;
  }
  for (const node of [...references, ...footnotes]) {
    const name = names.get(node.getIdentifier());
    if (name === undefined || name === node.getIdentifier()) continue;
    $setState(node, footnoteIdentifierState, name);
    $setState(node, footnoteLabelState, name);
  }
  const wanted = [...order].map((identifier) => known.get(identifier)).filter((node) => node !== undefined);
  if (wanted.some((node, at) => !node.is(footnotes[at]))) $getRoot().append(...wanted);
}

/** Takes away each footnote whose last mark has just gone. One that never had a mark stays. */
function $dropLeftFootnotes(editor: LexicalEditor): void {
  const footnotes = $footnotes();
  if (footnotes.length === 0) return;
  const marked = new Set($footnoteMarks().map((node) => node.getIdentifier()));
  const bare = footnotes.filter((node) => !marked.has(node.getIdentifier()));
  if (bare.length === 0) return;
  const before = editor.getEditorState().read(() => ({
    marked: new Set($footnoteMarks().map((node) => node.getIdentifier())),
    // By their keys: a note that is shown anew may hold a footnote of the same name.
    keys: new Set($footnotes().map((node) => node.getKey())),
  }));
  const left = bare.filter(
    (node) => before.keys.has(node.getKey()) && before.marked.has(node.getIdentifier()),
  );
  if (left.length === 0) return;
  for (const node of left) node.remove();
  if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode());
  $numberFootnotes();
}

/** Escape in a footnote goes back behind its mark. */
function $leaveFootnote(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const footnote = $findMatchingParent(selection.anchor.getNode(), $isFootnoteDefinitionNode);
  return footnote !== null && $goToMark(footnote);
}

function $goToMark(footnote: FootnoteDefinitionNode): boolean {
  const mark = $footnoteMarks().find((node) => node.getIdentifier() === footnote.getIdentifier());
  mark?.selectNext(0, 0);
  return mark !== undefined;
}

/** A click on a mark goes to its footnote, a click on the number of a footnote to its mark. */
function $followClick(editor: LexicalEditor, { target }: MouseEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const mark = $footnoteMarks().find(
    (node) => editor.getElementByKey(node.getKey())?.contains(target) === true,
  );
  const footnote = $footnotes().find((node) =>
    mark === undefined
      ? editor.getElementByKey(node.getKey()) === target
      : node.getIdentifier() === mark.getIdentifier(),
  );
  if (footnote === undefined) return false;
  if (mark === undefined) return $goToMark(footnote);
  footnote.selectEnd();
  return true;
}

export function registerOwnFootnotes(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, () => {
      $dropLeftFootnotes(editor);
    }),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        if (!$leaveFootnote()) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(CLICK_COMMAND, (event) => $followClick(editor, event), COMMAND_PRIORITY_NORMAL),
  );
}
