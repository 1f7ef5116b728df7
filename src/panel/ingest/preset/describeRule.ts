import type { BinPreset, LabelConditions } from '../../../domain/ingest/BinPreset';
import { strings } from '../../strings';

/** A rule that gives media a colour label. */
export type LabelRule = BinPreset['labels'][number];

/** Conditions that hold or do not. */
export type Flag = keyof typeof strings.preset.flags & keyof LabelConditions;

/** A rule in a line: `Recording, circled: 2 Caribbean`. */
export function describeRule({ when, label }: LabelRule): string {
  const { kinds, conditions, flagWords, always, labelNames } = strings.preset;
  const words = [
    ...(when.kind ? [kinds[when.kind]] : []),
    ...(when.camera ? [`${conditions.camera} ${when.camera}`] : []),
    ...(when.roll ? [`${conditions.roll} ${when.roll}`] : []),
    ...(Object.keys(flagWords) as Flag[]).flatMap((flag) => {
      const { yes, no } = flagWords[flag];
      return when[flag] === undefined ? [] : [when[flag] ? yes : no];
    }),
  ];
  const condition = words.length === 0 ? always : words.join(', ');
  return `${condition}: ${label} ${labelNames[label] ?? ''}`;
}
