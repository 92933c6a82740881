/** The mark of a footnote that the drafter wrote. */
import {
  $create,
  $getState,
  $setState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import { footnoteIdentifierState, footnoteLabelState } from './footnote-state.ts';

export class FootnoteReferenceNode extends DecoratorNode<null> {
  override $config() {
    return this.config('footnote-reference', {
      extends: DecoratorNode,
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
    const element = document.createElement('sup');
    element.className = 'footnote-mark';
    element.textContent = this.getLabel();
    element.setAttribute('aria-label', `Footnote ${this.getLabel()}`);
    return element;
  }

  override updateDOM(previous: this): boolean {
    return previous.getLabel() !== this.getLabel();
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('sup');
    element.textContent = this.getLabel();
    return { element };
  }

  override getTextContent(): string {
    return `[${this.getLabel()}]`;
  }

  override isInline(): true {
    return true;
  }
}

export function $createFootnoteReferenceNode(identifier: string, label: string): FootnoteReferenceNode {
  const node = $setState($create(FootnoteReferenceNode), footnoteIdentifierState, identifier);
  return $setState(node, footnoteLabelState, label);
}

export function $isFootnoteReferenceNode(
  node: LexicalNode | null | undefined,
): node is FootnoteReferenceNode {
  return node instanceof FootnoteReferenceNode;
}
