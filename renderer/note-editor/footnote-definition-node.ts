/** The text of a footnote that the drafter wrote: blocks of their own, under its label. */
import {
  $create,
  $createParagraphNode,
  $getState,
  $setState,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';
import { footnoteIdentifierState, footnoteLabelState } from './footnote-state.ts';

export class FootnoteDefinitionNode extends ElementNode {
  override $config() {
    return this.config('footnote-definition', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: footnoteIdentifierState },
        { flat: true, stateConfig: footnoteLabelState },
      ],
    });
  }

  getIdentifier(): string {
    return $getState(this, footnoteIdentifierState);
  }

  getLabel(): string {
    return $getState(this, footnoteLabelState);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'own-footnote';
    element.dataset['label'] = this.getLabel();
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', `Footnote ${this.getLabel()}`);
    return element;
  }

  override updateDOM(previous: this): boolean {
    return previous.getLabel() !== this.getLabel();
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
  const node = $setState($create(FootnoteDefinitionNode), footnoteIdentifierState, identifier);
  return $setState(node, footnoteLabelState, label);
}

export function $isFootnoteDefinitionNode(
  node: LexicalNode | null | undefined,
): node is FootnoteDefinitionNode {
  return node instanceof FootnoteDefinitionNode;
}
