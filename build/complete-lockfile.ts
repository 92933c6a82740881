/**
 * `npx tsx build/complete-lockfile.ts`, after an `npm install`.
 *
 * npm leaves optional packages for other platforms out of the lockfile when the registry in reach doesn't have them, and
 * then refuses `npm ci` because they are missing. This writes them in, as their parents ask for them. They have no
 * checksum until an `npm install` on a network that has them adds it; on this platform they are never fetched.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** What a name such as `binding-linux-arm64-musl` says of the platform; `undefined` when it names none. */
function platformIn(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | undefined {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return undefined;
  if (os !== 'linux') return { os: [os], cpu: [cpu] };
  const isMusl = words.some((word) => word.startsWith('musl'));
  return { os: [os], cpu: [cpu], libc: [isMusl ? 'musl' : 'glibc'] };
}

/** The lockfile with every exactly pinned optional package of a named platform in it, in npm's order. */
export function completeLockfile(lockfile: Lockfile): Lockfile {
  const packages: Record<string, LockedPackage> = { ...lockfile.packages };
  for (const parent of Object.values(lockfile.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const platform = platformIn(name);
      const place = `node_modules/${name}`;
      if (place in packages || platform === undefined || !/^\d+\.\d+\.\d+/.test(version)) continue;
      packages[place] = {
        version,
        ...(parent.dev === true ? { dev: true } : {}),
        optional: true,
        ...platform,
      };
    }
  }
  const ordered = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lockfile, packages: Object.fromEntries(ordered) };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const completed = completeLockfile(JSON.parse(readFileSync(file, 'utf8')) as Lockfile);
  writeFileSync(file, `${JSON.stringify(completed, null, 2)}\n`);
}
