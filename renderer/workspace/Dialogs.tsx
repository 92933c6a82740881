import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { actions } from '../../core/actions.ts';
import { Backups } from './Backups.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { AnnotationReport, ImportAnnotations } from './AnnotationExchangeDialogs.tsx';
import { ReplacementReviewView } from './ReplacementReviewDialog.tsx';
import { ImportReportView, PasteSource } from './ImportDialogs.tsx';
import { PassphraseSettings, UnlockForm } from './PassphraseDialogs.tsx';
import { RefusedCorrection } from './RefusedCorrection.tsx';
import { SearchPalette } from './SearchPalette.tsx';
import { RecoveryReport, RefusedDossierHelp } from './RefusedDossierHelp.tsx';
import { Settings } from './Settings.tsx';
import { SourceDetailsDialog } from './SourceDetails.tsx';
import { useStore } from './store.ts';
import { ChangeTemplateForm, NewNoteForm } from './TemplateDialogs.tsx';
import { NameVersionForm, RestoreVersion } from './VersionDialogs.tsx';
import type { Workspace } from './workspace.ts';

interface FrameProps {
  readonly workspace: Workspace;
  readonly title: string;
  readonly children: ReactNode;
}

function Frame({ workspace, title, children }: FrameProps) {
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) workspace.openDialog(null);
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="dialog-title">{title}</Dialog.Title>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const sourceKeys: readonly (readonly [string, string])[] = [
  ['↑ ↓', 'Paragraph before, after'],
  ['← →', 'Select the word before, after'],
  ['Shift+← →', 'Select up to the next word'],
  ['Alt+Shift+← →', 'Select up to the next character'],
  ['Shift+↑ ↓', 'Select up to the next line, and on into the next paragraph'],
  ['Ctrl+A', 'Select the paragraph'],
  ['Esc', 'Select nothing'],
  ['Ctrl+Tab', 'Next open source; with Shift, the one before'],
  ['Delete', 'On a tab: close it'],
];

const noteKeys: readonly (readonly [string, string])[] = [
  ['[[', 'Find what to cite, by its words or as A12'],
  ['Ctrl+Enter', 'Beside a citation: open its paragraph'],
  ['Ctrl+B, Ctrl+I', 'Bold, italic'],
  ['# and a space', 'Heading; likewise - and 1. for lists, > for a quotation'],
];

const boardKeys: readonly (readonly [string, string])[] = [
  ['Arrow keys', 'Go over the cards; with Shift choose several'],
  ['Space, Ctrl+A', 'Choose a card, all cards'],
  ['Enter', 'Cite the chosen cards in one citation'],
  ['Q', 'Quote the chosen cards word for word'],
  ['Ctrl+Enter', 'Open the passage in its source'],
  ['1…5, C, T, Delete', 'Category, comment, tags, delete'],
  ['/', 'Find among the cards'],
];

