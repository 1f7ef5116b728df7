/** Versions of Premiere that differ, as their marketing names go. */
export type PremiereVersion = '2020' | '2022' | '2024' | '25' | '26';

/** `app.version` of each version that can be opened by name. */
export const versionNumbers: Readonly<Record<PremiereVersion, string>> = {
  '2020': '14.0.0',
  '2022': '22.0.0',
  '2024': '24.0.0',
  '25': '25.6.0',
  '26': '26.3.0',
};

/**
 * What differs between the versions of Premiere (premiere-hosts E7). A switch that was seen on one
 * machine only is on where its version says so and can be turned by whoever opens the application.
 */
export interface Behaviour {
  /** `TrackItem.move`, `TrackItem.disabled`, `app.getCurrentProjectViewSelection`: 15.4 and later. */
  readonly hasMoveAndDisabled: boolean;
  /** `TrackItem.parentTrackIndex`: 22 and later. */
  readonly hasParentTrackIndex: boolean;
  /** `Sequence.createCaptionTrack` and `Sequence.CAPTION_FORMAT_…`: 15 and later. */
  readonly hasCaptionTracks: boolean;
  /** A frame size given to `Sequence.setSettings` lands. */
  readonly setsFrameSize: boolean;
  /** `SequenceSettings.videoPixelAspectRatio` can be set. */
  readonly setsPixelAspect: boolean;
  /** Half of a linked pair goes when it is removed alone; off on one machine. */
  readonly removesLinkedHalves: boolean;
  /** `app.encoder`: missing on macOS from 14.3.1 until 22. */
  readonly hasEncoder: boolean;
  /** `Project.newSequence`; where it is missing only QE has it (not established where). */
  readonly hasNewSequence: boolean;
  /** QE lists its effects and transitions; by name they are found in any version. */
  readonly listsEffects: boolean;
  /** `TrackItem.remove(true, …)` and QE `rippleDelete` close the gap. */
  readonly ripples: boolean;
  /** Assigning `inPoint` or `outPoint` of a track item moves its edge. */
  readonly trimsByInOut: boolean;
  /** QE `slip`, `slide` and `roll` do what they say; later they corrupt the times. */
  readonly slides: boolean;
  /** QE `setSpeed` works. */
  readonly setsSpeed: boolean;
  /** QE `exportFrame…` writes a file. */
  readonly exportsFrames: boolean;
  /** Where QE `addTracks` puts them: where it was asked to, or at the bottom. */
  readonly addsTracks: 'asked' | 'bottom';
  /** QE has `unlinkSelection`. */
  readonly hasQeUnlink: boolean;
  /** `ProjectItem.setInPoint(seconds)` without a media type throws. */
  readonly marksNeedMediaType: boolean;
  /** Motion has four parameters more, to crop with; seen in 26.3, not established since when. */
  readonly cropsInMotion: boolean;
  /** The custom LUT path of Lumetri takes a value. */
  readonly takesLutPath: boolean;
  /** `setValue`, `addKey` and `setValueAtKey` change values; off on one machine with 26.3. */
  readonly setsParameters: boolean;
  /** In and out points of an item count from its start timecode and not from its first frame. */
  readonly marksFromTimecode: boolean;
  /** How the packet of `getProjectMetadata` writes times; the columns' JSON has ticks always. */
  readonly packetTimes: 'ticks' | 'timecode';
  /** Items arrive after the script that imported them. */
  readonly importsLate: boolean;
  /** A path with forward slashes reaches the encoder; on Windows it arrives empty (pymiere#46). */
  readonly takesForwardSlashes: boolean;
  /** The encoder refuses jobs of a project that has no file yet. */
  readonly needsSavedProject: boolean;
  /** A job that failed says so; some failures give no event at all. */
  readonly tellsEncoderErrors: boolean;
  /** UXP refuses actions that were created outside the lock: 26.3 and later. */
  readonly needsLockForActions: boolean;
  /** UXP `Sequence.setSelection` answers at once; a Promise before 26.3. */
  readonly selectsAtOnce: boolean;
  /** What `activeSequence` is when there is none. */
  readonly noSequence: undefined | null | 0;
  /** Scripts for which `activeSequence` and `app.project` answer as before a change; 1 is the one that made it. */
  readonly focusLag: number;
}

/** How Premiere of a version behaves on an operating system. */
export function behaviourOf(
  version: string,
  platform: 'mac' | 'windows',
  turned: Partial<Behaviour> = {},
): Behaviour {
  const from = (first: string) => compareVersions(version, first) >= 0;
  const lacksEncoder = platform === 'mac' && from('14.3.1') && !from('22');
  return {
    hasMoveAndDisabled: from('15.4'),
    hasParentTrackIndex: from('22'),
    hasCaptionTracks: from('15'),
    setsFrameSize: !from('26.3'),
    setsPixelAspect: !from('26.3'),
    removesLinkedHalves: true,
    hasEncoder: !lacksEncoder,
    hasNewSequence: true,
    listsEffects: !from('26'),
    ripples: !from('26'),
    trimsByInOut: !from('26'),
    slides: !from('26'),
    setsSpeed: !from('26'),
    exportsFrames: !from('25.3'),
    addsTracks: from('26.3') ? 'bottom' : 'asked',
    hasQeUnlink: !from('26'),
    marksNeedMediaType: from('26'),
    cropsInMotion: from('26'),
    takesLutPath: !from('23.4'),
    setsParameters: true,
    marksFromTimecode: false,
    packetTimes: 'ticks',
    importsLate: false,
    takesForwardSlashes: platform === 'mac',
    needsSavedProject: false,
    tellsEncoderErrors: true,
    ...uxpBehaviour(from('26.3')),
    noSequence: undefined,
    focusLag: 0,
    ...turned,
  };
}

/** What 26.3 changed for scripts of UXP. */
function uxpBehaviour(isStrict: boolean) {
  return { needsLockForActions: isStrict, selectsAtOnce: isStrict };
}

/** Below 0 where the left version is the older one. */
export function compareVersions(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}
