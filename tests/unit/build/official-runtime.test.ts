import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import {
  downloadOfficialRuntime,
  installedOfficialRuntime,
  type OfficialSource,
} from '../../../build/official-runtime.ts';
import { temporaryFolder } from './temporary-folder.ts';

const version = '9.8.7';
const zip = Buffer.from('stands for a zip of Electron');
const zipName = `electron-v${version}-linux-x64.zip`;

/** What the installer of the package `electron` leaves behind, without a real zip to unpack. */
const installer = `
const fs = require('node:fs');
const path = require('node:path');
fs.mkdirSync(path.join(__dirname, 'dist'));
fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), '');
fs.writeFileSync(path.join(__dirname, 'dist', 'version'), '${version}');
fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');
`;

// The downloader reads these itself, before what it is told.
beforeEach(() => {
  vi.stubEnv('ELECTRON_MIRROR', undefined);
  vi.stubEnv('npm_config_electron_mirror', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function mirror(answer: (response: ServerResponse) => void | Promise<void>): Promise<string> {
  const server = createServer((_request, response) => void answer(response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

async function source(mirrorUrl: string, install = installer): Promise<OfficialSource> {
  const packageFolder = await temporaryFolder();
  const files = {
    'package.json': JSON.stringify({ name: 'electron', version }),
    'checksums.json': JSON.stringify({ [zipName]: createHash('sha256').update(zip).digest('hex') }),
    'install.js': install,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(packageFolder, name), text);
  return {
    packageFolder,
    platform: 'linux',
    arch: 'x64',
    env: { ELECTRON_MIRROR: mirrorUrl, electron_config_cache: path.join(packageFolder, 'cache') },
    log: () => undefined,
    connectWithin: 400,
    stallWithin: 400,
  };
}

it('downloads from the mirror, and finds what it installed the next time', async () => {
  const from = await source(await mirror((response) => void response.end(zip)));
  expect(await installedOfficialRuntime(from)).toBeUndefined();
  const result = await downloadOfficialRuntime(from);
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value).toMatchObject({ kind: 'official', version });
  expect(await installedOfficialRuntime(from)).toEqual(result.value);
});

it('waits for a slow download as long as something arrives', async () => {
  const from = await source(
    await mirror(async (response) => {
      response.writeHead(200, { 'content-length': String(zip.length) });
      for (const byte of zip) {
        response.write(Buffer.of(byte));
        await wait(30);
      }
      response.end();
    }),
  );
  expect((await downloadOfficialRuntime(from)).ok).toBe(true);
});

it.each([
  {
    what: 'a mirror that never answers',
    answer: () => undefined,
    says: 'nothing arrived',
  },
  {
    what: 'a download that comes to a stop',
    answer: (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': String(zip.length) });
      response.write(zip.subarray(0, 5));
    },
    says: 'nothing arrived',
  },
  {
    what: 'a mirror that has no such file',
    answer: (response: ServerResponse) => void response.writeHead(404).end(),
    says: '404',
  },
  {
    what: 'a file that is not the published one',
    answer: (response: ServerResponse) => void response.end('something else'),
    says: 'checksum',
  },
])('refuses $what', async ({ answer, says }) => {
  const from = await source(await mirror(answer));
  const started = Date.now();
  const result = await downloadOfficialRuntime(from);
  expect(result.ok ? '' : result.error.code).toBe('official-download-failed');
  expect(result.ok ? '' : result.error.message.toLowerCase()).toContain(says);
  expect(Date.now() - started).toBeLessThan(3_000);
});

it('refuses a mirror that nobody runs', async () => {
  const result = await downloadOfficialRuntime(await source('http://127.0.0.1:1/'));
  expect(result.ok ? '' : result.error.code).toBe('official-download-failed');
});

it('refuses what the installer could not unpack', async () => {
  const from = await source(
    await mirror((response) => void response.end(zip)),
    'console.error("the zip is broken"); process.exit(1);',
  );
  const result = await downloadOfficialRuntime(from);
  expect(result.ok ? '' : result.error.message).toContain('the zip is broken');
});

it.each([
  { what: 'another version', files: { 'dist/version': '1.0.0' } },
  { what: 'an unpacking that was cut short', files: { 'path.txt': undefined } },
])('does not take $what for installed', async ({ files }) => {
  const from = await source(await mirror((response) => void response.end(zip)));
  await downloadOfficialRuntime(from);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(from.packageFolder, ...name.split('/'));
    if (text === undefined) await rm(file);
    else await writeFile(file, text);
  }
  expect(await installedOfficialRuntime(from)).toBeUndefined();
});
