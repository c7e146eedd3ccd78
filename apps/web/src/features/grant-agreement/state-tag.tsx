import type { ReactElement } from 'react';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';

const TONES: Readonly<Record<string, 'success' | 'warning' | 'danger' | 'information' | 'neutral'>> = { ACTIVE: 'information', SUSPENDED: 'danger', COMPLETED: 'success', TERMINATED: 'danger', CLOSED: 'neutral' };

/** Where an agreement stands. */
export function StateTag({ state }: { readonly state: string }): ReactElement {
  const term = useTerm();
  return <Tag tone={TONES[state] ?? 'neutral'}>{term('grantState', state)}</Tag>;
}
