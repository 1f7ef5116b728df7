import fs from 'node:fs';
import path from 'node:path';
import { simulatedMedia } from '../../helpers/simulatedMedia';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let run: TestPremiere['run'];
let folder: string;

beforeEach(async () => {
  const media = simulatedMedia({
    '/cards/A001.mov': {},
    '/cards/long.mov': { seconds: 20 },
    '/cards/mute.mov': { channels: 0 },
    '/proxies/A001.mov': {},
    '/sound/mono.wav': { frameRate: null, channels: 1 },
    '/sound/poly.wav': { frameRate: null, channels: 4 },
  });
  ({ run, folder } = await openTestPremiere({ media }));
  await run(`var clip = bring('/cards/A001.mov'), twin = bring('/cards/A001.mov')`);
});

test('an item that was set offline stays so when it is refreshed, and is online when it is linked', async () => {
  await run(`clip.setOffline(); clip.refreshMedia()`);
  expect(await run(`[clip.isOffline(), twin.isOffline(), clip.getMediaPath()].join()`)).toBe(
    'true,true,/cards/A001.mov',
  );
  expect(
    await run(`[clip.changeMediaPath(clip.getMediaPath(), false), clip.isOffline()].join()`),
  ).toBe('true,false');
});

test('a file of another length or sound is refused unless it is overridden, and then every item of the medium has it', async () => {
  expect(
    await run(
      `[clip.changeMediaPath('/cards/long.mov', false), clip.changeMediaPath('/cards/mute.mov', 0)].join()`,
    ),
  ).toBe('false,false');
  expect(await run(`clip.changeMediaPath('/cards/long.mov', true)`)).toBe('true');
  expect(await run(`[twin.getMediaPath(), twin.getOutPoint().seconds].join()`)).toBe(
    '/cards/long.mov,20',
  );
  await run(`bring('/cards/A001.mov')`);
  expect(await run(`root.children[2].getMediaPath()`)).toBe('/cards/A001.mov');
});

test('refreshing gives the markers of the item, or 0', async () => {
  expect(await run(`clip.refreshMedia()`)).toBe('0');
  await run(`clip.getMarkers().createMarker(1).name = 'clap'`);
  expect(await run(`clip.refreshMedia()[0].name`)).toBe('clap');
});

describe('proxies', () => {
  test('are attached when they match, told by their path, and detached', async () => {
    expect(
      await run(
        `[clip.canProxy(), clip.hasProxy(), clip.getProxyPath(), clip.detachProxy()].join()`,
      ),
    ).toBe('true,false,0,false');
    expect(
      await run(
        `[clip.attachProxy('/proxies/A001.mov', 0), clip.hasProxy(), clip.getProxyPath(), clip.getMediaPath()].join()`,
      ),
    ).toBe('true,true,/proxies/A001.mov,/cards/A001.mov');
    expect(await run(`[clip.detachProxy(), clip.hasProxy(), clip.getProxyPath()].join()`)).toBe(
      'true,false,0',
    );
  });

  test('of another length, other sound, or that are not there are refused', async () => {
    expect(
      await run(
        `[clip.attachProxy('/cards/long.mov', 0), clip.attachProxy('/cards/mute.mov', 0), clip.attachProxy('/no.mov', 0), clip.hasProxy()].join()`,
      ),
    ).toBe('false,false,false,false');
  });

  test('a high-resolution file takes the place of the medium, which becomes its proxy', async () => {
    expect(
      await run(
        `[clip.attachProxy('/proxies/A001.mov', 1), clip.getMediaPath(), clip.getProxyPath()].join()`,
      ),
    ).toBe('true,/proxies/A001.mov,/cards/A001.mov');
  });

  test('no bin, sequence or bars has one', async () => {
    await run(`var bars = project.newBarsAndTone(1920, 1080, '10160640000', 1, 1, 48000, 'Bars')`);
    expect(
      await run(
        `[root.canProxy(), made('Cut', clip).projectItem.canProxy(), bars.canProxy()].join()`,
      ),
    ).toBe('false,false,false');
  });
});

