import type { BrowserWindowConstructorOptions } from 'electron';

/** The same in development, tests and releases: what is tested is what people get. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 480,
    minHeight: 400,
    // Shown when the first paint is ready, in the colour of the desk, so that nothing flashes.
    show: false,
    backgroundColor: '#eceae4',
    title: 'Chancery',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      // It would fetch dictionaries from the web.
      spellcheck: false,
      enableWebSQL: false,
      devTools: true,
    },
  };
}
