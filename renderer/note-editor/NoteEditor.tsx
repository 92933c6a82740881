import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { schemeFor } from '../../core/dossier/forms.ts';
import { levelOf } from '../../core/dossier/marking.ts';
import type { CitationTarget, NoteTree } from '../../core/note-tree/note-tree.ts';
import { useForms } from '../forms-context.ts';
import { CitationContext } from './citation-context.ts';
import type { CitationFinder } from './CiteMenu.tsx';
import type { CitationWords } from './citation-words.ts';
import type { HistoryStep } from './history-steps.ts';
import type { NoteEditorHandle } from './note-editor-handle.ts';
import { createNoteExtension, type NoteExtensionOptions } from './note-extension.ts';
import { NoteSurface } from './NoteSurface.tsx';
import './citation.css';
import './note-editor.css';

export interface NoteCitations {
  /** How a citation reads, and whether all that it cites is there. */
  describe(targets: readonly CitationTarget[]): CitationWords;
  /** What the card shows at a chip that is hovered or selected. */
  renderCard(targets: readonly CitationTarget[]): ReactNode;
  /** Opens the `index`th target in its source. */
  open(targets: readonly CitationTarget[], index: number): void;
  /** Finds what can be cited; the same object as long as the note stands. */
  readonly finder: CitationFinder;
  /** Another value whenever `describe` may say something else. */
  readonly version: unknown;
}

export interface NoteEditorProps {
  readonly tree: NoteTree;
  /** Which note it is: another key is another editor, with a history of its own. `tree` is read at the start only. */
  readonly noteKey: string;
  readonly readOnly?: boolean;
  readonly citations: NoteCitations;
  /** Something is being changed, at once; `onChange` follows. */
  onTouched?(): void;
  /** The whole note, soon after it changed: at most 300 ms later, and at once on `flush`. */
  onChange(tree: NoteTree): void;
  /** A new step, of the text or of the header; they are taken back in the opposite order. */
  onHistoryEntry(entry: HistoryStep): void;
  /** A sentence for the person, when something that was pasted was not taken as it is. */
  onNotice(text: string): void;
  readonly ref?: Ref<NoteEditorHandle>;
}

/** The note: its header as a form, its text in an editor. */
export function NoteEditor(props: NoteEditorProps) {
  return <OneNote key={props.noteKey} {...props} />;
}

function OneNote({
  tree,
  readOnly = false,
  citations,
  onTouched,
  onChange,
  onHistoryEntry,
  onNotice,
  ref,
}: NoteEditorProps) {
  const forms = useForms();
  const latest = useRef({ citations, onHistoryEntry, onNotice });
  useEffect(() => {
    latest.current = { citations, onHistoryEntry, onNotice };
  });
  const schemeShown = useRef(schemeFor(forms, tree.children[0].scheme));
  const textChanged = useRef<() => void>(() => undefined);
  const [dropPlace, setDropPlace] = useState<Parameters<NoteExtensionOptions['showDropPlace']>[0]>(null);

  const extension = useMemo(
    () =>
      createNoteExtension({
        tree,
        portionOf: (level) => levelOf(schemeShown.current, level)?.portion ?? level,
        readOnly,
        describe: (targets) => latest.current.citations.describe(targets),
        open: (targets, index) => {
          latest.current.citations.open(targets, index);
        },
        onStep: (step) => {
          latest.current.onHistoryEntry(step);
        },
        onChange: () => {
          textChanged.current();
        },
        onNotice: (text) => {
          latest.current.onNotice(text);
        },
        showDropPlace: setDropPlace,
      }),
    // oxlint-disable-next-line react/exhaustive-deps -- one note is one editor: what changes later reaches it through `latest`, and `readOnly` through the surface
    [],
  );

  const { describe, version } = citations;
  const words = useMemo(
    () => ({
      describe: (targets: readonly CitationTarget[]) => describe.call(latest.current.citations, targets),
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- chips read their words again when the version changes
    [version],
  );

  return (
    <CitationContext value={words}>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        <NoteSurface
          header={tree.children[0]}
          schemeShown={schemeShown}
          readOnly={readOnly}
          textChanged={textChanged}
          dropPlace={dropPlace}
          finder={citations.finder}
          renderCard={(targets) => citations.renderCard(targets)}
          onTouched={onTouched}
          onChange={onChange}
          onHistoryEntry={onHistoryEntry}
          ref={ref}
        />
      </LexicalExtensionComposer>
    </CitationContext>
  );
}
