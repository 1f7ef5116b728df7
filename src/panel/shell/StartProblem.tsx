import { defaultTheme, Heading, Provider } from '@adobe/react-spectrum';
import { strings } from '../strings';
import styles from './Panel.module.css';

/** What the page shows when there is nothing to work with: why, and what to do. */
export function StartProblem({ message }: { readonly message: string }) {
  return (
    <Provider theme={defaultTheme} colorScheme="dark" scale="medium" height="100%">
      <main className={styles['bug']} role="alert">
        <Heading level={2}>{strings.start.heading}</Heading>
        <p>{message}</p>
      </main>
    </Provider>
  );
}
