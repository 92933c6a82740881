import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { done, refused, type Result } from '../../../core/result.ts';
import { memoryFor, provenPart, type KeyRecord, type ScryptCost } from './key-record.ts';

/** What opens an encrypted dossier. Kept in memory only, as long as the dossier is open. */
export interface DossierKey {
  /** What the file says of how the key comes out of the passphrase. */
  readonly record: KeyRecord;
  /** For libsql: 64 hexadecimal digits. */
  readonly databaseKey: string;
}

const keyLength = 32;

/** 128 MiB and some half a second on a laptop of today. */
const usualCost: ScryptCost = { log2N: 17, r: 8, p: 1 };

function derive(passphrase: string, cost: ScryptCost, salt: Buffer): Promise<Buffer> {
  // The same letters, however the keyboard put them together: ễ as one sign or as three.
  const letters = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  const options = { N: 2 ** cost.log2N, r: cost.r, p: cost.p, maxmem: 2 * memoryFor(cost) };
  return new Promise((resolve, reject) => {
    scrypt(letters, salt, 2 * keyLength, options, (error, derived) => {
      if (error === null) resolve(derived);
      else reject(error);
    });
  });
}

const proofOf = (derived: Buffer, record: Omit<KeyRecord, 'proof'>) =>
  createHmac('sha256', derived.subarray(keyLength)).update(provenPart(record)).digest();

const databaseKeyOf = (derived: Buffer) => derived.subarray(0, keyLength).toString('hex');

/** A key for a new passphrase, with a salt of its own. */
export async function makeDossierKey(passphrase: string, cost = usualCost): Promise<DossierKey> {
  const salt = randomBytes(32);
  const derived = await derive(passphrase, cost, salt);
  const proof = proofOf(derived, { cost, salt });
  return { record: { cost, salt, proof }, databaseKey: databaseKeyOf(derived) };
}

/** The key of a dossier out of its passphrase. What is said of a wrong one never tells how wrong it is. */
export async function findDossierKey(
  record: KeyRecord,
  passphrase: string,
): Promise<Result<DossierKey, 'wrong-passphrase'>> {
  const derived = await derive(passphrase, record.cost, record.salt);
  if (timingSafeEqual(proofOf(derived, record), record.proof)) {
    return done({ record, databaseKey: databaseKeyOf(derived) });
  }
  return refused('wrong-passphrase', 'That is not the passphrase of this dossier. Type it again.');
}
