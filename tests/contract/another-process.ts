import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dossierFile = new URL('../../host/dossier-file/dossier-file.ts', import.meta.url).href;

export interface Holder {
  readonly process: ChildProcess;
  /** Ends it as a crash or an empty battery would. */
  kill(): Promise<void>;
}

/**
 * Another process that opens a dossier, runs `work` with it, and then holds it open.
 * @param work statements that may use `dossier`
 */
export async function holdElsewhere(path: string, work = ''): Promise<Holder> {
  const script = `
    import { openDossierFile } from ${JSON.stringify(dossierFile)};
    const opened = openDossierFile(${JSON.stringify(path)});
    if (!opened.ok) throw new Error(opened.error.code);
    const dossier = opened.value;
    ${work}
    console.log('held');
    setInterval(() => dossier.notes.list(), 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('The other process ended before it held the dossier.');
    }),
  ]);
  return { process: child, kill };
}
