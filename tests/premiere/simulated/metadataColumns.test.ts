import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

interface Column {
  readonly ColumnID: string;
  readonly ColumnName: string;
  readonly ColumnPath: string;
  readonly ColumnValue: string;
}

const namespace = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/';
const loadXmp = `ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript'); var ns = '${namespace}';
  function column(item, name) { var found = new XMPMeta(item.getProjectMetadata()).getProperty(ns, name); return found === undefined ? 'none' : String(found); }`;

async function columnsOf({ run }: TestPremiere, item: string): Promise<Map<string, Column>> {
  const columns = JSON.parse(await run(`${item}.getProjectColumnsMetadata()`)) as Column[];
  return new Map(columns.map((column) => [column.ColumnID, column]));
}

test('the packet tells picture, sound, file and state of a clip, and has no column for what it lacks', async () => {
  const { run } = await openTestPremiere();
  await run(
    `${loadXmp} var clip = bring('/cards/A001.mov'), mute = bring('/cards/A002.mov'), poly = bring('/sound/poly.wav')`,
  );
  expect(
    await run(
      `[column(clip, 'Column.Intrinsic.VideoInfo'), column(clip, 'Column.Intrinsic.AudioInfo'), column(clip, 'Column.Intrinsic.MediaTimebase'), column(clip, 'Column.Intrinsic.FileName')].join('|')`,
    ),
  ).toBe('1920 x 1080 (1.0)|48000 Hz - 24-bit - Stereo|25 fps|A001.mov');
  expect(
    await run(
      `[column(mute, 'Column.Intrinsic.AudioInfo'), column(poly, 'Column.Intrinsic.VideoInfo'), column(poly, 'Column.Intrinsic.AudioInfo'), column(root, 'Column.Intrinsic.VideoInfo')].join('|')`,
    ),
  ).toBe('none|none|48000 Hz - 24-bit - 4 Mono|none');
});

test('columns follow relinking, interpretation, proxies and the marks of picture and sound', async () => {
  const { run } = await openTestPremiere();
  await run(`${loadXmp} var clip = bring('/cards/A001.mov'); column(clip, 'Column.Intrinsic.FilePath'); clip.setOverrideFrameRate(23.976); clip.setOverridePixelAspectRatio(16, 15);
    clip.setInPoint(1, 1); clip.setOutPoint(4, 2); clip.changeMediaPath('/cards/B001.mov', true); clip.setOffline()`);
  expect(
    await run(`[column(clip, 'Column.Intrinsic.FilePath'), column(clip, 'Column.Intrinsic.MediaTimebase'), column(clip, 'Column.Intrinsic.VideoInfo'), column(clip, 'Column.PropertyText.Status'),
      column(clip, 'Column.Intrinsic.VideoInPoint'), column(clip, 'Column.Intrinsic.AudioInPoint'), column(clip, 'Column.Intrinsic.AudioOutPoint')].join('|')`),
  ).toBe(`/cards/B001.mov|23.976 fps|1920 x 1080 (1.0667)|Offline|${seconds(1)}|0|${seconds(4)}`);
});

test('a Premiere that writes timecode into the packet counts frames for pictures and samples for sound', async () => {
  const { run } = await openTestPremiere({ behaviour: { packetTimes: 'timecode' } });
  await run(
    `${loadXmp} var clip = bring('/cards/A001.mov'), sound = bring('/sound/mono.wav'); clip.setOutPoint(4.65, 4); sound.setOutPoint(6.5, 4)`,
  );
  expect(
    await run(
      `[column(clip, 'Column.Intrinsic.MediaStart'), column(clip, 'Column.Intrinsic.MediaDuration'), column(clip, 'Column.Intrinsic.VideoOutPoint'), column(sound, 'Column.Intrinsic.AudioOutPoint')].join()`,
    ),
  ).toBe('01:00:00:00,00:00:10:00,00:00:04:16,00:00:06:24000');
});

test('the JSON has the columns that the panel shows, also those without a value, under the namespace', async () => {
  const premiere = await openTestPremiere();
  await premiere.run(`var clip = bring('/cards/A001.mov')`);
  const columns = await columnsOf(premiere, 'clip');
  expect(columns.get('Column.Intrinsic.VideoInfo')).toEqual({
    ColumnID: 'Column.Intrinsic.VideoInfo',
    ColumnName: 'Video Info',
    ColumnPath: namespace,
    ColumnValue: '1920 x 1080 (1.0)',
  });
  expect(columns.get('Column.PropertyText.Scene')?.ColumnValue).toBe('');
  expect(columns.has('Column.Intrinsic.FilePath')).toBe(false);
});

