import { describe, expect, it } from 'vitest';
import { importPdf } from '../../../core/importers/pdf/import-pdf.ts';
import { lines, onePage } from './make-pdf.ts';
import { importedPdf, pdfFile, shownParagraphs } from './pdf-files.ts';

const twoColumns = [
  '1 heading: Report of the second round',
  '1 text: Prepared by the secretariat for the heads of delegation, who asked for a text that can be cited',
  '1 heading: Opening',
  '1 text: The working group met in Geneva for two days. Delegations of eleven countries took part, and four organisations were present as observers. The chair recalled that the first round had ended without agreement on verification¹ and asked the delegations to concentrate on what could be settled now.',
  '1 text: Several delegations welcomed the paper that the secretariat had circulated. One of them noted that the verification of deliveries had been described too narrowly; the chair replied that the description was provisional. The long-term programme was not discussed, although a long-term view had been announced.',
  '1 heading: Positions',
  '1 text: The first delegation proposed a transitional arrangement of eighteen months. It explained that a transitional arrangement would give administrations the time which they need, and that the costs of implementation would remain moderate.',
  '1 text: The second delegation objected. In its view, the implementation of the agreement should begin at once, and whoever needed more time could ask for it. It recalled the experience of the previous agreement, under which most of the deadlines had passed unnoticed.',
  '1 text: A third delegation said that both proposals could be reconciled if the deadlines were differentiated by sector. Energy and transport needed longer; agriculture and fisheries did not. It offered to circulate a draft before the next meeting, and several delegations supported the offer.',
  '1 heading: Finance',
  '1 text: The secretariat presented the estimates for the coming year. Contributions of 4.2 million had been received, of which 3.1 million were earmarked. The remaining 1.1 million would cover the meetings, the translation of documents and the participation of experts.²',
  '1 text: Delegations asked how the figure for translation had been reached. The secretariat explained that the documents of the first round had been longer than expected, and that the same was to be expected of the second. Two delegations reserved their position on the budget until their capitals had been consulted.',
  '1 text: ¹The record of the first round is kept by the secretariat and can be asked for.',
  '1 text: ²All amounts are in euro and rounded.',
  '2 text: The chair concluded that the estimates were acceptable to most, and that the matter would be taken up again on the first morning of the third round. No delegation objected to the conclusion, which was recorded in the summary of the chair.',
  '2 heading: Next steps',
  '2 text: The third round is to be held in Nairobi in the spring. The secretariat will circulate the draft of the third delegation, a revised estimate and a list of open questions four weeks before.',
];

const report = [
  '1 heading: Biên bản hội đàm',
  '1 heading: Mở đầu',
  '1 text: Hai bên bày tỏ vui mừng về việc cuộc gặp diễn ra vào dịp hai nước kỷ niệm ba mươi năm thiết lập quan hệ ngoại giao. Phó Thủ tướng đề nghị phía bạn tiếp tục ủng hộ các dự án khắc phục hậu quả chiến tranh, đồng thời đánh giá cao thiện chí của các đối tác.¹',
  '1 text: Hai Bộ trưởng cũng trao đổi các biện pháp nhằm làm sâu sắc hơn nữa quan hệ song phương, trong đó có việc thúc đẩy các chuyến thăm và tiếp xúc ở tất cả các cấp.',
  '1 heading: Các điểm đã thống nhất',
  '1 item: • Tăng cường trao đổi đoàn, nhất là ở cấp cao, và thực hiện hiệu quả các cơ chế hợp tác song phương đã được thiết lập giữa hai nước.',
  '1 item: • Thúc đẩy hợp tác kinh tế.',
  '1 item: • Phối hợp trong khuôn khổ khu vực.',
  '1 item: 1. Phía Việt Nam chuẩn bị dự thảo.',
  '1 item: 2. Phía bạn góp ý trong vòng hai tuần, sau khi tham vấn các bộ, ngành liên quan và các doanh nghiệp.',
  '1 text: Số liệu do hai bên cung cấp và chưa được kiểm toán. Xem thêm tại trang của Bộ.',
  '1 text: Chúng tôi coi đây là minh chứng của lòng tin và là biểu tượng cho sự phát triển của quan hệ.',
  '1 text: Cuộc gặp tiếp theo sẽ được tổ chức tại Hà Nội.',
  '1 text: 1 Theo thông cáo chung ngày 12 tháng 7.',
];

