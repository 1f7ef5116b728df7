import type { Finding } from '../../finding/Finding';
import { formatXml } from '../xml/formatXml';
import { childrenOf, textOf, xmlElement, type XmlElement } from '../xml/XmlElement';
import { parseC4 } from './c4';
import { chainNamespace } from './MhlManifest';
import { parseTrustedXml } from './parseTrustedXml';

/** One generation as the chain file knows it. */
export interface MhlGeneration {
  /** From 1, without gaps. */
  readonly sequence: number;
  /** File name of its manifest, in the chain file's own folder. */
  readonly path: string;
  /** C4 of the manifest file. */
  readonly c4: string;
}

/** What a chain file says; null when the text is none. */
export interface ParsedChain {
  readonly generations: readonly MhlGeneration[] | null;
  readonly findings: readonly Finding[];
}

/** The text of `ascmhl_chain.xml`. */
export function formatChain(generations: readonly MhlGeneration[]): string {
  const lists = generations.map(({ sequence, path, c4 }) =>
    xmlElement('hashlist', [xmlElement('path', path), xmlElement('c4', c4)], {
      sequencenr: String(sequence),
    }),
  );
  return formatXml(xmlElement('ascmhldirectory', lists, { xmlns: chainNamespace }));
}

/** Reads a chain file; `subject` names it in the findings. Gaps and bad rows are findings. */
export function parseChain(text: string, subject: string): ParsedChain {
  const { root, defect } = parseTrustedXml(text);
  if (root === null || !isChain(root)) {
    const reason = defect ?? 'it is no ASC MHL 2.0 chain';
    return { generations: null, findings: [toFinding(subject, reason)] };
  }
  const rows = childrenOf(root, 'hashlist').map(toGeneration);
  const generations = rows.filter((row) => row !== undefined);
  const findings = [
    ...(generations.length < rows.length ? ['a generation in it cannot be read'] : []),
    ...(generations.length === 0 ? ['it lists no generation'] : []),
    ...(generations.some(({ sequence }, index) => sequence !== index + 1)
      ? ['its generations are not numbered from 1 without gaps']
      : []),
  ].map((reason) => toFinding(subject, reason));
  return { generations, findings };
}

function isChain({ name, attributes }: XmlElement): boolean {
  return name === 'ascmhldirectory' && attributes['xmlns'] === chainNamespace;
}

function toGeneration(element: XmlElement): MhlGeneration | undefined {
  const sequence = Number(element.attributes['sequencenr'] ?? '');
  const path = textOf(element, 'path') ?? '';
  const c4 = (textOf(element, 'c4') ?? '').trim();
  // A chain names files of its own folder only.
  const isUsable = Number.isInteger(sequence) && /^[^/\\]+$/.test(path) && path !== '..';
  return isUsable && parseC4(c4) ? { sequence, path, c4 } : undefined;
}

function toFinding(subject: string, reason: string): Finding {
  return {
    code: 'chain-damaged',
    severity: 'error',
    subject,
    message: `“${subject}” cannot be trusted: ${reason}.`,
  };
}
