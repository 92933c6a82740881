import { categoryWords, type Annotation } from '../../core/dossier/annotation.ts';
import type { ParagraphId } from '../../core/dossier/ids.ts';
import type { Paragraph } from '../../core/dossier/source.ts';

interface MarginContent {
  readonly paragraph: Paragraph;
  /** How often the open note cites it. */
  readonly cited: number;
  readonly annotations: readonly Annotation[];
}

/** Equal for two margins that look and read the same; empty for a bare one. */
export function marginKey({ paragraph, cited, annotations }: MarginContent): string {
  if (cited === 0 && annotations.length === 0 && !paragraph.leftover) return '';
  const marks = annotations.map(({ id, updatedAt, category }) => [id, updatedAt, category]);
  return JSON.stringify([cited, paragraph.leftover, marks]);
}

function button(className: string, text: string, name: string, data: Record<string, string>): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.tabIndex = -1;
  element.setAttribute('aria-label', name);
  element.title = name;
  Object.assign(element.dataset, data);
  return element;
}

/** What stands beside a paragraph: how often it is cited, the letters of its annotations, and a leftover's way back. */
export function paintMargin(margin: HTMLElement, { paragraph, cited, annotations }: MarginContent): void {
  const items: HTMLElement[] = [];
  if (cited > 0) {
    const times = cited === 1 ? 'once' : `${String(cited)} times`;
    items.push(
      button(
        'cited-count',
        `${String(cited)}×`,
        `${String(cited)}×: cited ${times} in the note. Show where (Ctrl+Alt+K).`,
        {
          showCitations: paragraph.id,
        },
      ),
    );
  }
  for (const annotation of annotations) {
    const { letter, name } = categoryWords[annotation.category];
    const comment = annotation.comment === '' ? '' : `: ${annotation.comment}`;
    const item = button('annotation-letter', letter, `${letter}: ${name}${comment}`, {
      openAnnotation: annotation.id,
    });
    item.dataset['category'] = annotation.category;
    items.push(item);
  }
  if (paragraph.leftover) {
    items.push(
      button(
        'number-again',
        'Number it',
        'Number it: this looks like a leftover of the web page, but is numbered all the same.',
        {
          numberAgain: paragraph.id,
        },
      ),
    );
  }
  margin.replaceChildren(...items);
}

/** Read out with an annotated paragraph, for those who can't see the highlights. */
export function describeAnnotations(annotations: readonly Annotation[], paragraph: ParagraphId): string {
  return annotations
    .map((annotation) => {
      const anchor = annotation.passage.anchors.find((each) => each.paragraph === paragraph);
      const comment = annotation.comment === '' ? '' : ` Comment: ${annotation.comment}`;
      return `${categoryWords[annotation.category].name}: “${anchor?.quote.exact ?? ''}”.${comment}`;
    })
    .join(' ');
}
