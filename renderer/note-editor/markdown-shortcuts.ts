/** Markdown as one types it: `# `, `- `, `1. `, `> `, `---`, `**bold**`. */
import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import { $isListItemNode } from '@lexical/list';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CODE,
  type ElementTransformer,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  type MultilineElementTransformer,
  ORDERED_LIST,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { $createQuoteNode, QuoteNode } from '@lexical/rich-text';
import {
  $addUpdateTag,
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_CRITICAL,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $blockMarksOf, $setBlockMarks } from './node-state.ts';

const quotation: ElementTransformer = {
  type: 'element',
  dependencies: [QuoteNode],
  // Markdown is written by the exporters, from the tree.
  export: () => null,
  regExp: /^>\s/,
  replace: (block, children) => {
    const paragraph = $createParagraphNode().append(...children);
    $setBlockMarks(paragraph, $blockMarksOf(block));
    block.replace($createQuoteNode({ shadowRoot: true }).append(paragraph));
    paragraph.select(0, 0);
  },
};

const rule: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  export: () => null,
  regExp: /^(?:---|\*\*\*|___)\s?$/,
  replace: (block) => {
    const line = $createHorizontalRuleNode();
    if (block.getNextSibling() === null) {
      block.insertBefore(line);
      block.clear();
      block.selectStart();
    } else {
      block.replace(line);
      line.selectNext();
    }
  },
  triggerOnEnter: true,
};

/** Code is letters: a line with a citation in it stays as it is. */
const code: MultilineElementTransformer = {
  ...CODE,
  replace: (block, children, ...more) =>
    children?.some((child) => !$isTextNode(child) && !$isLineBreakNode(child)) === true
      ? false
      : CODE.replace(block, children, ...more),
};

/** A paragraph that bears a mark bears it as an item, too. */
function keepingMarks(list: ElementTransformer): ElementTransformer {
  return {
    ...list,
    replace: (block, ...more) => {
      const marks = $blockMarksOf(block);
      const result = list.replace(block, ...more);
      const selection = $getSelection();
      const caret = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
      const item = caret && $findMatchingParent(caret, $isListItemNode);
      if (item !== null) $setBlockMarks(item, marks);
      return result;
    },
  };
}

/** Only what is typed is a shortcut: text that comes to look like one by deleting beside it is none. */
function registerNoShortcutByDeleting(editor: LexicalEditor): () => void {
  const $passOver = () => {
    // The shortcuts leave alone what somebody else did; nobody else asks for this tag.
    $addUpdateTag(COLLABORATION_TAG);
    return false;
  };
  return mergeRegister(
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $passOver, COMMAND_PRIORITY_CRITICAL),
    ),
  );
}

export function registerNoteShortcuts(editor: LexicalEditor): () => void {
  return mergeRegister(registerNoShortcutByDeleting(editor), registerMarkdownShortcuts(editor, shortcuts));
}

const shortcuts: Transformer[] = [
  HEADING,
  quotation,
  rule,
  keepingMarks(UNORDERED_LIST),
  keepingMarks(ORDERED_LIST),
  code,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  LINK,
];
