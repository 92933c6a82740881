import path from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
}

/** Where this person's caches belong, outside the checkout: an absolute path that need not exist yet. */
export function cacheFolder({ platform, env, home }: Machine): string {
  if (platform === 'win32') {
    return path.win32.join(
      env.LOCALAPPDATA ?? path.win32.join(home, 'AppData', 'Local'),
      'chancery',
      'Cache',
    );
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Caches', 'chancery');
  const caches = env.XDG_CACHE_HOME;
  // The specification of base directories says that a relative one is to be ignored.
  const usable = caches !== undefined && path.posix.isAbsolute(caches);
  return path.posix.join(usable ? caches : path.posix.join(home, '.cache'), 'chancery');
}
