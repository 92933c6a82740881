/** A citation in the text: one chip that the caret steps over as a whole. Its looks are in `CitationChip.tsx`. */
import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMConversionOutput,
  type DOMExportOutput,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { createElement, type ReactNode } from 'react';
import type { CitationTarget } from '../../core/note-tree/note-tree.ts';
import { CitationChip } from './CitationChip.tsx';
import { describeCitation } from './citation-words.ts';
import {
  citationHtmlAttribute,
  type CitationTargets,
  parseCitationTargets,
  readCitationTargets,
  sameTargets,
} from './parse-citation-targets.ts';

/** U+FFFC, what Unicode has for an object that stands among text. */
export const citationPlaceholder = '\uFFFC';

const noTargets: readonly CitationTarget[] = [];

const targetsState = createState('targets', {
  parse: (value): readonly CitationTarget[] => parseCitationTargets(value) ?? noTargets,
  isEqual: sameTargets,
});

export class CitationNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('citation', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: targetsState }],
      importDOM: {
        span: (element: HTMLElement) =>
          element.hasAttribute(citationHtmlAttribute) ? { conversion: convertChip, priority: 4 } : null,
      },
    });
  }

  /** Empty only when a clipboard held something that is no citation. */
  getTargets(): readonly CitationTarget[] {
    return $getState(this, targetsState);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cite-anchor';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = document.createElement('span');
    element.setAttribute(citationHtmlAttribute, JSON.stringify(this.getTargets()));
    element.textContent = describeCitation(editor, this.getTargets()).display;
    return { element };
  }

  /** A place holder: the words are the dossier's, and may change while the node stays. */
  override getTextContent(): string {
    return citationPlaceholder;
  }

  override isInline(): true {
    return true;
  }

  override decorate(): ReactNode {
    return createElement(CitationChip, { targets: this.getTargets() });
  }
}

function convertChip(element: HTMLElement): DOMConversionOutput {
  const targets = readCitationTargets(element.getAttribute(citationHtmlAttribute) ?? '');
  // Without whole targets the words stay as plain text; with them, the words come from the dossier.
  return targets === null
    ? { node: null }
    : { node: $createCitationNode(targets), forChild: () => null, after: () => [] };
}

export function $createCitationNode(targets: CitationTargets): CitationNode {
  return $setState($create(CitationNode), targetsState, targets);
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
