import { createHash, timingSafeEqual } from 'node:crypto';

/** What decides who may talk to the engine. */
export interface AdmissionRules {
  /** `127.0.0.1:PORT` and `localhost:PORT`: any other Host is a page that rebound its name to us. */
  readonly hosts: readonly string[];
  /** Origins of pages that may connect. */
  readonly origins: readonly string[];
}

/** The rules of an engine on this port; `extraOrigins` such as `file://` are for CEP panels. */
export function admissionRules(port: number, extraOrigins: readonly string[]): AdmissionRules {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  return { hosts, origins: [...hosts.map((host) => `http://${host}`), ...extraOrigins] };
}

/** Whether a request names us as its host. */
export function isHostAdmitted(host: string | undefined, rules: AdmissionRules): boolean {
  return host !== undefined && rules.hosts.includes(host.toLowerCase());
}

/** Whether a connection's Origin may be served. Programs send none; browsers always do. */
export function isOriginAdmitted(origin: string | undefined, rules: AdmissionRules): boolean {
  return origin === undefined || rules.origins.includes(origin);
}

/** Whether the tokens are the same, in a time that does not tell how much of them is. */
export function isTokenRight(given: unknown, token: string): boolean {
  if (typeof given !== 'string') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
