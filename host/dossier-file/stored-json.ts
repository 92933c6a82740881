import * as v from 'valibot';

/** A dossier holds a value that this program would never have written. */
export class DamagedDossier extends Error {
  override readonly name = 'DamagedDossier';
}

/** Reads a JSON column. A dossier is a file that somebody may have sent: nothing in it is believed unread. */
export function readStored<Schema extends v.GenericSchema>(
  schema: Schema,
  stored: unknown,
): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(String(stored));
  } catch (cause) {
    throw new DamagedDossier('A stored value is not JSON.', { cause });
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new DamagedDossier(`A stored value breaks a rule: ${parsed.issues[0].message}`);
  return parsed.output;
}

/** Reads a column that holds one of a few words. */
export function readWord<Word extends string>(words: readonly Word[], stored: unknown): Word {
  const word = words.find((candidate) => candidate === stored);
  if (word === undefined) throw new DamagedDossier('A stored value is not one of the words allowed there.');
  return word;
}
