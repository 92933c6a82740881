import { Menu } from '@base-ui/react/menu';
import type { CSSProperties } from 'react';
import { findLevel, schemeFor } from '../../core/dossier/forms.ts';
import { bannerWords, type MarkingScheme } from '../../core/dossier/marking.ts';
import type { NoteHeader } from '../../core/note-tree/note-tree.ts';
import { useForms } from '../forms-context.ts';
import { type HeaderSlot, headerValue } from './header-fields.ts';

interface MarkingControlsProps {
  readonly header: NoteHeader;
  readonly readOnly: boolean;
  readonly onDone: (slot: HeaderSlot, before: string, after: string) => void;
}

/** The banner of the note, chosen out of every scheme of the office, and its handling words. */
export function MarkingControls({ header, readOnly, onDone }: MarkingControlsProps) {
  const forms = useForms();
  const scheme = schemeFor(forms, header.scheme);
  const level = findLevel(forms, header.scheme, header.marking);
  const value = headerValue(header, 'banner');
  const isKnown = level !== undefined || (header.marking === null && scheme.key === header.scheme);
  // A level may be missing from the schemes of this office: its key is shown, and kept.
  const style = level === undefined ? {} : ({ '--level-colour': level.colour } as CSSProperties);
  return (
    <div className="note-marking" style={style}>
      <select
        aria-label="Marking"
        title="Marking of the note"
        value={value}
        disabled={readOnly}
        data-unmarked={header.marking === null ? '' : undefined}
        onChange={(event) => {
          onDone('banner', value, event.currentTarget.value);
        }}
      >
        {isKnown ? null : <option value={value}>{header.marking ?? header.scheme}</option>}
        {forms.schemes.map(({ key, name, levels }) => (
          <optgroup key={key} label={name}>
            <option value={`${key} `}>No marking{levels.length > 0 ? ` (${name})` : ''}</option>
            {levels.map((each) => (
              <option key={each.key} value={`${key} ${each.key}`}>
                {key === scheme.key && each === level
                  ? bannerWords(scheme, each.key, header.handling ?? [])
                  : each.words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {scheme.handling.length > 0 && header.marking !== null && (
        <HandlingMenu header={header} scheme={scheme} readOnly={readOnly} onDone={onDone} />
      )}
    </div>
  );
}

function HandlingMenu({
  header,
  scheme,
  readOnly,
  onDone,
}: MarkingControlsProps & { readonly scheme: MarkingScheme }) {
  const chosen = header.handling ?? [];
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="note-handling" disabled={readOnly} title="Handling words beside the marking">
        Handling
        <span className="toolbar-caret" aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="center" className="toolbar-menu-place">
          <Menu.Popup className="toolbar-menu">
            {scheme.handling.map(({ key, words }) => (
              <Menu.CheckboxItem
                key={key}
                className="toolbar-menu-item"
                checked={chosen.includes(key)}
                onCheckedChange={(checked) => {
                  // In the order of the scheme, in which they stand in the banner.
                  const wanted = scheme.handling
                    .map((word) => word.key)
                    .filter((each) => (each === key ? checked : chosen.includes(each)));
                  onDone('handling', chosen.join(' '), wanted.join(' '));
                }}
              >
                <Menu.CheckboxItemIndicator className="toolbar-menu-sign">✓</Menu.CheckboxItemIndicator>
                <span className="toolbar-menu-label">{words}</span>
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
