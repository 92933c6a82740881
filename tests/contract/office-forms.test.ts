import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { standardForms, templateFor } from '../../core/dossier/forms.ts';
import { readOfficeForms } from '../../host/office-forms.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-forms-'));
  for (const name of ['templates', 'schemes']) mkdirSync(join(folder, name));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, content: unknown) => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
};
const scheme = {
  key: 'house',
  name: 'Our house',
  levels: [{ key: 'internal', words: 'INTERNAL', portion: 'INT', colour: '#a3262b' }],
  handling: [],
  separator: ' – ',
  pageMarks: 'top',
};
const template = {
  ...templateFor(standardForms, 'plain'),
  key: 'cable',
  name: 'Cable',
  scheme: 'house',
  marking: 'internal',
};

it('offers what an office dropped into its folder, beside what comes with the program', () => {
  put('schemes/house.json', scheme);
  put('templates/cable.json', template);
  const { forms, faults } = readOfficeForms(folder);
  expect(faults).toEqual([]);
  expect(forms.templates.map(({ key }) => key)).toEqual([
    'cable',
    ...standardForms.templates.map(({ key }) => key),
  ]);
  expect(forms.schemes[0]).toEqual(scheme);
});

it('says of each wrong file what is wrong, and takes the others', () => {
  put('templates/cable.json', { ...template, scheme: 'uk', marking: 'official' });
  put('templates/broken.json', '{');
  put('templates/notes.txt', 'not a form');
  put('templates/large.json', ' '.repeat(300_000));
  put('schemes/none-such.json', { ...scheme, levels: 'many' });
  const { forms, faults } = readOfficeForms(folder);
  expect(forms.templates[0]?.key).toBe('cable');
  expect(faults).toHaveLength(3);
  for (const name of ['broken.json', 'large.json', 'none-such.json'])
    expect(faults.some((fault) => fault.startsWith(`“${name}” can’t be used`))).toBe(true);
});

it('says so when a template names a scheme or a level that is not there', () => {
  put('templates/one.json', template);
  put('templates/two.json', { ...template, key: 'two', name: 'Two', scheme: 'uk', marking: 'cosmic' });
  expect(readOfficeForms(folder).faults).toEqual([
    'The template “Cable” names the scheme “house”, which is not there.',
    'The template “Two” names the level “cosmic”, which the scheme “uk” has not.',
  ]);
});

it.skipIf(process.platform === 'win32')('follows no link out of the folder', () => {
  // A link takes a privilege on Windows.
  put('elsewhere.json', template);
  symlinkSync(join(folder, 'elsewhere.json'), join(folder, 'templates', 'link.json'));
  const { forms, faults } = readOfficeForms(folder);
  expect(forms.templates).toEqual(standardForms.templates);
  expect(faults).toEqual(['“link.json” can’t be used: it is not an ordinary file.']);
});

it('needs no folder at all', () => {
  expect(readOfficeForms(join(folder, 'nowhere'))).toEqual({ forms: standardForms, faults: [] });
});
