/**
 * The fonts of the printed page. Every family in every weight and slope that the template asks for has to be here:
 * the compiler knows the fonts of the computer too, takes the first exact match, and asks these files first. A weight
 * that were missing here could come from the computer, and the same note would be other bytes elsewhere.
 *
 * A note that needs a character no font has is refused by name rather than printed with boxes.
 */
interface Family {
  /** Of the file's name. */
  readonly prefix: string;
  readonly cuts: readonly string[];
}

const upright = ['400Regular', '600SemiBold', '700Bold'];
const withItalics = upright.flatMap((cut) => [cut, `${cut}_Italic`]);

/** Latin with Vietnamese, Greek, Cyrillic, Arabic and Hebrew: read for every note. */
const usualFamilies: Readonly<Record<string, Family>> = {
  'source-serif-4': { prefix: 'SourceSerif4', cuts: withItalics },
  inter: { prefix: 'Inter', cuts: withItalics },
  'noto-sans': { prefix: 'NotoSans', cuts: withItalics },
  // There is no semi-bold Amiri anywhere: bold stands for it.
  amiri: { prefix: 'Amiri', cuts: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] },
  // These two have no italics, and no computer has any for these families.
  'noto-naskh-arabic': { prefix: 'NotoNaskhArabic', cuts: upright },
  'noto-serif-hebrew': { prefix: 'NotoSerifHebrew', cuts: upright },
  'source-code-pro': { prefix: 'SourceCodePro', cuts: ['400Regular'] },
};

/** For notes with other scripts. Together they weigh tens of megabytes, so they are read when such a note comes. */
const largeFamilies: Readonly<Record<string, Family>> = {
  'noto-sans-sc': { prefix: 'NotoSansSC', cuts: upright },
  'noto-sans-jp': { prefix: 'NotoSansJP', cuts: upright },
  'noto-sans-kr': { prefix: 'NotoSansKR', cuts: upright },
  'noto-sans-thai': { prefix: 'NotoSansThai', cuts: upright },
  'noto-sans-lao': { prefix: 'NotoSansLao', cuts: upright },
  'noto-sans-khmer': { prefix: 'NotoSansKhmer', cuts: upright },
  'noto-sans-myanmar': { prefix: 'NotoSansMyanmar', cuts: upright },
  'noto-emoji': { prefix: 'NotoEmoji', cuts: upright },
};

const filesOf = (families: Readonly<Record<string, Family>>): readonly string[] =>
  Object.entries(families).flatMap(([family, { prefix, cuts }]) =>
    cuts.map((cut) => `${family}/${cut}/${prefix}_${cut}.ttf`),
  );

/** Relative to the folder of fonts, with `/`: `@expo-google-fonts` of a checkout, or its copy in the application. */
export const usualFontFiles = filesOf(usualFamilies);

/** As `usualFontFiles`; they are asked after those. */
export const largeFontFiles = filesOf(largeFamilies);
