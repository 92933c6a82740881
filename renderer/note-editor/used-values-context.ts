import { createContext } from 'react';
import type { UsedValue } from '../../core/host-contract.ts';

/** What the header fields of the notes of this dossier hold, the latest note first. */
export const UsedValuesContext = createContext<readonly UsedValue[]>([]);
