import { formatOtio } from '../../../domain/interchange/otio/formatOtio';
import { toList, toText } from '../es3/scriptValues';
import { sequenceExports, writeExport } from '../extendscript/interchangeExports';
import { metadataMutators, metadataReaders } from '../extendscript/itemMetadata';
import { assetMutators } from '../extendscript/projectAssets';
import { CutMediaIds, sequenceToCut } from '../interchange/sequenceToCut';
import type { ProjectItem } from '../model/ProjectModel';
import type { Uxp } from './Uxp';

/** Classes of static calls: `Metadata`, `ProjectConverter`, `Application`, and `Guid`. */
export function defineUxpServices(uxp: Uxp): void {
  const { dom } = uxp;
  defineMetadata(uxp);
  uxp.define('ProjectConverter', {
    staticPromises: {
      exportAsFinalCutProXML: (_none, [given, target, isQuiet]) => {
        const { exportAsFinalCutProXML } = sequenceExports(dom);
        return exportAsFinalCutProXML.run(uxp.demand('Sequence', given), [target, isQuiet]) === 0;
      },
      exportAsOpenTimelineIO: (_none, [given, target]) => {
        const cut = sequenceToCut(uxp.demand('Sequence', given), new CutMediaIds());
        return writeExport(dom, { target, text: formatOtio(cut).text, isQuiet: true }) === 0;
      },
    },
  });
  uxp.define('Application', { staticGetters: { version: () => dom.session.version } });
  uxp.define('Guid', {
    methods: { toString: ({ text }: { readonly text: string }) => text },
    statics: { fromString: (_none, [text]) => uxp.wrap('Guid', { text: toText(text) }) },
  });
}

function defineMetadata(uxp: Uxp): void {
  const { dom } = uxp;
  const readers = metadataReaders(dom);
  const { addPropertyToProjectMetadataSchema } = assetMutators(dom);
  const reading =
    (read: (typeof readers)['getProjectMetadata']) =>
    (_none: undefined, [item]: readonly unknown[]) =>
      read(uxp.demandItem(item));
  uxp.define('Metadata', {
    staticPromises: {
      getProjectMetadata: reading(readers.getProjectMetadata),
      getProjectColumnsMetadata: reading(readers.getProjectColumnsMetadata),
      getXMPMetadata: reading(readers.getXMPMetadata),
    },
    staticChanges: {
      addPropertyToProjectMetadataSchema: {
        run: (_none, args) => {
          const project = dom.session.shownProject;
          return project !== null && addPropertyToProjectMetadataSchema.run(project, args) === true;
        },
      },
    },
    staticActions: metadataActions(uxp),
  });
}

function metadataActions(uxp: Uxp) {
  const { dom } = uxp;
  const writers = metadataMutators(dom);
  const action = (item: ProjectItem, apply: () => unknown) => ({
    project: dom.projectOf(item),
    apply: () => void apply(),
  });
  return {
    createSetProjectMetadataAction: ([given, packet, fields]: readonly unknown[]) => {
      const item = uxp.demandItem(given);
      const args = [toText(packet), toList(fields).map(toText)];
      return action(item, () => writers.setProjectMetadata.run(item, args));
    },
    createSetXMPMetadataAction: ([given, packet]: readonly unknown[]) => {
      const item = uxp.demandItem(given);
      const text = toText(packet);
      return action(item, () => writers.setXMPMetadata.run(item, [text]));
    },
  };
}
