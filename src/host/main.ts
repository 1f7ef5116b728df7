import type { WireCalls } from '../contract/host';
import { addBins } from './addBins';
import { assembleSequence } from './assembleSequence';
import { describeHost } from './describeHost';
import { hasOwn } from './hostValues';
import { failure, toFailureReply } from './failure';
import { importMedia } from './importMedia';
import { formatJson, parseJson } from './json';
import { hostNamespace, installedHost, newState, type HostNamespace } from './persistentState';
import { queueExport } from './queueExport';
import { readEncoderJobs } from './readEncoderJobs';
import { readProject } from './readProject';
import { saveProject } from './saveProject';
import { updateItems } from './updateItems';

/** The closed set of calls; whatever is not here cannot be reached from outside. */
const calls: WireCalls = {
  describeHost: describeHost,
  readProject: readProject,
  addBins: addBins,
  importMedia: importMedia,
  updateItems: updateItems,
  assembleSequence: assembleSequence,
  queueExport: queueExport,
  readEncoderJobs: readEncoderJobs,
  saveProject: saveProject,
};

type CallTable = Record<string, (request: unknown) => unknown>;

install();

/** Puts the host under its one name, and keeps what an earlier panel's host has heard. */
function install(): void {
  const earlier = installedHost();
  const host: HostNamespace = {
    version: slateflowVersion,
    state: earlier === undefined ? newState() : earlier.state,
    call: answerCall,
  };
  ($.global as Record<string, HostNamespace>)[hostNamespace] = host;
}

function answerCall(name: string, requestJson: string): string {
  try {
    const answer = hasOwn(calls, name) ? (calls as unknown as CallTable)[name] : undefined;
    if (answer === undefined) throw failure('bad-request', 'There is no call ' + name + '.');
    const value = answer(parseJson(requestJson));
    return formatJson({ ok: true, value: value });
  } catch (error) {
    return formatJson(toFailureReply(error));
  }
}
