import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** As a power cut would: the application with all its processes, at once and without a word. */
export async function endWholeApplication(main: ChildProcess): Promise<void> {
  if (main.pid === undefined || main.exitCode !== null || main.signalCode !== null) return;
  const gone = once(main, 'exit');
  // Playwright makes the application the leader of a process group, which its helpers stay in.
  if (process.platform === 'win32') execFileSync('taskkill', ['/pid', String(main.pid), '/T', '/F']);
  else process.kill(-main.pid, 'SIGKILL');
  await gone;
}
