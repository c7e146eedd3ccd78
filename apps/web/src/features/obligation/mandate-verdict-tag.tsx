import type { ReactElement } from 'react';
import type { Tone } from '../../design/callout.js';
import type { IconName } from '../../design/icon.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';

const LOOKS: Readonly<Record<string, { tone: Tone | 'neutral'; icon: IconName }>> = {
  MET: { tone: 'success', icon: 'check' },
  IN_PROGRESS: { tone: 'information', icon: 'clock' },
  IN_GRACE: { tone: 'warning', icon: 'warning' },
  CURABLE: { tone: 'warning', icon: 'warning' },
  UNREACHABLE: { tone: 'danger', icon: 'block' },
  NOT_MET: { tone: 'danger', icon: 'block' },
  EXEMPT: { tone: 'neutral', icon: 'minus' },
  NOT_TESTED: { tone: 'neutral', icon: 'minus' },
};

/** Where a rule stands, in its word. */
export function MandateVerdictTag({ verdict, of = 'mandateVerdict' }: { readonly verdict: string; readonly of?: 'mandateVerdict' | 'statutoryVerdict' }): ReactElement {
  const term = useTerm();
  const { tone, icon } = LOOKS[verdict] ?? { tone: 'neutral' as const, icon: 'info' as const };
  return (
    <Tag tone={tone} icon={icon}>
      {term(of, verdict)}
    </Tag>
  );
}
