import { paragraphForClipboard } from '../../core/dossier/paragraph-clipboard.ts';
import { paragraphName } from '../../core/dossier/paragraph-link.ts';
import { done, refused } from '../../core/result.ts';
import type { ReadingMemory } from '../reading-memory.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

/** Where a person reads, and pointing at it from outside. */
export function createReadingHandlers(
  { current, dependencies }: HandlerContext,
  memory: ReadingMemory,
): Handlers<'readReading' | 'keepReading' | 'takeWantedParagraph' | 'copyParagraphLink'> {
  return {
    readReading() {
      const opened = current.get();
      return opened.ok ? done(memory.read(opened.value.properties.id)) : opened;
    },
    keepReading({ dossier, reading }) {
      const opened = current.get();
      // What a window says late is about the dossier that it showed before.
      if (opened.ok && opened.value.properties.id === dossier) memory.keep(dossier, reading);
      return done(null);
    },
    takeWantedParagraph() {
      const opened = current.get();
      if (!opened.ok) return done(null);
      const { sources, properties } = opened.value;
      const address = dependencies.wantedParagraph?.take(properties.id);
      if (address === undefined) return done(null);
      const { edition, paragraph } = address;
      const owner = sources.sourceOfEdition(edition);
      const source = owner === undefined ? undefined : sources.find(owner);
      if (source === undefined || sources.paragraph(edition, paragraph) === undefined) {
        return refused(
          'paragraph-not-found',
          'The paragraph that the link points at is not in this dossier. The link may be of another copy of it.',
        );
      }
      return done({ source: source.id, edition, paragraph });
    },
    async copyParagraphLink({ edition, paragraph: id }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      const { sources, properties } = opened.value;
      const paragraph = sources.paragraph(edition, id);
      const owner = sources.sourceOfEdition(edition);
      const source = owner === undefined ? undefined : sources.find(owner);
      if (paragraph === undefined || source === undefined) {
        return refused('paragraph-not-found', 'That paragraph is no longer in the dossier.');
      }
      const content = paragraphForClipboard(source.label, paragraph, properties.id);
      if (!content.ok) return content;
      await dependencies.ports.writeClipboard(content.value);
      return done({ name: paragraphName(source.label, paragraph) });
    },
  };
}
