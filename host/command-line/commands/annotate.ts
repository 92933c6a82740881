import { findQuotation } from '../../../core/anchoring/find-quotation.ts';
import {
  categories,
  categoryWords,
  type Annotation,
  type Category,
} from '../../../core/dossier/annotation.ts';
import { asAnnotationId } from '../../../core/dossier/ids.ts';
import { done } from '../../../core/result.ts';
import { saveAnnotation } from '../../save-annotation.ts';
import { findCitableParagraph } from '../citable-paragraph.ts';
import { wrongUsage, type Command } from '../command.ts';
import { withDossier } from '../with-dossier.ts';

const isCategory = (word: string): word is Category => (categories as readonly string[]).includes(word);

export const annotateCommand: Command = {
  name: 'annotate',
  usage: 'FILE.dossier A12 --quote "…" [--category ask] [--comment C]',
  summary: `mark a passage as ${categories.join(', ')}`,
  options: ['quote', 'category', 'comment'],
  async run({ positionals, options }, context) {
    const { output, now, newId } = context;
    const [file, target, ...rest] = positionals;
    const { quote, category = 'fact', comment = '' } = options;
    if (file === undefined || target === undefined || quote === undefined || rest.length > 0) {
      return wrongUsage('“annotate” takes a dossier, a paragraph and --quote.');
    }
    if (!isCategory(category))
      return wrongUsage(`The categories are ${categories.join(', ')}; “${category}” is none.`);
    return withDossier(file, context, (dossier) => {
      const found = findCitableParagraph(dossier, target);
      if (!found.ok) return found;
      const { source, edition, paragraph } = found.value;
      const passage = findQuotation(edition, paragraph.id, quote);
      if (!passage.ok) return passage;
      const at = now();
      const annotation: Annotation = {
        id: asAnnotationId(newId()),
        source: source.id,
        passage: passage.value,
        category,
        comment,
        tags: [],
        createdAt: at,
        updatedAt: at,
      };
      const saved = saveAnnotation(dossier, annotation);
      if (!saved.ok) return saved;
      const exact = passage.value.anchors[0].quote.exact;
      output.result({ annotation: saved.value }, [
        `${source.label} ¶${String(paragraph.number)} ${categoryWords[category].name}: “${exact}”`,
      ]);
      return done(null);
    });
  },
};
