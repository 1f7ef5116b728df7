import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { openSimulatedPremiere } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
const run = (script: string) => premiere.run(script);

/** What every test here begins with: a cut, its picture and its sound, and QE. */
const begin = `var cut = made('Cut', bring('/cards/A001.mov')), picture = cut.videoTracks[0].clips[0],
    sound = cut.audioTracks[0].clips[0];
  app.enableQE();
  function apply(name) {
    var item = qe.project.getActiveSequence().getVideoTrackAt(0).getItemAt(0);
    return item.addVideoEffect(qe.project.getVideoEffectByName(name));
  }
  function last(clip) { return clip.components[clip.components.numItems - 1]; }
  function names(collection) {
    var list = [], i;
    for (i = 0; i < collection.numItems; i++) list.push(collection[i].displayName);
    return list.join();
  }
  function thrown(act) { try { act(); return 'nothing'; } catch (error) { return error.message; } }`;

beforeEach(async () => {
  premiere = await openTestPremiere();
  await run(begin);
});

describe('components', () => {
  test('stand in the order of Premiere: what every item has, then what was applied', async () => {
    expect(await run(`apply('Lumetri Color'); apply('Crop'); names(picture.components)`)).toBe(
      'Opacity,Motion,Lumetri Color,Crop',
    );
    expect(await run(`names(sound.components)`)).toBe('Volume,Channel Volume,Panner');
  });

  test('count by numItems and length, begin at 0, and end with undefined', async () => {
    expect(
      await run(`[picture.components.numItems, picture.components.length, picture.components[0].matchName,
        String(picture.components[2]), picture.components[1].properties.numItems].join()`),
    ).toBe('2,2,AE.ADBE Opacity,undefined,7');
  });

  test('have no members that no source knows', async () => {
    expect(
      await run(`var part = picture.components[0]; [typeof part.remove, typeof part.enabled,
        typeof part.setTimeVarying, typeof part.properties[0].name].join()`),
    ).toBe('undefined,undefined,undefined,undefined');
  });

  test('give a parameter by its name, the first of several, or null', async () => {
    expect(
      await run(`var motion = picture.components[1].properties;
        [motion.getParamForDisplayName('Scale').getValue(), String(motion.getParamForDisplayName('Size'))].join()`),
    ).toBe('100,null');
    expect(
      await run(`apply('Lumetri Color'); var grade = last(picture).properties, i, doubled = 0;
      for (i = 0; i < grade.numItems; i++) if (grade[i].displayName === 'Saturation') doubled++;
      [doubled, grade[14].displayName, grade[19].displayName, grade[20].displayName].join()`),
    ).toBe('3,Temperature,Exposure,Contrast');
  });

  test('of Motion crop as well in 26', async () => {
    const later = await openTestPremiere({ version: '26.3.2' });
    await later.run(begin);
    expect(await later.run(`names(picture.components[1].properties)`)).toBe(
      'Position,Scale,Scale Width, ,Rotation,Anchor Point,Anti-flicker Filter,Crop Left,Crop Top,Crop Right,Crop Bottom',
    );
  });

  test('are gone with their clip', async () => {
    await run(
      `var part = picture.components[0], level = part.properties[0]; picture.remove(false, false)`,
    );
    expect(
      await run(`String(part.displayName) + thrown(function () { level.setValue(5, true); })`),
    ).toBe('undefinedObject is invalid');
  });
});

