import type { Forms } from './forms.ts';
import { markingOf, reliabilityWords, type SourceAssessment } from './source-assessment.ts';

/** What was said of a source, in a few words each: side, reliability, marking. What nobody said is left out. */
export function assessmentFacts(assessment: SourceAssessment, forms: Forms): string[] {
  const { side, reliability, marking } = assessment;
  return [
    side,
    reliability === 'unknown' ? '' : reliabilityWords[reliability].name,
    // A level of a scheme that is not known here is shown by its key: never as if there were no marking.
    markingOf(assessment, forms)?.words ?? marking?.level ?? '',
  ].filter((fact) => fact !== '');
}
