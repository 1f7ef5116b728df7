import { prefixByUri } from './xmpConstants';

/** The namespaces that Adobe's library knows, and those that scripts told it. */
export class XmpNamespaces {
  private readonly registered = new Map<string, string>(prefixByUri);

  /** Registers a namespace; the prefix it has from now on, with its colon. */
  register(uri: string, suggested: string): string {
    const prefix = suggested.replace(/:$/, '');
    if (!this.registered.has(uri)) {
      const isTaken = this.uriOf(prefix) !== '';
      this.registered.set(uri, isTaken ? `${prefix}_${this.registered.size}_` : prefix);
    }
    return this.prefixOf(uri);
  }

  /** Forgets a namespace. */
  forget(uri: string): void {
    this.registered.delete(uri);
  }

  /** The prefix with its colon, as the library gives it; empty when it is not known. */
  prefixOf(uri: string): string {
    const prefix = this.registered.get(uri);
    return prefix === undefined ? '' : `${prefix}:`;
  }

  /** The namespace of a prefix with or without its colon; empty when it is not known. */
  uriOf(prefix: string): string {
    const wanted = prefix.replace(/:$/, '');
    for (const [uri, known] of this.registered) if (known === wanted) return uri;
    return '';
  }

  /** One line a namespace. */
  dump(): string {
    return [...this.registered].map(([uri, prefix]) => `${prefix}: => ${uri}`).join('\n');
  }
}
