import type { Finding } from '../../finding/Finding';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/XmlElement';
import { hashFormats, parseDigest, type HashFormat, type MhlHash } from './MhlHash';
import {
  manifestNamespace,
  type MhlFileRecord,
  type MhlFolderHashes,
  type MhlFolderRecord,
  type MhlManifest,
  type MhlProcess,
} from './MhlManifest';
import { isPathWithin } from './isPathWithin';
import { parseTrustedXml } from './parseTrustedXml';

/** What a manifest says; null when the text is none. Records that cannot be used are findings. */
export interface ParsedManifest {
  readonly manifest: MhlManifest | null;
  readonly findings: readonly Finding[];
}

/** Reads an ASC MHL 2.0 manifest; `subject` names it in the findings. */
export function parseManifest(text: string, subject: string): ParsedManifest {
  const { root, defect } = parseTrustedXml(text);
  if (root === null) return { manifest: null, findings: [toDefect(subject, defect)] };
  const isManifest =
    root.name === 'hashlist' &&
    root.attributes['version'] === '2.0' &&
    root.attributes['xmlns'] === manifestNamespace;
  if (!isManifest) {
    return { manifest: null, findings: [toDefect(subject, 'it is no ASC MHL 2.0 hash list')] };
  }
  const records = childOf(root, 'hashes')?.children ?? [];
  const files = records.filter(({ name }) => name === 'hash').map(toFileRecord);
  const folders = records.filter(({ name }) => name === 'directoryhash').map(toFolderRecord);
  const defects = [...files, ...folders].filter((record) => typeof record === 'string');
  const manifest = {
    ...toCreator(childOf(root, 'creatorinfo')),
    ...toProcess(childOf(root, 'processinfo')),
    files: files.filter((record) => typeof record !== 'string'),
    folders: folders.filter((record) => typeof record !== 'string'),
    references: childrenOf(childOf(root, 'references'), 'hashlistreference').map((reference) => ({
      path: textOf(reference, 'path') ?? '',
      c4: textOf(reference, 'c4') ?? '',
    })),
  };
  return { manifest, findings: defects.map((message) => toDefect(subject, message)) };
}

function toDefect(subject: string, defect: string): Finding {
  return {
    code: 'manifest-unreadable',
    severity: 'error',
    subject,
    message: `“${subject}” cannot be read as an ASC MHL manifest: ${defect}.`,
  };
}

type Creator = Pick<
  MhlManifest,
  'creationDate' | 'hostName' | 'tool' | 'authors' | 'location' | 'comment'
>;

function toCreator(info: XmlElement | undefined): Creator {
  const attribute = (element: XmlElement | undefined, name: string) =>
    element?.attributes[name] ?? '';
  return {
    creationDate: textOf(info, 'creationdate') ?? '',
    hostName: textOf(info, 'hostname') ?? '',
    tool: {
      name: textOf(info, 'tool') ?? '',
      version: attribute(childOf(info, 'tool'), 'version'),
    },
    authors: childrenOf(info, 'author').map((author) => ({
      name: author.text,
      email: attribute(author, 'email'),
      phone: attribute(author, 'phone'),
      role: attribute(author, 'role'),
    })),
    location: textOf(info, 'location') ?? '',
    comment: textOf(info, 'comment') ?? '',
  };
}

const processes: readonly string[] = ['transfer', 'in-place', 'flatten'] satisfies MhlProcess[];

function toProcess(
  info: XmlElement | undefined,
): Pick<MhlManifest, 'process' | 'root' | 'ignorePatterns'> {
  const process = textOf(info, 'process') ?? '';
  const root = childOf(info, 'roothash');
  return {
    process: processes.includes(process) ? (process as MhlProcess) : 'in-place',
    root: root ? toFolderHashes(root) : null,
    ignorePatterns: childrenOf(childOf(info, 'ignore'), 'pattern').map(({ text }) => text),
  };
}

/** The record, or why it cannot be used. */
function toFileRecord(element: XmlElement): MhlFileRecord | string {
  const path = toPath(element);
  if (path === undefined) return toPathDefect(element);
  const hashes = toHashes(element);
  if (hashes.length === 0) return `the record of “${path}” holds no hash that can be read`;
  const size = childOf(element, 'path')?.attributes['size'] ?? '';
  return {
    path,
    sizeBytes: /^\d+$/.test(size) ? Number(size) : null,
    modified: toModified(element),
    hashes,
    previousPath: textOf(element, 'previousPath') ?? '',
  };
}

/** The record, or why it cannot be used. */
function toFolderRecord(element: XmlElement): MhlFolderRecord | string {
  const path = toPath(element);
  if (path === undefined) return toPathDefect(element);
  return {
    path,
    modified: toModified(element),
    ...toFolderHashes(element),
    previousPath: textOf(element, 'previousPath') ?? '',
  };
}

function toFolderHashes(parent: XmlElement): MhlFolderHashes {
  return {
    content: toHashes(childOf(parent, 'content')),
    structure: toHashes(childOf(parent, 'structure')),
  };
}

function toPath(record: XmlElement): string | undefined {
  const path = textOf(record, 'path')?.replace(/\/$/, '');
  return path !== undefined && isPathWithin(path) ? path : undefined;
}

function toPathDefect(record: XmlElement): string {
  return `the path “${textOf(record, 'path') ?? ''}” does not lie in the folder`;
}

function toModified(record: XmlElement): string {
  return childOf(record, 'path')?.attributes['lastmodificationdate'] ?? '';
}

function toHashes(parent: XmlElement | undefined): readonly MhlHash[] {
  return (parent?.children ?? []).flatMap((element) => {
    const format = hashFormats.find((name) => name === element.name);
    return format ? (toHash(format, element) ?? []) : [];
  });
}

function toHash(format: HashFormat, { text, attributes }: XmlElement): MhlHash | undefined {
  const digest = format === 'c4' ? text.trim() : text.trim().toLowerCase();
  if (!parseDigest(format, digest)) return undefined;
  const action = attributes['action'];
  const isAction = action === 'original' || action === 'verified' || action === 'failed';
  return {
    format,
    digest,
    action: isAction ? action : null,
    hashDate: attributes['hashdate'] ?? '',
  };
}
