import fs from 'node:fs';
import type { ScriptRealm } from '../es3/ScriptRealm';
import { ScriptError } from '../es3/ScriptError';
import { ScriptFile } from './ScriptFile';
import { XmpMeta } from './XmpMeta';
import type { XmpNamespaces } from './XmpNamespaces';

interface XmpFile {
  readonly path: string;
  readonly openFlags: number;
  written: string | null;
}

/** A packet is looked for in so many bytes at the beginning and at the end. */
const scannedBytes = 4_000_000;

/**
 * Puts `XMPFile` into a context. A packet is read from the sidecar or found inside the file;
 * written it is beside the file only: a simulated Premiere does not touch camera media.
 */
export function installXmpFiles(realm: ScriptRealm, namespaces: XmpNamespaces): void {
  realm.define<XmpFile>({
    name: 'XMPFile',
    isValue: true,
    construct: ([file, , flags]) => openFile(String(file), Number(flags ?? 1)),
    getters: { path: ({ path }) => path, openFlags: ({ openFlags }) => openFlags },
    methods: {
      getXMP: ({ path }) => {
        const text = readPacket(path);
        return text === null ? null : realm.wrap('XMPMeta', new XmpMeta(text, namespaces));
      },
      canPutXMP: ({ openFlags }) => (openFlags & 2) !== 0,
      putXMP: (file, [meta]) => {
        const target = realm.targetOf('XMPMeta', meta) as XmpMeta | undefined;
        file.written = target ? target.serialize(0) : String(meta);
      },
      closeFile: ({ path, written }) => {
        if (written !== null) fs.writeFileSync(sidecarOf(path), written);
      },
    },
    statics: { getFormatInfo: () => 0 },
  });
}

function openFile(given: string, openFlags: number): XmpFile {
  const { path, stats } = new ScriptFile(given);
  if (stats?.isFile() !== true) throw new ScriptError('File or folder does not exist');
  return { path, openFlags, written: null };
}

function sidecarOf(filePath: string): string {
  return filePath.replace(/(\.[^./\\]*)?$/, '.xmp');
}

function readPacket(filePath: string): string | null {
  const sidecar = sidecarOf(filePath);
  if (fs.existsSync(sidecar)) return fs.readFileSync(sidecar, 'utf8');
  const text = endsOf(filePath).toString('utf8');
  return /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(text)?.[0] ?? null;
}

function endsOf(filePath: string): Buffer {
  const { size } = fs.statSync(filePath);
  const file = fs.openSync(filePath, 'r');
  try {
    const head = Buffer.alloc(Math.min(size, scannedBytes));
    fs.readSync(file, head, 0, head.length, 0);
    const tail = Buffer.alloc(Math.min(size - head.length, scannedBytes));
    fs.readSync(file, tail, 0, tail.length, size - tail.length);
    return Buffer.concat([head, tail]);
  } finally {
    fs.closeSync(file);
  }
}
