import fs from 'node:fs';
import path from 'node:path';
import { XmpPacket } from '../scripting/XmpPacket';

const namespaces = {
  xmp: 'http://ns.adobe.com/xap/1.0/',
  dynamicMedia: 'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
} as const;

/** Writes what is known of an export into an XMP file beside it, named as it with `.xmp`. */
export function writeSidecar(outputPath: string, sourceName: string): void {
  const { dir, name } = path.parse(outputPath);
  const packet = new XmpPacket();
  packet.set(namespaces.xmp, 'CreatorTool', 'Adobe Premiere Pro');
  packet.set(namespaces.xmp, 'CreateDate', new Date().toISOString());
  packet.set(namespaces.dynamicMedia, 'shotName', sourceName);
  fs.writeFileSync(path.join(dir, `${name}.xmp`), packet.serialize());
}
