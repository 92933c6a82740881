/** The text of a footnote that the drafter wrote: blocks of their own, under its label. */
import {
  $create,
  $createParagraphNode,
  $getState,
  $setState,
  createState,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';

const parseText = (value: unknown) => (typeof value === 'string' ? value : '');
const identifierState = createState('identifier', { parse: parseText });
const labelState = createState('label', { parse: parseText });

export class FootnoteDefinitionNode extends ElementNode {
  override $config() {
    return this.config('footnote-definition', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: identifierState },
        { flat: true, stateConfig: labelState },
      ],
    });
  }

  getIdentifier(): string {
    return $getState(this, identifierState);
  }

  getLabel(): string {
    return $getState(this, labelState);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'own-footnote';
    element.dataset['label'] = this.getLabel();
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', `Footnote ${this.getLabel()}`);
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override isShadowRoot(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  /** Backspace at its start lifts the text out of the footnote. */
  override collapseAtStart(): true {
    for (const child of this.getChildren()) this.insertBefore(child);
    this.remove();
    return true;
  }

  override insertNewAfter(): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph);
    return paragraph;
  }
}

export function $createFootnoteDefinitionNode(identifier: string, label: string): FootnoteDefinitionNode {
  const node = $setState($create(FootnoteDefinitionNode), identifierState, identifier);
  return $setState(node, labelState, label);
}

export function $isFootnoteDefinitionNode(
  node: LexicalNode | null | undefined,
): node is FootnoteDefinitionNode {
  return node instanceof FootnoteDefinitionNode;
}
