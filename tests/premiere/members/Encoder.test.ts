import { describeMembers, until } from './describeMembers';

describeMembers(
  `var cut = made('Cut', bring('/cards/A001.mov')), out = folder + '/cut.mp4', heard = [];
   app.encoder.bind('onEncoderJobComplete', function (id, file) { heard.push(id + '>' + file); });`,
  [
    [
      'Encoder.launchEncoder',
      'answers and leaves the queue ready',
      [`app.encoder.launchEncoder()`, `BridgeTalk.getStatus('ame') !== 'ISNOTRUNNING'`],
      'true',
    ],
    [
      'Encoder.encodeSequence',
      'answers the id of a job as text, which waits for startBatch',
      [
        `app.encoder.launchEncoder()`,
        `var id = app.encoder.encodeSequence(cut, out, presetPath, app.encoder.ENCODE_ENTIRE, 1)`,
        `$.sleep(50)`,
        `[typeof id, id !== '' && id !== '0', new File(out).exists, heard.length].join()`,
      ],
      'string,true,false,0',
    ],
    [
      'Encoder.startBatch',
      'renders what is queued, and tells the handler between scripts',
      [
        `app.encoder.launchEncoder()`,
        `var id = app.encoder.encodeSequence(cut, out, presetPath, 0, 1); app.encoder.startBatch(); var during = heard.length`,
        until(`heard.length > 0`),
        `[during, heard.length, heard[0] === id + '>' + out, new File(out).exists].join()`,
      ],
      '0,1,true,true',
    ],
    [
      'Encoder.ENCODE_IN_TO_OUT',
      'is 1, beside 0 for all and 2 for the work area',
      `[app.encoder.ENCODE_ENTIRE, app.encoder.ENCODE_IN_TO_OUT, app.encoder.ENCODE_WORKAREA].join()`,
      '0,1,2',
    ],
    ['Encoder.ENCODE_ENTIRE', 'is 0', `app.encoder.ENCODE_ENTIRE`, '0'],
    [
      'Encoder.encodeProjectItem',
      'queues a clip',
      [
        `app.encoder.launchEncoder()`,
        `var id = app.encoder.encodeProjectItem(root.children[0], out, presetPath, 0, 1); app.encoder.startBatch()`,
        until(`heard.length > 0`),
        `heard[0] === id + '>' + out`,
      ],
      'true',
    ],
  ],
);
