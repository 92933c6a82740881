import type { HostHandlers, HostMethodName } from '../../core/host-contract.ts';
import type { CurrentDossier } from '../current-dossier.ts';
import type { DriveWatch } from '../drive-watch.ts';
import type { HostDependencies } from '../host-dependencies.ts';
import type { FormsAtHand } from '../office-forms.ts';
import type { RecentDossiers } from '../recent-dossiers.ts';

/** The handlers of one subject. */
export type Handlers<Name extends HostMethodName> = Pick<HostHandlers, Name>;

/** What every group of handlers may use. */
export interface HandlerContext {
  readonly forms: FormsAtHand;
  readonly dependencies: HostDependencies;
  readonly current: CurrentDossier;
  readonly recent: RecentDossiers;
  readonly drive: DriveWatch;
}
