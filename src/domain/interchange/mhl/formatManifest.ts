import type { Finding } from '../../finding/Finding';
import { formatXml, isHoldable } from '../xml/formatXml';
import { xmlElement, type XmlElement } from '../xml/XmlElement';
import { hashFormats, type MhlHash } from './MhlHash';
import {
  manifestNamespace,
  type MhlAuthor,
  type MhlFileRecord,
  type MhlFolderHashes,
  type MhlFolderRecord,
  type MhlManifest,
} from './MhlManifest';

/** A manifest's text, and the records it could not hold. */
export interface FormattedManifest {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * An ASC MHL 2.0 manifest. A record whose name XML 1.0 cannot hold is left out, with a finding
 * (`name-not-holdable`) that names the character.
 */
export function formatManifest(manifest: MhlManifest): FormattedManifest {
  const files = manifest.files.filter(({ path }) => isHoldable(path));
  const folders = manifest.folders.filter(({ path }) => isHoldable(path));
  const refused = [...manifest.files, ...manifest.folders]
    .filter(({ path }) => !isHoldable(path))
    .map(({ path }) => toNameFinding(path));
  const records = [...files.map(toFileElement), ...folders.map(toFolderElement)];
  const references = manifest.references.map(({ path, c4 }) =>
    xmlElement('hashlistreference', [xmlElement('path', path), xmlElement('c4', c4)]),
  );
  const root = xmlElement(
    'hashlist',
    [
      toCreatorInfo(manifest),
      toProcessInfo(manifest),
      records.length > 0 ? xmlElement('hashes', records) : undefined,
      references.length > 0 ? xmlElement('references', references) : undefined,
    ],
    { version: '2.0', xmlns: manifestNamespace },
  );
  return { text: formatXml(root), findings: refused };
}

/** Says which character of a name XML 1.0 cannot hold. */
function toNameFinding(path: string): Finding {
  const character = Array.from(path).find((each) => !isHoldable(each)) ?? '';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'name-not-holdable',
    severity: 'error',
    subject: path,
    message: `The name holds the character U+${code}, which no ASC MHL manifest can record. Rename the file.`,
  };
}

function toCreatorInfo(manifest: MhlManifest): XmlElement {
  const { creationDate, hostName, tool, authors, location, comment } = manifest;
  return xmlElement('creatorinfo', [
    xmlElement('creationdate', creationDate),
    xmlElement('hostname', hostName),
    xmlElement('tool', tool.name, filled({ version: tool.version })),
    ...authors.map(toAuthor),
    location ? xmlElement('location', location) : undefined,
    comment ? xmlElement('comment', comment) : undefined,
  ]);
}

function toAuthor({ name, ...attributes }: MhlAuthor): XmlElement {
  return xmlElement('author', name, filled(attributes));
}

function toProcessInfo({ process, root, ignorePatterns }: MhlManifest): XmlElement {
  const patterns = ignorePatterns.map((pattern) => xmlElement('pattern', pattern));
  return xmlElement('processinfo', [
    xmlElement('process', process),
    root ? xmlElement('roothash', toFolderHashes(root)) : undefined,
    patterns.length > 0 ? xmlElement('ignore', patterns) : undefined,
  ]);
}

function toFileElement(record: MhlFileRecord): XmlElement {
  const { path, sizeBytes, modified, hashes, previousPath } = record;
  const size = sizeBytes === null ? '' : String(sizeBytes);
  return xmlElement('hash', [
    xmlElement('path', path, filled({ size, lastmodificationdate: modified })),
    ...toHashElements(hashes),
    previousPath ? xmlElement('previousPath', previousPath) : undefined,
  ]);
}

function toFolderElement(record: MhlFolderRecord): XmlElement {
  const { path, modified, previousPath } = record;
  return xmlElement('directoryhash', [
    xmlElement('path', path, filled({ lastmodificationdate: modified })),
    ...toFolderHashes(record),
    previousPath ? xmlElement('previousPath', previousPath) : undefined,
  ]);
}

function toFolderHashes({ content, structure }: MhlFolderHashes): readonly XmlElement[] {
  return [
    xmlElement('content', toHashElements(content)),
    xmlElement('structure', toHashElements(structure)),
  ];
}

function toHashElements(hashes: readonly MhlHash[]): readonly XmlElement[] {
  const rank = ({ format }: MhlHash) => hashFormats.indexOf(format);
  return [...hashes]
    .sort((left, right) => rank(left) - rank(right))
    .map(({ format, digest, action, hashDate }) =>
      xmlElement(format, digest, filled({ action: action ?? '', hashdate: hashDate })),
    );
}

/** Only the attributes that say something. */
function filled(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
}
