import fs from 'node:fs';
import path from 'node:path';
import type { SimulatedPremiereOptions } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { frames25, openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
const run = (script: string) => premiere.run(script);

const begin = `var clip = bring('/cards/A001.mov'), cut = made('Cut', clip); app.enableQE();
  var seq = qe.project.getActiveSequence(), track = seq.getVideoTrackAt(0), sound = seq.getAudioTrackAt(0),
    video = cut.videoTracks[0], item = track.getItemAt(0);
  function thrown(act) { try { return String(act()); } catch (error) { return error.message; } }`;

async function openAs(options: Partial<SimulatedPremiereOptions>): Promise<TestPremiere> {
  const opened = await openTestPremiere(options);
  await opened.run(begin);
  return opened;
}

beforeEach(async () => {
  premiere = await openAs({});
});

describe('the application', () => {
  test('answers what scripts ask of it', async () => {
    expect(
      await run(`[qe.name, qe.version, qe.project.name, typeof qe.executeConsoleCommand('con.closelog'),
        qe.startPlayback(), qe.stopPlayback(), qe.setDebugDatabaseEntry('a.b', 'true'), qe.getDebugDatabaseEntry('a.b')].join()`),
    ).toBe('Adobe Premiere Pro,25.6.0,Show.sfproj,boolean,true,true,true,true');
  });

  test('has none of the calls that no source knows', async () => {
    expect(
      await run(`[typeof qe.executeCommand, typeof qe.isCommandChecked, typeof track.addTransition, typeof track.setSolo,
        typeof track.isSolo, typeof track.setHeight, typeof seq.addVideoTrack, typeof seq.addAudioTrack, typeof seq.setFrameSize,
        typeof item.setSelected, typeof qe.project.getMenuByName, typeof seq.snap].join()`),
    ).toBe(Array.from({ length: 12 }, () => 'undefined').join());
  });
});

describe('the project', () => {
  test('makes a sequence by name and preset and brings it to the front', async () => {
    const preset = path.join(premiere.folder, 'small.sqpreset');
    fs.writeFileSync(
      preset,
      '<PremiereData><Sequence><VideoFrameRate>10584000000</VideoFrameRate><VideoFrameSize>0,0,1280,720</VideoFrameSize></Sequence></PremiereData>',
    );
    expect(
      await run(`[qe.project.newSequence('Reel', ${JSON.stringify(preset)}), project.activeSequence.name,
        project.activeSequence.frameSizeHorizontal, project.activeSequence.timebase,
        qe.project.getActiveSequence().name].join()`),
    ).toBe('true,Reel,1280,10584000000,Reel');
  });

  test('finds effects and transitions by name, and lists them until 26', async () => {
    const script = `var list = qe.project.getVideoEffectList(), seen = false, i;
      for (i = 0; i < list.length; i++) if (list[i] === 'Lumetri Color') seen = true;
      [seen, list.length > 50, qe.project.getAudioEffectList().length > 20, qe.project.getAudioTransitionList().join('/'),
       qe.project.getVideoTransitionList().length > 20, qe.project.getVideoEffectByName('Lumetri Color').name,
       String(qe.project.getVideoEffectByName('Cross Dissolve')), qe.project.getAudioEffectByName('DeNoise').name].join()`;
    expect(await run(script)).toBe(
      'true,true,true,Constant Gain/Constant Power/Exponential Fade,true,Lumetri Color,undefined,DeNoise',
    );
    const later = await openAs({ version: '26.3.2' });
    expect(await later.run(script)).toBe(
      'false,false,false,,false,Lumetri Color,undefined,DeNoise',
    );
  });

  test('makes bins, layers and leaders', async () => {
    expect(
      await run(`qe.project.newBin('Stock'); qe.project.newAdjustmentLayer('Grade', 1280, 720);
        qe.project.newBlackVideo(1920, 1080); qe.project.newTransparentVideo('Clear', 1920, 1080, 25);
        qe.project.newUniversalCountingLeader(1920, 1080); qe.project.newBarsAndTone(1920, 1080);
        var names = [], i; for (i = 0; i < root.children.numItems; i++) names.push(root.children[i].name);
        names.join() + root.children[3].isAdjustmentLayer()`),
    ).toBe(
      'A001.mov,Cut,Stock,Grade,Black Video,Clear,Universal Counting Leader,Bars and Tonetrue',
    );
  });

  test('counts each kind of item apart', async () => {
    expect(
      await run(`qe.project.newBin('Stock'); bring('/cards/A002.mov', root.children[2]);
        var bin = qe.project.getBinAt(0);
        [qe.project.numItems, qe.project.numBins, qe.project.numSequenceItems, qe.project.numSequences, bin.name, bin.numItems,
         bin.getItemAt(0).name, bin.getItemAt(0).filePath, bin.getItemAt(0).clip.videoFrameWidth,
         qe.project.getSequenceItemAt(0).name, qe.project.findItemByID(clip.nodeId).name, String(qe.project.getItemAt(9))].join()`),
    ).toBe('1,1,1,1,Stock,1,A002.mov,/cards/A002.mov,1920,Cut,A001.mov,undefined');
  });

  test('counts the steps of undoing and takes none back', async () => {
    expect(
      await run(`var before = qe.project.undoStackIndex(); clip.name = 'x'; cut.setPlayerPosition('0');
        [qe.project.undoStackIndex() - before, qe.project.undo(), clip.name].join()`),
    ).toBe('2,false,x');
  });

  test('answers upkeep with true', async () => {
    expect(
      await run(
        `[qe.project.deletePreviewFiles('E6C7D6D6-0001'), qe.project.flushCache(), seq.flushCache()].join()`,
      ),
    ).toBe('true,true,true');
  });
});

describe('the sequence', () => {
  test('tells the playhead in its display format, from its zero point', async () => {
    expect(
      await run(`cut.setZeroPoint('${seconds(3600)}'); cut.setPlayerPosition('${frames25(30)}');
        [seq.CTI.timecode, seq.CTI.secs, seq.CTI.frames, seq.CTI.ticks === cut.getPlayerPosition().ticks, typeof seq.CTI.ticks].join()`),
    ).toBe('01:00:01:05,1.2,30,true,string');
  });

  test('has a player that steps and scrubs', async () => {
    expect(
      await run(`var player = seq.player; player.play(1); player.stop(); player.step(3); var third = cut.getPlayerPosition().ticks;
        player.startScrubbing(); player.scrubTo('${seconds(2)}'); player.endScrubbing(); third + ' ' + cut.getPlayerPosition().seconds`),
    ).toBe(`${frames25(3)} 2`);
  });

  test('gives up tracks one by one and when they are empty', async () => {
    expect(
      await run(`seq.addTracks(2, 1, 1, 1, 0); var many = seq.numVideoTracks + '/' + seq.numAudioTracks; seq.removeVideoTrack(1);
        seq.removeVideoTrack(99); var fewer = seq.numVideoTracks; seq.removeEmptyVideoTracks(); seq.removeEmptyAudioTracks();
        [many, fewer, seq.numVideoTracks, seq.numAudioTracks, cut.videoTracks[0].clips.numItems].join()`),
    ).toBe('5/4,4,1,1,1');
  });

  test('locks, mutes and syncs all tracks at once', async () => {
    expect(
      await run(`seq.lockTracks(true); seq.muteTracks(true); seq.syncLockTracks(false);
        [video.isLocked(), cut.audioTracks[2].isMuted(), track.isSyncLocked()].join()`),
    ).toBe('true,true,false');
  });

  test('comes to the front', async () => {
    expect(
      await run(`made('Other', clip); var before = project.activeSequence.name; qe.project.getSequenceAt(0).makeCurrent();
        before + project.activeSequence.name`),
    ).toBe('OtherCut');
  });

  test('lifts and extracts what is marked on the targeted tracks', async () => {
    expect(
      await run(`seq.setInPoint('00:00:02:00'); seq.setOutPoint('00:00:04:00'); seq.lift(); var lifted = shape(video);
        seq.extract(); lifted + ' | ' + shape(video)`),
    ).toBe('A001.mov 0-2@0, A001.mov 4-10@4 | A001.mov 0-2@0, A001.mov 2-8@4');
  });

  test('writes a frame until 25.3 and then says false', async () => {
    const file = path.join(premiere.folder, 'still.png');
    const script = (to: string) =>
      `seq.exportFramePNG(seq.CTI.timecode, ${JSON.stringify(to)}) + ' ' + seq.exportFrameDPX(seq.CTI.timecode, '/x.dpx')`;
    expect(await run(script(file))).toBe('false false');
    expect(fs.existsSync(file)).toBe(false);
    const before = await openAs({ version: '2024' });
    const written = path.join(before.folder, 'still.png');
    expect(await before.run(script(written))).toBe('true false');
    expect(fs.existsSync(written)).toBe(true);
    expect(before.media.rendered.at(-1)?.format.videoCodec).toBe('still');
  });
});

describe('a track', () => {
  test('is cut by a label of the display format, and by nothing else', async () => {
    expect(
      await run(`[track.razor('00:00:04:00'), sound.razor('00:00:04:00'), String(track.razor('${seconds(5)}')),
        String(track.razor('00;00;05;00')), String(track.razor(5)), shape(video), video.clips[1].getLinkedItems().length,
        video.clips[0].getLinkedItems().length].join(' ')`),
    ).toBe('true true undefined undefined undefined A001.mov 0-4@0, A001.mov 4-10@4 1 1');
  });

  test('is cut from the zero point on', async () => {
    expect(
      await run(`cut.setZeroPoint('${seconds(3600)}'); track.razor('00:00:04:00'); var none = video.clips.numItems;
        cut.setPlayerPosition('${seconds(4)}'); track.razor(seq.CTI.timecode); none + shape(video)`),
    ).toBe('1A001.mov 0-4@0, A001.mov 4-10@4');
  });

  test('that drops frames is cut by labels that drop', async () => {
    expect(
      await run(`var settings = cut.getSettings(), frame = new Time(); frame.ticks = '8475667200'; settings.videoFrameRate = frame;
        settings.videoDisplayFormat = 102; clear(cut).setSettings(settings)`),
    ).toBeDefined();
    expect(
      await run(`cut.overwriteClip(clip, at('0'), 0, 0); track.razor('00:00:05:00'); var colons = video.clips.numItems;
        track.razor('00;00;05;00'); cut.setPlayerPosition(String(8475667200 * 90)); track.razor(seq.CTI.timecode);
        [colons, video.clips.numItems, seq.CTI.timecode, video.clips[1].start.ticks / 8475667200].join()`),
    ).toBe('1,3,00;00;03;00,90');
  });

  test('that is locked is not cut', async () => {
    expect(await run(`track.setLock(true); track.razor('00:00:04:00'); video.clips.numItems`)).toBe(
      '1',
    );
  });

  test('is cut with all the others by the sequence', async () => {
    expect(
      await run(`seq.razor('00:00:03:00', true, true); [video.clips.numItems, cut.audioTracks[0].clips.numItems,
        video.clips[1].getLinkedItems()[0].start.seconds].join()`),
    ).toBe('2,2,3');
  });

  test('takes items at labels', async () => {
    expect(
      await run(`clip.setOutPoint(2, 4); seq.getVideoTrackAt(1).overwrite(clip, '00:00:05:00'); track.insert(clip, '00:00:00:00');
        shape(cut.videoTracks[1]) + ' | ' + shape(video)`),
    ).toBe('A001.mov 5-7@0 | A001.mov 0-2@0, A001.mov 2-12@0');
  });

  test('has a name, a lock, a mute and a sync lock', async () => {
    expect(
      await run(`[track.setName('Picture'), video.name, track.setMute(true), video.isMuted(), track.isSyncLocked(),
        track.setSyncLock(false), track.isSyncLocked(), track.setLock(1), track.isLocked()].join()`),
    ).toBe('true,Picture,true,true,true,true,false,true,true');
  });
});

describe('an item', () => {
  test('takes effects of its own kind that QE handed out', async () => {
    expect(
      await run(`[item.addVideoEffect(qe.project.getVideoEffectByName('Crop')), item.addAudioEffect(qe.project.getAudioEffectByName('DeEsser')),
        thrown(function () { return item.addVideoEffect('Crop'); }), thrown(function () { return item.addVideoEffect(); }),
        sound.getItemAt(0).addAudioEffect(qe.project.getAudioEffectByName('DeEsser')), item.numComponents,
        item.getComponentAt(2).name, item.getComponentAt(2).matchName, String(item.getComponentAt(9)),
        cut.audioTracks[0].clips[0].components[3].displayName].join()`),
    ).toBe(
      'true,false,Illegal Parameter type,Illegal Parameter type,true,3,Crop,AE.ADBE AECrop,undefined,DeEsser',
    );
  });

  test('loses an effect by its component, and never what it always has', async () => {
    expect(
      await run(`item.addVideoEffect(qe.project.getVideoEffectByName('Crop')); item.addVideoEffect(qe.project.getVideoEffectByName('Tint'));
        [item.getComponentAt(0).remove(), item.getComponentAt(2).remove(), video.clips[0].components[2].displayName,
         thrown(function () { return item.removeEffects(); }), item.removeEffects(true, true, true, true, true),
         video.clips[0].components.numItems].join()`),
    ).toBe('false,true,Tint,Not Enough Parameters,true,2');
  });

  test('runs faster with five arguments, or to a wanted length', async () => {
    expect(
      await run(`[thrown(function () { return item.setSpeed(2, '', false); }), item.setSpeed(2, '', false, false, false), video.clips[0].end.seconds,
        item.speed, video.clips[0].getSpeed(), item.setSpeed(1, '00:00:04:00', true, false, false), video.clips[0].end.seconds,
        video.clips[0].getSpeed(), video.clips[0].isSpeedReversed()].join()`),
    ).toBe('Not Enough Parameters,true,5,2,2,true,4,2.5,true');
    const later = await openAs({ version: '26.3.2' });
    expect(
      await later.run(
        `thrown(function () { return item.setSpeed(2, '', false, false, false); }) + video.clips[0].end.seconds`,
      ),
    ).toBe('Unknown error exception10');
  });

  test('moves by frames, and to other tracks by deltas with what is linked to it', async () => {
    expect(
      await run(`[thrown(function () { return item.moveToTrack(1, 0, '0'); }), item.moveToTrack(1, 1, '-25', false),
        item.moveToTrack(9, 0, '0', false), item.moveToTrack(1, 2, '25', false), shape(cut.videoTracks[1]), shape(cut.audioTracks[2]),
        video.clips.numItems, item.move('25', false), shape(cut.videoTracks[1]), item.moveToTrack(-1, -2, '0', true),
        shape(video), shape(cut.videoTracks[1])].join(' | ')`),
    ).toBe(
      'Not Enough Parameters | false | false | true | A001.mov 1-11@0 | A001.mov 1-11@0 | 0 | true | A001.mov 2-12@0 | true | ' +
        'A001.mov 2-12@0 | A001.mov 2-12@0',
    );
  });

  test('closes its gap until 26, and then says false', async () => {
    const script = `track.razor('00:00:04:00'); var done = track.getItemAt(0).rippleDelete(); done + shape(video)`;
    expect(await run(script)).toBe('trueA001.mov 0-6@4');
    const later = await openAs({ version: '26.3.2' });
    expect(await later.run(script)).toBe('falseA001.mov 0-4@0, A001.mov 4-10@4');
  });

  test('slips within its media, slides and rolls, and from 26 on is only spoilt', async () => {
    const script = `clip.setInPoint(2, 4); clip.setOutPoint(6, 4); clear(cut); var i;
      for (i = 0; i < 3; i++) video.overwriteClip(clip, at(String(i * ${seconds(4)})));
      track.getItemAt(1).slip('25'); var slipped = shape(video);
      track.getItemAt(1).slide('25'); var slid = shape(video);
      track.getItemAt(0).roll('-50', false); [slipped, slid, shape(video)].join(' | ')`;
    const name = 'A001.mov';
    expect(await run(script)).toBe(
      [
        `${name} 0-4@2, ${name} 4-8@3, ${name} 8-12@2`,
        `${name} 0-5@2, ${name} 5-9@3, ${name} 9-12@3`,
        `${name} 0-3@2, ${name} 3-9@1, ${name} 9-12@3`,
      ].join(' | '),
    );
    const later = await openAs({ version: '26.3.2' });
    expect(await later.run(script)).toContain(`${name} 4-8@4`);
  });

  test('keeps what only QE sets, through the file', async () => {
    await run(`item.setFrameBlend(true); item.setScaleToFrameSize(true); item.setTimeInterpolationType(2); item.setReverse(true);
      item.setName('Take'); project.save(); app.openDocument(project.path)`);
    expect(
      await run(`[item.frameBlend, item.scaleToFrameSize, item.timeInterpolationType, item.reversed, item.name,
        video.clips[0].name, item.borderWidth].join()`),
    ).toBe('1,1,2,1,Take,Take,0');
  });

  test('of a gap is empty and refuses everything', async () => {
    expect(
      await run(`item.move('50', false); var gap = track.getItemAt(0);
        [track.numItems, gap.type, gap.name, gap.start.secs, gap.end.secs, gap.duration, gap.numComponents,
         gap.addVideoEffect(qe.project.getVideoEffectByName('Crop')), gap.remove(false, false), gap.setFrameBlend(true)].join()`),
    ).toBe('2,Empty,,0,2,00:00:02:00,0,false,false,false');
  });

  test('leads to its project item', async () => {
    expect(await run(`item.getProjectItem().name + item.getProjectItem().clip.filePath`)).toBe(
      'A001.mov/cards/A001.mov',
    );
  });
});

describe('the source monitor', () => {
  test('leads to the clip over the file it opened', async () => {
    expect(
      await run(`qe.source.openFilePath('/cards/A001.mov'); qe.source.clip.setInPoint(2); qe.source.clip.setOutPoint(4);
        [qe.source.clip.name, clip.getInPoint(4).seconds, clip.getOutPoint(4).seconds].join()`),
    ).toBe('A001.mov,2,4');
  });

  test('opens a file and plays it', async () => {
    expect(
      await run(`[qe.source.openFilePath('/cards/A002.mov'), qe.source.player.play(1), qe.source.player.step(25),
        qe.source.player.getPosition().seconds, qe.source.player.stop()].join()`),
    ).toBe('true,true,true,1,true');
  });
});
