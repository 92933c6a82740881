import { describe, expect, it } from 'vitest';
import { standardForms, templateFor } from '../../../core/dossier/forms.ts';
import { fieldsToShow, headerValue, withHeaderValue } from '../../../renderer/note-editor/header-fields.ts';
import { header } from './round-trip.ts';

describe('the header as a form', () => {
  const withUnknown = { ...header, fields: [{ key: 'box', value: '3 of 7' }, ...header.fields] };

  it('shows the fields of the template in their order, then those that it does not know', () => {
    const shown = fieldsToShow(withUnknown, templateFor(standardForms, header.template));
    expect(shown[0]).toMatchObject({ key: 'to', label: 'To', value: 'Director', field: { kind: 'people' } });
    expect(shown.at(-1)).toEqual({ key: 'box', label: 'box', value: '3 of 7' });
    expect(shown).toHaveLength(templateFor(standardForms, header.template).fields.length + 1);
  });

  it.each([
    ['the title', 'title', 'New', { ...withUnknown, title: 'New' }],
    [
      'the marking',
      'banner',
      'uk official-sensitive',
      { ...withUnknown, marking: 'official-sensitive', handling: [] },
    ],
    ['no marking', 'banner', 'uk ', { ...withUnknown, marking: null, handling: [] }],
    [
      'another scheme',
      'banner',
      'us secret',
      { ...withUnknown, scheme: 'us', marking: 'secret', handling: [] },
    ],
    [
      'handling words',
      'handling',
      'commercial personal',
      { ...withUnknown, handling: ['commercial', 'personal'] },
    ],
    ['the language', 'language', 'vi', { ...withUnknown, language: 'vi' }],
    [
      'a field',
      { field: 'to' },
      'Head',
      {
        ...withUnknown,
        fields: [
          { key: 'box', value: '3 of 7' },
          { key: 'to', value: 'Head' },
        ],
      },
    ],
    [
      'a field that was not there',
      { field: 'date' },
      '12 July',
      { ...withUnknown, fields: [...withUnknown.fields, { key: 'date', value: '12 July' }] },
    ],
    [
      'an unknown field',
      { field: 'box' },
      '4',
      {
        ...withUnknown,
        fields: [
          { key: 'box', value: '4' },
          { key: 'to', value: 'Director' },
        ],
      },
    ],
  ] as const)('sets %s and nothing else', (_, slot, value, expected) => {
    const changed = withHeaderValue(withUnknown, slot, value);
    expect(changed).toEqual(expected);
    expect(headerValue(changed, slot)).toBe(value);
  });
});
