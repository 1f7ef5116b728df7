import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parsePrproj } from '../../../src/domain/interchange/prproj/parsePrproj';
import type { PremiereProject } from '../../../src/domain/interchange/prproj/PremiereProject';
import {
  aBin,
  aClip,
  aPrproj,
  aSequence,
  aTransition,
  named,
  object,
  ticksOf,
} from '../../helpers/aPrproj';

const fixture = path.join(__dirname, '../../fixtures/prproj/supercut.prproj');

const parse = (text: string): PremiereProject => {
  const { project, defect } = parsePrproj(text);
  if (!project) throw new Error(defect);
  return project;
};

const remarksOf = ({ remarks }: PremiereProject) => remarks.map(({ text }) => text);

const onlyMaster = (project: PremiereProject) => {
  const [master] = project.masterClips.values();
  if (!master) throw new Error('There is no master clip.');
  return master;
};

const onlySequence = (project: PremiereProject) => {
  const [sequence] = project.sequences.values();
  if (!sequence) throw new Error('There is no sequence.');
  return sequence;
};

describe('a project of Premiere', () => {
  test('is read whole, from bins to cuts, and lists what is not understood', () => {
    const project = parse(gunzipSync(fs.readFileSync(fixture)).toString('utf8'));
    expect(project).toMatchObject({
      version: '37',
      modifiedBy: '13.1.5x47 - 25.11.2019 21:37:23',
      remarks: [],
    });
    expect([...project.media.values()].map((medium) => medium.path)).toContain(
      String.raw`D:\temp-download\Blender Open Movies\Spring - Blender Open Movie (858p_24fps_VP9-128kbit_Opus).webm`,
    );
    const supercut = [...project.sequences.values()].find(({ name }) => name === 'test_supercut');
    expect(supercut).toMatchObject({ frameTicks: 10_584_000_000n, width: 2048, height: 858 });
    expect(supercut?.videoTracks.map(({ items }) => items.length)).toEqual([8, 1, 0]);
    expect(supercut?.audioTracks.map(({ items }) => items.length)).toEqual([8, 1, 0]);
    const links = [...(supercut?.videoTracks[0]?.items ?? [])].map(({ link }) => link);
    expect(links).toEqual(supercut?.audioTracks[0]?.items.map(({ link }) => link));
    expect(new Set(links).size).toBe(8);
    expect(project.unread).toContainEqual({ tag: 'SecondaryContent', count: 28 });
    expect(project.unread.map(({ tag }) => tag)).not.toContain('VideoClip');
  });

  test('keeps texts as they are written: numbers, blanks, references', () => {
    const project = parse(
      aPrproj(['item-1'], aClip(1, { name: ' 007 &amp; &lt;b&gt; ', path: '/a/007&#10;.mov' })),
    );
    expect(onlyMaster(project).name).toBe(' 007 & <b> ');
    expect(project.media.get('media-1')?.path).toBe('/a/007\n.mov');
  });

  test('may begin with a byte order mark, and its views have ids that count for themselves', () => {
    const views =
      '<ProjectViewState.List ObjectID="2"><ProjectViewState ObjectID="100"/></ProjectViewState.List>';
    const text = aPrproj(['item-1'], aClip(1, { name: 'A' })).replace(
      '<MZ.BuildVersion',
      `${views}<MZ.BuildVersion`,
    );
    const project = parse(`\uFEFF${text}`);
    expect(onlyMaster(project).logging).toEqual({ ClipName: 'A' });
    expect(project.remarks).toEqual([]);
  });

  test.each([
    ['1112293707', '', 'BLAK'],
    ['1129270354', '', 'COLR'],
    [String.raw`\\?\D:\a\b.mov`, String.raw`\\?\D:\a\b.mov`, ''],
    [String.raw`\\server\share\b.mov`, String.raw`\\server\share\b.mov`, ''],
    ['/Volumes/RAID/ü.mov', '/Volumes/RAID/ü.mov', ''],
    ['Auto Generated Transcription', 'Auto Generated Transcription', ''],
  ])('tells a path from what Premiere makes itself: %s', (written, found, generator) => {
    const project = parse(aPrproj(['item-1'], aClip(1, { name: 'A', path: written })));
    expect(project.media.get('media-1')).toMatchObject({ path: found, generator });
  });

  test('takes an in point of -400000 s and an offline reason of 0 for none, as old files write', () => {
    const project = parse(
      aPrproj(
        ['item-1'],
        aClip(1, {
          name: 'A',
          clip: '<InPoint>-101606400000000000</InPoint><OutPoint>-101606400000000000</OutPoint>',
          media: '<OfflineReason>0</OfflineReason>',
        }),
      ),
    );
    expect(onlyMaster(project).clips[0]).toMatchObject({ inTicks: null, outTicks: null });
    expect(project.media.get('media-1')?.offlineReason).toBe(0);
  });

  test('reads markers with times beyond the numbers of JSON, colours and links', () => {
    const marker = JSON.stringify({
      DVAMarker: {
        mMarkerID: 'guid',
        mName: 'Here',
        mComment: 'look',
        mStartTime: { ticks: 'T' },
        mDuration: { ticks: 254016000000 },
        mType: 'WebLink',
        mLocation: 'https://example.com',
        mTarget: 'top',
        mCuePointList: [{ mKey: 'k', mValue: '{"color":4294741314}' }],
      },
    }).replace('"T"', '91445760000000001');
    const project = parse(
      aPrproj(
        ['item-1'],
        [
          ...aClip(1, {
            name: 'A',
            clip: '<MarkerOwner><Markers ObjectRef="900"/></MarkerOwner>',
          }),
          object(
            'Markers',
            900,
            '<Markers><Marker Index="0"><First>guid</First><Second ObjectRef="901"/></Marker><Marker Index="1"><First>x</First><Second ObjectRef="902"/></Marker></Markers>',
          ),
          object('Marker', 901, `<DVAMarker>${marker}</DVAMarker>`),
          object('Marker', 902, '<DVAMarker>{broken</DVAMarker>'),
        ],
      ),
    );
    expect(onlyMaster(project).clips[0]?.markers).toEqual([
      {
        id: 'guid',
        startTicks: 91_445_760_000_000_001n,
        durationTicks: 254_016_000_000n,
        name: 'Here',
        comment: 'look',
        type: 'WebLink',
        color: 6,
        url: 'https://example.com',
        urlFrame: 'top',
      },
    ]);
    expect(remarksOf(project)).toEqual(['A marker holds no text that could be read.']);
  });

  test('reads transitions, speed, mute and the time where a sequence begins', () => {
    const sequence = aSequence(
      1,
      [
        { of: 1, start: 0, end: 4, clip: '<PlaybackSpeed>2.</PlaybackSpeed>' },
        {
          of: 1,
          start: 4,
          end: 9,
          item: '<IsMuted>true</IsMuted>',
          clip: '<PlayBackwards>true</PlayBackwards>',
        },
      ],
      {
        properties: `<MZ.ZeroPoint>${ticksOf(3600)}</MZ.ZeroPoint><MZ.Sequence.VideoTimeDisplayFormat>101</MZ.Sequence.VideoTimeDisplayFormat>`,
        transitions: [aTransition(3.5, 5, 0.5)],
      },
    );
    const project = parse(
      aPrproj(['item-1', 'sequence-item-1'], [...aClip(1, { name: 'A' }), ...sequence]),
    );
    const read = onlySequence(project);
    expect(read).toMatchObject({
      zeroPoint: BigInt(ticksOf(3600)),
      displayFormat: 101,
      width: 1280,
      height: 720,
    });
    const [track] = read.videoTracks;
    expect(track?.items).toMatchObject([
      { startTicks: 0n, isDisabled: false, clip: { speed: 2, isReversed: false } },
      { startTicks: BigInt(ticksOf(4)), isDisabled: true, clip: { speed: 1, isReversed: true } },
    ]);
    expect(track?.transitions).toMatchObject([
      {
        matchName: 'AE.ADBE Cross Dissolve New',
        startTicks: BigInt(ticksOf(3.5)),
        endTicks: BigInt(ticksOf(5)),
        beforeTicks: BigInt(ticksOf(0.5)),
        hasOutgoing: true,
        hasIncoming: true,
      },
    ]);
  });
});

