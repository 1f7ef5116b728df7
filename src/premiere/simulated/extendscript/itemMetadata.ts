import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toList, toText } from '../es3/scriptValues';
import {
  columnsOf,
  projectMetadataNamespace,
  shownColumnsOf,
  writeColumn,
} from '../model/metadata';
import type { ProjectItem } from '../model/ProjectModel';
import { formatSimplePacket, XmpPacket } from '../scripting/XmpPacket';
import { isClip, type Dom } from './Dom';
import { mediaPacket } from './mediaPacket';

/** Readers of what an item's columns and its file's XMP say. */
export function metadataReaders(dom: Dom) {
  const { behaviour, language } = dom.session;
  return {
    getProjectMetadata: (item: ProjectItem) =>
      formatSimplePacket(projectMetadataNamespace, columnsOf(item, behaviour.packetTimes)),
    getProjectColumnsMetadata: (item: ProjectItem) =>
      JSON.stringify(
        shownColumnsOf(item, dom.projectOf(item), language).map(({ column, heading, value }) => ({
          ColumnID: column,
          ColumnName: heading,
          ColumnPath: projectMetadataNamespace,
          ColumnValue: value,
        })),
      ),
    getXMPMetadata: (item: ProjectItem) =>
      isClip(item) ? item.xmp || mediaPacket(item) : new XmpPacket().serialize(),
  };
}

/** Writers of the same. A file's XMP stays in the project: originals are never written to. */
export function metadataMutators(dom: Dom) {
  return {
    setProjectMetadata: {
      run: (item: ProjectItem, args: readonly unknown[]) => {
        if (args.length < 2) throw new ScriptError(scriptErrorTexts.notEnough);
        const project = dom.projectOf(item);
        const xmp = new XmpPacket(toText(args[0]));
        for (const column of toList(args[1]).map(toText)) {
          const value = xmp.get(projectMetadataNamespace, column);
          if (value !== undefined) writeColumn(item, project, { column, value });
        }
        return 0;
      },
    },
    setXMPMetadata: {
      run: (item: ProjectItem, [packet]: readonly unknown[]) => {
        const text = toText(packet);
        if (isClip(item)) item.xmp = text;
        return 0;
      },
    },
  };
}
