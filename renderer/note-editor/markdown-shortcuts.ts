/** Markdown as one types it: `# `, `- `, `1. `, `> `, `---`, `**bold**`. */
import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
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
  ORDERED_LIST,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { $createQuoteNode, QuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, type LexicalEditor } from 'lexical';

const quotation: ElementTransformer = {
  type: 'element',
  dependencies: [QuoteNode],
  // Markdown is written by the exporters, from the tree.
  export: () => null,
  regExp: /^>\s/,
  replace: (block, children) => {
    const paragraph = $createParagraphNode().append(...children);
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

export function registerNoteShortcuts(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, [
    HEADING,
    quotation,
    rule,
    UNORDERED_LIST,
    ORDERED_LIST,
    CODE,
    INLINE_CODE,
    BOLD_ITALIC_STAR,
    BOLD_STAR,
    BOLD_UNDERSCORE,
    ITALIC_STAR,
    ITALIC_UNDERSCORE,
    STRIKETHROUGH,
    LINK,
  ]);
}
