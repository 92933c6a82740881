import path from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { TypstDocument } from '../../core/exporters/typst/typst-document.ts';
import { done, refused, type Result } from '../../core/result.ts';
import type { TypesetPdf, TypesetterSettings } from './typesetter-protocol.ts';

export interface TypstCompiler {
  typeset(document: TypstDocument): Result<TypesetPdf, 'typesetting-failed'>;
}

const creationTimestamp = 0; // seconds; the same for every document, so that its bytes are
const keptGenerations = 10; // compilations after which what they remembered is forgotten

/** Reads the fonts, which takes a moment; the compiler stays warm from then on. Never reads any other file. */
export function createCompiler({ fontFolder }: TypesetterSettings): TypstCompiler {
  const compiler = NodeCompiler.create({
    // The template reads no file: a folder that is not there has none to give.
    workspace: path.join(fontFolder, 'no-workspace'),
    fontArgs: [{ fontPaths: [fontFolder] }],
  });
  return {
    typeset({ main, data }) {
      const compiled = compiler.compile({ mainFileContent: main, inputs: { data } });
      const document = compiled.result;
      if (document === null) return refused('typesetting-failed', describeError(compiled.takeError()));
      try {
        const pdf = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp });
        // A copy: the buffer that Node gave may be part of a larger one, which can't be handed over.
        return done({ pdf: new Uint8Array(pdf), pages: document.numOfPages });
      } catch (error) {
        return refused('typesetting-failed', describeFailure(error));
      } finally {
        compiler.evictCache(keptGenerations);
      }
    },
  };
}

function describeError(error: NodeError | null): string {
  const [first] = (error?.shortDiagnostics ?? []) as { message?: string }[];
  return `The note could not be typeset${first?.message === undefined ? '' : `: ${first.message}`}. Nothing was written.`;
}

function describeFailure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const missing = [...text.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(
    ([, what]) => what,
  );
  if (missing.length > 0) {
    const named = [...new Set(missing)].slice(0, 10).map((what) => `“${what ?? ''}”`);
    return `The note holds characters that no font for print has: ${named.join(', ')}. Replace them, or export Markdown.`;
  }
  const [, message = text] = /message: "((?:[^"\\]|\\.)+)"/u.exec(text) ?? [];
  return `The note could not be written as an accessible PDF: ${message}. Nothing was written.`;
}
