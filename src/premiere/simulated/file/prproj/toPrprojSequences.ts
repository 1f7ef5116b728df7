import type {
  PremiereProject,
  PremiereSequence,
  PremiereSequenceSettings,
} from '../../../../domain/interchange/prproj/PremiereProject';
import { ticksPerSecond } from '../../../../domain/time/Ticks';
import type { Sequence, SequenceItem, SequenceSettings } from '../../model/ProjectModel';
import {
  defaultSettings,
  fallbackFormat,
  makeSequence,
  type SequenceFormat,
} from '../../model/sequences';
import type { Session } from '../../model/Session';

/** The sequences of a project by GUID, without tracks; each with an item that lies in no bin yet. */
export function toPrprojSequences(
  source: PremiereProject,
  session: Session,
): ReadonlyMap<string, Sequence> {
  return new Map(
    [...source.sequences.values()].map((written) => {
      const made = makeSequence(written.name, formatOf(written), session.ids);
      const sequence: Sequence = {
        ...made,
        id: written.id,
        item: null,
        zeroPoint: written.zeroPoint,
        playhead: written.playhead,
        marks: { in: written.inTicks, out: written.outTicks },
        workArea: {
          in: written.settings.workInTicks,
          out: written.settings.workOutTicks,
          isEnabled: false,
        },
        isOpen: source.openSequences.includes(written.id),
      };
      if (made.item) sequence.item = { ...made.item, sequence } satisfies SequenceItem;
      return [written.id, sequence] as const;
    }),
  );
}

function formatOf(written: PremiereSequence): SequenceFormat {
  const { frameTicks, sampleTicks, width, height, displayFormat } = written;
  return {
    frameTicks: frameTicks ?? fallbackFormat.frameTicks,
    width: width || fallbackFormat.width,
    height: height || fallbackFormat.height,
    sampleRate: sampleTicks ? Number(ticksPerSecond / sampleTicks) : fallbackFormat.sampleRate,
    settings: settingsOf(written.settings),
    ...(displayFormat === undefined ? {} : { displayFormat }),
  };
}

function settingsOf(written: PremiereSequenceSettings): SequenceSettings {
  const own: SequenceSettings = {
    ...defaultSettings,
    pixelAspectRatio: aspectRatioOf(written.pixelAspectRatio),
    compositeLinearColor: written.compositesLinear,
    maximumBitDepth: written.usesMaximumBitDepth,
    maximumRenderQuality: written.usesMaximumQuality,
  };
  const said: Partial<Record<keyof SequenceSettings, string | number | undefined>> = {
    editingMode: written.editingMode,
    fieldType: written.fieldType,
    audioChannelCount: written.audioChannels,
    audioDisplayFormat: written.audioDisplayFormat,
    previewFileFormat: written.previewPreset,
    previewFrameWidth: written.previewWidth,
    previewFrameHeight: written.previewHeight,
  };
  const known = Object.entries(said).filter(([, value]) => value !== undefined);
  return { ...own, ...Object.fromEntries(known) };
}

/** `40,33` in the file, `1212121:1000000` as scripts are told (premiere-hosts E3). */
function aspectRatioOf(text = ''): string {
  const [width = 0, height = 0] = text.split(',').map(Number);
  const isRatio = Number.isInteger(width) && width > 0 && height > 0;
  return isRatio
    ? `${Math.round((width / height) * 1_000_000)}:1000000`
    : defaultSettings.pixelAspectRatio;
}
