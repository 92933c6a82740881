import path from 'node:path';
import type { CustomScheme, Protocol, Session, WebContents } from 'electron';

export const appUrl = 'app://chancery/index.html';
/** The same page, which then says that it had stopped working. */
export const recoveredUrl = `${appUrl}?recovered`;

/** Has to be registered before the application is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.bcmap': 'application/octet-stream', // the character maps of PDFs
};

/** Whether this is a page of the window. Node gives `app:` URLs no origin, so their parts are compared. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === 'app:' && host === 'chancery';
}

/** The file inside `folder` that a URL names, or `null` when it names anything else. */
export function fileForUrl(folder: string, url: string): string | null {
  if (!isAppUrl(url)) return null;
  const { pathname } = new URL(url);
  let wanted: string;
  try {
    wanted = decodeURIComponent(pathname);
  } catch {
    return null; // a stray % in the URL
  }
  if (wanted.includes('\0')) return null;
  const file = path.join(folder, wanted);
  const inside = path.relative(folder, file);
  const escapes = inside === '' || inside.startsWith('..') || path.isAbsolute(inside);
  return escapes || !(path.extname(file) in contentTypes) ? null : file;
}

/** Serves the bundled window, and nothing else, at `app://chancery/`. */
export function serveApp(protocol: Protocol, folder: string): void {
  const headers = {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  // Not `handle`, which takes every answer through a stream of Node: the window's script then comes 80 ms later.
  protocol.registerFileProtocol('app', (request, respond) => {
    const file = request.method === 'GET' ? fileForUrl(folder, request.url) : null;
    if (file === null) respond({ statusCode: 404, headers });
    else
      respond({
        path: file,
        headers: { ...headers, 'content-type': contentTypes[path.extname(file)] ?? 'text/plain' },
      });
  });
}

/**
 * Calls when a window has got the whole of a script, which it then reads and runs in a process of its own.
 * @param kind the page itself, or a script of it
 */
export function whenServed(
  session: Session,
  served: (kind: 'page' | 'script', contents: WebContents | undefined) => void,
): void {
  const filter = { urls: ['app://chancery/*.html*', 'app://chancery/*.js'] };
  const tell = ({ url, webContents }: { readonly url: string; readonly webContents?: WebContents }) => {
    served(new URL(url).pathname.endsWith('.js') ? 'script' : 'page', webContents);
  };
  session.webRequest.onCompleted(filter, tell);
  // Nothing more is to be waited for then either.
  session.webRequest.onErrorOccurred(filter, tell);
}
