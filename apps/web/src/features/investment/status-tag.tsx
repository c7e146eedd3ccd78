import type { ReactElement } from 'react';
import type { Tone } from '../../design/callout.js';
import type { IconName } from '../../design/icon.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';

const LOOKS: Readonly<Record<string, { tone: Tone | 'neutral'; icon: IconName }>> = {
  QUALIFIED: { tone: 'success', icon: 'check' },
  NOT_QUALIFIED: { tone: 'neutral', icon: 'close' },
  PENDING: { tone: 'warning', icon: 'clock' },
  REVOKED: { tone: 'danger', icon: 'undo' },
  NOT_CLAIMED: { tone: 'neutral', icon: 'minus' },
};

/** Whether an investment counts as main-purpose, in its word. */
export function StatusTag({ status, large = false }: { readonly status: string; readonly large?: boolean }): ReactElement {
  const term = useTerm();
  const { tone, icon } = LOOKS[status] ?? { tone: 'neutral' as const, icon: 'info' as const };
  return (
    <Tag tone={tone} icon={icon} large={large}>
      {term('status', status)}
    </Tag>
  );
}
