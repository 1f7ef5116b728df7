/** Objects and references of a project of Adobe Premiere, in the words of its XML. */

const second = 254_016_000_000n;

/** So many seconds as ticks in text. */
export const ticksOf = (seconds: number): string =>
  ((second * BigInt(Math.round(seconds * 1000))) / 1000n).toString();

const leaf = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : `<${name}>${value}</${name}>`;

/** An object with a number for an id. */
export const object = (tag: string, id: number, inner: string): string =>
  `<${tag} ObjectID="${id}" ClassID="x" Version="1">${inner}</${tag}>`;

/** An object with a GUID for an id. */
export const named = (tag: string, uid: string, inner: string): string =>
  `<${tag} ObjectUID="${uid}" ClassID="x" Version="1">${inner}</${tag}>`;

/** A whole file: the project, its root with these items, and whatever else stands in it. */
export const aPrproj = (items: readonly string[], objects: readonly string[] = []): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<PremiereData Version="3">
<Project ObjectRef="1"/>
<Project ObjectID="1" ClassID="x" Version="26"><Node Version="1"><Properties Version="1">
<MZ.BuildVersion.Modified>6.0.0x319</MZ.BuildVersion.Modified>
</Properties></Node><RootProjectItem ObjectURef="root"/></Project>
${named('RootProjectItem', 'root', `<ProjectItem><Name>Root Bin</Name></ProjectItem>${container(items)}`)}
${objects.join('\n')}
</PremiereData>
`;

const container = (items: readonly string[]): string =>
  `<ProjectItemContainer><Items>${items
    .map((uid, index) => `<Item Index="${index}" ObjectURef="${uid}"/>`)
    .join('')}</Items></ProjectItemContainer>`;

/** A bin. */
export const aBin = (uid: string, name: string, items: readonly string[] = []): string =>
  named(
    'BinProjectItem',
    uid,
    `<ProjectItem><Name>${name}</Name></ProjectItem>${container(items)}`,
  );

/** What a clip of the project panel is made of. */
export interface ClipSketch {
  readonly name: string;
  readonly path?: string;
  readonly itemName?: string;
  readonly label?: number;
  readonly seconds?: number;
  /** XML inside `Media`, `Content` of its source, its `Clip`, its logging, its master clip. */
  readonly media?: string;
  readonly content?: string;
  readonly clip?: string;
  readonly logging?: string;
  readonly master?: string;
}

/** A clip of picture alone with all its objects: item `item-N`, master clip `master-N` and so on. */
export const aClip = (number: number, sketch: ClipSketch): string[] => {
  const { name, path = `/media/${name}.mov`, itemName = name, seconds = 60 } = sketch;
  const id = number * 100;
  const duration = ticksOf(seconds);
  const label = leaf('Column.PropertyText.Label', `BE.Prefs.LabelColors.${sketch.label ?? 1}`);
  return [
    named(
      'ClipProjectItem',
      `item-${number}`,
      `<ProjectItem><Node><Properties>${label}</Properties></Node>${leaf('Name', itemName)}</ProjectItem><MasterClip ObjectURef="master-${number}"/>`,
    ),
    named(
      'MasterClip',
      `master-${number}`,
      `<LoggingInfo ObjectRef="${id}"/><Clips><Clip Index="0" ObjectRef="${id + 1}"/></Clips>${leaf('Name', name)}${sketch.master ?? ''}`,
    ),
    object('ClipLoggingInfo', id, sketch.logging ?? leaf('ClipName', name)),
    object('VideoClip', id + 1, `<Clip>${sketch.clip ?? ''}<Source ObjectRef="${id + 2}"/></Clip>`),
    object(
      'VideoMediaSource',
      id + 2,
      `<MediaSource><Content>${sketch.content ?? ''}</Content><Media ObjectURef="media-${number}"/></MediaSource>${leaf('OriginalDuration', duration)}`,
    ),
    named(
      'Media',
      `media-${number}`,
      `<VideoStream ObjectRef="${id + 3}"/>${leaf('FilePath', path)}${sketch.media ?? ''}`,
    ),
    object(
      'VideoStream',
      id + 3,
      `<FrameRate>10160640000</FrameRate><FrameRect>0,0,1920,1080</FrameRect>${leaf('Duration', duration)}`,
    ),
  ];
};

/** A use of a clip on a track. */
export interface UseSketch {
  /** Number of the clip. */
  readonly of: number;
  readonly start: number;
  readonly end: number;
  readonly in?: number;
  readonly out?: number;
  /** XML inside `Clip`, and inside `ClipTrackItem`. */
  readonly clip?: string;
  readonly item?: string;
}

/** A sequence with one video track that holds these uses; its objects count from `number * 1000`. */
export const aSequence = (
  number: number,
  uses: readonly UseSketch[],
  more: {
    readonly properties?: string;
    readonly transitions?: readonly string[];
    readonly inner?: string;
  } = {},
): string[] => {
  const id = number * 1000;
  const transitions = more.transitions ?? [];
  const refs = (count: number, from: number) =>
    Array.from(
      { length: count },
      (_none, index) => `<TrackItem Index="${index}" ObjectRef="${from + index}"/>`,
    ).join('');
  const group = `<TrackGroup><Tracks><Track Index="0" ObjectURef="track-${number}"/></Tracks><FrameRate>10160640000</FrameRate></TrackGroup><FrameRect>0,0,1280,720</FrameRect>`;
  return [
    named(
      'ClipProjectItem',
      `sequence-item-${number}`,
      `<ProjectItem><Name>Stale</Name></ProjectItem><MasterClip ObjectURef="sequence-master-${number}"/>`,
    ),
    named(
      'MasterClip',
      `sequence-master-${number}`,
      `<Clips><Clip Index="0" ObjectRef="${id + 1}"/></Clips><Name>Sequence ${number}</Name>`,
    ),
    object('VideoClip', id + 1, `<Clip><Source ObjectRef="${id + 2}"/></Clip>`),
    object(
      'VideoSequenceSource',
      id + 2,
      `<SequenceSource><Content/><Sequence ObjectURef="sequence-${number}"/></SequenceSource>`,
    ),
    named(
      'Sequence',
      `sequence-${number}`,
      `<Node><Properties>${more.properties ?? ''}</Properties></Node>${more.inner ?? ''}<TrackGroups><TrackGroup Index="0"><First>228cda18</First><Second ObjectRef="${id + 3}"/></TrackGroup></TrackGroups><Name>Sequence ${number}</Name>`,
    ),
    object('VideoTrackGroup', id + 3, group),
    named(
      'VideoClipTrack',
      `track-${number}`,
      `<ClipTrack><Track><ID>1</ID></Track><ClipItems><TrackItems>${refs(uses.length, id + 100)}</TrackItems></ClipItems><TransitionItems><TrackItems>${refs(transitions.length, id + 900)}</TrackItems></TransitionItems></ClipTrack>`,
    ),
    ...uses.flatMap((use, index) => usedObjects(use, id + index)),
    ...transitions.map((inner, index) =>
      object('VideoTransitionTrackItem', id + 900 + index, inner),
    ),
  ];
};

const usedObjects = (use: UseSketch, id: number): string[] => {
  const length = use.end - use.start;
  const first = use.in ?? 0;
  const range = `<InPoint>${ticksOf(first)}</InPoint><OutPoint>${ticksOf(use.out ?? first + length)}</OutPoint>`;
  // Premiere leaves a start of 0 out.
  const start = use.start === 0 ? '' : leaf('Start', ticksOf(use.start));
  return [
    object(
      'VideoClipTrackItem',
      id + 100,
      `<ClipTrackItem><TrackItem>${start}${leaf('End', ticksOf(use.end))}</TrackItem><SubClip ObjectRef="${id + 200}"/>${use.item ?? ''}</ClipTrackItem>`,
    ),
    object(
      'SubClip',
      id + 200,
      `<Clip ObjectRef="${id + 300}"/><MasterClip ObjectURef="master-${use.of}"/><Name>Use ${use.of}</Name>`,
    ),
    object(
      'VideoClip',
      id + 300,
      `<Clip>${range}<Source ObjectRef="${use.of * 100 + 2}"/>${use.clip ?? ''}</Clip>`,
    ),
  ];
};

/** The inside of a transition from `start` to `end`, with so much of it before the cut. */
export const aTransition = (start: number, end: number, before: number): string =>
  `<TransitionTrackItem><TrackItem>${leaf('Start', ticksOf(start))}${leaf('End', ticksOf(end))}</TrackItem>${leaf('Alignment', ticksOf(before))}<DisplayName>Cross Dissolve</DisplayName><MatchName>AE.ADBE Cross Dissolve New</MatchName><HasOutgoingClip>true</HasOutgoingClip><HasIncomingClip>true</HasIncomingClip></TransitionTrackItem>`;
