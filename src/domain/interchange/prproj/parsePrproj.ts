import { ObjectGraph, type PrprojObject } from './ObjectGraph';
import { parsePrprojXml } from './parsePrprojXml';
import type { PremiereProject } from './PremiereProject';
import { attributeOf, childNamesOf, elementAt, textAt, type PrprojElement } from './PrprojElement';
import { readBins } from './readBins';
import { readMasterClip } from './readMasterClip';
import { readMedia } from './readMedia';
import { readSequence } from './readSequence';

/** A project of Adobe Premiere, or in words why its text is none. */
type ParsedPrproj =
  | { readonly project: PremiereProject; readonly defect: null }
  | { readonly project: null; readonly defect: string };

const properties = 'Node/Properties';
const schemaPath = `${properties}/Project.Metadata.Schema`;
const openSequencePrefix = 'MZ.PrefixKey.OpenSequenceGuidList.';

/**
 * Reads the XML of a project of Adobe Premiere, CS6 to 26.x. What is not understood is listed by
 * its tag; what is broken is a remark, so that one bad object does not keep the others back.
 */
export function parsePrproj(text: string): ParsedPrproj {
  const { data, defect } = parsePrprojXml(text);
  if (!data) return { project: null, defect };
  const graph = new ObjectGraph(data);
  const [project] = graph.all('Project');
  const root = graph.follow(project?.element, 'RootProjectItem') ?? graph.all('RootProjectItem')[0];
  if (!project || !root) return { project: null, defect: 'it holds no project' };
  return { project: readProject(graph, project, root), defect: null };
}

function readProject(
  graph: ObjectGraph,
  project: PrprojObject,
  root: PrprojObject,
): PremiereProject {
  const content = {
    version: attributeOf(project.element, 'Version') ?? '',
    createdBy: textAt(project.element, `${properties}/MZ.BuildVersion.Created`) ?? '',
    modifiedBy: textAt(project.element, `${properties}/MZ.BuildVersion.Modified`) ?? '',
    documentId: root.id,
    root: readBins(graph, root),
    media: byId(graph.all('Media').map((object) => readMedia(graph, object))),
    masterClips: byId(graph.all('MasterClip').map((object) => readMasterClip(graph, object))),
    sequences: byId(graph.all('Sequence').map((object) => readSequence(graph, object))),
    hasOwnColumns: (textAt(project.element, schemaPath) ?? '').includes('<xmp_property'),
    openSequences: openSequencesOf(elementAt(project.element, properties)),
  };
  return {
    ...content,
    counts: graph.counts(),
    unread: graph.unread(),
    remarks: graph.remarks.list(),
  };
}

function byId<Value extends { readonly id: string }>(
  values: readonly Value[],
): ReadonlyMap<string, Value> {
  return new Map(values.map((value) => [value.id, value]));
}

function openSequencesOf(bag: PrprojElement | undefined): readonly string[] {
  const names = childNamesOf(bag).filter((name) => name.startsWith(openSequencePrefix));
  return names.map((name) => textAt(bag, name) ?? '').filter((id) => id !== '');
}
