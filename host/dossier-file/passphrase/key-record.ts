/**
 * A dossier with a passphrase is encrypted as a whole, and SQLite's file has no room for what turns the passphrase into
 * the key. So a record stands behind the last page, before the seal, where SQLite neither looks nor minds. While SQLite
 * rewrites the file it would be cut off; then it stands in a companion file as well (`kept-key-record.ts`).
 *
 * 128 bytes, numbers big-endian: 0 name, 8 version, 10 kind of derivation, 12 log2 of scrypt's N, 16 r, 20 p, 24 salt,
 * 56 proof, 88 zeros, 96 sha256 of all before. It holds no secret; the proof tells a wrong passphrase from a damaged file.
 */
import { createHash } from 'node:crypto';

const recordName = Buffer.from('ChncSalt', 'latin1');
const versionAt = 8;
const derivationAt = 10;
const costAt = 12;
const blockSizeAt = 16;
const parallelAt = 20;
const saltAt = 24;
const proofAt = 56;
const zerosAt = 88;
const digestAt = 96;
export const keyRecordLength = 128;

const version = 1;
const scryptDerivation = 1;

/** What scrypt is asked to do; raised for new passphrases as machines become faster. https://www.rfc-editor.org/rfc/rfc7914 */
export interface ScryptCost {
  /** N is 2 to the power of this. */
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

export interface KeyRecord {
  readonly cost: ScryptCost;
  /** 32 random bytes. */
  readonly salt: Buffer;
  /** 32 bytes that only the right passphrase gives. */
  readonly proof: Buffer;
}

/** A file that was sent must not make the computer work for hours, or take all of its memory, at the first try. */
const mostMemory = 1024 * 1024 * 1024; // bytes
const mostParallel = 16;

export const memoryFor = ({ log2N, r }: ScryptCost) => 128 * 2 ** log2N * r;

const isBearable = (cost: ScryptCost) =>
  cost.log2N >= 1 &&
  cost.log2N <= 30 &&
  cost.r >= 1 &&
  cost.p >= 1 &&
  cost.p <= mostParallel &&
  memoryFor(cost) <= mostMemory;

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes.subarray(0, digestAt)).digest();

/** What the proof speaks for: everything of the record before it. */
export const provenPart = (record: Omit<KeyRecord, 'proof'>) =>
  writeKeyRecord({ ...record, proof: Buffer.alloc(zerosAt - proofAt) }).subarray(0, proofAt);

export function writeKeyRecord({ cost, salt, proof }: KeyRecord): Buffer {
  const bytes = Buffer.alloc(keyRecordLength);
  recordName.copy(bytes);
  bytes.writeUInt16BE(version, versionAt);
  bytes.writeUInt16BE(scryptDerivation, derivationAt);
  bytes.writeUInt32BE(cost.log2N, costAt);
  bytes.writeUInt32BE(cost.r, blockSizeAt);
  bytes.writeUInt32BE(cost.p, parallelAt);
  salt.copy(bytes, saltAt, 0, proofAt - saltAt);
  proof.copy(bytes, proofAt, 0, zerosAt - proofAt);
  digestOf(bytes).copy(bytes, digestAt);
  return bytes;
}

/** `null` when these bytes are no record, or one that is damaged or asks for too much. */
export function parseKeyRecord(bytes: Buffer): KeyRecord | null {
  if (bytes.length !== keyRecordLength || !bytes.subarray(0, versionAt).equals(recordName)) return null;
  if (!digestOf(bytes).equals(bytes.subarray(digestAt))) return null;
  if (bytes.readUInt16BE(versionAt) !== version || bytes.readUInt16BE(derivationAt) !== scryptDerivation) {
    return null;
  }
  const cost: ScryptCost = {
    log2N: bytes.readUInt32BE(costAt),
    r: bytes.readUInt32BE(blockSizeAt),
    p: bytes.readUInt32BE(parallelAt),
  };
  if (!isBearable(cost)) return null;
  return {
    cost,
    salt: Buffer.from(bytes.subarray(saltAt, proofAt)),
    proof: Buffer.from(bytes.subarray(proofAt, zerosAt)),
  };
}

export const isSameRecord = (a: KeyRecord, b: KeyRecord) => writeKeyRecord(a).equals(writeKeyRecord(b));
