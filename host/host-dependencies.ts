import type { NewId, Now } from '../core/dossier/ids.ts';
import type { DossierSummary, HostEventName, HostEvents, Session } from '../core/host-contract.ts';
import type { Result } from '../core/result.ts';
import type { DossierKey } from './dossier-file/passphrase/dossier-key.ts';
import type { DriveWatch } from './drive-watch.ts';
import type { WantedParagraph } from './wanted-paragraph.ts';
import type { Typesetter } from './typesetting/typesetter.ts';

export interface FileFilter {
  /** As a dialog shows it: `Chancery dossiers`. */
  readonly name: string;
  /** Without dots. */
  readonly extensions: readonly string[];
}

export interface OpenQuestion {
  readonly title: string;
  /** Whether several files may be chosen. */
  readonly many: boolean;
  readonly filters: readonly FileFilter[];
}

export interface SaveQuestion {
  readonly title: string;
  /** Absolute path that the dialog starts with; its last part is safe on every system. */
  readonly suggestion: string;
  readonly filters: readonly FileFilter[];
}

/** What the host asks of the person and the system through the shell it runs in. */
export interface HostPorts {
  /** Absolute paths; empty when the person thought better of it. */
  chooseOpenPaths(question: OpenQuestion): Promise<readonly string[]>;
  /** `null` when the person thought better of it. The dialog has asked before it gives the path of an existing file. */
  chooseSavePath(question: SaveQuestion): Promise<string | null>;
  /** With the program that the system has for it. A sentence when there is none, otherwise empty. */
  openPath(path: string): Promise<string>;
  showInFolder(path: string): void;
  /** The same thing twice: other programs take the form that they understand. */
  writeClipboard(content: { readonly text: string; readonly html: string }): Promise<void>;
}

export interface OpenOptions {
  readonly readOnly?: boolean | undefined;
  /** Of a dossier with a passphrase. */
  readonly key?: DossierKey | null | undefined;
}

/** The other windows of the application, each with a host and a dossier of its own. */
export interface OtherWindows {
  /** Brings the window of a dossier to the front, or opens one for it; where it is refused, no window is opened. */
  show(path: string, options?: OpenOptions): Result<DossierSummary>;
  isOpenIn(path: string): boolean;
}

export interface HostDependencies {
  /** Preferences, recent files, backups, the log and the sample live here. Made when it is not there. */
  readonly dataFolder: string;
  readonly seedsFolder: string;
  /** Where dialogs for saving start. */
  readonly documentsFolder: string;
  readonly now: Now;
  readonly newId: NewId;
  /** Called once, at the first PDF. */
  readonly typesetter: () => Typesetter;
  readonly ports: HostPorts;
  /** Missing where there is one window only: then a dossier takes the place of the one before. */
  readonly otherWindows?: OtherWindows;
  /** What a link from outside points at. Missing where none can be opened. */
  readonly wantedParagraph?: Pick<WantedParagraph, 'take'>;
  readonly send: <Name extends HostEventName>(event: Name, payload: HostEvents[Name]) => void;
  readonly application: Session['application'];
  /** Missing: the system is asked. */
  readonly drive?: DriveWatch;
}
