import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** React Spectrum writes inline styles; scripts come from our files alone. */
const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self' data:`,
  `connect-src 'self' ws://127.0.0.1:*`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Answers a GET from the panel's folder; nothing outside it can be reached, by `..` or by link. */
export async function servePanel(
  panelDir: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await findPanelFile(panelDir, request.url ?? '/');
  if (file === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('There is no such page.');
    return;
  }
  response.writeHead(200, {
    'Content-Type': contentTypes[path.extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

async function findPanelFile(panelDir: string, url: string): Promise<string | undefined> {
  const relative = decodePath(url);
  if (relative === undefined) return undefined;
  const root = await realpathOrNothing(panelDir);
  const file = root && (await realpathOrNothing(path.join(root, relative)));
  if (!root || !file?.startsWith(root + path.sep)) return undefined;
  const stats = await stat(file);
  return stats.isFile() ? file : undefined;
}

function decodePath(url: string): string | undefined {
  const base = 'http://127.0.0.1';
  if (!URL.canParse(url, base)) return undefined;
  try {
    const decoded = decodeURIComponent(new URL(url, base).pathname);
    if (decoded.includes('\0')) return undefined;
    return decoded === '/' ? 'index.html' : decoded;
  } catch (error) {
    // An illegal escape is no page of ours.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

async function realpathOrNothing(file: string): Promise<string | undefined> {
  try {
    return await realpath(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}
