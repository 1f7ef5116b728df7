import { describeMembers, openForMembers } from './describeMembers';

describeMembers('', [
  [
    '$.os',
    'names the system that scripts choose separators by',
    `/Windows|Macintosh/.test($.os)`,
    'true',
  ],
  [
    '$.sleep',
    'waits, and everything with it',
    `var before = new Date().getTime(); $.sleep(60); new Date().getTime() - before >= 55`,
    'true',
  ],
  ['$.locale', 'is a language and a country', `/^[a-z]{2}_[A-Z]{2}$/.test($.locale)`, 'true'],
  [
    '$.fileName',
    'is the file that is running',
    `var file = written('where.jsx', '$.fileName'); $.evalFile(file) === file.fsName || $.evalFile(file.fsName) === file.fullName`,
    'true',
  ],
  [
    'ExternalObject.AdobeXMPScript',
    'is undefined until the library is loaded into it',
    `var before = typeof ExternalObject.AdobeXMPScript; ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');
     [before, typeof ExternalObject.AdobeXMPScript].join()`,
    'undefined,object',
  ],
  [
    'new ExternalObject',
    'brings the classes of its library, and throws for one that is not there',
    `var before = typeof XMPMeta; new ExternalObject('lib:AdobeXMPScript'); [before, typeof XMPMeta, thrown(function () { new ExternalObject('lib:NoSuch'); }) !== 'nothing was thrown'].join()`,
    'undefined,function,true',
  ],
  [
    'new CSXSEvent',
    'comes with the plug-in of the bridge',
    `var before = typeof CSXSEvent; new ExternalObject('lib:PlugPlugExternalObject'); [before, typeof new CSXSEvent()].join()`,
    'undefined,object',
  ],
]);

describeMembers(
  `ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');
   var dm = 'http://ns.adobe.com/xmp/1.0/DynamicMedia/', meta = new XMPMeta();`,
  [
    [
      'new XMPMeta',
      'reads a packet, or begins one',
      `meta.setProperty(dm, 'scene', '12A'); [typeof new XMPMeta().serialize(), String(new XMPMeta(meta.serialize()).getProperty(dm, 'scene'))].join()`,
      'string,12A',
    ],
    [
      'XMPMeta.getProperty',
      'is read as text and by its value, and undefined when there is none',
      `meta.setProperty(dm, 'scene', '12A'); var scene = meta.getProperty(dm, 'scene'); [scene.toString(), scene.value, typeof meta.getProperty(dm, 'shotName')].join()`,
      '12A,12A,undefined',
    ],
    [
      'XMPMeta.setProperty',
      'writes over what stood there',
      `meta.setProperty(dm, 'scene', '1'); meta.setProperty(dm, 'scene', '2'); String(meta.getProperty(dm, 'scene'))`,
      '2',
    ],
    [
      'XMPMeta.serialize',
      'is a packet',
      `meta.setProperty(dm, 'scene', '12A'); var packet = meta.serialize(); [/<x:xmpmeta/.test(packet), packet.indexOf(dm) > 0, packet.indexOf('12A') > 0].join()`,
      'true,true,true',
    ],
    [
      'XMPMeta.doesPropertyExist',
      'is a boolean',
      `var before = meta.doesPropertyExist(dm, 'scene'); meta.setProperty(dm, 'scene', '1'); [before, meta.doesPropertyExist(dm, 'scene') === true].join()`,
      'false,true',
    ],
    [
      'XMPMeta.deleteProperty',
      'takes a property away',
      `meta.setProperty(dm, 'scene', '1'); meta.deleteProperty(dm, 'scene'); meta.doesPropertyExist(dm, 'scene')`,
      'false',
    ],
    [
      'XMPProperty.value',
      'is the text of a property',
      `meta.setProperty(dm, 'scene', '1'); meta.getProperty(dm, 'scene').value`,
      '1',
    ],
  ],
);

test('$.writeln: writes to the console', async () => {
  const { premiere, run } = await openForMembers('');
  await run(`$.writeln('one'); $.writeln('two', 2)`);
  expect(premiere.log.map((text) => text.trimEnd())).toEqual(['one', 'two2']);
});

test('alert(): is shown, and the script goes on with nothing', async () => {
  const { premiere, run } = await openForMembers('');
  expect(await run(`String(alert('Done', 'Panel'))`)).toBe('undefined');
  expect(premiere.alerts.join()).toContain('Done');
});

test('confirm(): asks, and answers a boolean', async () => {
  const { premiere, run } = await openForMembers('');
  expect(await run(`typeof confirm('Go on?', false, 'Panel')`)).toBe('boolean');
  expect(premiere.alerts.join()).toContain('Go on?');
});

test('prompt(): asks, and answers null when nobody types', async () => {
  const { premiere, run } = await openForMembers('');
  expect(await run(`String(prompt('Name?', 'Scene 1', 'Panel'))`)).toBe('null');
  expect(premiere.alerts.join()).toContain('Name?');
});

const sending = `new ExternalObject('lib:PlugPlugExternalObject'); var event = new CSXSEvent();
  event.type = 'com.example.progress'; event.data = '50';`;

test('CSXSEvent.dispatch: reaches the listeners of the panel', async () => {
  const { premiere, run } = await openForMembers(sending);
  const heard: string[] = [];
  premiere.addEventListener('com.example.progress', (data) => heard.push(data));
  await run(`event.dispatch()`);
  expect(heard).toEqual(['50']);
});

test('CSXSEvent.type: chooses who hears it', async () => {
  const { premiere, run } = await openForMembers(sending);
  const heard: string[] = [];
  premiere.addEventListener('com.example.other', (data) => heard.push(data));
  await run(
    `event.dispatch(); event.type = 'com.example.other'; event.data = '60'; event.dispatch()`,
  );
  expect(heard).toEqual(['60']);
});

test('CSXSEvent.data: is carried as text', async () => {
  const { premiere, run } = await openForMembers(sending);
  const heard: unknown[] = [];
  premiere.addEventListener('com.example.progress', (data) => heard.push(data));
  await run(`event.data = '{"done":1}'; event.dispatch()`);
  expect(heard).toEqual(['{"done":1}']);
});
