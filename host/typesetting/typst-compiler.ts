import path from 'node:path';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { TypstDocument } from '../../core/exporters/typst/typst-document.ts';
import { done, refused, type Result } from '../../core/result.ts';
import { largeFontFiles, usualFontFiles } from './fonts.ts';
import type { TypesetLength, TypesetPdf, TypesetterSettings } from './typesetter-protocol.ts';

export interface TypstCompiler {
  typeset(document: TypstDocument): Result<TypesetPdf, 'typesetting-failed'>;
  /** As long as the PDF is; refused where there would be none. */
  measure(document: TypstDocument): Result<TypesetLength, 'typesetting-failed'>;
}

const creationTimestamp = 0; // seconds; the same for every document, so that its bytes are
const keptGenerations = 10; // compilations after which what they remembered is forgotten

/** Reads the fonts, which takes a moment; the compiler stays warm from then on. Never reads any other file. */
export function createCompiler({ fontFolder }: TypesetterSettings): TypstCompiler {
  const compilerWith = (files: readonly string[]) =>
    NodeCompiler.create({
      // The template reads no file: a folder that is not there has none to give.
      workspace: path.join(fontFolder, 'no-workspace'),
      fontArgs: [{ fontPaths: files.map((file) => path.join(fontFolder, file)) }],
    });
  const usual = compilerWith(usualFontFiles);
  // Most notes never need it: it takes four times as long to start, and holds what it has read.
  let large: NodeCompiler | undefined;

  function set<Value>(
    { main, data, needsLargeFonts }: TypstDocument,
    more: Readonly<Record<string, string>>,
    read: (document: NodeTypstDocument, pdf: Buffer, compiler: NodeCompiler) => Value,
  ): Result<Value, 'typesetting-failed'> {
    const compiler = needsLargeFonts
      ? (large ??= compilerWith([...usualFontFiles, ...largeFontFiles]))
      : usual;
    const compiled = compiler.compile({ mainFileContent: main, inputs: { data, ...more } });
    const document = compiled.result;
    if (document === null) return refused('typesetting-failed', describeError(compiled.takeError()));
    try {
      const pdf = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp });
      return done(read(document, pdf, compiler));
    } catch (error) {
      return refused('typesetting-failed', describeFailure(error));
    } finally {
      compiler.evictCache(keptGenerations);
    }
  }

  return {
    typeset: (document) =>
      // A copy: the buffer that Node gave may be part of a larger one, which can't be handed over.
      set(document, {}, ({ numOfPages }, pdf) => ({ pdf: new Uint8Array(pdf), pages: numOfPages })),
    measure: (document) =>
      set(document, { measured: 'yes' }, (compiled, _pdf, compiler) => {
        const [end] = compiler.query(compiled, { selector: '<length-of-note>', field: 'value' }) as Ending[];
        if (end === undefined) throw new Error('The template does not say where the note ends');
        const pages = compiled.numOfPages;
        // Footnotes that go on behind the text: nothing says how far, so their page counts as full.
        return { pages, filled: end.page < pages ? 1 : Math.min(Math.max(end.filled, 0), 1) };
      }),
  };
}

/** What the template says where its text ends. */
interface Ending {
  readonly page: number;
  readonly filled: number;
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
