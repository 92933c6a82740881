/**
 * The fonts of the printed page. Every family in every weight and slope that the template asks for has to be here:
 * the compiler knows the fonts of the computer too, takes the first exact match, and asks this folder first. A weight
 * that were missing here could come from the computer, and the same note would be other bytes elsewhere.
 *
 * Latin with Vietnamese, Greek, Cyrillic, Arabic and Hebrew are covered. Chinese and Japanese are not: their fonts weigh
 * tens of megabytes. A note that needs a character no font has is refused by name rather than printed with boxes.
 */
const families: Readonly<Record<string, { readonly prefix: string; readonly cuts: readonly string[] }>> = {
  'source-serif-4': {
    prefix: 'SourceSerif4',
    cuts: [
      '400Regular',
      '400Regular_Italic',
      '600SemiBold',
      '600SemiBold_Italic',
      '700Bold',
      '700Bold_Italic',
    ],
  },
  inter: {
    prefix: 'Inter',
    cuts: [
      '400Regular',
      '400Regular_Italic',
      '600SemiBold',
      '600SemiBold_Italic',
      '700Bold',
      '700Bold_Italic',
    ],
  },
  'noto-sans': {
    prefix: 'NotoSans',
    cuts: [
      '400Regular',
      '400Regular_Italic',
      '600SemiBold',
      '600SemiBold_Italic',
      '700Bold',
      '700Bold_Italic',
    ],
  },
  // These two scripts have no italics, and no computer has any for these families.
  'noto-naskh-arabic': { prefix: 'NotoNaskhArabic', cuts: ['400Regular', '600SemiBold', '700Bold'] },
  'noto-serif-hebrew': { prefix: 'NotoSerifHebrew', cuts: ['400Regular', '600SemiBold', '700Bold'] },
  'source-code-pro': { prefix: 'SourceCodePro', cuts: ['400Regular'] },
};

/** Relative to `node_modules`, with `/`. The typesetter wants them side by side in one folder, by their last part. */
export const fontFiles: readonly string[] = Object.entries(families).flatMap(([family, { prefix, cuts }]) =>
  cuts.map((cut) => `@expo-google-fonts/${family}/${cut}/${prefix}_${cut}.ttf`),
);
