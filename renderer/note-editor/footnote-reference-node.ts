/** The mark of a footnote that the drafter wrote. */
import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';

const parseText = (value: unknown) => (typeof value === 'string' ? value : '');
const identifierState = createState('identifier', { parse: parseText });
const labelState = createState('label', { parse: parseText });

export class FootnoteReferenceNode extends DecoratorNode<null> {
  override $config() {
    return this.config('footnote-reference', {
      extends: DecoratorNode,
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
    const element = document.createElement('sup');
    element.className = 'footnote-mark';
    element.textContent = this.getLabel();
    element.setAttribute('aria-label', `Footnote ${this.getLabel()}`);
    return element;
  }

  override updateDOM(): false {
    return false;
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
  const node = $setState($create(FootnoteReferenceNode), identifierState, identifier);
  return $setState(node, labelState, label);
}

export function $isFootnoteReferenceNode(
  node: LexicalNode | null | undefined,
): node is FootnoteReferenceNode {
  return node instanceof FootnoteReferenceNode;
}
