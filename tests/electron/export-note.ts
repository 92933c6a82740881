import path from 'node:path';
import { expect } from 'vitest';
import { answerSaveDialogs } from './dialogs.ts';
import type { RunningChancery } from './electron-fixture.ts';

/** Exports the note that is open through the dialog, as a person does with the mouse. */
export async function exportAs(
  { window, application }: Pick<RunningChancery, 'window' | 'application'>,
  name: 'PDF' | 'Markdown',
  file: string,
): Promise<void> {
  await answerSaveDialogs(application, file);
  await window.getByRole('button', { name: 'Export…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Export the note' });
  await dialog.getByRole('radio', { name: new RegExp(`^${name}(?! for)`) }).check();
  await dialog.getByRole('button', { name: 'Choose where…' }).click();
  await dialog.getByText(path.basename(file)).waitFor();
  expect(await dialog.getByRole('button', { name: 'Open' }).isVisible()).toBe(true);
  expect(await dialog.getByRole('button', { name: 'Show in folder' }).isVisible()).toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).click();
}
