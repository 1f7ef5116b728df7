import type { HostField } from '../contract/host';
import { failure } from './failure';
import { parseJson } from './json';
import { positionIn, textOf } from './hostValues';
import { prefixOf, scanElement } from './scanPacket';

/** Where Premiere keeps a project item's columns. */
const projectNamespace = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/';

/** Whether Adobe's XMP library is there, loading it when it is not yet. */
export function loadXmp(): boolean {
  if (ExternalObject.AdobeXMPScript === undefined) {
    ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');
  }
  return typeof XMPMeta !== 'undefined';
}

/** Columns to read of many items. */
export interface ColumnReader {
  readonly columns: readonly string[];
  /** How packets declare the namespace, as the last one did; empty before the first. */
  declaration: string;
  /** Prefix that stands for the namespace under that declaration. */
  prefix: string;
  /** Beginning of a column that is an attribute; it can only stand in the tag that declares. */
  attribute: string;
}

/** A reader that has read nothing yet. */
export function newColumnReader(columns: readonly string[]): ColumnReader {
  return { columns: columns, declaration: '', prefix: '', attribute: '' };
}

/** The value of each column, in order; empty for those that are absent. */
export function readColumns(item: ProjectItem, reader: ColumnReader): string[] {
  const packet = textOf(item.getProjectMetadata());
  let declared = positionIn(packet, reader.declaration, 0);
  if (reader.declaration === '' || declared < 0) {
    learnDeclaration(packet, reader);
    declared = positionIn(packet, reader.declaration, 0);
  }
  const tag = packet.substring(declared, positionIn(packet, '>', declared));
  const isScannable = reader.declaration !== '' && positionIn(tag, reader.attribute, 0) < 0;
  const values: string[] = [];
  for (let index = 0; index < reader.columns.length; index += 1) {
    const column = textOf(reader.columns[index]);
    const scanned = isScannable ? scanElement(packet, reader.prefix, column) : null;
    values.push(scanned === null ? readProperty(packet, column) : scanned);
  }
  return values;
}

function learnDeclaration(packet: string, reader: ColumnReader): void {
  const prefix = prefixOf(packet, projectNamespace);
  reader.declaration = prefix === '' ? '' : prefix + '="' + projectNamespace + '"';
  reader.prefix = prefix;
  reader.attribute = ' ' + prefix + ':';
}

interface ShownColumn {
  readonly ColumnID: string;
  readonly ColumnValue: unknown;
}

/**
 * A time column in ticks. Some versions write the times of a packet as timecode; the columns' own
 * text has them in ticks, as far as the project panel shows the column. Empty where neither tells,
 * or where this Premiere has no such text.
 */
export function ticksOfColumn(item: ProjectItem, column: string, inPacket: string): string {
  if (inPacket === '' || isDigits(inPacket)) return inPacket;
  if (item.getProjectColumnsMetadata === undefined) return '';
  const shown = parseJson(textOf(item.getProjectColumnsMetadata())) as readonly ShownColumn[];
  for (let index = 0; index < shown.length; index += 1) {
    const entry = shown[index];
    if (entry === undefined || entry.ColumnID !== column) continue;
    const value = textOf(entry.ColumnValue);
    return isDigits(value) ? value : '';
  }
  return '';
}

function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text);
}

function readProperty(packet: string, column: string): string {
  if (packet === '') return '';
  const xmp = openXmp(packet);
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
