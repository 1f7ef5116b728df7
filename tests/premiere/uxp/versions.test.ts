import { openUxpPremiere } from '../../helpers/uxpPremiere';

/** Members and the version they came with (premiere-hosts D2). */
const members: readonly (readonly [owner: string, member: string, since: string])[] = [
  ['project', 'lockedAccess', '25.6'],
  ['project', 'closeSequence', '26.2'],
  ['project', 'createSequenceWithPresetPath', '26.3'],
  ['ppro.Project', 'isProject', '26.2'],
  ['ppro.ProjectConverter', 'exportAsFinalCutProXML', '26.2'],
  ['ppro.ProjectConverter', 'exportAsOpenTimelineIO', '26.2'],
  ['await cut.getSettings()', 'getVideoFrameRate', '26.2'],
  ['await cut.getSettings()', 'setVideoFrameRate', '26.2'],
  ['await cut.getVideoTrack(0)', 'createSetNameAction', '26.3'],
  ['ppro.ClipProjectItem.cast(await find("A001.mov"))', 'createSubClipAction', '26.3'],
  ['ppro.EncoderManager.getManager()', 'startBatchEncode', '26.3'],
  ['ppro.EncoderManager.getManager()', 'launchEncoder', '26.3'],
  ['marker', 'guid', '26.3'],
];

const open = `const cut = await project.getActiveSequence();
  const list = await ppro.Markers.getMarkers(cut);
  edit(() => list.createAddMarkerAction('Slate', 'Comment', time(0)));
  const [marker] = list.getMarkers();`;

const setup = `made('Cut', bring('/cards/A001.mov')); 1`;

test.each(['25.6.0', '26.2.0', '26.3.0'])(
  '%s has its members and no later ones',
  async (version) => {
    const { uxp, run } = await openUxpPremiere({ version });
    await run(setup);
    const asked = members.map(([owner, member]) => `typeof (${owner}).${member}`).join();
    const expected = members.map(([, member, since]) => {
      if (version.localeCompare(since, 'en', { numeric: true }) < 0) return 'undefined';
      return member === 'guid' ? 'object' : 'function';
    });
    expect(await uxp(`${open} [${asked}]`)).toEqual(expected);
  },
);

test.each([
  ['25.6.0', true],
  ['26.2.0', true],
  ['26.3.0', false],
])('setSelection promises in %s: %s', async (version, promises) => {
  const { uxp, run } = await openUxpPremiere({ version });
  await run(setup);
  const script = `${open} const answer = cut.setSelection(await cut.getSelection());
    [answer instanceof Promise, await answer]`;
  expect(await uxp(script)).toEqual([promises, true]);
});

/** What answers at once in 26.3; all else is a promise (premiere-hosts D2). */
const atOnce = [
  'project.getSequence(cut.guid)',
  'ppro.Project.getProject(project.guid)',
  'ppro.Project.isProject(project.path)',
  'item.getId()',
  'item.getParentBin()',
  'ppro.FolderItem.cast(root)',
  'ppro.SequenceEditor.getEditor(cut)',
  'track.getTrackItems(1, false)',
  'list.getMarkers()',
  'marker.getName()',
  'marker.getStart()',
  'ppro.EncoderManager.getManager()',
];
const promised = [
  'ppro.Project.getActiveProject()',
  'project.getRootItem()',
  'project.getSequences()',
  'project.getActiveSequence()',
  'project.save()',
  'root.getItems()',
  'item.getColorLabelIndex()',
  'cut.getVideoTrackCount()',
  'cut.getVideoTrack(0)',
  'cut.getEndTime()',
  'cut.getSelection()',
  'track.isMuted()',
  'track.getIndex()',
  'track.getTrackItems(1, false)[0].getStartTime()',
  'ppro.Markers.getMarkers(cut)',
  'ppro.ClipProjectItem.cast(item).getMediaFilePath()',
];

test('what answers at once and what promises', async () => {
  const { uxp, run } = await openUxpPremiere();
  await run(setup);
  const asked = [...atOnce, ...promised].map((call) => `${call} instanceof Promise`).join();
  const script = `${open} const item = await find('A001.mov'), track = await cut.getVideoTrack(0); [${asked}]`;
  expect(await uxp(script)).toEqual([...atOnce.map(() => false), ...promised.map(() => true)]);
});
