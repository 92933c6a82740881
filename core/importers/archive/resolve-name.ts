/**
 * The name of the file in the archive that `reference`, as it stands in the file `from`, points at. It is only looked up
 * there: what leads out of the archive is the name of nothing in it.
 */
export function resolveName(from: string, reference: string): string {
  const path = decodeName(reference.replace(/[?#].*$/s, ''));
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decodeName(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // not encoded, and with a percent sign of its own
  }
}
