/** Opens a PDF with pdf.js, which reads from the bytes and from nothing else: no address, no font of the computer. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { done, refused, type Result } from '../../result.ts';
import { importLimits } from '../limits.ts';
import { unpacksToMoreThan } from './unpacked-size.ts';
import { loadPdfjs, type PdfLibrary } from './load-pdfjs.ts';

export type PdfRefusalCode =
  'damaged-pdf' | 'password-protected' | 'too-many-pages' | 'unpacked-too-large' | 'no-text';

/** Gives the bytes of a predefined character map of Chinese, Japanese or Korean fonts; `null` when there is none. */
export type ReadCharacterMap = (name: string) => Promise<Uint8Array | null>;

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly library: PdfLibrary;
  /** Ends it and frees what it holds. */
  readonly close: () => Promise<void>;
}

export const damaged = (fileName: string) =>
  refused(
    'damaged-pdf',
    `“${fileName}” is damaged or cut off and can’t be read as a PDF. Get it again from where it came from, or open it in another program and save it anew.`,
  );

export async function openPdf(
  bytes: Uint8Array,
  fileName: string,
  readCharacterMap: ReadCharacterMap | undefined,
): Promise<Result<OpenPdf, PdfRefusalCode>> {
  // One that was cut off may still open, with some of its pages.
  if (!hasEnd(bytes)) return damaged(fileName);
  if (unpacksToMoreThan(bytes, importLimits.unpackedBytes)) return unpackedTooLarge(fileName);
  const library = await loadPdfjs();
  const task = library.getDocument({
    data: new Uint8Array(bytes), // a copy: pdf.js takes the memory of what it is given
    verbosity: library.VerbosityLevel.ERRORS,
    BinaryDataFactory: characterMapFactory(readCharacterMap),
    cMapUrl: 'character-maps/', // never asked for: only told to the factory
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true, // without them a font has no name, and the name says whether it is bold
    enableXfa: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1, // in pixels: pictures are not decoded
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > 0 && document.numPages <= importLimits.pages) {
      return done({ document, library, close: () => task.destroy() });
    }
    await task.destroy();
    return document.numPages > 0 ? tooManyPages(fileName) : damaged(fileName);
  } catch (thrown) {
    await task.destroy();
    return nameOf(thrown) === 'PasswordException' ? passwordProtected(fileName) : damaged(fileName);
  }
}

/** The mark at a file's end. Some programs write a little after it, or fill up with zeros. */
function hasEnd(bytes: Uint8Array): boolean {
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  return String.fromCharCode(...bytes.subarray(Math.max(0, end - endReach), end)).includes('%%EOF');
}

const endReach = 4_096; // bytes

function characterMapFactory(read: ReadCharacterMap | undefined) {
  return class CharacterMapFactory {
    async fetch({
      kind,
      filename,
    }: {
      readonly kind: string;
      readonly filename: string;
    }): Promise<Uint8Array> {
      const bytes =
        kind === 'cMapUrl' && /^[A-Za-z0-9-]+\.bcmap$/.test(filename) ? await read?.(filename) : null;
      if (bytes == null) throw new Error(`There is no ${filename}.`);
      return bytes;
    }
  };
}

const passwordProtected = (fileName: string) =>
  refused(
    'password-protected',
    `“${fileName}” opens only with a password. Open it in another program, save a copy without one, and import that.`,
  );

const unpackedTooLarge = (fileName: string) =>
  refused(
    'unpacked-too-large',
    `“${fileName}” unpacks to more than ${String(importLimits.unpackedBytes / 1024 / 1024)} MiB, the most that can be imported. Split it and import the parts.`,
  );

const tooManyPages = (fileName: string) =>
  refused(
    'too-many-pages',
    `“${fileName}” has more than ${importLimits.pages.toLocaleString('en')} pages, the most that can be imported. Split it and import the parts.`,
  );

function nameOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : '';
}
