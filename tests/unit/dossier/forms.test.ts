import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  findLevel,
  schemeFor,
  standardForms,
  templateFor,
  withOfficeForms,
} from '../../../core/dossier/forms.ts';
import { readScheme, readTemplate } from '../../../core/dossier/read-form.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../../core/dossier/${name}/`, import.meta.url));
const filesIn = (name: string) => readdirSync(folder(name));
const textOf = (name: string, file: string) => readFileSync(folder(name) + file, 'utf8');

describe('the forms that come with Chancery', () => {
  it.each(filesIn('templates'))('%s is what an office could have written', (file) => {
    const template = readTemplate(textOf('templates', file), file);
    if (!template.ok) throw new Error(template.error.message);
    expect(templateFor(standardForms, template.value.key)).toEqual(template.value);
    const { scheme, marking, fields } = template.value;
    expect(marking === null || findLevel(standardForms, scheme, marking)).toBeTruthy();
    expect(fields.map(({ key }) => key)).toContain('drafter');
  });

  it.each(filesIn('schemes'))('%s is what an office could have written', (file) => {
    const scheme = readScheme(textOf('schemes', file), file);
    if (!scheme.ok) throw new Error(scheme.error.message);
    expect(schemeFor(standardForms, scheme.value.key)).toEqual(scheme.value);
  });

  it('are offered in full', () => {
    expect(standardForms.templates).toHaveLength(filesIn('templates').length);
    expect(standardForms.schemes).toHaveLength(filesIn('schemes').length);
    expect(standardForms.templates.map(({ key }) => key)).toEqual([
      'meeting-brief',
      'briefing-note',
      'submission',
      'ministerial-brief',
      'agenda-paper',
      'readout',
      'plain',
    ]);
  });

  it('read an unknown template as the plain note, and an unknown scheme as one without levels', () => {
    expect(templateFor(standardForms, 'of another office').key).toBe('plain');
    expect(schemeFor(standardForms, 'of another office').levels).toEqual([]);
  });
});

describe('a template that an office wrote', () => {
  const whole = JSON.parse(textOf('templates', 'plain.json')) as Record<string, unknown>;
  const field = { key: 'to', label: 'To', kind: 'people' };

  it.each<[string, unknown, string]>([
    ['is not JSON', '{"key": ', 'it is not JSON'],
    ['has no name', { ...whole, name: undefined }, '“name”'],
    ['has an empty name', { ...whole, name: ' ' }, '“name” must not be empty'],
    ['has a key with a space', { ...whole, key: 'my note' }, '“key” must be lower-case letters'],
    [
      'has a field of no kind',
      { ...whole, fields: [{ ...field, kind: 'colour' }] },
      '“fields.0.kind” must be one of',
    ],
    ['has a field twice', { ...whole, fields: [field, field] }, 'two fields have the key “to”'],
    ['has something that nobody knows', { ...whole, font: 'Comic Sans' }, '“font”'],
    ['numbers in no known way', { ...whole, numbering: 'roman' }, '“numbering” must be one of'],
    ['is a list', [], '“key”'],
  ])('which %s is refused by its name', (_, content, message) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const read = readTemplate(text, 'ours.json');
    expect(read).toMatchObject({ ok: false, error: { code: 'form-damaged' } });
    expect(read.ok ? '' : read.error.message).toContain('“ours.json” can’t be used');
    expect(read.ok ? '' : read.error.message).toContain(message);
  });

  it('takes the place of the one with its key, and is offered first', () => {
    const plain = templateFor(standardForms, 'plain');
    const joined = withOfficeForms(standardForms, {
      templates: [{ ...plain, name: 'Our sheet' }],
      schemes: [],
    });
    expect(joined.templates).toHaveLength(standardForms.templates.length);
    expect(joined.templates[0]?.name).toBe('Our sheet');
  });
});
