import type { HostField } from '../contract/host';
import { failure } from './failure';
import { textOf } from './hostValues';
import { prefixOf, scanProperty } from './scanPacket';

/** Where Premiere keeps a project item's columns. */
const projectNamespace = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/';

/** Whether Adobe's XMP library is there, loading it when it is not yet. */
export function loadXmp(): boolean {
  if (ExternalObject.AdobeXMPScript === undefined) {
    ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');
  }
  return typeof XMPMeta !== 'undefined';
}

/** Values of columns of one item; columns that are absent or empty are left out. */
export function readColumns(item: ProjectItem, columns: readonly string[]): HostField[] {
  const fields: HostField[] = [];
  const packet = textOf(item.getProjectMetadata());
  if (packet === '') return fields;
  const prefix = prefixOf(packet, projectNamespace);
  for (let index = 0; index < columns.length; index += 1) {
    const column = textOf(columns[index]);
    const scanned = scanProperty(packet, prefix, column);
    const value = scanned.isPlain ? scanned.value : readProperty(openXmp(packet), column);
    if (value !== '') fields.push({ column: column, value: value });
  }
  return fields;
}

function readProperty(xmp: XMPMetaInstance, column: string): string {
  if (!xmp.doesPropertyExist(projectNamespace, column)) return '';
  return textOf(xmp.getProperty(projectNamespace, column).value);
}

/** Writes columns of one item; only those listed are touched. */
export function writeColumns(item: ProjectItem, fields: readonly HostField[]): void {
  const xmp = openXmp(textOf(item.getProjectMetadata()));
  const written: string[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index];
    if (field === undefined) continue;
    xmp.setProperty(projectNamespace, field.column, field.value);
    written.push(field.column);
  }
  item.setProjectMetadata(xmp.serialize(), written);
}

function openXmp(packet: string): XMPMetaInstance {
  if (!loadXmp() || XMPMeta === undefined) {
    throw failure('not-supported', 'Adobe’s XMP library could not be loaded.');
  }
  return packet === '' ? new XMPMeta() : new XMPMeta(packet);
}
