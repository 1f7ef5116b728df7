import { compareVersions } from '../model/Behaviour';

/** The first Premiere that runs plug-ins for UXP. */
export const firstUxpVersion = '25.6';

/** Members that came later (premiere-hosts D2, E7; Min Version in Adobe's reference). */
const since: Readonly<Record<string, string>> = {
  'ClipProjectItem.createSubClipAction': '26.3',
  'EncoderManager.launchEncoder': '26.3',
  'EncoderManager.setEmbeddedXMPEnabled': '26.3',
  'EncoderManager.setSidecarXMPEnabled': '26.3',
  'EncoderManager.startBatchEncode': '26.3',
  'AudioTrack.createSetNameAction': '26.3',
  'Marker.guid': '26.3',
  'Project.closeSequence': '26.2',
  'Project.createSequenceWithPresetPath': '26.3',
  'Project.isProject': '26.2',
  'ProjectConverter.exportAsFinalCutProXML': '26.2',
  'ProjectConverter.exportAsOpenTimelineIO': '26.2',
  'SequenceSettings.getVideoFrameRate': '26.2',
  'SequenceSettings.setVideoFrameRate': '26.2',
  'VideoTrack.createSetNameAction': '26.3',
};

/** Whether a version has a member, such as `Marker.guid`. */
export function isThere(member: string, version: string): boolean {
  return compareVersions(version, since[member] ?? firstUxpVersion) >= 0;
}
