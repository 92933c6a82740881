/** A citation in the text: one chip that the caret steps over as a whole. Its looks are in `CitationChip.tsx`. */
import {
  $create,
  $createTextNode,
  $getEditor,
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
import { withAffixes } from '../../core/note-tree/citation-affixes.ts';
import type { CitationAffixes, CitationTarget } from '../../core/note-tree/note-tree.ts';
import { CitationChip } from './CitationChip.tsx';
import { type CitationWords, describeCitation } from './citation-words.ts';
import {
  affixesHtmlAttribute,
  affixesOfChip,
  foreignWordsOfChip,
  noAffixes,
  parseAffixes,
  referenceHtmlAttribute,
} from './parse-citation-affixes.ts';
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

const affixesState = createState('affixes', {
  parse: (value): CitationAffixes => parseAffixes(value),
  isEqual: (one, other) => one.prefix === other.prefix && one.suffix === other.suffix,
});

export class CitationNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('citation', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: targetsState },
        { flat: true, stateConfig: affixesState },
      ],
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

  /** The drafter's words before and after. */
  getAffixes(): CitationAffixes {
    return $getState(this, affixesState);
  }

  setCitation(targets: CitationTargets, affixes: CitationAffixes): void {
    $setState($setState(this, targetsState, targets), affixesState, affixes);
  }

  /** What it reads as: `see A ¶12`. */
  describe(editor: LexicalEditor): CitationWords {
    const words = describeCitation(editor, this.getTargets());
    return { ...words, display: withAffixes(words.display, this.getAffixes()) };
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
    const affixes = this.getAffixes();
    if (Object.keys(affixes).length > 0) element.setAttribute(affixesHtmlAttribute, JSON.stringify(affixes));
    const { display, reference } = this.describe(editor);
    if (reference !== undefined) element.setAttribute(referenceHtmlAttribute, reference());
    element.textContent = display;
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
    return createElement(CitationChip, { targets: this.getTargets(), affixes: this.getAffixes() });
  }
}

function convertChip(element: HTMLElement): DOMConversionOutput {
  const targets = readCitationTargets(element.getAttribute(citationHtmlAttribute) ?? '');
  // Of another dossier: its paragraphs are not here, and no other may be taken for them.
  if (targets !== null && describeCitation($getEditor(), targets).foreign === true) {
    const words = foreignWordsOfChip(element);
    return words === ''
      ? { node: null }
      : { node: $createTextNode(words), forChild: () => null, after: () => [] };
  }
  // Without whole targets the words stay as plain text; with them, the words come from the dossier.
  return targets === null
    ? { node: null }
    : { node: $createCitationNode(targets, affixesOfChip(element)), forChild: () => null, after: () => [] };
}

export function $createCitationNode(targets: CitationTargets, affixes = noAffixes): CitationNode {
  const node = $create(CitationNode);
  node.setCitation(targets, affixes);
  return node;
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
