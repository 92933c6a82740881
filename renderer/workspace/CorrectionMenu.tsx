import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { markedKinds } from '../../core/dossier/correct-structure.ts';
import {
  correctionsAt,
  kindNames,
  type Correction,
  type ImpossibleCorrection,
  type OfferedCorrection,
} from '../../core/dossier/paragraph-corrections.ts';
import type { Paragraph } from '../../core/dossier/source.ts';
import { blockOfParagraph } from './block-of-paragraph.ts';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';
import './correction-menu.css';

const nameOf = ({ number }: Paragraph) =>
  number === null ? 'Paragraph without a number' : `Paragraph ${String(number)}`;

interface EntriesProps {
  readonly paragraph: Paragraph;
  readonly corrections: readonly (OfferedCorrection | ImpossibleCorrection)[];
  readonly onCorrect: (change: Correction) => void;
}

function Entries({ paragraph, corrections, onCorrect }: EntriesProps) {
  const choose = ({ change }: OfferedCorrection | ImpossibleCorrection) => {
    if (change !== null) onCorrect(change);
  };
  const item = (correction: OfferedCorrection | ImpossibleCorrection): ReactNode => (
    <Menu.Item
      key={correction.name}
      className="correction-menu-item"
      disabled={correction.change === null}
      onClick={() => {
        choose(correction);
      }}
    >
      {correction.label}
    </Menu.Item>
  );
  const cuts = corrections.filter(({ name }) => /^(?:join|split)-/.test(name));
  const asides = corrections.filter(
    ({ name, change }) => (name === 'set-aside' || name === 'number-again') && change !== null,
  );
  return (
    <>
      {cuts.map(item)}
      <Menu.Separator className="correction-menu-line" />
      <Menu.RadioGroup value={paragraph.leftover ? null : paragraph.kind}>
        {markedKinds.map((kind) => {
          const correction = corrections.find(({ name }) => name === `make-${kind}`);
          return (
            <Menu.RadioItem
              key={kind}
              className="correction-menu-item"
              value={kind}
              closeOnClick
              disabled={paragraph.kind === 'table'}
              onClick={() => {
                if (correction !== undefined) choose(correction);
              }}
            >
              {kindNames[kind]}
              <Menu.RadioItemIndicator className="correction-menu-sign">✓</Menu.RadioItemIndicator>
            </Menu.RadioItem>
          );
        })}
      </Menu.RadioGroup>
      <Menu.Separator className="correction-menu-line" />
      {asides.map(item)}
    </>
  );
}

/** What can be corrected about one paragraph: opened at its margin, by the other mouse button, or by a key. */
export function CorrectionMenu({ workspace }: { readonly workspace: Workspace }) {
  const { corrections, store } = workspace;
  const menu = useStore(store, (state) => state.correctionMenu);
  const edition = useStore(store, ({ editions }) =>
    menu === null ? undefined : editions.get(menu.place.edition),
  );
  const paragraph = edition?.paragraphs.find(({ id }) => id === menu?.place.paragraph);
  if (menu === null || edition === undefined || paragraph === undefined) return null;
  const { place, at } = menu;
  const around = () =>
    at === null
      ? (blockOfParagraph(place.paragraph)?.getBoundingClientRect() ?? new DOMRect())
      : new DOMRect(at.x, at.y, 0, 0);
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) corrections.closeMenu();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          className="correction-menu-place"
          anchor={{ getBoundingClientRect: around }}
          side="bottom"
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <Menu.Popup
            className="correction-menu"
            aria-label={nameOf(paragraph)}
            finalFocus={() => blockOfParagraph(place.paragraph) ?? true}
          >
            <Entries
              paragraph={paragraph}
              corrections={correctionsAt(edition.paragraphs, place)}
              onCorrect={(change) => {
                // The keyboard goes back to the paragraph first; the correction takes it on from there.
                requestAnimationFrame(() => {
                  corrections.correct(edition.id, change);
                });
              }}
            />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
