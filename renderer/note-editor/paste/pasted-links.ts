/** Links of another program, as far as a note takes them. */
const schemes = ['http:', 'https:', 'mailto:'];

/** The services that mail programs and searches lead every link through, and the parameter that says where it goes. */
const detours: readonly (readonly [host: RegExp, parameter: string])[] = [
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, 'url'],
  [/^www\.google\.[a-z.]+$/, 'q'],
];

/** The address of a link to the web or to a mailbox, without the detour of a mail program; `null` for any other. */
export function linkAddress(href: string | null): string | null {
  const url = parse(href);
  if (url === null) return null;
  const detour = detours.find(([host]) => host.test(url.hostname));
  const wanted = detour === undefined ? null : parse(url.searchParams.get(detour[1]));
  return wanted !== null && wanted.protocol !== 'mailto:' ? wanted.href : url.href;
}

function parse(href: string | null): URL | null {
  if (href === null || !URL.canParse(href)) return null;
  const url = new URL(href);
  return schemes.includes(url.protocol) ? url : null;
}
