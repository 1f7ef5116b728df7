import type { BinPreset, LabelConditions } from './BinPreset';

/** What label rules may ask about a medium. */
export type LabelFacts = Required<LabelConditions>;

/** The colour label of the first rule that fits; null where none does. */
export function labelOf(facts: LabelFacts, { labels }: BinPreset): number | null {
  return labels.find(({ when }) => fits(when, facts))?.label ?? null;
}

function fits(when: LabelConditions, facts: LabelFacts): boolean {
  const named = Object.keys(when) as (keyof LabelConditions)[];
  return named.every((condition) => when[condition] === facts[condition]);
}
