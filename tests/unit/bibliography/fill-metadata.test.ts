import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillMetadata, takeImported } from '../../../core/bibliography/fill-metadata.ts';
import { toCsl } from '../../../core/dossier/csl-json.ts';
import type { SourceMetadata } from '../../../core/dossier/source.ts';

const present: SourceMetadata = {
  type: 'webpage',
  title: 'Bùi Thanh Sơn meets Rubio',
  publisher: '',
  issued: { 'date-parts': [[2025, 7, 12]] },
  other: { keyword: 'mine' },
};
const imported: SourceMetadata = {
  type: 'article-newspaper',
  title: 'Bùi Thanh  Sơn meets Rubio'.normalize('NFD'),
  author: [{ family: 'Tran' }],
  publisher: 'VietNamNet',
  issued: { 'date-parts': [[2025, 7, 13]] },
  other: { keyword: 'theirs', section: 'World' },
};

describe('an imported record', () => {
  const filling = fillMetadata(present, imported);

  it('fills what is empty', () => {
    expect(filling.filled).toEqual(['author', 'publisher', 'section']);
    expect(filling.metadata).toEqual({
      ...present,
      author: [{ family: 'Tran' }],
      publisher: 'VietNamNet',
      other: { keyword: 'mine', section: 'World' },
    });
  });

  it('asks about what differs, and not about spaces and accents', () => {
    expect(filling.differing).toEqual([
      { field: 'type', present: 'webpage', imported: 'article-newspaper' },
      { field: 'issued', present: present.issued, imported: imported.issued },
      { field: 'keyword', present: 'mine', imported: 'theirs' },
    ]);
  });

  it('puts in what the person chose', () => {
    const chosen = filling.differing.filter(({ field }) => field !== 'type');
    expect(takeImported(filling.metadata, chosen)).toEqual({
      ...filling.metadata,
      issued: imported.issued,
      other: { keyword: 'theirs', section: 'World' },
    });
  });
});

const word = fc.constantFrom('', 'a', 'b');
const anyMetadata = fc
  .record(
    {
      title: word,
      publisher: word,
      author: fc.array(fc.record({ literal: word }), { maxLength: 2 }),
      issued: fc.record({ 'date-parts': fc.constantFrom([[2024]], [[2025, 7]]) }),
      other: fc.dictionary(fc.constantFrom('section', 'keyword'), word),
    },
    { requiredKeys: [] },
  )
  .map((fields): SourceMetadata => ({ type: 'report', ...fields }));

it('changes nothing that was there, loses nothing that came, and is done after it was done', () => {
  fc.assert(
    fc.property(anyMetadata, anyMetadata, (before, record) => {
      const { metadata, filled, differing } = fillMetadata(before, record);
      const [was, is] = [toCsl(before), toCsl(metadata)];
      for (const [field, value] of Object.entries(was))
        if (!filled.includes(field)) expect(is[field]).toEqual(value);
      expect(fillMetadata(metadata, record)).toEqual({ metadata, filled: [], differing });
      expect(fillMetadata(takeImported(metadata, differing), record).differing).toEqual([]);
    }),
  );
});
