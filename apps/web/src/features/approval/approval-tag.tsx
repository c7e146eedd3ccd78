import type { ReactElement } from 'react';
import type { Tone } from '../../design/callout.js';
import type { IconName } from '../../design/icon.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';

const LOOKS: Readonly<Record<string, { tone: Tone | 'neutral'; icon: IconName }>> = {
  PENDING: { tone: 'information', icon: 'clock' },
  APPROVED: { tone: 'information', icon: 'check' },
  EXECUTED: { tone: 'success', icon: 'check' },
  FAILED: { tone: 'danger', icon: 'block' },
  RETURNED: { tone: 'danger', icon: 'undo' },
  RECALLED: { tone: 'neutral', icon: 'undo' },
  EXPIRED: { tone: 'warning', icon: 'clock' },
};

/** Where a request stands, in its word. */
export function ApprovalTag({ state, large = false }: { readonly state: string; readonly large?: boolean }): ReactElement {
  const term = useTerm();
  const { tone, icon } = LOOKS[state] ?? { tone: 'neutral' as const, icon: 'info' as const };
  return (
    <Tag tone={tone} icon={icon} large={large}>
      {term('approvalState', state)}
    </Tag>
  );
}
