import { clipboard, ClipboardItem, dialog, shell, type BrowserWindow } from 'electron';

interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

interface OpenQuestion {
  readonly title: string;
  readonly many: boolean;
  readonly filters: readonly FileFilter[];
}

interface SaveQuestion {
  readonly title: string;
  /** Suggested name, or a whole path. */
  readonly suggestion: string;
  readonly filters: readonly FileFilter[];
}

interface ClipboardContent {
  readonly text: string;
  readonly html: string;
}

interface OlderClipboard {
  write(content: ClipboardContent): void;
}

const plain = (filters: readonly FileFilter[]) =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

/** What only the shell can do for the host: ask where, and hand a file to the desktop. */
export function createPorts(currentWindow: () => BrowserWindow | undefined) {
  return {
    async chooseOpenPaths({ title, many, filters }: OpenQuestion): Promise<string[]> {
      const window = currentWindow();
      const question = {
        title,
        filters: plain(filters),
        properties: many ? (['openFile', 'multiSelections'] as const) : (['openFile'] as const),
      };
      const answer = await (window === undefined
        ? dialog.showOpenDialog({ ...question, properties: [...question.properties] })
        : dialog.showOpenDialog(window, { ...question, properties: [...question.properties] }));
      return answer.canceled ? [] : answer.filePaths;
    },

    async chooseSavePath({ title, suggestion, filters }: SaveQuestion): Promise<string | null> {
      const window = currentWindow();
      const question = { title, defaultPath: suggestion, filters: plain(filters) };
      const answer = await (window === undefined
        ? dialog.showSaveDialog(question)
        : dialog.showSaveDialog(window, question));
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },

    /** Resolves to a sentence when nothing on this machine opens such files, otherwise to an empty string. */
    openPath: (path: string): Promise<string> => shell.openPath(path),

    showInFolder(path: string): void {
      shell.showItemInFolder(path);
    },

    async writeClipboard({ text, html }: ClipboardContent): Promise<void> {
      // Missing in older runtimes, on which tests run: their clipboard takes the forms by name.
      const hasItems = typeof (ClipboardItem as unknown) === 'function';
      if (hasItems) await clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
      else (clipboard as unknown as OlderClipboard).write({ text, html });
    },
  };
}
