import { IS_BOLD, IS_CODE, IS_ITALIC, IS_STRIKETHROUGH } from 'lexical';
import { inlineFormats } from './inline-runs.ts';

const pairs = [
  [inlineFormats.strong, IS_BOLD],
  [inlineFormats.emphasis, IS_ITALIC],
  [inlineFormats.delete, IS_STRIKETHROUGH],
  [inlineFormats.code, IS_CODE],
] as const;

/** The formats that a note can hold, in the editor's bits. */
export const knownEditorFormats = IS_BOLD | IS_ITALIC | IS_STRIKETHROUGH | IS_CODE;

/** From bits of `inlineFormats` to the editor's. */
export function editorFormatOf(formats: number): number {
  return pairs.reduce((bits, [ours, theirs]) => ((formats & ours) === 0 ? bits : bits | theirs), 0);
}

/** From the editor's bits to `inlineFormats`; what a note cannot hold (underline, colour) is left out. */
export function inlineFormatsOf(editorFormat: number): number {
  return pairs.reduce((bits, [ours, theirs]) => ((editorFormat & theirs) === 0 ? bits : bits | ours), 0);
}
