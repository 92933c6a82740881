/**
 * Who may import whom. `npm run check` runs these rules over the whole tree, and each of them is shown to fire in
 * tests/architecture. A rule's comment says what to do instead.
 */

const packages = (...names) => `node_modules/(?:@types/)?(?:${names.join('|')})/`;
/** Packages that share the beginning of their name: `mdast`, `mdast-util-…`. */
const families = (...names) => `node_modules/(?:@types/)?(?:${names.join('|')})[-/]`;

// Pure JavaScript that runs in a window, in a worker and in Node alike.
const corePackages = [
  families('unist', 'mdast', 'hast', 'micromark', 'remark', 'rehype', 'vfile'),
  packages('unified', 'valibot', 'yaml', 'chardet', 'approx-string-match'),
  // readers of the formats that sources come in
  packages(
    'mammoth',
    'pdfjs-dist',
    '@mozilla/readability',
    'linkedom',
    'postal-mime',
    'fflate',
    '@xmldom/xmldom',
  ),
  packages('@zxcvbn-ts/core', '@zxcvbn-ts/language-common', '@zxcvbn-ts/language-en'),
];

const hostPackages = [packages('libsql', '@myriaddreamin/typst-ts-node-compiler', 'valibot', 'node')];

const rendererPackages = [
  packages('react', 'react-dom', 'lexical', '@base-ui/react'),
  'node_modules/@lexical/',
  'node_modules/@fontsource(?:-variable)?/',
  families('unist', 'mdast'),
  packages('vite'), // its types of `import … from './x.css'`
];

const electronPackage = packages('electron');

const npmPackages = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular-imports',
      comment: 'Move what both files need into a third one that imports neither.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      comment: 'The imported file or package is not there: correct the path, or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:'] },
    },
    {
      name: 'core-imports-only-core',
      comment:
        'core is the domain and knows nothing of what surrounds it: take the value as an argument instead.',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '^(?:host|electron|renderer|build|seeds)/' },
    },
    {
      name: 'core-is-free-of-node',
      comment:
        'core also runs in the window: take bytes, ids and the time as arguments, and read files in host.',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-uses-few-packages',
      comment:
        'core uses pure packages only, named in .dependency-cruiser.cjs: use one of them, move the code to host or ' +
        'renderer, or show that the new one needs neither DOM nor Node and add it there.',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: npmPackages, pathNot: [...corePackages, electronPackage] },
    },
    {
      name: 'host-imports-only-core',
      comment: 'host works without a window: put shared rules into core, and let electron call host.',
      severity: 'error',
      from: { path: '^host/' },
      to: { path: '^(?:electron|renderer|build|seeds)/' },
    },
    {
      name: 'host-uses-few-packages',
      comment:
        'What host uses is installed with the program, so the list in .dependency-cruiser.cjs is short: ' +
        'use Node itself, or make the case for one more and add it there.',
      severity: 'error',
      from: { path: '^host/' },
      to: { dependencyTypes: npmPackages, pathNot: [...hostPackages, electronPackage] },
    },
    {
      name: 'shell-imports-only-host-and-core',
      comment: 'electron is a thin shell: the window is loaded from app://, never imported.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/preload\\.ts$' },
      to: { path: '^(?:renderer|build|seeds)/' },
    },
    {
      name: 'shell-uses-only-electron',
      comment: 'electron decides nothing and needs no package but Electron: do the work in host or core.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/preload\\.ts$' },
      to: { dependencyTypes: npmPackages, pathNot: [electronPackage] },
    },
    {
      name: 'preload-knows-only-the-contract',
      comment:
        'The preload is the one door between window and host: it loops over core/host-contract.ts and has nothing else.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: ['^core/host-contract\\.ts$', electronPackage, '^tests/'] },
    },
    {
      name: 'window-imports-only-core',
      comment: 'The window has no powers of its own: call a method of core/host-contract.ts.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(?:host|electron|build|seeds)/' },
    },
    {
      name: 'window-is-free-of-node',
      comment:
        'The window runs in a sandbox: call a method of core/host-contract.ts and do the work in host.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'window-uses-few-packages',
      comment:
        'renderer uses React, Lexical and Base UI: put pure work into core, or make the case for one more package ' +
        'and add it to .dependency-cruiser.cjs.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: npmPackages, pathNot: [...rendererPackages, electronPackage] },
    },
    {
      name: 'panes-meet-in-the-workspace',
      comment:
        'source-pane and note-editor never import each other: pass what they share through renderer/workspace.',
      severity: 'error',
      from: { path: '^renderer/(source-pane|note-editor)/' },
      to: { path: '^renderer/(?:source-pane|note-editor)/', pathNot: '^renderer/$1/' },
    },
    {
      name: 'electron-only-in-electron',
      comment: 'Only electron/ may import Electron: state the need as a port that electron/ fills in.',
      severity: 'error',
      // build/default-app is an application of its own, which stands in for the one inside an Electron runtime.
      from: { pathNot: ['^(?:electron|tests)/', '^build/default-app/'] },
      to: { path: electronPackage },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Move what is needed out of tests/ and test it there.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true, // otherwise type-only imports are not seen
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6', 'cjs', 'tsd'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
};