const threeColumns = [
  '1 heading: Weekly digest of the mission to the organisation',
  '1 text: This digest is prepared for the desk every Friday. It is not a record of proceedings, and what it says about the positions of others should be read with the care that second-hand reports deserve.',
  '1 heading: Council',
  '1 text: The council met twice this week. On Monday it heard the report of the special envoy, who described a slow but steady improvement of access to the northern districts. On Wednesday it adopted, without a vote, a short statement that takes note of the report and asks for a further one in ninety days.',
  '1 text: Three members had asked for stronger language. They did not insist once the presidency had agreed to mention the crossing points by name, and said so in explanations of position.',
  '1 heading: Budget committee',
  '1 text: The budget committee opened its session on Tuesday. The controller explained that arrears stood at the highest level for nine years, and that liquidity would run out in October unless two large contributors paid before then.',
  '1 text: Arrears: 1,240 million, of which 870 million are owed by two members.',
  '1 text: Reserves: 180 million.',
  '1 text: Hiring stays frozen until the spring.',
  '1 text: Our delegation asked for a breakdown by mission. The controller promised it within two weeks, and warned that the figures for the field would be provisional.',
  '1 heading: Human rights',
  '1 text: The interactive dialogue with the rapporteur took place on Thursday. Forty-one delegations spoke. Most welcomed the focus on journalists; a few questioned whether the mandate covers the conduct of private companies.',
  '1 text: A group of nine delegations, led by two from the region, announced a draft resolution for the March session. It has not been circulated. We understand that it will ask for a study rather than for a new mechanism, because support for a mechanism is thin.',
  '1 text: The rapporteur told us afterwards that the visit which had been planned for the autumn is now unlikely, as the dates that the host had offered fall into a holiday.',
  '1 table: Meeting\tDay\tRoom',
  '1 table: Council\tMonday\tXX',
  '1 table: Budget committee\tTuesday\tVII',
  '1 table: Dialogue\tThursday\tXX',
  '1 text: Questions go to the desk, documents are on the page of the mission.',
];

const table = [
  '1 heading: Trade in goods',
  '1 text: The figures below are those of the two statistical offices. They differ, as one counts goods at the port and the other at the border.',
  '1 table: Sector\t2023\t2024\tRemark',
  '1 table: Machinery\t110.8\t124.5\tProvisional',
  '1 table: Textiles\t11.2\t12.9\tWithout leather',
  '1 table: Agriculture\t2.1\t2.4\tSeasonal',
  '1 text: No figure is available for services.',
];

const arabic = [
  '1 heading: تقرير الاجتماع',
  '1 text: اجتمع الوفدان في القاهرة يوم 12 يوليو 2025، واتفقا على مواصلة الحوار حول التعاون الاقتصادي والتجاري بين البلدين خلال السنوات الخمس المقبلة.',
  '1 text: وأكد الجانبان أهمية تعزيز الزيارات المتبادلة (بما فيها زيارات Ministers) وتوسيع التعاون في مجالات الطاقة والنقل والتعليم، كما رحبا بعقد الجولة المقبلة في عمان.',
];

const plain = [
  '1 text: The minister arrived on Monday and left on Tuesday evening, after a dinner with the heads of the offices that had prepared the visit.',
  '1 text: No statement was made. The offices finished their work efficiently and flew home.',
];

