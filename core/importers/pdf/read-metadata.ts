/** What a PDF says about itself. Its dates are those of the file, not of the document: nothing is taken from them. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { CslName, SourceMetadata } from '../../dossier/source.ts';
import { cleanText } from '../clean-text.ts';

/** Names that a program gave, not a person: the file's own, or `Microsoft Word - minutes.doc`. */
const madeByProgram =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document\s*\d*|unbenannt.*|sans titre.*|title|print|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi|ps|html?|md|txt|xlsx?|pptx?|fm|p65|pages|typ)|(?:https?|file):\S*|about:\S*)$/iu;
const longest = 300; // UTF-16 units

export async function readMetadata(document: PDFDocumentProxy): Promise<SourceMetadata> {
  const { info, metadata } = await document.getMetadata();
  const said = (key: string): unknown => (key in info ? Reflect.get(info, key) : undefined);
  const title = titleOf(metadata?.get('dc:title')) ?? titleOf(said('Title'));
  const author = authorsOf(metadata?.get('dc:creator')) ?? authorsOf(said('Author'));
  const language = languageOf(said('Language'));
  return {
    type: 'document',
    ...(title === null ? {} : { title }),
    ...(author === null ? {} : { author }),
    ...(language === null ? {} : { language }),
  };
}

function titleOf(value: unknown): string | null {
  const text = typeof value === 'string' ? cleanText(value) : '';
  return text === '' || text.length > longest || madeByProgram.test(text) ? null : text;
}

/** Names as they stand: neither which part of one is the family's nor what a comma parts can be told. */
function authorsOf(value: unknown): CslName[] | null {
  const listed = Array.isArray(value) ? value.map(String) : [typeof value === 'string' ? value : ''];
  const names = listed
    .flatMap((several) => several.split(';'))
    .map(cleanText)
    .filter((name) => name !== '' && name.length <= longest);
  return names.length === 0 ? null : names.map((literal) => ({ literal }));
}

function languageOf(value: unknown): string | null {
  const tag = typeof value === 'string' ? value.replaceAll('_', '-').trim() : '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}
