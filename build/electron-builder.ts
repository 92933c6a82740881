/** What electron-builder is told. Output: release/, and release/test-build/ for a build that is only for tests. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Arch, type Configuration } from 'electron-builder';
import type { ElectronRuntime } from './runtime-folder.ts';

export type PackageKind =
  | { readonly name: 'release' }
  /** Made with whatever runtime there is, and saying so. */
  | { readonly name: 'test-build'; readonly runtime: ElectronRuntime };

export interface PackagedProject {
  /** The checkout. */
  readonly root: string;
  readonly version: string;
}

/** The packages that hold the native binaries for one system; libsql and the Typst compiler name them alike. */
export function nativePackages(platform: string, arch: string): string[] {
  const library = { win32: '-msvc', linux: '-gnu' }[platform] ?? '';
  const target = `${platform}-${arch}${library}`;
  return [`@libsql/${target}`, `@myriaddreamin/typst-ts-node-compiler-${target}`];
}

/** npm installs the binaries of the machine it runs on only; without them the application would stop at its first file. */
function requireNativePackages(root: string, platform: string, arch: string): void {
  const missing = nativePackages(platform, arch).filter(
    (name) => !existsSync(path.join(root, 'node_modules', name)),
  );
  if (missing.length === 0) return;
  throw new Error(
    `${missing.join(' and ')} not installed: package for ${platform}-${arch} on such a machine, after npm ci there.`,
  );
}

/** What runs, and nothing else: electron-builder adds package.json and the production dependencies. */
const files = [
  'dist/electron/**',
  'dist/renderer/**',
  'dist/resources/**',
  'LICENSE',
  '!**/*.map',
  '!node_modules/**/*.{md,d.ts,d.cts,d.mts}',
  // Electron is built against glibc: the other C library's binaries could not be loaded.
  '!node_modules/@libsql/*-musl*{,/**}',
  '!node_modules/@myriaddreamin/*-musl{,/**}',
];

const platforms: Configuration = {
  win: {
    // No arm64: libsql has no binary for it. Windows runs the x64 build there.
    target: [{ target: 'nsis', arch: 'x64' }],
    icon: 'build/icons/app.ico',
  },
  nsis: {
    oneClick: false,
    // The association of files needs it.
    perMachine: true,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.productivity',
    icon: 'build/icons/app.icns',
  },
  linux: {
    target: ['AppImage', 'deb', 'tar.gz'],
    executableName: 'chancery',
    category: 'Office',
    synopsis: 'An editor for briefing notes whose statements cite their sources',
    icon: 'build/icons/png',
    // Debian's format demands an address; this ending is reserved for those that don't exist.
    maintainer: 'The Chancery contributors <contributors@chancery.invalid>',
  },
};

function fuses(kind: PackageKind): NonNullable<Configuration['electronFuses']> {
  return {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    // Playwright drives the main process through the inspector; what is released has none.
    enableNodeCliInspectArguments: kind.name === 'test-build',
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  };
}

function testBuildConfiguration(
  { runtime }: { readonly runtime: ElectronRuntime },
  version: string,
): Configuration {
  return {
    directories: { output: 'release/test-build' },
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    extraMetadata: {
      version: `${version}-test-build.not-for-release`,
      chanceryTestBuild: true,
    },
    // Only a runtime that electron-builder fetched itself is rid of these by it.
    afterExtract: async ({ packager, appOutDir }) => {
      await rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
      await rm(path.join(appOutDir, 'version'), { force: true });
    },
  };
}

/** The whole configuration of one build. */
export function packageConfiguration({ root, version }: PackagedProject, kind: PackageKind): Configuration {
  return {
    appId: 'org.chancery.Chancery',
    productName: 'Chancery',
    copyright: 'Copyright © The Chancery contributors',
    directories: { output: 'release' },
    files,
    asar: true,
    // The typesetter's compiler reads fonts itself and can't look into the archive; binaries can't be loaded from it.
    asarUnpack: ['dist/resources/**', '**/*.node'],
    npmRebuild: false,
    publish: null,
    allowMissingDependencies: false,
    extraMetadata: { homepage: 'https://chancery.invalid' },
    fileAssociations: [
      {
        ext: 'dossier',
        name: 'Chancery dossier',
        description: 'Chancery dossier',
        mimeType: 'application/x-chancery-dossier',
        role: 'Editor',
        // electron-builder puts the ending that the system wants.
        icon: 'build/icons/dossier',
      },
    ],
    protocols: [{ name: 'Link to a paragraph of a Chancery dossier', schemes: ['chancery'], role: 'Viewer' }],
    electronFuses: fuses(kind),
    beforePack: ({ electronPlatformName, arch }) => {
      requireNativePackages(root, electronPlatformName, Arch[arch]);
    },
    ...platforms,
    ...(kind.name === 'test-build' ? testBuildConfiguration(kind, version) : {}),
  };
}
