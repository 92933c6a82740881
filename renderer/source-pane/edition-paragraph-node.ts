import {
  $create,
  ElementNode,
  setDOMUnmanaged,
  type ElementDOMSlot,
  type LexicalUpdateJSON,
  type SerializedElementNode,
  type Spread,
} from 'lexical';
import { asParagraphId } from '../../core/dossier/ids.ts';
import type { Paragraph } from '../../core/dossier/source.ts';

type SerializedEditionParagraph = Spread<{ paragraph: Paragraph }, SerializedElementNode>;

const blank: Paragraph = { id: asParagraphId(''), kind: 'text', text: '', number: null, leftover: false };

/** One paragraph of an edition: its text is Lexical's, its margin is ours to paint. */
export class EditionParagraphNode extends ElementNode {
  /** @internal */
  __paragraph: Paragraph = blank;

  override $config() {
    return this.config('edition-paragraph', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__paragraph = previous.__paragraph;
  }

  override exportJSON(): SerializedEditionParagraph {
    return { ...super.exportJSON(), paragraph: this.getLatest().__paragraph };
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedEditionParagraph>): this {
    return super.updateFromJSON(json).setParagraph(json.paragraph);
  }

  setParagraph(paragraph: Paragraph): this {
    const self = this.getWritable();
    self.__paragraph = paragraph;
    return self;
  }

  override createDOM(): HTMLElement {
    const { id, kind, number, leftover, text: words } = this.__paragraph;
    const block = document.createElement('div');
    block.className = 'edition-paragraph';
    block.dataset['paragraph'] = id;
    block.dataset['kind'] = kind;
    block.dir = 'auto';
    block.style.setProperty('--letters', String(words.length));
    block.tabIndex = -1;
    if (number !== null) block.dataset['number'] = String(number);
    if (leftover) block.dataset['leftover'] = '';
    if (kind === 'heading') {
      block.setAttribute('role', 'heading');
      block.setAttribute('aria-level', '2');
    } else {
      block.setAttribute('role', 'paragraph');
    }
    const text = document.createElement('span');
    text.className = 'paragraph-text';
    const margin = document.createElement('span');
    margin.className = 'paragraph-margin';
    setDOMUnmanaged(margin);
    block.append(text, margin);
    return block;
  }

  override getDOMSlot(block: HTMLElement): ElementDOMSlot<HTMLElement> {
    const text = block.firstElementChild;
    if (!(text instanceof HTMLElement)) throw new Error('A paragraph lost its text element.');
    return super.getDOMSlot(block).withElement(text);
  }

  /** Numbering is all that can change, and then the block is made anew. */
  override updateDOM(previous: this): boolean {
    return previous.__paragraph !== this.__paragraph;
  }
}

export function $createEditionParagraphNode(paragraph: Paragraph): EditionParagraphNode {
  return $create(EditionParagraphNode).setParagraph(paragraph);
}
