import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import type { NodeKey } from 'lexical';
import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useState,
} from 'react';
import { schemeFor, templateFor } from '../../core/dossier/forms.ts';
import type { MarkingScheme } from '../../core/dossier/marking.ts';
import type { CitationTarget, NoteHeader, NoteTree } from '../../core/note-tree/note-tree.ts';
import { isRightToLeft } from '../../core/text-direction.ts';
import { useForms } from '../forms-context.ts';
import { CitationAnnouncer } from './CitationAnnouncer.tsx';
import { CitationPopover } from './CitationPopover.tsx';
import { registerDoubleClick } from './open-citation.ts';
import { CitationHoverCard } from './CitationHoverCard.tsx';
import { type CitationFinder, CiteMenu } from './CiteMenu.tsx';
import { FormattingToolbar } from './FormattingToolbar.tsx';
import type { HistoryStep } from './history-steps.ts';
import type { NoteEditorHandle } from './note-editor-handle.ts';
import { createNoteFinder } from './note-finder.ts';
import { createNoteHandle } from './note-handle.ts';
import { redrawPortionMarks, registerPortionMark } from './portion-mark.ts';
import { NoteFindBar } from './NoteFindBar.tsx';
import { NoteHeaderForm } from './NoteHeaderForm.tsx';
import { SlashMenu } from './SlashMenu.tsx';
import { registerTypographicQuotes } from './typographic-quotes.ts';
import { useNoteReports } from './use-note-reports.ts';

const placeholder =
  'Write the note. Select a passage in a source and press Enter to cite it here, or type [[.';

interface NoteSurfaceProps {
  readonly header: NoteHeader;
  /** Set here: the scheme that the marks in the text are drawn in. */
  readonly schemeShown: RefObject<MarkingScheme>;
  readonly readOnly: boolean;
  /** Set here; called at every change of the text. */
  readonly textChanged: RefObject<() => void>;
  readonly dropPlace: { readonly left: number; readonly top: number; readonly height: number } | null;
  readonly finder: CitationFinder;
  readonly renderCard: (targets: readonly CitationTarget[]) => ReactNode;
  readonly onTouched: (() => void) | undefined;
  readonly onChange: (tree: NoteTree) => void;
  readonly onHistoryEntry: (entry: HistoryStep) => void;
  readonly ref?: Ref<NoteEditorHandle> | undefined;
}

/** Toolbar, header and text of a note, around an editor that is already built. */
export function NoteSurface(props: NoteSurfaceProps) {
  const {
    schemeShown,
    readOnly,
    textChanged,
    dropPlace,
    finder: citationFinder,
    renderCard,
    onTouched,
    onChange,
    onHistoryEntry,
    ref,
  } = props;
  const [editor] = useLexicalComposerContext();
  const hintId = useId();
  const note = useNoteReports({
    editor,
    firstHeader: props.header,
    textChanged,
    onTouched,
    onChange,
    onHistoryEntry,
  });
  const forms = useForms();
  const { numbering } = templateFor(forms, note.header.template);
  const scheme = schemeFor(forms, note.header.scheme);
  useEffect(() => {
    if (schemeShown.current.key !== scheme.key) {
      schemeShown.current = scheme;
      redrawPortionMarks(editor);
    }
    return registerPortionMark(editor, scheme);
  }, [editor, scheme, schemeShown]);

  const { flush, become, changeHeader } = note;
  const { language } = note.header;
  const [changing, setChanging] = useState<NodeKey | null>(null);
  const [finder] = useState(() => createNoteFinder(editor));
  useEffect(() => finder.listen(), [finder]);
  useImperativeHandle(
    ref,
    () =>
      createNoteHandle(editor, {
        flush,
        become,
        finder,
        changeCitation: setChanging,
        changeLanguage: (wanted) => {
          if (wanted !== language) changeHeader('language', language, wanted);
        },
      }),
    [editor, flush, become, changeHeader, finder, language],
  );
  useEffect(() => registerTypographicQuotes(editor, language), [editor, language]);
  useEffect(() => registerDoubleClick(editor, setChanging), [editor]);
  useEffect(() => {
    editor.setEditable(!readOnly);
  }, [editor, readOnly]);

  return (
    <div className="note-editor">
      <div className="note-bars">
        <FormattingToolbar editor={editor} disabled={readOnly} scheme={scheme} />
        <NoteFindBar finder={finder} readOnly={readOnly} />
      </div>
      <div className="note-scroll">
        <article
          className="note-page"
          lang={language || undefined}
          dir={isRightToLeft(language) ? 'rtl' : 'ltr'}
        >
          <NoteHeaderForm
            header={note.header}
            readOnly={readOnly}
            onType={note.typeInHeader}
            onDone={note.changeHeader}
            onLeave={() => {
              editor.focus(undefined, { defaultSelection: 'rootStart' });
            }}
          />
          <div className="note-body">
            <ContentEditable
              className={numbering === 'none' ? 'note-text' : 'note-text numbered'}
              data-numbering={numbering}
              ariaLabel="Text of the note"
              ariaMultiline
              ariaDescribedBy={hintId}
              spellCheck={false}
              aria-placeholder={placeholder}
              placeholder={<div className="note-placeholder">{placeholder}</div>}
            />
          </div>
          <p id={hintId} className="visually-hidden">
            Escape, then Tab leaves the text. A slash after a space offers what can be inserted, and two
            square brackets what can be cited. Ctrl+Enter on a citation opens what it cites.
          </p>
        </article>
      </div>
      <CitationHoverCard editor={editor} renderCard={renderCard} onChange={readOnly ? null : setChanging} />
      {changing !== null && (
        <CitationPopover
          key={changing}
          editor={editor}
          finder={citationFinder}
          node={changing}
          onClose={() => {
            setChanging(null);
          }}
        />
      )}
      <CitationAnnouncer editor={editor} />
      <SlashMenu editor={editor} />
      <CiteMenu editor={editor} finder={citationFinder} />
      {dropPlace === null ? null : <div className="drop-caret" style={placeStyle(dropPlace)} />}
    </div>
  );
}

function placeStyle({ left, top, height }: NonNullable<NoteSurfaceProps['dropPlace']>): CSSProperties {
  return { left, top, height };
}
