import { inlineFormats } from '../inline-runs.ts';
import type { Declarations } from './clipboard-styles.ts';

const formatOfElement: Readonly<Record<string, number>> = {
  b: inlineFormats.strong,
  strong: inlineFormats.strong,
  i: inlineFormats.emphasis,
  em: inlineFormats.emphasis,
  cite: inlineFormats.emphasis,
  s: inlineFormats.delete,
  strike: inlineFormats.delete,
  code: inlineFormats.code,
  tt: inlineFormats.code,
  kbd: inlineFormats.code,
  samp: inlineFormats.code,
};

/** Bits of `inlineFormats`: those around the element, what its name adds, and what its style adds or takes away. */
export function formatsWithin(element: Element, style: Declarations, around: number): number {
  let formats = around | (formatOfElement[element.localName] ?? 0);
  const put = (bit: number, on: boolean | null) => {
    if (on !== null) formats = on ? formats | bit : formats & ~bit;
  };
  put(inlineFormats.strong, saysBold(style.get('font-weight')));
  put(inlineFormats.emphasis, saysItalic(style.get('font-style')));
  const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (decoration.includes('line-through')) formats |= inlineFormats.delete;
  return formats;
}

/** Some programs wrap all they copy in a `<b>` whose style says that it is not bold. */
function saysBold(weight: string | undefined): boolean | null {
  if (weight === 'bold' || weight === 'bolder') return true;
  if (weight === 'normal' || weight === 'lighter') return false;
  return weight !== undefined && /^\d+$/.test(weight) ? Number(weight) >= 600 : null;
}

function saysItalic(style: string | undefined): boolean | null {
  if (style === undefined) return null;
  if (/^(?:italic|oblique)/.test(style)) return true;
  return style === 'normal' ? false : null;
}
