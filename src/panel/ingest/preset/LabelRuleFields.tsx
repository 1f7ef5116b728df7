import type { LabelConditions } from '../../../domain/ingest/BinPreset';
import { LineField } from '../../step/inputFields';
import { strings } from '../../strings';
import { ChoiceField } from './ChoiceField';
import type { Flag, LabelRule } from './describeRule';
import { LabelField } from './LabelField';
import styles from './PresetEditor.module.css';

const texts = strings.preset;
const flags = Object.keys(texts.flags) as Flag[];

/** What a rule asks, and the label it gives. */
export function LabelRuleFields({ rule, onChange }: LabelRuleFieldsProps) {
  const { when, label } = rule;
  const ask = (condition: keyof LabelConditions, answer: unknown) =>
    onChange({ ...rule, when: withAnswer(when, condition, answer) });
  return (
    <div className={styles['ruleFields']}>
      <LabelField
        label={texts.label}
        value={label}
        onChange={(chosen) => onChange({ ...rule, label: chosen ?? label })}
      />
      <ChoiceField
        label={texts.conditions.kind}
        choices={{ any: texts.any, ...texts.kinds }}
        value={when.kind ?? 'any'}
        onChange={(kind) => ask('kind', kind === 'any' ? '' : kind)}
      />
      <LineField
        label={texts.conditions.camera}
        value={when.camera ?? ''}
        onChange={(camera) => ask('camera', camera)}
      />
      <LineField
        label={texts.conditions.roll}
        value={when.roll ?? ''}
        onChange={(roll) => ask('roll', roll)}
      />
      {flags.map((flag) => (
        <ChoiceField
          key={flag}
          label={texts.flags[flag]}
          choices={texts.answers}
          value={when[flag] === undefined ? 'any' : when[flag] ? 'yes' : 'no'}
          onChange={(answer) => ask(flag, answer === 'any' ? '' : answer === 'yes')}
        />
      ))}
    </div>
  );
}

interface LabelRuleFieldsProps {
  readonly rule: LabelRule;
  readonly onChange: (rule: LabelRule) => void;
}

/** A condition with an empty answer is not asked. */
function withAnswer(
  when: LabelConditions,
  condition: keyof LabelConditions,
  answer: unknown,
): LabelConditions {
  const asked = Object.entries({ ...when, [condition]: answer });
  return Object.fromEntries(asked.filter(([, value]) => value !== ''));
}
