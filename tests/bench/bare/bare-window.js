// The least that an Electron application can be: one window with one page, locked in as Chancery's own is.
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  const hash = app.commandLine.getSwitchValue('hash');
  void window.loadFile(path.join(__dirname, 'bare-page.html'), { hash });
});
app.on('window-all-closed', () => app.quit());
