import { memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { strings } from '../../strings';
import { LineField } from '../../step/inputFields';
import type { IngestStore } from '../IngestState';
import { ChoiceField } from './ChoiceField';
import { LabelField } from './LabelField';
import { LabelRules } from './LabelRules';
import { MetadataRows } from './MetadataRows';
import { OrderedChoice } from './OrderedChoice';
import { Patterns } from './Patterns';
import styles from './PresetEditor.module.css';
import { PresetLine } from './PresetLine';
import { TokenHelp } from './TokenHelp';
import { useDraft } from './useDraft';

const texts = strings.preset;

/** Every key of the preset. Each part is drawn anew only when its own key changes. */
export const PresetForm = memo(function PresetForm({ store }: { readonly store: IngestStore }) {
  return (
    <>
      <Part heading={texts.parts.preset}>
        <PresetLine store={store} name="name" />
        <PresetLine store={store} name="id" />
      </Part>
      <Part heading={texts.parts.bins} help={<TokenHelp />}>
        <PresetLine store={store} name="pictureBin" />
        <PresetLine store={store} name="soundBin" />
      </Part>
      <Part heading={texts.parts.names} help={<TokenHelp />}>
        <PresetLine store={store} name="pictureName" />
        <PresetLine store={store} name="soundName" />
        <PresetLine store={store} name="wildTrackName" />
      </Part>
      <Part heading={texts.parts.uncertain}>
        <Uncertain store={store} />
      </Part>
      <Part heading={texts.parts.labels}>
        <LabelRules store={store} />
      </Part>
      <Part heading={texts.parts.precedence}>
        <Precedence store={store} />
      </Part>
      <Part heading={texts.parts.patterns}>
        <Patterns store={store} />
      </Part>
      <Part heading={texts.parts.metadata} help={<TokenHelp />}>
        <MetadataRows store={store} />
      </Part>
      <Part heading={texts.parts.rest}>
        <Choices store={store} />
      </Part>
    </>
  );
});

function Part(props: {
  readonly heading: string;
  /** A button that opens more to read. */
  readonly help?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles['part']} aria-label={props.heading}>
      <h3 className={styles['partHeading']}>
        {props.heading} {props.help}
      </h3>
      {props.children}
    </section>
  );
}

function Uncertain({ store }: { readonly store: IngestStore }) {
  const uncertain = useDraft(store, ({ preset }) => preset.uncertain);
  const changePreset = useStore(store, (state) => state.changePreset);
  return (
    <>
      <LineField
        label={texts.uncertainBin}
        value={uncertain.bin}
        onChange={(bin) => changePreset({ uncertain: { ...uncertain, bin } })}
      />
      <LabelField
        label={texts.uncertainLabel}
        noneMeans={texts.byTheRules}
        value={uncertain.label}
        onChange={(label) => changePreset({ uncertain: { ...uncertain, label } })}
      />
    </>
  );
}

function Precedence({ store }: { readonly store: IngestStore }) {
  const precedence = useDraft(store, ({ preset }) => preset.precedence);
  const changePreset = useStore(store, (state) => state.changePreset);
  return (
    <OrderedChoice
      names={texts.witnesses}
      chosen={precedence}
      onChange={(chosen) => changePreset({ precedence: chosen })}
    />
  );
}

function Choices({ store }: { readonly store: IngestStore }) {
  const proxies = useDraft(store, ({ preset }) => preset.proxies);
  const recorderChannels = useDraft(store, ({ preset }) => preset.recorderChannels);
  const whenWatched = useDraft(store, ({ preset }) => preset.whenWatched);
  const changePreset = useStore(store, (state) => state.changePreset);
  return (
    <>
      <ChoiceField
        label={texts.proxies}
        choices={texts.proxyChoices}
        value={proxies}
        onChange={(choice) => changePreset({ proxies: choice })}
      />
      <ChoiceField
        label={texts.recorderChannels}
        choices={texts.channelChoices}
        value={recorderChannels}
        onChange={(choice) => changePreset({ recorderChannels: choice })}
      />
      <ChoiceField
        label={texts.whenWatched}
        choices={texts.watchChoices}
        value={whenWatched}
        onChange={(choice) => changePreset({ whenWatched: choice })}
      />
    </>
  );
}
