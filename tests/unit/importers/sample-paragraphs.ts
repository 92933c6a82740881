/** What a person reads in the sample files; `kind: text`, and `words → address`. */

/** Of talks-libreoffice, the same in both formats: with a deletion, an insertion, a remark, notes and a text box. */
export const talksLines: readonly string[] = [
  'heading: Talks in Hanoi',
  'text: Hanoi, 12 July 2025',
  'heading: Trade',
  'text: Exports rose by 5.2 per cent¹ in the first half of the year, as both sides noted.',
  'text: ¹ Figures of the General Statistics Office.',
  'text: They may be revised.',
  'text: See the joint statement, or write to the desk; not this. After a tab and a new line.',
  'quote: “We shall work together.”',
  'heading: Next steps',
  'item: Ministers meet in autumn[i];',
  'text: [i] In Vientiane.',
  'item: deputies prepare.',
  'item: Visas are eased.',
  'item: The first point.',
  'item: The second point.',
  'table: Year\tExports\tImports',
  'table: 2024\t405.5 (revised)\t380.8',
  'table: Balance\t\t24.7',
  'text: Beside the box.',
  'text: In a text box: agreed ad referendum.',
  'text: Thủ tướng Phạm Minh Chính hội đàm với đoàn, nhấn mạnh “đối tác chiến lược toàn diện”.',
  'text: أكد الجانبان أهمية تعزيز التعاون في عام ٢٠٢٥.',
  'text: 日本側は協力を確認した。',
  'text: A remark hangs here.',
];

export const talksLinks: readonly string[] = [
  'General Statistics Office → https://www.gso.gov.vn/en/',
  'the joint statement → https://example.org/a?b=1&c=2',
  'the desk → mailto:desk@example.org',
];

/** Of statement-libreoffice, which was a web page. */
export const statementLines: readonly string[] = [
  'heading: Joint statement',
  'text: Both sides agreed to meet in Geneva.',
  'item: Open two border gates',
  'item: Resume flights',
  'quote: “A new page”, said the Minister.',
  'table: Gate\tOpens',
  'table: Hữu Nghị\t1 March',
  'text: اتفق الطرفان على الاجتماع في جنيف.',
];

/** Of brief-pandoc, which was Markdown. */
export const briefLines: readonly string[] = [
  'heading: Báo cáo về cuộc họp',
  'text: Trần Văn An',
  'text: Mai Lê',
  'text: 2025-07-12',
  'heading: Trade and transport',
  'text: Exports rose by 5.2 per cent¹ in the first half. H2O and 10⁶ tonnes.',
  'text: ¹ Customs data, see the yearbook.',
  'quote: “We shall work together,” the Minister said.',
  'quote: “And soon.”',
  'item: Ministers meet in autumn;',
  'item: deputies prepare;',
  'item: visas are eased.',
  'item: The first point.',
  'item: The second point.',
  'heading: Figures',
  'table: Year\tExports\tImports',
  'table: 2024\t405.5\t380.8',
  'table: 2025\t\t24.7',
  'text: Thủ tướng nhấn mạnh “đối tác chiến lược”.',
  'heading: Đoạn cuối',
  'text: أكد الجانبان أهمية تعزيز التعاون.',
  'text: The sum is 1/2+x^2.',
];
