import type { ReactElement, ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import styles from './toggle.module.css';

interface Props {
  readonly selected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: ReactNode;
}

/** A filter that is on or off. */
export function Toggle({ selected, onChange, children }: Props): ReactElement {
  return (
    <ToggleButton isSelected={selected} onChange={onChange} className={styles['toggle'] ?? ''}>
      {children}
    </ToggleButton>
  );
}