describe('footage interpretation', () => {
  test('is a copy that takes effect when it is given back', async () => {
    await run(`var seen = clip.getFootageInterpretation(); seen.frameRate = 24; seen.pixelAspectRatio = 1.5;
      seen.fieldType = seen.FIELD_TYPE_UPPERFIRST; seen.alphaUsage = seen.ALPHACHANNEL_IGNORE; seen.invertAlpha = true;
      seen.vrLayoutType = seen.VR_LAYOUT_STEREO_SIDE_BY_SIDE; seen.vrHorizontalView = 180`);
    const read = `var now = clip.getFootageInterpretation();
      [now.frameRate, now.pixelAspectRatio, now.fieldType, now.alphaUsage, now.invertAlpha, now.vrLayoutType, now.vrHorizontalView].join()`;
    expect(await run(read)).toBe('25,1,-1,0,false,0,0');
    expect(await run(`clip.setFootageInterpretation(seen); ${read}`)).toBe('24,1.5,1,3,true,2,180');
    expect(await run(`twin.getFootageInterpretation().frameRate`)).toBe('25');
  });

  test('is 0 for sound, bins and sequences, and refuses what is none', async () => {
    expect(
      await run(
        `[bring('/sound/mono.wav').getFootageInterpretation(), root.getFootageInterpretation(), made('Cut', clip).projectItem.getFootageInterpretation()].join()`,
      ),
    ).toBe('0,0,0');
    await expect(run(`clip.setFootageInterpretation({ frameRate: 24 })`)).rejects.toThrow(
      'Illegal Parameter type',
    );
  });

  test('rate and pixels can be set alone', async () => {
    expect(
      await run(
        `[clip.setOverrideFrameRate(23.976), clip.setOverridePixelAspectRatio(4, 3)].join()`,
      ),
    ).toBe('true,true');
    expect(
      await run(
        `var now = clip.getFootageInterpretation(); now.frameRate + ' ' + now.pixelAspectRatio.toFixed(3)`,
      ),
    ).toBe('23.976 1.333');
    expect(await run(`root.setOverrideFrameRate(24)`)).toBe('false');
  });
});

describe('sound', () => {
  test('is mapped by a copy that is given back, for what is placed later', async () => {
    await run(`var poly = bring('/sound/poly.wav'), map = poly.getAudioChannelMapping; map.audioClipsNumber = 1;
      map.audioChannelsType = 1; map.setMappingForChannel(0, 2); map.setMappingForChannel(1, 3)`);
    expect(await run(`poly.getAudioChannelMapping.audioClipsNumber`)).toBe('4');
    expect(
      await run(
        `poly.setAudioChannelMapping(map); var now = poly.getAudioChannelMapping; now.audioClipsNumber + ',' + now.audioChannelsType`,
      ),
    ).toBe('1,1');
    expect(
      await run(
        `var cut = made('Cut', poly); cut.audioTracks[0].clips.numItems + ',' + cut.audioTracks[1].clips.numItems`,
      ),
    ).toBe('1,0');
  });

  test('of channels that are not there is refused', async () => {
    await run(
      `var mono = bring('/sound/mono.wav'), map = mono.getAudioChannelMapping; map.setMappingForChannel(0, 4)`,
    );
    expect(
      await run(`[mono.setAudioChannelMapping(map), map.setMappingForChannel(-1, 0)].join()`),
    ).toBe('false,false');
  });
});

test('colours are told and overridden by names that are known', async () => {
  expect(
    await run(
      `[clip.getColorSpace().name, clip.getColorSpace().primaries, clip.getEmbeddedLUTID(), clip.getInputLUTID()].join()`,
    ),
  ).toBe('BT.709,BT.709,,');
  await run(
    `clip.setOverrideColorSpace('No such space'); clip.setOverrideColorSpace(clip.getOverrideColorSpaceList.value[7])`,
  );
  expect(
    await run(
      `[clip.getColorSpace().name, clip.getOriginalColorSpace().name, root.getColorSpace()].join()`,
    ),
  ).toBe('BT.2100 PQ,BT.709,0');
});

test('a file that has grown is read again when it is refreshed', async () => {
  const file = path.join(folder, 'grow.mov');
  fs.writeFileSync(file, 'x');
  const lengths = { [file]: { seconds: 10 } };
  const { run: here } = await openTestPremiere({ media: simulatedMedia(lengths) });
  await here(`var clip = bring(${JSON.stringify(file)})`);
  lengths[file] = { seconds: 30 };
  expect(
    await here(`clip.refreshMedia(); [clip.getOutPoint().seconds, clip.isOffline()].join()`),
  ).toBe('30,false');
});

test('what Premiere makes itself has no path and cannot go offline', async () => {
  await run(`var bars = project.newBarsAndTone(1920, 1080, 10160640000, 1, 1, 48000, 'Bars')`);
  expect(
    await run(
      `[bars.type, bars.name, bars.getMediaPath(), bars.isOffline(), bars.setOffline(), bars.canChangeMediaPath(), bars.isSequence(), bars.getOutPoint().seconds].join()`,
    ),
  ).toBe('1,Bars,,false,false,false,false,5');
  await expect(run(`project.newBarsAndTone(1920, 1080)`)).rejects.toThrow('Not Enough Parameters');
});
