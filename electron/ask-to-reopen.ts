import { dialog, type BrowserWindow } from 'electron';

const reopen = 0;

/** Asks what to do with a window that crashes again and again. Resolves to whether to try once more. */
export async function askToReopen(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Chancery',
    message: 'The window has stopped working again.',
    detail:
      'Everything that was saved is safe in the dossier. You can try once more, or close Chancery and start it again.',
    buttons: ['Try once more', 'Close Chancery'],
    defaultId: reopen,
    cancelId: reopen,
    noLink: true,
  });
  return response === reopen;
}
