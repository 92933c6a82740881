/** The words that exports add to a note, in its own language. English where the language has none here. */
export interface PrintedWords {
  /** What stands around the numbers of `Page 2 of 3`: before, between and after them. */
  readonly page: readonly [before: string, between: string, after: string];
  /** Before a paragraph that is the drafter's own view, with its stop. */
  readonly comment: string;
  /** Before the name of the drafter. */
  readonly draftedBy: string;
  readonly untitled: string;
  /** Before the words that stand for a picture. */
  readonly picture: string;
}

const english: PrintedWords = {
  page: ['Page ', ' of ', ''],
  comment: 'Comment.',
  draftedBy: 'Drafted by ',
  untitled: 'Untitled note',
  picture: 'Picture: ',
};

const wordsOf: Readonly<Record<string, PrintedWords>> = {
  en: english,
  fr: {
    page: ['Page ', ' sur ', ''],
    comment: 'Commentaire.',
    draftedBy: 'Rédigé par ',
    untitled: 'Note sans titre',
    picture: 'Image\u00A0: ',
  },
  es: {
    page: ['Página ', ' de ', ''],
    comment: 'Comentario.',
    draftedBy: 'Redactado por ',
    untitled: 'Nota sin título',
    picture: 'Imagen: ',
  },
  ar: {
    page: ['صفحة ', ' من ', ''],
    comment: 'تعليق.',
    draftedBy: 'إعداد: ',
    untitled: 'مذكرة بلا عنوان',
    picture: 'صورة: ',
  },
  zh: {
    page: ['第 ', ' 页，共 ', ' 页'],
    comment: '评论。',
    draftedBy: '起草人：',
    untitled: '无标题',
    picture: '图片：',
  },
  'zh-hant': {
    page: ['第 ', ' 頁，共 ', ' 頁'],
    comment: '評論。',
    draftedBy: '起草人：',
    untitled: '無標題',
    picture: '圖片：',
  },
  ru: {
    page: ['Страница ', ' из ', ''],
    comment: 'Комментарий.',
    draftedBy: 'Подготовлено: ',
    untitled: 'Записка без названия',
    picture: 'Изображение: ',
  },
  de: {
    page: ['Seite ', ' von ', ''],
    comment: 'Anmerkung.',
    draftedBy: 'Verfasst von ',
    untitled: 'Vermerk ohne Titel',
    picture: 'Bild: ',
  },
  vi: {
    page: ['Trang ', ' trên ', ''],
    comment: 'Nhận xét.',
    draftedBy: 'Người soạn: ',
    untitled: 'Ghi chú chưa có tiêu đề',
    picture: 'Hình: ',
  },
};

/** The printed words of a language (BCP 47). */
export function printedWords(language: string): PrintedWords {
  const [primary = '', next = ''] = language.toLowerCase().split('-');
  const wanted = primary === 'zh' && ['tw', 'hk', 'mo'].includes(next) ? 'zh-hant' : `${primary}-${next}`;
  return wordsOf[wanted] ?? wordsOf[primary] ?? english;
}