test('a layout that a script writes decides which columns the JSON has', async () => {
  const premiere = await openTestPremiere();
  await premiere.run(`var clip = bring('/cards/A001.mov'); project.addPropertyToProjectMetadataSchema('Mood', 'Mood', 2);
    var layout = project.getProjectPanelMetadata().replace('<Column.ID>Column.Intrinsic.FilePath</Column.ID><Column.IsHidden>true', '<Column.ID>Column.Intrinsic.FilePath</Column.ID><Column.IsHidden>false')
      .replace('</PremiereData>', '<StringColumn><Column.ID>Mood</Column.ID><Column.IsHidden>false</Column.IsHidden></StringColumn></PremiereData>');
    project.setProjectPanelMetadata(layout)`);
  const columns = await columnsOf(premiere, 'clip');
  expect([
    columns.get('Column.Intrinsic.FilePath')?.ColumnValue,
    columns.get('Mood')?.ColumnName,
  ]).toEqual(['/cards/A001.mov', 'Mood']);
});

test.each([
  ['es', 'Nombre', 'Escena'],
  ['ja', '名前', 'シーン'],
  ['en', 'Name', 'Scene'],
])(
  'headings are in the language of Premiere (%s), ids and values are not',
  async (language, name, scene) => {
    const premiere = await openTestPremiere({ language });
    await premiere.run(`var clip = bring('/cards/A001.mov')`);
    const columns = await columnsOf(premiere, 'clip');
    expect([
      columns.get('Column.Intrinsic.Name')?.ColumnName,
      columns.get('Column.PropertyText.Scene')?.ColumnName,
    ]).toEqual([name, scene]);
    expect(columns.get('Column.Intrinsic.Name')?.ColumnValue).toBe('A001.mov');
  },
);

test('flags take two words, computed columns and columns outside the schema take nothing', async () => {
  const { run } = await openTestPremiere();
  await run(`${loadXmp} var clip = bring('/cards/A001.mov'), xmp = new XMPMeta();
    function write(name, value) { xmp.setProperty(ns, name, value); clip.setProjectMetadata(xmp.serialize(), [name]); return column(clip, name); }`);
  expect(
    await run(
      `[write('Column.PropertyBool.Good', 'yes'), write('Column.PropertyBool.Good', 'True'), write('Column.PropertyText.SoundRoll', 'S1'), write('Column.Intrinsic.VideoInfo', '1 x 1'), write('Own', '1'), write('Column.Intrinsic.Name', '24A')].join('|')`,
    ),
  ).toBe('none|True|S1|1920 x 1080 (1.0)|none|24A');
  expect(await run(`clip.name`)).toBe('24A');
  await expect(run(`clip.setProjectMetadata(xmp.serialize())`)).rejects.toThrow(
    'Not Enough Parameters',
  );
});

test('the packet of a file says what is in it, and one that a script sets stays in the project', async () => {
  const { run } = await openTestPremiere();
  await run(
    `${loadXmp} var clip = bring('/cards/A001.mov'), dm = XMPConst.NS_DM, xmp = new XMPMeta(clip.getXMPMetadata())`,
  );
  expect(
    await run(
      `[xmp.getProperty(dm, 'videoFrameRate'), xmp.getProperty(dm, 'audioSampleRate'), xmp.getProperty(dm, 'audioChannelType'), xmp.getProperty(XMPConst.NS_DC, 'format')].join()`,
    ),
  ).toBe('25.000000,48000,Stereo,mov');
  expect(
    await run(
      `clip.getXMPMetadata().indexOf('<xmpDM:timeValue>01:00:00:00</xmpDM:timeValue>') > 0`,
    ),
  ).toBe('true');
  await run(`xmp.setProperty(dm, 'scene', '24'); clip.setXMPMetadata(xmp.serialize())`);
  expect(await run(`String(new XMPMeta(clip.getXMPMetadata()).getProperty(dm, 'scene'))`)).toBe(
    '24',
  );
});