function KeyList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}) {
  return (
    <>
      <h3>{title}</h3>
      <dl className="key-list">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Keys() {
  const everywhere = actions.flatMap((action) =>
    action.key === undefined ? [] : [[action.key.replace('CmdOrCtrl', 'Ctrl'), action.label] as const],
  );
  return (
    <div className="dialog-scroll" tabIndex={0} role="region" aria-label="List of keys">
      <KeyList title="Everywhere" rows={everywhere} />
      <KeyList title="In a source" rows={sourceKeys} />
      <KeyList title="On the evidence board" rows={boardKeys} />
      <KeyList title="In a note" rows={noteKeys} />
    </div>
  );
}

function About({ workspace }: { readonly workspace: Workspace }) {
  const application = useStore(workspace.store, (state) => state.session?.application);
  return (
    <>
      <p>Briefing notes in which every statement can be clicked back to the paragraph it rests on.</p>
      <p>
        Version {application?.version ?? 'unknown'}
        {application?.testBuild === true && (
          <strong className="saving-failed"> — test build, not for release</strong>
        )}
      </p>
      <p>
        Chancery is <strong>not accredited for classified work</strong>. It never uses the network: your
        dossiers stay on this computer. A citation says where a statement comes from, not that it is true.
      </p>
      <p>MIT licence. Set with Source Serif 4 and Inter, under the SIL Open Font License.</p>
    </>
  );
}

/** The one dialog that is open, if any. */
export function Dialogs({ workspace }: { readonly workspace: Workspace }) {
  const dialog = useStore(workspace.store, (state) => state.dialog);
  const close = <Dialog.Close className="button">Close</Dialog.Close>;
  switch (dialog) {
    case null:
      return null;
    case 'search':
      return <SearchPalette workspace={workspace} />;
    case 'source-details':
      return <SourceDetailsDialog workspace={workspace} />;
    case 'refused-correction':
      return (
        <Frame workspace={workspace} title="The paragraph stays as it is">
          <RefusedCorrection workspace={workspace} />
        </Frame>
      );
    case 'export':
      return (
        <Frame workspace={workspace} title="Export the note">
          <ExportDialog workspace={workspace} />
        </Frame>
      );
    case 'new-note':
      return (
        <Frame workspace={workspace} title="New note">
          <NewNoteForm workspace={workspace} />
        </Frame>
      );
    case 'change-template':
      return (
        <Frame workspace={workspace} title="Template of the note">
          <ChangeTemplateForm workspace={workspace} />
        </Frame>
      );
    case 'name-version':
      return (
        <Frame workspace={workspace} title="Name this version">
          <NameVersionForm workspace={workspace} />
        </Frame>
      );
    case 'restore-version':
      return (
        <Frame workspace={workspace} title="Restore this version?">
          <RestoreVersion workspace={workspace} />
        </Frame>
      );
    case 'backups':
      return (
        <Frame workspace={workspace} title="Backups">
          <Backups workspace={workspace} />
        </Frame>
      );
    case 'settings':
      return (
        <Frame workspace={workspace} title="Settings">
          <Settings workspace={workspace} />
        </Frame>
      );
    case 'refused-dossier':
      return (
        <Frame workspace={workspace} title="This dossier was not opened">
          <RefusedDossierHelp workspace={workspace} />
        </Frame>
      );
    case 'unlock':
      return (
        <Frame workspace={workspace} title="Open a locked dossier">
          <UnlockForm workspace={workspace} />
        </Frame>
      );
    case 'passphrase':
      return (
        <Frame workspace={workspace} title="Passphrase of this dossier">
          <PassphraseSettings workspace={workspace} />
        </Frame>
      );
    case 'import-report':
      return (
        <Frame workspace={workspace} title="Bringing in sources">
          <ImportReportView workspace={workspace} />
        </Frame>
      );
    case 'replace-review':
      return (
        <Frame workspace={workspace} title="What becomes of annotations and citations">
          <ReplacementReviewView workspace={workspace} />
        </Frame>
      );
    case 'import-annotations':
      return (
        <Frame workspace={workspace} title="Import annotations">
          <ImportAnnotations workspace={workspace} />
        </Frame>
      );
    case 'annotation-report':
      return (
        <Frame workspace={workspace} title="Import of annotations">
          <AnnotationReport workspace={workspace} />
        </Frame>
      );
    case 'paste-source':
      return (
        <Frame workspace={workspace} title="Paste as a source">
          <PasteSource workspace={workspace} />
        </Frame>
      );
    case 'recovered':
      return (
        <Frame workspace={workspace} title="What was recovered">
          <RecoveryReport workspace={workspace} />
        </Frame>
      );
    case 'keys':
      return (
        <Frame workspace={workspace} title="Keys">
          <Keys />
          <div className="dialog-buttons">{close}</div>
        </Frame>
      );
    case 'about':
      return (
        <Frame workspace={workspace} title="Chancery">
          <About workspace={workspace} />
          <div className="dialog-buttons">{close}</div>
        </Frame>
      );
  }
}
