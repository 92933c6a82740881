import { assessmentFacts } from '../../core/dossier/assessment-facts.ts';
import { longDate } from '../../core/dossier/csl-date.ts';
import type { Source } from '../../core/dossier/source.ts';
import { useForms } from '../forms-context.ts';

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

/** What is known of a source, above its text. */
export function SourceHeading({ source, onDetails }: SourceHeadingProps) {
  const forms = useForms();
  const { publisher, issued, language, URL: url } = source.metadata;
  const facts = [
    publisher,
    longDate(issued),
    language === undefined ? undefined : languageName(language),
    url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined,
    ...assessmentFacts(source.assessment, forms),
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
