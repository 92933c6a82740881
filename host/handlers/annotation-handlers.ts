import type { Annotation } from '../../core/dossier/annotation.ts';
import { done, refused } from '../../core/result.ts';
import { saveAnnotation } from '../save-annotation.ts';
import type { HandlerContext, Handlers } from './handler-groups.ts';

/** Marking passages. */
export function createAnnotationHandlers({
  current,
}: HandlerContext): Handlers<'saveAnnotation' | 'deleteAnnotation'> {
  return {
    saveAnnotation({ annotation }) {
      const opened = current.get();
      return opened.ok ? saveAnnotation(opened.value, annotation satisfies Annotation) : opened;
    },
    deleteAnnotation({ annotation }) {
      const opened = current.get();
      if (!opened.ok) return opened;
      if (opened.value.annotations.remove(annotation)) return done(null);
      return refused('annotation-not-found', 'That annotation is no longer there.');
    },
  };
}
