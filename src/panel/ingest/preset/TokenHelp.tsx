import { Content, ContextualHelp, Heading } from '@adobe/react-spectrum';
import { tokenNames } from '../../../domain/ingest/expandTemplate';
import { strings } from '../../strings';
import styles from './PresetEditor.module.css';

const texts = strings.preset.tokens;

/** What templates may name, and what each stands for. */
export function TokenHelp() {
  return (
    <ContextualHelp variant="help" aria-label={texts.heading}>
      <Heading>{texts.heading}</Heading>
      <Content>
        <dl className={styles['tokens']}>
          {tokenNames.map((name) => (
            <div key={name}>
              <dt>{`{${name}}`}</dt>
              <dd>{texts[name]}</dd>
            </div>
          ))}
        </dl>
      </Content>
    </ContextualHelp>
  );
}
