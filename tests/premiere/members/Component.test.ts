import { describeMembers } from './describeMembers';

describeMembers(
  `var cut = made('Cut', bring('/cards/A001.mov')), use = cut.videoTracks[0].clips[0], sound = cut.audioTracks[0].clips[0],
    opacity = use.components[0].properties[0], motion = use.components[1], level = sound.components[0].properties[1]`,
  [
    [
      'Component.properties',
      'are the parameters in order, blank and doubled names and all',
      `var names = [], i, list = use.components[0].properties; for (i = 0; i < list.numItems; i++) names.push(list[i].displayName); names.join()`,
      'Opacity,Blend Mode,Blend Mode',
    ],
    [
      'Component.displayName',
      'is the name in the language of the application',
      `[use.components[0].displayName, motion.displayName, sound.components[0].displayName].join()`,
      'Opacity,Motion,Volume',
    ],
    [
      'Component.matchName',
      'is the same in every language',
      `[use.components[0].matchName, motion.matchName].join()`,
      'AE.ADBE Opacity,AE.ADBE Motion',
    ],
    [
      'ComponentCollection.numItems',
      'counts the effects, as length does',
      `[use.components.numItems, use.components.length, sound.components.numItems >= 1, typeof use.components[9]].join()`,
      '2,2,true,undefined',
    ],
    [
      'ComponentParam.setValue',
      'sets a value of the parameter’s own type and refuses another',
      `opacity.setValue(50, true); [opacity.getValue(), thrown(function () { opacity.setValue('half', true); })].join()`,
      '50,Illegal Parameter type',
    ],
    [
      'ComponentParam.setValue',
      'takes a point as an array',
      `motion.properties[0].setValue([0.25, 0.75], true); motion.properties[0].getValue().join('/')`,
      '0.25/0.75',
    ],
    [
      'ComponentParam.getValue',
      'is a number, or an array for a point in parts of the frame',
      `[opacity.getValue(), motion.properties[0].getValue().join('/'), level.getValue().toFixed(8)].join()`,
      '100,0.5/0.5,0.17782794',
    ],
    [
      'ComponentParam.displayName',
      'names a parameter, and one of Motion has none',
      `[motion.properties[0].displayName, motion.properties[1].displayName, level.displayName].join()`,
      'Position,Scale,Level',
    ],
    [
      'ComponentParam.addKey',
      'adds a key at a time of the source, once the parameter varies',
      `opacity.setTimeVarying(true); opacity.addKey(2); opacity.addKey(at('762048000000')); var keys = opacity.getKeys(), times = [], i;
       for (i = 0; i < keys.length; i++) times.push(keys[i].seconds); times.join()`,
      /^(0,)?2,3$/,
    ],
    [
      'ComponentParam.setValueAtKey',
      'gives a key its value',
      `opacity.setTimeVarying(true); opacity.addKey(2); opacity.setValueAtKey(2, 30, true); [opacity.getValueAtKey(2), opacity.getValueAtTime(at('508032000000'))].join()`,
      '30,30',
    ],
    [
      'ComponentParam.setTimeVarying',
      'takes every key away when it is switched off',
      `opacity.setTimeVarying(true); opacity.addKey(2); opacity.setTimeVarying(false); [opacity.isTimeVarying(), !opacity.getKeys()].join()`,
      'false,true',
    ],
    [
      'ComponentParam.isTimeVarying',
      'is a boolean, false until it is switched on',
      `var before = opacity.isTimeVarying(); opacity.setTimeVarying(true); [before, opacity.isTimeVarying()].join()`,
      'false,true',
    ],
    [
      'ComponentParam.getKeys',
      'is an array of Times, and falsy without any',
      `var none = !opacity.getKeys(); opacity.setTimeVarying(true); opacity.addKey(2);
       var keys = opacity.getKeys(); [none, keys[keys.length - 1].ticks].join()`,
      'true,508032000000',
    ],
    [
      'ComponentParam.removeKey',
      'takes one key away',
      `opacity.setTimeVarying(true); opacity.addKey(2); opacity.addKey(3); var before = opacity.getKeys().length; opacity.removeKey(2);
       [before - opacity.getKeys().length, opacity.keyExistsAtTime(at('508032000000'))].join()`,
      '1,false',
    ],
    [
      'ComponentParam.removeKeyRange',
      'takes the keys between two times away',
      `opacity.setTimeVarying(true); opacity.addKey(2); opacity.addKey(3); opacity.addKey(8);
       opacity.removeKeyRange(at('254016000000'), at('1016064000000'), true); var keys = opacity.getKeys(); keys[keys.length - 1].seconds`,
      '8',
    ],
    [
      'ComponentParamCollection.numItems',
      'counts the parameters, as length does',
      `var list = use.components[0].properties; [list.numItems, list.length, typeof list[9]].join()`,
      '3,3,undefined',
    ],
    [
      'ComponentParamCollection.getParamForDisplayName',
      'finds the first of a name, and answers nothing for none',
      `[motion.properties.getParamForDisplayName('Rotation').displayName, !motion.properties.getParamForDisplayName('No such')].join()`,
      'Rotation,true',
    ],
  ],
);
