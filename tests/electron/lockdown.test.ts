import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChancery, type RunningChancery } from './electron-fixture.ts';
import { noteText } from './window-parts.ts';

let chancery: RunningChancery;
let folder: string;
let netLog: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chancery-lockdown-'));
  netLog = path.join(folder, 'net.json');
  chancery = await launchChancery({ args: [`--log-net-log=${netLog}`] });
  await noteText(chancery.window).waitFor();
});
afterAll(async () => {
  await chancery?.close();
  await rm(folder, { recursive: true, force: true });
});

const openWindows = () =>
  chancery.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

it('runs the window in the sandbox, without Node and with nothing but the bridge', async () => {
  const { window } = chancery;
  const powers = await window.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>)['require'],
    process: typeof (globalThis as Record<string, unknown>)['process'],
    electron: typeof (globalThis as Record<string, unknown>)['electron'],
    bridge: Object.keys((globalThis as unknown as { chanceryHost: object }).chanceryHost),
  }));
  expect(powers).toEqual({
    require: 'undefined',
    process: 'undefined',
    electron: 'undefined',
    bridge: ['methods', 'on'],
  });
});

it.each([
  ['location.href = "https://example.org/"', 'a navigation by script'],
  ['location.href = "file:///etc/passwd"', 'a navigation to a file'],
  ['location.href = "data:text/html,<h1>x</h1>"', 'a navigation to data'],
  [
    'document.body.append(Object.assign(document.createElement("a"), { href: "https://example.org/", id: "lnk", textContent: "x" })); document.getElementById("lnk").click(); document.getElementById("lnk").remove()',
    'a link',
  ],
  [
    'const f = Object.assign(document.createElement("form"), { action: "https://example.org/", method: "post" }); document.body.append(f); f.submit(); f.remove()',
    'a form',
  ],
  ['window.open("https://example.org/")', 'a popup'],
  [
    'const a = Object.assign(document.createElement("a"), { href: "app://chancery/index.html", target: "_blank" }); document.body.append(a); a.click(); a.remove()',
    'a second window of our own page',
  ],
  [
    'const i = Object.assign(document.createElement("iframe"), { src: "https://example.org/" }); document.body.append(i); i.remove()',
    'a frame',
  ],
])('refuses %s', async (attack) => {
  const { window } = chancery;
  // As a script of the page would run it; the content security policy does not let `eval` do so.
  await chancery.application.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`{ ${code} } null`, true),
    attack,
  );
  await window.waitForTimeout(200);
  expect(window.url()).toBe('app://chancery/index.html');
  expect(await openWindows()).toBe(1);
  expect(window.frames()).toHaveLength(1);
});

it.each([
  ['fetch("https://example.org/")', 'another site'],
  ['fetch("http://127.0.0.1:9/")', 'this computer'],
  ['fetch("file:///etc/passwd")', 'a file'],
  [
    'fetch("app://chancery/../package.json").then((r) => { if (r.ok) return r.text(); throw new Error("404") })',
    'a file of the application',
  ],
  ['Promise.resolve().then(() => new Function("return 1")())', 'code out of text'],
  [
    'new Promise((yes, no) => { const s = new WebSocket("ws://127.0.0.1:9/"); s.onopen = yes; s.onerror = () => no(new Error("no")); })',
    'a web socket',
  ],
  [
    'Notification.requestPermission().then((p) => { if (p !== "granted") throw new Error(p) })',
    'notifications',
  ],
  ['navigator.mediaDevices.getUserMedia({ audio: true })', 'the microphone'],
  ['new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))', 'where the computer is'],
])('the page can’t have %s (%s)', async (code) => {
  const answer = await chancery.application.evaluate(
    ({ BrowserWindow }, attempt) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `(async () => { try { await (${attempt}); return 'had it'; } catch { return 'refused'; } })()`,
        true,
      ) as Promise<string>,
    code,
  );
  expect(answer).toBe('refused');
});

it('refuses arguments in the wrong form, with a code and without a stack', async () => {
  const reply = await chancery.window.evaluate(() => {
    const { methods } = (
      globalThis as unknown as { chanceryHost: { methods: Record<string, (a: unknown) => unknown> } }
    ).chanceryHost;
    return methods['saveNote']?.({ note: '../../etc/passwd', tree: { type: 'script' } });
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
  expect(JSON.stringify(reply)).not.toMatch(/ at |\.ts|\.cjs/);
});

it('does nothing with a file that is dropped on it outside the note', async () => {
  const { window } = chancery;
  const file = path.join(folder, 'dropped.html');
  await writeFile(file, '<h1>dropped</h1>');
  await window.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['<h1>dropped</h1>'], 'dropped.html', { type: 'text/html' }));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
      );
    }
  });
  expect(window.url()).toBe('app://chancery/index.html');
});

it('opens no socket and looks up no name, from start to end', async () => {
  await chancery.close();
  const log = JSON.parse(await readFile(netLog, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number; params?: Record<string, unknown> }[];
  };
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]));
  const network = log.events
    .map((event) => ({ name: names.get(event.type) ?? '', ...event.params }))
    .filter(({ name }) =>
      /^(URL_REQUEST_START_JOB|TCP_CONNECT|UDP_CONNECT|SSL_CONNECT|HOST_RESOLVER_MANAGER_REQUEST)/.test(name),
    );
  expect(log.events.length).toBeGreaterThan(0);
  expect(network).toEqual([]);
});
