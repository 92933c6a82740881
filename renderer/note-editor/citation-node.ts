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
import { citationAffixes, longestAffix, withAffixes } from '../../core/note-tree/citation-affixes.ts';
import type { CitationAffixes, CitationTarget } from '../../core/note-tree/note-tree.ts';
import { CitationChip } from './CitationChip.tsx';
import { type CitationWords, describeCitation } from './citation-words.ts';
import {
  type CitationTargets,
  parseCitationTargets,
  readCitationTargets,
  sameTargets,
} from './parse-citation-targets.ts';

/** On the HTML of a copied chip: its targets as JSON. */
const htmlAttribute = 'data-chancery-citation';

/** Its words before and after as JSON, where it has any. */
const affixesAttribute = 'data-chancery-words';

/** U+FFFC, what Unicode has for an object that stands among text. */
export const citationPlaceholder = '\uFFFC';

const noTargets: readonly CitationTarget[] = [];

const targetsState = createState('targets', {
  parse: (value): readonly CitationTarget[] => parseCitationTargets(value) ?? noTargets,
  isEqual: sameTargets,
});

const noAffixes: CitationAffixes = {};

const affixesState = createState('affixes', {
  parse: (value): CitationAffixes => parseAffixes(value),
  isEqual: (one, other) => one.prefix === other.prefix && one.suffix === other.suffix,
});

function parseAffixes(value: unknown): CitationAffixes {
  if (typeof value !== 'object' || value === null) return noAffixes;
  const { prefix, suffix } = value as { prefix?: unknown; suffix?: unknown };
  return {
    ...(typeof prefix === 'string' && prefix !== '' ? { prefix: prefix.slice(0, longestAffix) } : {}),
    ...(typeof suffix === 'string' && suffix !== '' ? { suffix: suffix.slice(0, longestAffix) } : {}),
  };
}

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
          element.hasAttribute(htmlAttribute) ? { conversion: convertChip, priority: 4 } : null,
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
    element.setAttribute(htmlAttribute, JSON.stringify(this.getTargets()));
    const affixes = this.getAffixes();
    if (Object.keys(affixes).length > 0) element.setAttribute(affixesAttribute, JSON.stringify(affixes));
    element.textContent = this.describe(editor).display;
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
  const targets = readCitationTargets(element.getAttribute(htmlAttribute) ?? '');
  // Without whole targets the words stay as plain text; with them, the words come from the dossier.
  return targets === null
    ? { node: null }
    : { node: $createCitationNode(targets, affixesOfChip(element)), forChild: () => null, after: () => [] };
}

function affixesOfChip(element: HTMLElement): CitationAffixes {
  try {
    return citationAffixes(parseAffixes(JSON.parse(element.getAttribute(affixesAttribute) ?? 'null')));
  } catch {
    return noAffixes;
  }
}

export function $createCitationNode(targets: CitationTargets, affixes = noAffixes): CitationNode {
  const node = $create(CitationNode);
  node.setCitation(targets, affixes);
  return node;
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