describe('a broken project of Premiere', () => {
  const whole = aPrproj(['item-1'], aClip(1, { name: 'A' }));

  test.each([
    ['cut off', whole.slice(0, -40), 'it breaks off before </PremiereData>'],
    ['of something else', '<xmeml/>', 'it is no XML of Adobe Premiere'],
    ['empty', '', 'it is no XML of Adobe Premiere'],
    [
      'with entities that grow',
      whole.replace('<PremiereData', '<!DOCTYPE a [<!ENTITY a "aaaa">]>\n<PremiereData'),
      'it declares a document type',
    ],
    ['without a project', '<PremiereData Version="3"></PremiereData>', 'it holds no project'],
  ])('%s is refused in words', (_what, text, defect) => {
    expect(parsePrproj(text)).toEqual({ project: null, defect });
  });

  test('nested beyond all measure is refused', () => {
    const deep = `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`;
    const text = whole.replace('</PremiereData>', `${deep}</PremiereData>`);
    expect(parsePrproj(text).project).toBeNull();
  });

  test('with references to nothing keeps the rest and says what is missing', () => {
    const project = parse(
      aPrproj(
        ['item-1', 'gone', 'item-2'],
        [...aClip(1, { name: 'A' }), ...aClip(2, { name: 'B' }).slice(0, 3)],
      ),
    );
    expect(project.root.children.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(remarksOf(project)).toEqual([
      'Item points to an object that the file does not hold.',
      'Clip points to an object that the file does not hold.',
    ]);
  });

  test('with bins in a circle shows each bin once', () => {
    const project = parse(
      aPrproj(
        ['a'],
        [
          aBin('a', 'A', ['b']),
          aBin('b', 'B', ['a', 'root', 'item-1']),
          ...aClip(1, { name: 'C' }),
        ],
      ),
    );
    const [first] = project.root.children;
    expect(first).toMatchObject({
      name: 'A',
      children: [{ name: 'B', children: [{ kind: 'clip', name: 'C' }] }],
    });
    expect(remarksOf(project)).toEqual([
      '“A” stands in more than one bin: it is shown in the first.',
      '“Root Bin” stands in more than one bin: it is shown in the first.',
    ]);
  });

  test('with bins deeper than anybody goes stops there', () => {
    const count = 5000;
    const bins = Array.from({ length: count }, (_none, index) =>
      aBin(`bin-${index}`, `B${index}`, index + 1 < count ? [`bin-${index + 1}`] : []),
    );
    const project = parse(aPrproj(['bin-0'], bins));
    expect(remarksOf(project)).toEqual(['“B200” lies deeper than 200 bins: it is left out.']);
    expect(project.unread).toEqual([{ tag: 'BinProjectItem', count: count - 201 }]);
  });

  test('with objects of unknown kinds lists them by tag and count', () => {
    const project = parse(
      aPrproj(
        ['x'],
        [
          named('HologramProjectItem', 'x', ''),
          object('Hologram', 7, ''),
          object('Hologram', 8, ''),
        ],
      ),
    );
    expect(project.unread).toEqual([{ tag: 'Hologram', count: 2 }]);
    expect(remarksOf(project)).toEqual(['“x” is a HologramProjectItem, which is not understood.']);
  });

  test('with two objects of one id uses the first', () => {
    const project = parse(
      aPrproj(['item-1'], [...aClip(1, { name: 'A' }), ...aClip(1, { name: 'B' })]),
    );
    expect(project.root.children.map(({ name }) => name)).toEqual(['A']);
    expect(remarksOf(project)).toContain('Two objects (Media) have one id: the first is used.');
  });
});
