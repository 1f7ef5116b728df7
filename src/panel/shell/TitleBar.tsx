import { ActionButton } from '@adobe/react-spectrum';
import Light from '@spectrum-icons/workflow/Light';
import Moon from '@spectrum-icons/workflow/Moon';
import { useStore } from 'zustand';
import { strings } from '../strings';
import styles from './Panel.module.css';
import type { ShellStore } from './store';

/** Which project the steps work on; in a browser, the switch between light and dark. */
export function TitleBar({ shell }: { readonly shell: ShellStore }) {
  const project = useStore(shell, (state) => state.project);
  const isThemed = useStore(shell, (state) => state.isThemed);
  return (
    <header className={styles['bar']}>
      <h1 className={styles['product']}>{strings.product}</h1>
      <span className={styles['project']}>{project}</span>
      {!isThemed && <ThemeSwitch shell={shell} />}
    </header>
  );
}

function ThemeSwitch({ shell }: { readonly shell: ShellStore }) {
  const isDark = useStore(shell, (state) => state.colorScheme === 'dark');
  const setColorScheme = useStore(shell, (state) => state.setColorScheme);
  return (
    <ActionButton
      isQuiet
      aria-label={isDark ? strings.toLight : strings.toDark}
      onPress={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <Light /> : <Moon />}
    </ActionButton>
  );
}
