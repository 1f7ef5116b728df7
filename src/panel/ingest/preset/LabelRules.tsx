import { ActionButton, Text } from '@adobe/react-spectrum';
import { useState } from 'react';
import { useStore } from 'zustand';
import { strings } from '../../strings';
import type { IngestStore } from '../IngestState';
import { AddButton } from './AddButton';
import { describeRule, type LabelRule } from './describeRule';
import { replaced } from './inOrder';
import { LabelRuleFields } from './LabelRuleFields';
import { OrderButtons } from './OrderButtons';
import styles from './PresetEditor.module.css';
import { useDraft } from './useDraft';

/** Colour labels by rule, the first that fits; one rule at a time is open. */
export function LabelRules({ store }: { readonly store: IngestStore }) {
  const rules = useDraft(store, ({ preset }) => preset.labels);
  const changePreset = useStore(store, (state) => state.changePreset);
  const [open, setOpen] = useState<number | null>(null);
  const change = (labels: LabelRule[], opened: number | null) => {
    changePreset({ labels });
    setOpen(opened);
  };
  return (
    <>
      <ol className={styles['ordered']}>
        {rules.map((rule, index) => (
          <li key={index}>
            <RuleLine
              rule={rule}
              isOpen={open === index}
              onToggle={() => setOpen(open === index ? null : index)}
            />
            <OrderButtons
              subject={describeRule(rule)}
              list={rules}
              index={index}
              onChange={(reordered) => change(reordered, null)}
            />
            {open === index && (
              <LabelRuleFields
                rule={rule}
                onChange={(edited) => change(replaced(rules, index, edited), index)}
              />
            )}
          </li>
        ))}
      </ol>
      <AddButton
        label={strings.preset.addRule}
        onPress={() => change([...rules, { when: {}, label: 0 }], rules.length)}
      />
    </>
  );
}

/** A rule in a line, which opens its fields. */
function RuleLine(props: {
  readonly rule: LabelRule;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <ActionButton
      isQuiet
      aria-expanded={props.isOpen}
      onPress={props.onToggle}
      UNSAFE_className={styles['rule'] ?? ''}
    >
      <Text>{describeRule(props.rule)}</Text>
    </ActionButton>
  );
}
