/** Traces of the machine that a file was written on, which say nothing to anyone else and may say too much. */

export interface ForeignTrace {
  /** From 1. */
  readonly line: number;
  readonly what: 'a path of this machine' | 'a home folder' | 'the host of a package registry';
}

/** Names that examples use for a person. */
const examples = 'anna|example|me|name|someone|user|you';
/** Where a path begins: not in the middle of another one. */
const beginning = '(?<![\\w.-])';
const homeFolder = new RegExp(
  `${beginning}(?:/home/|/Users/|[A-Za-z]:\\\\{1,2}Users\\\\{1,2})(?!(?:${examples})\\b)[A-Za-z0-9]`,
);
const registry = /\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b|"resolved": "https?:/;

/** Looks for them in a file's text. `machinePaths` are folders of this machine, as absolute paths. */
export function findForeignTraces(text: string, machinePaths: readonly string[]): ForeignTrace[] {
  const paths = machinePaths
    .filter((folder) => folder.length > 4) // not `/` or `C:\`
    .map((folder) => new RegExp(beginning + folder.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')));
  return text.split('\n').flatMap((content, index): ForeignTrace[] => {
    const line = index + 1;
    if (paths.some((folder) => folder.test(content))) return [{ line, what: 'a path of this machine' }];
    if (homeFolder.test(content)) return [{ line, what: 'a home folder' }];
    return registry.test(content) ? [{ line, what: 'the host of a package registry' }] : [];
  });
}
