/**
 * Draws build/icons/*.svg at every size and writes the files that desktops want beside them. Run it after a drawing has
 * changed (`npx tsx build/icons.ts`), and commit what it wrote.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type Page } from 'playwright-core';
import { hasDisplay, startDisplay } from './display.ts';
import { findElectronRuntime, searchOnThisMachine } from './electron-runtime.ts';
import { encodeIcns, encodeIco, type Picture } from './icon-containers.ts';
import { askOnTerminal, logToPerson } from './terminal.ts';

const folder = fileURLToPath(new URL('icons', import.meta.url));
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
const icnsSizes = [16, 32, 64, 128, 256, 512, 1024];
const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** Below this, the fine lines of the large drawing turn to dust. */
const smallBelow = 48;

const blankApplication = `
const { app, BrowserWindow } = require('electron');
void app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('about:blank'));
`;

/** Runs `work` with a blank page of the same Chromium that shows the application. */
async function withBlankPage(work: (page: Page) => Promise<void>): Promise<void> {
  const runtime = await findElectronRuntime(
    await searchOnThisMachine({ env: process.env, log: logToPerson, ask: askOnTerminal() }),
  );
  if (!runtime.ok) throw new Error(runtime.error.message);
  const display = hasDisplay(process.env, process.platform) ? undefined : await startDisplay(logToPerson);
  if (display?.ok === false) throw new Error(display.error.message);
  const scratch = await mkdtemp(path.join(tmpdir(), 'chancery-icons-'));
  try {
    await writeFile(path.join(scratch, 'main.cjs'), blankApplication);
    process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.value.folder;
    const application = await _electron.launch({
      args: [`--user-data-dir=${path.join(scratch, 'data')}`, path.join(scratch, 'main.cjs')],
      env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display.value.name }) } as Record<
        string,
        string
      >,
    });
    await work(await application.firstWindow());
    await application.close();
  } finally {
    if (display !== undefined) await display.value.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function draw(page: Page, svg: string, size: number): Promise<Picture> {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const dataUrl = await page.evaluate(
    async ([url, pixels]) => {
      const image = new Image(pixels, pixels);
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = pixels;
      canvas.height = pixels;
      canvas.getContext('2d')?.drawImage(image, 0, 0, pixels, pixels);
      return canvas.toDataURL('image/png');
    },
    [source, size] as const,
  );
  return { size, png: Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64') };
}

async function drawSizes(
  page: Page,
  drawing: (size: number) => string,
): Promise<(sizes: readonly number[]) => Picture[]> {
  const pictures: Picture[] = [];
  for (const size of pngSizes) pictures.push(await draw(page, drawing(size), size));
  return (sizes) => pictures.filter(({ size }) => sizes.includes(size));
}

async function writeIcons(page: Page): Promise<void> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const [large, small, dossier] = await Promise.all(['app.svg', 'app-small.svg', 'dossier.svg'].map(read));
  if (large === undefined || small === undefined || dossier === undefined)
    throw new Error('a drawing is missing');
  const app = await drawSizes(page, (size) => (size < smallBelow ? small : large));
  const file = await drawSizes(page, () => dossier);
  await mkdir(path.join(folder, 'png'), { recursive: true });
  for (const { size, png } of app(pngSizes)) {
    // The size stands in the name because electron-builder reads it there.
    await writeFile(path.join(folder, 'png', `${String(size)}x${String(size)}.png`), png);
  }
  await writeFile(path.join(folder, 'app.ico'), encodeIco(app(icoSizes)));
  await writeFile(path.join(folder, 'app.icns'), encodeIcns(app(icnsSizes)));
  await writeFile(path.join(folder, 'dossier.ico'), encodeIco(file(icoSizes)));
  await writeFile(path.join(folder, 'dossier.icns'), encodeIcns(file(icnsSizes)));
}

await withBlankPage(writeIcons);
