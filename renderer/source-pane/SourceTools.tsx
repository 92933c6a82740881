import type { ReactNode } from 'react';
import { textPercents } from '../../core/preferences.ts';

interface ToolProps {
  readonly name: string;
  readonly keys?: string;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly hasMenu?: boolean;
  readonly onPress: (button: HTMLElement) => void;
  readonly children: ReactNode;
}

function Tool({ name, keys, className, disabled, hasMenu, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className={`icon-button ${className ?? ''}`}
      aria-label={name}
      title={keys === undefined ? name : `${name} (${keys})`}
      aria-haspopup={hasMenu === true ? 'menu' : undefined}
      disabled={disabled}
      onClick={(event) => {
        onPress(event.currentTarget);
      }}
    >
      {children}
    </button>
  );
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg className="tool-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

interface SourceToolsProps {
  readonly tabs: number;
  readonly hasText: boolean;
  readonly hasHeadings: boolean;
  /** Whether there are two sides. */
  readonly isBeside: boolean;
  /** Label of the source in the other side. */
  readonly otherLabel: string | undefined;
  readonly textPercent: number;
  readonly commandKey: 'Ctrl' | '⌘';
  readonly onListTabs: (button: HTMLElement) => void;
  readonly onOutline: (button: HTMLElement) => void;
  readonly onFind: () => void;
  readonly onResizeText: (step: 1 | -1) => void;
  readonly onToggleBeside: () => void;
  readonly onUseOther: () => void;
}

const manyTabs = 4; // from here on a list is quicker than scrolling

/** What stands beside the tabs: the same as in the menu bar, for the mouse. */
export function SourceTools(props: SourceToolsProps) {
  const { commandKey, textPercent, hasText } = props;
  return (
    <div className="source-tools">
      {props.tabs >= manyTabs && (
        <Tool name={`All ${String(props.tabs)} open sources`} hasMenu onPress={props.onListTabs}>
          <Icon path="M4 6l4 4 4-4" />
        </Tool>
      )}
      {props.hasHeadings && (
        <Tool name="Outline" keys={`${commandKey}+Shift+U`} hasMenu onPress={props.onOutline}>
          <Icon path="M3 4h10M5.5 8H13M5.5 12H13" />
        </Tool>
      )}
      {hasText && (
        <>
          <Tool name="Find in this source" keys={`${commandKey}+F`} onPress={props.onFind}>
            <Icon path="M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM10.3 10.3L14 14" />
          </Tool>
          <Tool
            name={`A−: smaller text, now ${String(textPercent)} %`}
            keys={`${commandKey}+Shift+-`}
            className="text-smaller"
            disabled={textPercent <= textPercents.least}
            onPress={() => {
              props.onResizeText(-1);
            }}
          >
            A−
          </Tool>
          <Tool
            name={`A+: larger text, now ${String(textPercent)} %`}
            keys={`${commandKey}+Shift+=`}
            className="text-larger"
            disabled={textPercent >= textPercents.most}
            onPress={() => {
              props.onResizeText(1);
            }}
          >
            A+
          </Tool>
        </>
      )}
      {props.isBeside && props.otherLabel !== undefined && (
        <Tool
          name={`Show the other source, ${props.otherLabel}`}
          className="use-other"
          onPress={props.onUseOther}
        >
          <Icon path="M2 6h10l-3-3M14 10H4l3 3" />
        </Tool>
      )}
      {(hasText || props.isBeside) && (
        <Tool
          name={props.isBeside ? 'Close this side' : 'Two sources side by side'}
          keys={`${commandKey}+\\`}
          onPress={props.onToggleBeside}
        >
          <Icon path={props.isBeside ? 'M2 3h12v10H2zM6 6l4 4M10 6l-4 4' : 'M2 3h12v10H2zM8 3v10'} />
        </Tool>
      )}
    </div>
  );
}
