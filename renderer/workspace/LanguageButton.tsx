import { Combobox } from '@base-ui/react/combobox';
import {
  isLanguageCalled,
  noteLanguage,
  type NoteLanguage,
  noteLanguages,
} from '../../core/note-languages.ts';
import { isReadOnly } from './is-read-only.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './language-button.css';

/** Those that are listed, and the one that the note has where it is another. */
function languagesWith(current: NoteLanguage): readonly NoteLanguage[] {
  return noteLanguages.some(({ tag }) => tag === current.tag) ? noteLanguages : [current, ...noteLanguages];
}

/** The language of the open note, in the status bar; pressed, a list to choose another from by typing. */
export function LanguageButton({ workspace }: { readonly workspace: Workspace }) {
  const { store, language } = workspace;
  const tag = useStore(store, (state) => state.note?.tree.children[0].language ?? 'en');
  const shown = useStore(store, (state) => state.languagesShown);
  const readOnly = useStore(store, isReadOnly);
  const current = noteLanguage(tag);
  return (
    <Combobox.Root<NoteLanguage>
      items={languagesWith(current)}
      value={current}
      isItemEqualToValue={(a, b) => a.tag === b.tag}
      itemToStringLabel={({ own }) => own}
      filter={(item, typed) => isLanguageCalled(item, typed)}
      autoHighlight
      open={shown}
      onOpenChange={(open) => {
        if (open) language.show();
        else language.hide();
      }}
      onValueChange={(chosen) => {
        if (chosen !== null) language.choose(chosen.tag);
      }}
    >
      <Combobox.Trigger
        className="language-button"
        disabled={readOnly}
        aria-label={`Language of the note: ${current.english}`}
        title="Language of the note… (Ctrl+Alt+L)"
      >
        <bdi lang={current.tag}>{current.own}</bdi>
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner side="top" align="start" sideOffset={6} className="language-place">
          <Combobox.Popup
            className="language-popup"
            aria-label="Language of the note"
            finalFocus={() => language.goBack() ?? false}
          >
            <Combobox.Input
              className="language-input"
              aria-label="Find a language"
              placeholder="Find a language"
              spellCheck={false}
            />
            <Combobox.Empty className="language-empty">No language is called that.</Combobox.Empty>
            <Combobox.List className="language-list">
              {(item: NoteLanguage) => (
                <Combobox.Item key={item.tag} value={item} className="language-item">
                  <Combobox.ItemIndicator className="language-sign">✓</Combobox.ItemIndicator>
                  <bdi lang={item.tag}>{item.own}</bdi>
                  <span className="language-english">{item.english}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
