import { Tabs } from '@base-ui/react/tabs';
import type { SourceId } from '../../core/dossier/ids.ts';
import type { Edition, Source } from '../../core/dossier/source.ts';
import { assessmentFacts } from '../../core/dossier/assessment-facts.ts';
import { longDate } from '../../core/dossier/csl-date.ts';
import { EditionView, type EditionViewProps } from './EditionView.tsx';
import './source-pane.css';

interface SourcePaneProps extends Omit<EditionViewProps, 'edition' | 'name' | 'heading'> {
  readonly sources: readonly Source[];
  readonly open: Source | undefined;
  /** Of the open source; `undefined` while it is read. */
  readonly edition: Edition | undefined;
  readonly onOpenSource: (source: SourceId) => void;
  readonly onAddSource: () => void;
  readonly onDetails: (source: SourceId) => void;
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

function languageName(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag; // not a language tag; shown as it stands
  }
}

interface SourceHeadingProps {
  readonly source: Source;
  readonly onDetails: () => void;
}

function SourceHeading({ source, onDetails }: SourceHeadingProps) {
  const { publisher, issued, language, URL: url } = source.metadata;
  const facts = [
    publisher,
    longDate(issued),
    language === undefined ? undefined : languageName(language),
    url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined,
    ...assessmentFacts(source.assessment),
  ].filter((fact): fact is string => fact !== undefined && fact !== '');
  return (
    <header className="source-heading">
      <h1>{source.title}</h1>
      <p>
        {[...new Set(facts)].map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <button type="button" className="link-button" onClick={onDetails}>
          Details…
        </button>
      </p>
    </header>
  );
}

/** The sources as tabs, and the one that is open, to be read and marked. */
export function SourcePane({
  sources,
  open,
  edition,
  onOpenSource,
  onAddSource,
  onDetails,
  ...view
}: SourcePaneProps) {
  if (sources.length === 0) {
    return (
      <div className="pane-empty">
        <p>Bring in the reports that the note will rest on.</p>
        <button type="button" className="button primary" onClick={onAddSource}>
          Add a source…
        </button>
      </div>
    );
  }
  return (
    <Tabs.Root
      className="pane-tabs"
      value={open?.id ?? null}
      onValueChange={(value) => {
        onOpenSource(value as SourceId);
      }}
    >
      <Tabs.List className="tabs" aria-label="Sources">
        {sources.map((source) => (
          <Tabs.Tab key={source.id} value={source.id} className="tab" title={source.title}>
            <span className="source-label">{source.label}</span>
            <span className="tab-name">{source.metadata.publisher ?? source.title}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {open !== undefined && (
        <Tabs.Panel value={open.id} className="pane-panel" tabIndex={-1}>
          {edition !== undefined && (
            <EditionView
              key={edition.id}
              edition={edition}
              name={`Source ${open.label}: ${open.title}`}
              heading={
                <SourceHeading
                  source={open}
                  onDetails={() => {
                    onDetails(open.id);
                  }}
                />
              }
              {...view}
            />
          )}
        </Tabs.Panel>
      )}
    </Tabs.Root>
  );
}