describe('values', () => {
  test('are of the parameter’s own type, and everything else is an illegal parameter', async () => {
    expect(
      await run(`apply('Crop'); apply('Drop Shadow'); var crop = picture.components[2].properties,
        shadow = picture.components[3].properties, motion = picture.components[1].properties;
        [thrown(function () { crop[0].setValue('ten', true); }), thrown(function () { motion[0].setValue(0.5, true); }),
         thrown(function () { crop[4].setValue(5, true); }), thrown(function () { shadow[0].setValue([1, 2], true); }),
         thrown(function () { crop[0].setValue(); })].join()`),
    ).toBe(
      'Illegal Parameter type,Illegal Parameter type,Illegal Parameter type,Illegal Parameter type,Not Enough Parameters',
    );
  });

  test('are clamped without a word', async () => {
    expect(
      await run(`var opacity = picture.components[0].properties[0];
        [opacity.setValue(140, true), opacity.getValue(), opacity.setValue(-3, 1), opacity.getValue()].join()`),
    ).toBe('true,100,true,0');
  });

  test('of points are two fractions of the frame, and read as an array', async () => {
    expect(
      await run(`var place = picture.components[1].properties[0], before = place.getValue().join();
        place.setValue([0.25, 0.75], true); before + ' ' + place.getValue()[1] + ' ' + (place.getValue() instanceof Array)`),
    ).toBe('0.5,0.5 0.75 true');
  });

  test('of colours are four parts, and one number of 64 bits less the lowest', async () => {
    await run(`apply('Tint'); var white = last(picture).properties[1]`);
    expect(await run(`white.getColorValue().join()`)).toBe('255,255,255,255');
    expect(
      await run(
        `white.setColorValue(255, 51, 102, 200, true) + ' ' + white.getColorValue().join()`,
      ),
    ).toBe('true 255,51,102,200');
    await run(
      `var packed = white.getValue(); white.setColorValue(255, 0, 0, 0, 1); white.setValue(packed, 1)`,
    );
    expect(await run(`typeof packed + white.getColorValue().join()`)).toBe('number255,51,102,200');
    expect(await run(`picture.components[0].properties[0].getColorValue()`)).toBe('0');
  });

  test('of curves and looks cannot be read or written', async () => {
    expect(
      await run(`apply('Lumetri Color'); var blob = last(picture).properties[0];
        String(blob.getValue()) + thrown(function () { blob.setValue('x', true); })`),
    ).toBe('undefinedIllegal Parameter type');
  });

  test('are accepted and not changed where Premiere does that', async () => {
    const stubborn = await openTestPremiere({ behaviour: { setsParameters: false } });
    await stubborn.run(begin);
    expect(
      await stubborn.run(`var scale = picture.components[1].properties[1], answer = scale.setValue(50, true);
        scale.setTimeVarying(true); scale.addKey(1); [answer, scale.getValue(), scale.getKeys()].join()`),
    ).toBe('true,100,0');
  });

  test('of a look-up table took a path until 23.4', async () => {
    const script = `apply('Lumetri Color'); var lut = last(picture).properties.getParamForDisplayName('Input LUT');
      lut.setValue('/luts/log.cube', true) + ' ' + lut.getValue()`;
    expect(await run(script)).toBe('false 0');
    const before = await openTestPremiere({ version: '22.0.0' });
    await before.run(begin);
    expect(await before.run(script)).toBe('true /luts/log.cube');
  });
});

