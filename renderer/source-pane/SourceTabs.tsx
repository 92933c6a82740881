import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { SourceId } from '../../core/dossier/ids.ts';
import { asSourceId } from '../../core/dossier/ids.ts';
import type { Source } from '../../core/dossier/source.ts';
import { MenuItem, MenuSeparator, PlacedMenu } from './PlacedMenu.tsx';

interface SourceTabsProps {
  /** What the list is called. */
  readonly name: string;
  readonly sources: readonly Source[];
  readonly shown: SourceId | null;
  readonly commandKey: 'Ctrl' | '⌘';
  readonly onClose: (source: SourceId) => void;
  readonly onCloseOthers: (source: SourceId) => void;
  readonly onOpenBeside: (source: SourceId) => void;
}

const shortName = (source: Source) => source.metadata.publisher ?? source.title;

function tabOf(target: EventTarget): HTMLElement | null {
  const tab = target instanceof Element ? target.closest('[data-source]') : null;
  return tab instanceof HTMLElement ? tab : null;
}

const sourceOf = (tab: HTMLElement) => asSourceId(tab.dataset['source'] ?? '');

interface OpenMenu {
  readonly source: Source;
  readonly tab: HTMLElement;
}

/** The tabs of the sources that are open in one side. */
export function SourceTabs(props: SourceTabsProps) {
  const { sources, shown, commandKey, onClose } = props;
  const list = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);

  useEffect(() => {
    list.current
      ?.querySelector(`[data-source="${CSS.escape(shown ?? '')}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown, sources]);

  const onMouseUp = (event: MouseEvent) => {
    const tab = tabOf(event.target);
    if (tab !== null && event.button === 1) onClose(sourceOf(tab));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const tab = tabOf(event.target);
    if (tab === null || event.key !== 'Delete') return;
    event.preventDefault();
    onClose(sourceOf(tab));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  const onContextMenu = (event: MouseEvent) => {
    const tab = tabOf(event.target);
    const source = sources.find(({ id }) => tab !== null && id === sourceOf(tab));
    if (tab === null || source === undefined) return;
    event.preventDefault();
    setMenu({ source, tab });
  };

  return (
    <>
      <Tabs.List
        ref={list}
        className="tabs source-tabs"
        aria-label={props.name}
        onMouseUp={onMouseUp}
        onMouseDown={(event) => {
          // The middle button closes; it must not begin to scroll.
          if (event.button === 1) event.preventDefault();
        }}
        onWheel={(event) => {
          // Most mice turn one way only.
          if (event.deltaX === 0) event.currentTarget.scrollLeft += event.deltaY;
        }}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        {sources.map((source) => (
          <Tabs.Tab
            key={source.id}
            value={source.id}
            data-source={source.id}
            className="tab source-tab"
            title={source.title}
            aria-keyshortcuts="Delete"
          >
            <span className="source-label">{source.label}</span>
            <span className="tab-name">{shortName(source)}</span>
            {/* For the mouse alone: a button within a tab could not be told to those who hear the page. Delete does the same. */}
            <span
              className="tab-close"
              aria-hidden="true"
              title={`Close (${commandKey}+W)`}
              onClick={(event) => {
                event.stopPropagation();
                onClose(source.id);
              }}
            >
              ×
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {menu !== null && (
        <PlacedMenu
          label={`Source ${menu.source.label}`}
          around={menu.tab.getBoundingClientRect()}
          onClose={() => {
            setMenu(null);
          }}
          back={() => menu.tab}
        >
          <MenuItem
            onChoose={() => {
              props.onOpenBeside(menu.source.id);
            }}
          >
            Open beside
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            keys={menu.source.id === shown ? `${commandKey}+W` : 'Delete'}
            onChoose={() => {
              onClose(menu.source.id);
            }}
          >
            Close
          </MenuItem>
          {sources.length > 1 && (
            <MenuItem
              onChoose={() => {
                props.onCloseOthers(menu.source.id);
              }}
            >
              Close the others
            </MenuItem>
          )}
        </PlacedMenu>
      )}
    </>
  );
}