describe('a PDF document becomes the paragraphs that are read on its pages', () => {
  it.each([
    ['two-columns.pdf', twoColumns, 'two columns, divided words, notes, running heads'],
    ['two-columns-ghostscript.pdf', twoColumns, 'the same without tags, and with damaged ligatures'],
    ['report.pdf', report, 'Vietnamese with accented letters out of a second font, lists, a note'],
    ['three-columns.pdf', threeColumns, 'three columns under a text over the full width, a table'],
    ['table.pdf', table, 'a table with narrow gaps'],
    ['arabic.pdf', arabic, 'text that runs from right to left, with figures and a foreign word'],
    ['plain.pdf', plain, 'ligatures'],
    ['restricted.pdf', plain, 'may not be printed or copied from, but opens without a password'],
  ])('%s', async (file, expected, _description) => {
    expect(shownParagraphs(await importedPdf(pdfFile(file)))).toEqual(expected);
  });

  it.each([
    [
      'two-columns.pdf',
      'two-columns.txt',
      'Joint working group Second round, Geneva 1 of 2 Joint working group Second round, Geneva 2 of 2',
    ],
    [
      'two-columns-ghostscript.pdf',
      'two-columns.txt',
      'Joint working group Second round, Geneva 1 of 2 Joint working group Second round, Geneva 2 of 2',
    ],
    ['report.pdf', 'report.txt', '1'],
    ['table.pdf', 'table.txt', '1'],
    ['three-columns.pdf', 'three-columns.txt', ''],
    ['arabic.pdf', 'arabic.txt', ''],
    ['plain.pdf', 'plain.txt', ''],
  ])(
    '%s: no letter that another program finds is missing, but running heads and page numbers',
    async (file, found, setAside) => {
      const letters = (text: string) =>
        (text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? []).toSorted().join('');
      const { paragraphs } = await importedPdf(pdfFile(file));
      const read = paragraphs.map(({ text }) => text).join(' ');
      expect(letters(`${read} ${setAside}`)).toBe(letters(Buffer.from(pdfFile(found)).toString('utf8')));
    },
  );

  it.each([
    [
      'two-columns.pdf',
      { title: 'Report of the second round', author: [{ literal: 'Lan Pham, Ada Osei' }], language: 'en' },
    ],
    ['report.pdf', { title: 'Biên bản hội đàm', language: 'vi' }],
    ['arabic.pdf', { title: 'تقرير الاجتماع', language: 'ar' }],
    ['plain.pdf', { language: 'en' }],
  ])('%s: what it says about itself', async (file, expected) => {
    expect((await importedPdf(pdfFile(file))).metadata).toEqual({ type: 'document', ...expected });
  });

  it.each([
    ['report.pdf', ['trang của Bộ → https://example.org/so-lieu?nam=2024']],
    [
      'three-columns.pdf',
      ['the desk → mailto:desk@example.org', 'the page of the mission → https://docs.example.org/digest'],
    ],
    ['two-columns.pdf', []],
  ])('%s: its links', async (file, expected) => {
    const { paragraphs } = await importedPdf(pdfFile(file));
    const links = paragraphs.flatMap(({ text, links: own = [] }) =>
      own.map(({ start, end, url }) => `${text.slice(start, end)} → ${url}`),
    );
    expect(links).toEqual(expected);
  });

  it('tells how far it is, page by page', async () => {
    const shares: number[] = [];
    await importPdf(pdfFile('two-columns.pdf'), 'a.pdf', { progress: (share) => shares.push(share) });
    expect(shares).toEqual([0.5, 1]);
  });

  it.each([
    ['Microsoft Word - Minutes.docx', 'The talks went well.'],
    ['minutes_final.doc', 'The talks went well.'],
    ['untitled', 'The talks went well.'],
    ['Minutes of the meeting', 'Minutes of the meeting'],
  ])('titled “%s” is called “%s”', async (title, expected) => {
    const bytes = onePage({
      content: lines('The talks went well.'),
      objects: [],
      catalogEntries: '',
    });
    const withInfo = Buffer.from(bytes)
      .toString('latin1')
      .replace('/Root 1 0 R', `/Root 1 0 R/Info<</Title(${title})>>`);
    expect((await importedPdf(new Uint8Array(Buffer.from(withInfo, 'latin1')))).title).toBe(expected);
  });
});