describe('keyframes', () => {
  beforeEach(async () => {
    await run(`var scale = picture.components[1].properties[1]; scale.setTimeVarying(true);
      scale.addKey(2); scale.setValueAtKey(2, 100, true); scale.addKey(4); scale.setValueAtKey(4, 200, true)`);
  });

  test('stand at source times and let values in between be read', async () => {
    expect(
      await run(`[scale.isTimeVarying(), scale.getKeys().length, scale.getKeys()[1].seconds, scale.getValueAtTime(0),
        scale.getValueAtTime(3), scale.getValueAtTime(9), scale.getValueAtKey(4)].join()`),
    ).toBe('true,2,4,100,150,200,200');
  });

  test('hold, and ease where they are bezier', async () => {
    expect(
      await run(`[scale.setInterpolationTypeAtKey(2, 4, true), scale.getValueAtTime(3.96),
        scale.setInterpolationTypeAtKey(2, 5, true), scale.getValueAtTime(2.4) < 120, scale.setInterpolationTypeAtKey(2, 99),
        scale.setInterpolationTypeAtKey(3, 0)].join()`),
    ).toBe('true,100,true,true,false,false');
  });

  test('are found by nearness and in order; undefined is the end', async () => {
    expect(
      await run(`[scale.findNearestKey(2.2, 0.5).seconds, scale.findNearestKey(3.2, 1).seconds, String(scale.findNearestKey(2.5, 0.1)),
        scale.findNextKey(2).seconds, String(scale.findNextKey(4)), scale.findPreviousKey(3).seconds,
        String(scale.findPreviousKey(at('0')))].join()`),
    ).toBe('2,4,undefined,4,undefined,2,undefined');
  });

  test('fall on the frame below, and are found by the Time the host hands back', async () => {
    await run(`scale.addKey(at('${(BigInt(seconds(3)) + 5n).toString()}'))`);
    expect(
      await run(`[scale.keyExistsAtTime(at('${(BigInt(seconds(3)) + 5n).toString()}')),
        scale.keyExistsAtTime(scale.getKeys()[1]), scale.getKeys()[1].seconds, scale.getValueAtKey(3)].join()`),
    ).toBe('false,true,3,150');
  });

  test('go one by one, in a range, and all when the parameter no longer varies', async () => {
    await run(`scale.addKey(5); scale.addKey(6); scale.removeKey(2)`);
    expect(await run(`scale.getKeys().length`)).toBe('3');
    expect(await run(`scale.removeKeyRange(4, 5, true); scale.getKeys()[0].seconds`)).toBe('6');
    expect(await run(`scale.setTimeVarying(false); scale.getKeys()`)).toBe('0');
  });

  test('are refused by parameters that cannot have any', async () => {
    expect(
      await run(`var uniform = picture.components[1].properties[3]; uniform.setTimeVarying(true);
        [uniform.areKeyframesSupported(), uniform.isTimeVarying(), scale.areKeyframesSupported()].join()`),
    ).toBe('false,false,true');
  });
});

describe('what belongs to an item', () => {
  test('is saved with it and opened again', async () => {
    await run(`apply('Gaussian Blur'); apply('Tint'); picture.components[3].properties[0].setColorValue(255, 1, 2, 3, true);
      var blur = picture.components[2].properties[0]; blur.setTimeVarying(true); blur.addKey(1); blur.addKey(2);
      blur.setInterpolationTypeAtKey(1, 4, true); blur.setValueAtKey(1, 30, true);
      picture.components[1].properties[0].setValue([0.1, 0.2], true); project.save()`);
    const again = openSimulatedPremiere({
      projectPath: premiere.projectPath,
      media: premiere.media,
    });
    expect(again.snapshot().sequences).toEqual(premiere.premiere.snapshot().sequences);
    expect(
      await again.evalScript(`var parts = app.project.sequences[0].videoTracks[0].clips[0].components;
        [parts.numItems, parts[2].matchName, parts[2].properties[0].getValueAtTime(1.5), parts[3].properties[0].getColorValue().join('/'),
         parts[1].properties[0].getValue().join('/')].join()`),
    ).toBe('4,AE.ADBE Gaussian Blur 2,30,255/1/2/3,0.1/0.2');
  });

  test('is copied with a sequence, split with the item, and then its own', async () => {
    await run(`apply('Mosaic'); picture.components[2].properties[0].setValue(40, true); cut.clone();
      qe.project.getActiveSequence().getVideoTrackAt(0).razor('00:00:04:00');
      var copy = app.project.activeSequence.videoTracks[0], tail = copy.clips[1].components[2].properties[0];
      tail.setValue(7, true)`);
    expect(
      await run(`[copy.clips.numItems, copy.clips[0].components[2].properties[0].getValue(), tail.getValue(),
        picture.components[2].properties[0].getValue()].join()`),
    ).toBe('2,40,7,40');
  });

  test('is not made by reading it', async () => {
    const saved = async () => {
      await run(`project.save()`);
      return fs.readFileSync(premiere.projectPath, 'utf8');
    };
    const before = await saved();
    await run(`var i, j, part; for (i = 0; i < picture.components.numItems; i++)
      for (part = picture.components[i], j = 0; j < part.properties.numItems; j++) part.properties[j].getValue()`);
    expect(await saved()).toBe(before);
  });
});

