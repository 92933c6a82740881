import { categoryWords, type Annotation } from '../../core/dossier/annotation.ts';
import type { Paragraph } from '../../core/dossier/source.ts';
import { MenuItem, MenuSeparator, PlacedMenu } from './PlacedMenu.tsx';

interface ParagraphMenuProps {
  readonly paragraph: Paragraph;
  /** Of the source. */
  readonly label: string;
  /** Those at the place, the shortest first. */
  readonly annotations: readonly Annotation[];
  readonly around: DOMRect;
  readonly canUseSelection: boolean;
  readonly commandKey: 'Ctrl' | '⌘';
  readonly onClose: () => void;
  readonly back: () => HTMLElement | null;
  readonly onOpenAnnotation: (annotation: Annotation) => void;
  readonly onUseSelection: () => void;
  readonly onCite: () => void;
  readonly onQuote: () => void;
  readonly onComment: () => void;
  readonly onCopyLink: () => void;
  readonly onCorrect: () => void;
}

const longestQuotation = 60; // UTF-16 units; enough to tell one from another

function quotation({ passage }: Annotation): string {
  const words = passage.anchors.map(({ quote }) => quote.exact).join(' ¶ ');
  return words.length <= longestQuotation
    ? words
    : `${words.slice(0, longestQuotation).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** What can be done with a paragraph, and all annotations at the place: where several overlap, none is out of reach. */
export function ParagraphMenu(props: ParagraphMenuProps) {
  const { paragraph, label, annotations } = props;
  const name = paragraph.number === null ? `${label}, not numbered` : `${label} ¶${String(paragraph.number)}`;
  return (
    <PlacedMenu label={name} around={props.around} onClose={props.onClose} back={props.back}>
      {annotations.map((annotation) => {
        const { letter, name: category } = categoryWords[annotation.category];
        return (
          <MenuItem
            key={annotation.id}
            onChoose={() => {
              props.onOpenAnnotation(annotation);
            }}
          >
            <span className="category-dot" data-category={annotation.category} aria-hidden="true">
              {letter}
            </span>{' '}
            <span className="visually-hidden">{category}: </span>
            <q>{quotation(annotation)}</q>
            {annotation.comment !== '' && <small>{annotation.comment}</small>}
          </MenuItem>
        );
      })}
      {annotations.length > 0 && <MenuSeparator />}
      {props.canUseSelection && (
        <MenuItem keys="R" onChoose={props.onUseSelection}>
          Use this selection for the annotation
        </MenuItem>
      )}
      <MenuItem keys="Enter" onChoose={props.onCite}>
        Cite in the note
      </MenuItem>
      <MenuItem keys="Q" onChoose={props.onQuote}>
        Quote word for word in the note
      </MenuItem>
      <MenuItem keys="C" onChoose={props.onComment}>
        Comment
      </MenuItem>
      <MenuItem keys={`${props.commandKey}+Shift+C`} onChoose={props.onCopyLink}>
        Copy link to {name}
      </MenuItem>
      <MenuItem keys="Shift+F10" onChoose={props.onCorrect}>
        Correct this paragraph…
      </MenuItem>
    </PlacedMenu>
  );
}
