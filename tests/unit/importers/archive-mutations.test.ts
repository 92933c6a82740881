import * as fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importSource } from '../../../core/importers/import-source.ts';
import { concat, docxOf, epubOf, odtOf, refusalOf, sample, sampleNames } from './office-files.ts';

const refusals = [
  'damaged-archive',
  'archive-too-large',
  'password-protected',
  'unsafe-xml',
  'too-deep',
  'too-much-markup',
  'needs-word',
  'no-text',
  'unsupported-format',
  'bad-encoding',
];

/** A document whose paragraphs are in order, or a refusal that is known; never anything thrown. */
async function expectSafe(bytes: Uint8Array, fileName: string) {
  const result = await importSource(bytes, fileName);
  if (!result.ok) {
    expect(refusals).toContain(result.error.code);
    expect(result.error.message).toContain(fileName);
    return;
  }
  const { title, paragraphs } = result.value;
  expect(title).not.toBe('');
  expect(paragraphs.length).toBeGreaterThan(0);
  for (const { kind, text, links = [] } of paragraphs) {
    expect(text).toBe(text.trim());
    expect(text).toMatch(/[^\s\p{Cf}]/u);
    expect(text).not.toMatch(kind === 'table' ? /[\0-\x08\n-\x1f\x7f-\x9f]/ : /[\0-\x1f\x7f-\x9f]/);
    for (const { start, end } of links) {
      expect(text.slice(start, end).trim()).not.toBe('');
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
}

describe('a file that is not what it was', () => {
  it.each(sampleNames)('cut off anywhere: %s', async (name) => {
    const bytes = sample(name);
    for (let share = 1; share < 40; share += 1) {
      const cut = bytes.slice(0, Math.floor((bytes.length * share) / 40));
      expect(await refusalOf(cut, name)).toBe('damaged-archive');
    }
    expect(await refusalOf(bytes.slice(0, -1), name)).toBe('damaged-archive');
  });

  it.each(sampleNames)(
    'with bytes changed anywhere: %s',
    async (name) => {
      const bytes = sample(name);
      const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
        minLength: 1,
        maxLength: 8,
      });
      await fc.assert(
        fc.asyncProperty(changes, async (places) => {
          const changed = bytes.slice();
          for (const [at, byte] of places) changed[at] = byte;
          await expectSafe(changed, name);
        }),
        { numRuns: 60, seed: 5 },
      );
    },
    60_000,
  );

  it.each(['a.docx', 'a.odt', 'a.epub'])('of any bytes after the right beginning, as %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (rest) => {
        await expectSafe(concat([strToU8('PK\x03\x04'), rest]), name);
        await expectSafe(
          concat([strToU8('PK\x03\x04'), rest, strToU8('PK\x05\x06'), rest.subarray(0, 18)]),
          name,
        );
        await expectSafe(rest, name);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  const markup = fc
    .array(
      fc.constantFrom(
        '<w:p>',
        '</w:p>',
        '<w:r>',
        '</w:r>',
        '<w:t>a</w:t>',
        '<w:tbl>',
        '</w:tbl>',
        '<w:tr>',
        '</w:tr>',
        '<w:tc>',
        '</w:tc>',
        '<w:br/>',
        '<w:footnoteReference w:id="1"/>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:sym/>',
        '<w:hyperlink>',
        '</w:hyperlink>',
        '<text:p>',
        '</text:p>',
        '<text:note>',
        '</text:note>',
        '<text:list-item>',
        '</text:list-item>',
        '<table:table>',
        '</table:table>',
        '<table:table-row>',
        '</table:table-row>',
        'x',
        '&',
        '<',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '&#1;',
        '&#xD800;',
        '<p>',
        '</p>',
        '<sup>1',
        '<a href="#x">',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('with any markup in it', async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (body) => {
        await expectSafe(docxOf(body), 'a.docx');
        await expectSafe(odtOf(body), 'a.odt');
        await expectSafe(epubOf([`<html><body>${body}</body></html>`]), 'a.epub');
      }),
      { numRuns: 400, seed: 7 },
    );
  }, 60_000);

  it('keeps what is well-formed and balanced, whatever stands in what', async () => {
    const text = fc.constantFrom('They met.', 'Hà Nội', 'اتفاق');
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        text.map((words) => `<w:r><w:t>${words}</w:t></w:r>`),
        fc
          .tuple(
            fc.constantFrom(
              'p',
              'tbl',
              'tr',
              'tc',
              'sdt',
              'ins',
              'hyperlink',
              'fldSimple',
              'txbxContent',
              'pict',
            ),
            fc.array(tie('node'), { maxLength: 3 }),
          )
          .map(([name, children]) => `<w:${name}>${children.join('')}</w:${name}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 6 }), async (nodes) => {
        await expectSafe(docxOf(nodes.join('')), 'a.docx');
      }),
      { numRuns: 300, seed: 8 },
    );
  }, 60_000);
});
