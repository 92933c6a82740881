const polynomial = 0xedb88320; // of ZIP and gzip, its bits reversed

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? polynomial : 0);
  return remainder;
});

/** The check sum that a ZIP archive keeps of each entry. */
export function crc32(bytes: Uint8Array): number {
  let sum = ~0;
  // By index, as an iterator takes three times as long, and books are long.
  for (let at = 0; at < bytes.length; at += 1) {
    sum = (sum >>> 8) ^ (remainders[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return ~sum >>> 0;
}
