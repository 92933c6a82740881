// What Windows forbids in names; other systems forbid less. https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const longest = 100; // code points: at most 400 bytes as UTF-8, and far fewer in practice than the 255 a name may have

/** A name for a file, without ending, that every system takes: made of a title, or `fallback` when nothing is left. */
export function safeFileName(title: string, fallback: string): string {
  const clean = title
    .replace(forbidden, ' ')
    .replace(/\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/gu, '') // direction overrides can disguise an ending
    .replace(/\s+/g, ' ')
    .trim();
  const short = Array.from(clean)
    .slice(0, longest)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (short === '') return fallback;
  return reserved.test(short) ? `_${short}` : short;
}
