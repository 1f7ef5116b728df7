import { toList, toText } from '../es3/scriptValues';
import { columnsOf, projectMetadataNamespace, writeColumn } from '../model/metadata';
import type { ProjectItem } from '../model/ProjectModel';
import { XmpPacket } from '../scripting/XmpPacket';
import { isClip, type Dom } from './Dom';

/** Readers of what an item's columns and its file's XMP say. */
export function metadataReaders(dom: Dom) {
  const columns = (item: ProjectItem) => columnsOf(item, dom.projectOf(item));
  return {
    getProjectMetadata: (item: ProjectItem) => {
      const packet = new XmpPacket();
      for (const { column, value } of columns(item)) {
        packet.set(projectMetadataNamespace, column, value);
      }
      return packet.serialize();
    },
    getProjectColumnsMetadata: (item: ProjectItem) =>
      JSON.stringify(
        columns(item).map(({ column, heading, value }) => ({
          ColumnID: column,
          ColumnName: heading,
          ColumnPath: `${projectMetadataNamespace}/${column}`,
          ColumnValue: value,
        })),
      ),
    getXMPMetadata: (item: ProjectItem) =>
      isClip(item) ? item.xmp || new XmpPacket().serialize() : '',
  };
}

/** Writers of the same. A file's XMP stays in the project: originals are never written to. */
export function metadataMutators(dom: Dom) {
  return {
    setProjectMetadata: {
      run: (item: ProjectItem, [packet, fields]: readonly unknown[]) => {
        const project = dom.projectOf(item);
        const xmp = new XmpPacket(toText(packet));
        for (const column of toList(fields).map(toText)) {
          const value = xmp.get(projectMetadataNamespace, column);
          if (value !== undefined) writeColumn(item, project, { column, value });
        }
        return 0;
      },
    },
    setXMPMetadata: {
      run: (item: ProjectItem, [packet]: readonly unknown[]) => {
        if (isClip(item)) item.xmp = toText(packet);
        return 0;
      },
    },
  };
}
