import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ParagraphId, SourceId } from '../../core/dossier/ids.ts';
import type { Edition, Source } from '../../core/dossier/source.ts';
import { EditionView, type EditionViewProps } from './EditionView.tsx';
import { MenuItem, PlacedMenu } from './PlacedMenu.tsx';
import { SourceHeading } from './SourceHeading.tsx';
import type { EditionViewHandle, SourceSideHandle } from './source-side-handle.ts';
import { SourceTabs } from './SourceTabs.tsx';
import { SourceTools } from './SourceTools.tsx';

type ViewProps = Omit<EditionViewProps, 'edition' | 'name' | 'label' | 'heading' | 'ref'>;

export interface SourceSideProps extends ViewProps {
  /** 0 for the first. */
  readonly side: number;
  readonly isActive: boolean;
  /** Whether there are two sides. */
  readonly isBeside: boolean;
  readonly otherLabel: string | undefined;
  /** Those that are open in this side. */
  readonly sources: readonly Source[];
  readonly open: Source | undefined;
  /** Of the open source; `undefined` while it is read. */
  readonly edition: Edition | undefined;
  /** Stands between the heading and the text. */
  readonly aboveText?: ReactNode;
  readonly onDetails: (source: SourceId) => void;
  readonly onOpenSource: (source: SourceId) => void;
  readonly onCloseSource: (source: SourceId) => void;
  readonly onCloseOthers: (source: SourceId) => void;
  readonly onOpenBeside: (source: SourceId) => void;
  readonly onUse: () => void;
  readonly onUseOther: () => void;
  readonly onToggleBeside: () => void;
  readonly onResizeText: (step: 1 | -1) => void;
  readonly onGoTo: (paragraph: ParagraphId) => void;
  readonly register: (handle: SourceSideHandle | null) => void;
}

interface OpenList {
  readonly list: 'outline' | 'tabs';
  readonly around: DOMRect;
  readonly cameFrom: HTMLElement | null;
}

/** The headings, each with the number of what stands first below it. */
function headingsOf(edition: Edition | undefined) {
  const paragraphs = edition?.paragraphs ?? [];
  let below: number | null = null;
  return paragraphs
    .toReversed()
    .flatMap((paragraph) => {
      below = paragraph.number ?? below;
      return paragraph.kind === 'heading' ? [{ ...paragraph, below }] : [];
    })
    .toReversed();
}

/** One part of the source pane: its tabs, and the source that is open in it, to be read and marked. */
export function SourceSide(props: SourceSideProps) {
  const { side, isActive, isBeside, sources, open, edition, commandKey, register } = props;
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<EditionViewHandle>(null);
  const [list, setList] = useState<OpenList | null>(null);
  const headings = useMemo(() => headingsOf(edition), [edition]);
  const hasHeadings = headings.length > 0;

  useEffect(() => {
    register({
      openFind: () => view.current?.openFind(),
      findAgain: (step) => view.current?.findAgain(step),
      openParagraphMenu: () => view.current?.openParagraphMenu(),
      currentParagraph: () => view.current?.currentParagraph() ?? null,
      openOutline() {
        const head = element.current?.querySelector('.source-head');
        if (!hasHeadings || head == null) return false;
        const cameFrom = document.activeElement;
        setList({
          list: 'outline',
          around: head.getBoundingClientRect(),
          cameFrom: cameFrom instanceof HTMLElement ? cameFrom : null,
        });
        return true;
      },
    });
    return () => {
      register(null);
    };
  }, [register, hasHeadings]);

  const openList = (name: OpenList['list']) => (button: HTMLElement) => {
    setList({ list: name, around: button.getBoundingClientRect(), cameFrom: button });
  };

  return (
    <Tabs.Root
      ref={element}
      className="source-side"
      data-side={side}
      data-side-active={isActive ? '' : undefined}
      value={open?.id ?? null}
      onValueChange={(value) => {
        props.onOpenSource(value as SourceId);
      }}
      onFocusCapture={props.onUse}
      onPointerDownCapture={props.onUse}
    >
      <div className="source-head">
        <SourceTabs
          name={side === 0 ? 'Sources' : 'Sources beside'}
          sources={sources}
          shown={open?.id ?? null}
          commandKey={commandKey}
          onClose={props.onCloseSource}
          onCloseOthers={props.onCloseOthers}
          onOpenBeside={props.onOpenBeside}
        />
        <SourceTools
          tabs={sources.length}
          hasText={edition !== undefined}
          hasHeadings={hasHeadings}
          isBeside={isBeside}
          otherLabel={props.otherLabel}
          textPercent={props.textPercent}
          commandKey={commandKey}
          onListTabs={openList('tabs')}
          onOutline={openList('outline')}
          onFind={() => view.current?.openFind()}
          onResizeText={props.onResizeText}
          onToggleBeside={props.onToggleBeside}
          onUseOther={props.onUseOther}
        />
      </div>
      {open !== undefined && (
        <Tabs.Panel value={open.id} className="pane-panel" tabIndex={-1}>
          {edition !== undefined && (
            <EditionView
              {...props}
              key={edition.id}
              ref={view}
              edition={edition}
              label={open.label}
              name={`Source ${open.label}: ${open.title}`}
              heading={
                <>
                  <SourceHeading
                    source={open}
                    onDetails={() => {
                      props.onDetails(open.id);
                    }}
                  />
                  {props.aboveText}
                </>
              }
            />
          )}
        </Tabs.Panel>
      )}
      {open === undefined && (
        <div className="pane-empty">
          <p>No source is open here. Choose one in the dossier.</p>
        </div>
      )}
      {list !== null && (
        <PlacedMenu
          label={list.list === 'outline' ? 'Outline' : 'Open sources'}
          around={list.around}
          onClose={() => {
            setList(null);
          }}
          back={() => list.cameFrom}
        >
          {list.list === 'outline'
            ? headings.map(({ id, text, below }) => (
                <MenuItem
                  key={id}
                  {...(below === null ? {} : { aside: `¶${String(below)}` })}
                  onChoose={() => {
                    props.onGoTo(id);
                  }}
                >
                  {text}
                </MenuItem>
              ))
            : sources.map((source) => (
                <MenuItem
                  key={source.id}
                  isCurrent={source.id === open?.id}
                  onChoose={() => {
                    props.onOpenSource(source.id);
                  }}
                >
                  <span className="source-label">{source.label}</span> {source.title}
                </MenuItem>
              ))}
        </PlacedMenu>
      )}
    </Tabs.Root>
  );
}
