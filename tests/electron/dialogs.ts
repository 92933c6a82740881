import type { ElectronApplication } from 'playwright-core';

/** Answers the system's next "save as" dialogs with this path; `null` is a person who thinks better of it. */
export async function answerSaveDialogs(
  application: ElectronApplication,
  file: string | null,
): Promise<void> {
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
}

/** Answers the system's next "open" dialogs with these paths. */
export async function answerOpenDialogs(
  application: ElectronApplication,
  files: readonly string[],
): Promise<void> {
  await application.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, files);
}
