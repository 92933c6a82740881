/** Something of the note that this editor cannot edit (HTML, an image, a link definition): kept as it is, and shown. */
import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import type { PhrasingContent, RootContent } from 'mdast';

/** A node of the tree that the editor does not know the inside of. */
export type PreservedSource = RootContent | PhrasingContent;

const nothing: PreservedSource = { type: 'text', value: '' };

const sourceState = createState('source', {
  parse: (value): PreservedSource =>
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
      ? (value as PreservedSource)
      : nothing,
});
const inlineState = createState('inline', { parse: (value) => value === true });

export class PreservedNode extends DecoratorNode<null> {
  override $config() {
    return this.config('preserved', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: sourceState },
        { flat: true, stateConfig: inlineState },
      ],
    });
  }

  getSource(): PreservedSource {
    return $getState(this, sourceState);
  }

  override isInline(): boolean {
    return $getState(this, inlineState);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement(this.isInline() ? 'span' : 'div');
    element.className = this.isInline() ? 'preserved preserved-inline' : 'preserved preserved-block';
    element.textContent = describePreserved(this.getSource());
    element.title = 'Kept as it is; it can be moved or deleted here, not edited.';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement(this.isInline() ? 'span' : 'p');
    element.textContent = this.getTextContent();
    return { element };
  }

  override getTextContent(): string {
    return describePreserved(this.getSource());
  }
}

/** What stands in its place: its own text where it has some, or else its kind. */
function describePreserved(source: PreservedSource): string {
  switch (source.type) {
    case 'html':
    case 'yaml':
      return source.value;
    case 'image':
      return `![${source.alt ?? ''}](${source.url})`;
    case 'imageReference':
      return `![${source.alt ?? ''}][${source.label ?? source.identifier}]`;
    case 'definition':
      return `[${source.label ?? source.identifier}]: ${source.url}`;
    case 'linkReference':
      return `[${textOf(source)}][${source.label ?? source.identifier}]`;
    default:
      return textOf(source) || source.type;
  }
}

function textOf(node: object): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if (!('children' in node) || !Array.isArray(node.children)) return '';
  return node.children.map((child: object) => textOf(child)).join('');
}

export function $createPreservedNode(source: PreservedSource, inline: boolean): PreservedNode {
  return $setState($setState($create(PreservedNode), sourceState, source), inlineState, inline);
}

export function $isPreservedNode(node: LexicalNode | null | undefined): node is PreservedNode {
  return node instanceof PreservedNode;
}
