const units = ['KB', 'MB', 'GB'] as const;

/** A length in bytes as people read it: `812 bytes`, `1.2 MB`. */
export function fileSize(byteLength: number): string {
  if (byteLength < 1_000) return byteLength === 1 ? '1 byte' : `${String(byteLength)} bytes`;
  let size = byteLength / 1_000;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${size < 10 ? size.toFixed(1) : String(Math.round(size))} ${units[unit] ?? 'GB'}`;
}
