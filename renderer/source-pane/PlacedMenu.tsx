import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';

interface PlacedMenuProps {
  /** What it says it is. */
  readonly label: string;
  /** Beside what it stands, in CSS pixels of the window. */
  readonly around: DOMRect;
  readonly onClose: () => void;
  /** Where the keyboard goes when it is closed without a choice that takes it elsewhere. */
  readonly back: () => HTMLElement | null;
  readonly children: ReactNode;
}

/** A menu at a place: of a paragraph, a tab, or a button that lists something. */
export function PlacedMenu({ label, around, onClose, back, children }: PlacedMenuProps) {
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          className="placed-menu-place"
          anchor={{ getBoundingClientRect: () => around }}
          side="bottom"
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <Menu.Popup className="placed-menu" aria-label={label} finalFocus={back}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface MenuItemProps {
  readonly onChoose: () => void;
  /** As they stand behind it; the menu only tells of them. */
  readonly keys?: string;
  /** Stands behind it, where keys would. */
  readonly aside?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ onChoose, keys, aside, isCurrent, children }: MenuItemProps) {
  return (
    <Menu.Item
      className="placed-menu-item"
      aria-current={isCurrent === true ? 'true' : undefined}
      // The keyboard goes back to where it was first: what is chosen may want to take it elsewhere.
      onClick={() => {
        requestAnimationFrame(onChoose);
      }}
    >
      <span className="placed-menu-text">{children}</span>
      {keys !== undefined && <kbd>{keys}</kbd>}
      {aside !== undefined && <small>{aside}</small>}
    </Menu.Item>
  );
}

export function MenuSeparator() {
  return <Menu.Separator className="placed-menu-separator" />;
}
