import path from 'node:path';
import { expect, it } from 'vitest';
import { contentSecurityPolicy, fileForUrl, isAppUrl } from '../../../electron/app-protocol.ts';
import { windowOptions } from '../../../electron/window-options.ts';

const folder = path.resolve('somewhere', 'renderer');

it.each([
  ['app://chancery/index.html', 'index.html', 'the page'],
  ['app://chancery/assets/main-1.js', path.join('assets', 'main-1.js'), 'a script'],
  [
    'app://chancery/character-maps/GBK-EUC-H.bcmap',
    path.join('character-maps', 'GBK-EUC-H.bcmap'),
    'a character map',
  ],
  ['app://chancery/../../package.json', null, 'a way up'],
  ['app://chancery/%2e%2e/%2e%2e/secret.js', 'secret.js', 'a way up, encoded, which the URL takes for none'],
  ['app://chancery/..%2f..%2fsecret.js', null, 'a way up, with its slash encoded'],
  ['app://chancery/..%5c..%5csecret.js', null, 'a way up, as Windows writes it'],
  ['app://chancery/%00.js', null, 'a zero byte'],
  ['app://chancery/%zz.js', null, 'a stray percent sign'],
  ['app://chancery/', null, 'the folder itself'],
  ['app://elsewhere/index.html', null, 'another host'],
  ['file:///etc/passwd', null, 'another scheme'],
  ['app://chancery/notes.dossier', null, 'a kind of file that the window does not consist of'],
])('%s leads to %s (%s)', (url, file, _why) => {
  expect(fileForUrl(folder, url)).toBe(file === null ? null : path.join(folder, file));
});

it.each([
  ['app://chancery/index.html', true],
  ['app://chancery.example/index.html', false],
  ['https://chancery/index.html', false],
  ['file:///index.html', false],
  ['about:blank', false],
  ['nonsense', false],
])('takes %s for the window: %s', (url, expected) => {
  expect(isAppUrl(url)).toBe(expected);
});

it('gives the window no powers', () => {
  const { webPreferences } = windowOptions('preload.cjs');
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    spellcheck: false,
  });
});

it('lets the page run and load nothing but what is bundled', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
});
