import type { Session } from '../../core/host-contract.ts';

/** Whether the host would refuse every change of the open dossier. */
export const isReadOnly = ({ session }: { readonly session: Session | null }): boolean =>
  session?.dossier?.readOnly === true;

export const readOnlyMessage =
  'This dossier is open to read only. To change it, close it where it is open and open it again.';
