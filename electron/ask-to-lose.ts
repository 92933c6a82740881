import { dialog, type BrowserWindow } from 'electron';
import type { CloseTrouble } from './close-safely.ts';

const sentences: Readonly<Record<CloseTrouble, readonly [message: string, detail: string]>> = {
  'not-saved': [
    'Your latest changes could not be saved.',
    'They are still in the window. Keep it open and make room or connect the disk again, or choose “Save a copy as…” at the bottom of the window.',
  ],
  'no-answer': [
    'The window does not answer.',
    'It may still be busy. Everything it said was saved is safe; what was typed last may not be.',
  ],
};

const keep = 1; // the place of the answer that loses nothing

/** Asks whether to close a window although something in it would be lost; what Enter and Escape do is to keep it. */
export async function askToLose(window: BrowserWindow, trouble: CloseTrouble): Promise<boolean> {
  const [message, detail] = sentences[trouble];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Chancery',
    message,
    detail,
    buttons: ['Close and lose the latest changes', 'Keep the window open'],
    defaultId: keep,
    cancelId: keep,
    noLink: true,
  });
  return response !== keep;
}
