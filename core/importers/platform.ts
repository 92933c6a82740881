/**
 * The two globals that importers need and that the window, its workers and Node all have.
 * They are named here, as narrowly as they are used, because core is compiled without the types of any of the three.
 */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

declare const URL: new (
  text: string,
  base?: string,
) => { readonly hostname: string; readonly protocol: string; readonly href: string };

// What bytes 0x80 to 0x9F are in windows-1252. Node 20 reads them as ISO-8859-1, that is, as control characters
// (https://github.com/nodejs/node/issues/56542), where browsers give these.
const windows1252From80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Puts the letters of windows-1252 where a decoder took them for control characters. */
export function readControlsAs1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => windows1252From80.charAt(control.charCodeAt(0) - 0x80));
}

/** The text that the bytes are in that encoding; `null` if they are not, or if the encoding is unknown here. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return encoding === 'windows-1252' ? readControlsAs1252(text) : text;
  } catch {
    return null;
  }
}

/** The host name of a web address, in lower case; `null` if the text is not one. */
export function hostNameOf(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.hostname : null;
  } catch {
    return null;
  }
}

/**
 * The whole address of a link: `http:`, `https:` or `mailto:`. `null` for every other scheme, and for a relative
 * address without a base that it could be relative to.
 */
export function linkAddressOf(address: string, base?: string): string | null {
  try {
    const url = base === undefined ? new URL(address) : new URL(address, base);
    const isLink = url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'mailto:';
    return isLink ? url.href : null;
  } catch {
    return null;
  }
}
