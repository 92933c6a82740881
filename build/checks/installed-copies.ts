import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The folders of every installed copy of a package, at whatever depth, relative to `root`. */
export function installedCopies(root: string, packageName: string): string[] {
  const copies: string[] = [];
  const search = (modules: string): void => {
    if (existsSync(path.join(modules, packageName, 'package.json'))) {
      copies.push(path.relative(root, path.join(modules, packageName)));
    }
    for (const folder of packageFolders(modules)) {
      const nested = path.join(folder, 'node_modules');
      if (existsSync(nested)) search(nested);
    }
  };
  const top = path.join(root, 'node_modules');
  if (existsSync(top)) search(top);
  return copies;
}

function packageFolders(modules: string): string[] {
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const folder = path.join(modules, entry.name);
      if (!entry.name.startsWith('@')) return [folder];
      return readdirSync(folder).map((name) => path.join(folder, name));
    });
}
