import type { DossierSummary, Reply } from '../../core/host-contract.ts';
import type { Refusal } from '../../core/result.ts';
import type { Host } from '../host-client.ts';
import { fileSize } from './file-size.ts';
import type { Store } from './store.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface SafetyCommandOptions {
  readonly host: Host;
  readonly store: Store<WorkspaceState>;
  readonly refuse: (message: string) => void;
  readonly leaveFor: (ask: () => Promise<Reply<DossierSummary | null>>) => Promise<void>;
}

export interface SafetyCommands {
  /** Offers what can be done about a dossier that was not opened; `false` when there is nothing but the sentence. */
  offerHelp(refusal: Refusal): Promise<boolean>;
  showBackups(): Promise<void>;
  showSettings(): Promise<void>;
  /** Opens the folder of the backups on the desktop. */
  showBackupFolder(): Promise<void>;
  restore(backup: string): Promise<void>;
  recover(): Promise<void>;
  saveCopy(): Promise<void>;
  duplicate(): Promise<void>;
  compact(): Promise<void>;
}

/** Refusals after which the same file can be read, or something be saved of it. */
const helpful: ReadonlySet<string> = new Set(['locked', 'read-only-folder', 'damaged', 'needs-passphrase']);

/** Copies of the dossier, and what can be done when one can't be opened. */
export function createSafetyCommands({
  host,
  store,
  refuse,
  leaveFor,
}: SafetyCommandOptions): SafetyCommands {
  const say = (text: string) => {
    store.set({ notice: { kind: 'done', text } });
  };
  const refuseReply = (reply: Reply<unknown>) => {
    if (!reply.ok) refuse(reply.error.message);
  };

  return {
    async offerHelp(refusal) {
      if (!helpful.has(refusal.code)) return false;
      const reply = await host.refusedDossier({});
      if (!reply.ok || reply.value?.refusal.code !== refusal.code) return false;
      const dialog = refusal.code === 'needs-passphrase' ? 'unlock' : 'refused-dossier';
      store.set({ refusedDossier: reply.value, dialog });
      return true;
    },
    async showBackups() {
      store.set({ dialog: 'backups', backups: { state: 'reading' } });
      const reply = await host.listBackups({});
      store.set({
        backups: reply.ok
          ? { state: 'read', backups: reply.value }
          : { state: 'refused', text: reply.error.message },
      });
    },
    async showSettings() {
      store.set({ dialog: 'settings', backupRoom: null });
      const reply = await host.backupRoom({});
      if (reply.ok) store.set({ backupRoom: reply.value });
      else refuseReply(reply);
    },
    async showBackupFolder() {
      refuseReply(await host.showBackups({}));
    },
    restore: (key) =>
      leaveFor(async () => {
        const reply = await host.restoreBackup({ key });
        if (reply.ok && reply.value !== null) {
          store.set({ dialog: null });
          say(`The backup is now a dossier of its own, “${reply.value.name}”, and is open.`);
        }
        return reply;
      }),
    recover: () =>
      leaveFor(async () => {
        const reply = await host.recoverDossier({});
        if (!reply.ok) return reply;
        if (reply.value === null) return { ok: true, value: null };
        store.set({ recovery: reply.value, dialog: 'recovered' });
        return { ok: true, value: reply.value.dossier };
      }),
    async saveCopy() {
      const reply = await host.saveCopy({});
      if (!reply.ok) refuseReply(reply);
      else if (reply.value !== null)
        say(`A copy was saved as “${reply.value.fileName}”. You go on in the dossier itself.`);
    },
    duplicate: () => leaveFor(() => host.duplicateDossier({})),
    async compact() {
      const reply = await host.compactDossier({});
      if (!reply.ok) refuseReply(reply);
      else if (reply.value.after < reply.value.before) {
        say(`The file now takes ${fileSize(reply.value.after)}; it took ${fileSize(reply.value.before)}.`);
      } else say(`The file takes ${fileSize(reply.value.after)}, and can’t be made smaller.`);
    },
  };
}
