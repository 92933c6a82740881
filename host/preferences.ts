import { join } from 'node:path';
import * as v from 'valibot';
import type { NewId } from '../core/dossier/ids.ts';
import { hostMethods } from '../core/host-contract.ts';
import { usualPreferences, type Preferences } from '../core/preferences.ts';
import { createJsonFile, type JsonFile } from './json-file.ts';

/** `preferences.json` of the data folder, under the same rules as what the window sends. */
export const createPreferences = (dataFolder: string, newId: NewId): JsonFile<Preferences> =>
  createJsonFile({
    path: join(dataFolder, 'preferences.json'),
    schema: v.object(hostMethods.savePreferences.arguments.entries),
    fallback: usualPreferences,
    newId,
  });