describe('a graphics template', () => {
  /** The smallest `.mogrt`: one entry, stored or deflated. */
  function writeTemplate(name: string, definition: unknown, deflate: boolean): string {
    const bytes = Buffer.from(JSON.stringify(definition));
    const packed = deflate ? zlib.deflateRawSync(bytes) : bytes;
    const entry = Buffer.from('definition.json');
    const sizes = (buffer: Buffer, at: number) => {
      buffer.writeUInt16LE(deflate ? 8 : 0, at);
      buffer.writeUInt32LE(packed.length, at + 10);
      buffer.writeUInt32LE(bytes.length, at + 14);
      buffer.writeUInt16LE(entry.length, at + 18);
      return buffer;
    };
    const local = sizes(Buffer.alloc(30), 8);
    local.writeUInt32LE(0x04034b50, 0);
    const central = sizes(Buffer.alloc(46), 10);
    central.writeUInt32LE(0x02014b50, 0);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length + entry.length, 12);
    end.writeUInt32LE(local.length + entry.length + packed.length, 16);
    const file = path.join(premiere.folder, name);
    fs.writeFileSync(file, Buffer.concat([local, entry, packed, central, entry, end]));
    return file;
  }

  const localised = (str: string, ja = '') => ({
    strDB: [{ localeString: 'en_US', str }, ...(ja ? [{ localeString: 'ja_JP', str: ja }] : [])],
  });
  const definition = {
    authorApp: 'aefx',
    clientControls: [
      { type: 6, uiName: localised('Title'), value: localised('Hello') },
      { type: 2, uiName: localised('Size'), value: 40 },
      { type: 1, uiName: localised('Shadow'), value: true },
      { type: 4, uiName: localised('Colour'), value: [1, 0, 0.2, 1] },
    ],
  };

  test.each([true, false])('shows the controls of its file (deflated: %s)', async (deflate) => {
    const file = writeTemplate('Lower Third.mogrt', definition, deflate);
    await run(
      `var title = cut.importMGT(${JSON.stringify(file)}, '${seconds(2)}', 1, 0), controls = title.getMGTComponent()`,
    );
    expect(
      await run(
        `[title.isMGT(), controls.matchName, names(controls.properties), names(title.components)].join(' | ')`,
      ),
    ).toBe('true | AE.ADBE Capsule | Title,Size,Shadow,Colour | Opacity,Motion,Graphic Parameters');
    expect(
      await run(`controls.properties[1].setValue(55, true);
        [controls.properties[1].getValue(), controls.properties[2].getValue(), controls.properties[3].getColorValue().join('/')].join()`),
    ).toBe('55,true,255/255/0/51');
  });

  test('takes text as JSON whose textEditValue is replaced', async () => {
    const file = writeTemplate('Lower Third.mogrt', definition, true);
    await run(
      `var title = cut.importMGT(${JSON.stringify(file)}, '0', 1, 0), text = title.getMGTComponent().properties.getParamForDisplayName('Title')`,
    );
    const before = JSON.parse(await run(`text.getValue()`)) as Record<string, unknown>;
    expect(before['textEditValue']).toBe('Hello');
    await run(`text.setValue(text.getValue().replace('Hello', 'World'), true)`);
    expect(await run(`title.getMGTComponent().properties[0].getValue()`)).toContain('"World"');
  });

  test('made in Premiere shows none, and neither does a clip', async () => {
    const file = writeTemplate('Own.mogrt', { ...definition, authorApp: 'ppro' }, true);
    expect(
      await run(
        `String(cut.importMGT(${JSON.stringify(file)}, '0', 1, 0).getMGTComponent()) + picture.getMGTComponent()`,
      ),
    ).toBe('nullnull');
  });

  test('that cannot be read has one text', async () => {
    const file = path.join(premiere.folder, 'Broken.mogrt');
    fs.writeFileSync(file, 'no zip at all');
    expect(
      await run(
        `var broken = cut.importMGT(${JSON.stringify(file)}, '0', 1, 0).getMGTComponent(); names(broken.properties)`,
      ),
    ).toBe('Text');
  });
});
