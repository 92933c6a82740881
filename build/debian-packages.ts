import { runCommand } from './run-command.ts';

/** What Electron links against or starts, and a minimal Debian lacks. */
export const electronPackages = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libxss1',
  'libdrm2',
  'libxkbcommon0',
  'libcups2',
] as const;

/** A display of one's own. */
export const displayPackages = ['xvfb', 'xauth'] as const;

/** The sentence for a person who has to install them. */
export function installHint(packages: readonly string[]): string {
  return `On Debian: sudo apt-get install ${packages.join(' ')}`;
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** Debian 13 and its kin call some libraries by a name that ends in `t64`. */
async function nameHere(name: string): Promise<string> {
  const known = await runCommand('apt-cache', ['show', '--no-all-versions', name]);
  return known.exitCode === 0 && known.stdout.trim() !== '' ? name : `${name}t64`;
}

/** Installs with apt-get where that is possible (Debian, as root). `false`: not possible, or it failed. */
export async function installDebianPackages(
  packages: readonly string[],
  log: (line: string) => void,
): Promise<boolean> {
  if (!canInstall() || (await runCommand('apt-get', ['--version'])).exitCode !== 0) return false;
  log(`Installing Debian's packages ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  const names = await Promise.all(packages.map(nameHere));
  const installed = await runCommand(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
    {
      env,
    },
  );
  if (installed.exitCode !== 0) log(installed.stderr.trim());
  return installed.exitCode === 0;
}
