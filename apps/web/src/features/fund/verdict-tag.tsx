import type { ReactElement } from 'react';
import type { IconName } from '../../design/icon.js';
import { Tag } from '../../design/tag.js';
import type { Tone } from '../../design/callout.js';
import { useTerm } from '../../i18n/term.js';

const LOOKS: Readonly<Record<string, { tone: Tone; icon: IconName }>> = {
  MET: { tone: 'success', icon: 'check' },
  IN_PROGRESS: { tone: 'information', icon: 'clock' },
  NOT_MET: { tone: 'danger', icon: 'block' },
  UNREACHABLE: { tone: 'danger', icon: 'block' },
  SETTLED: { tone: 'success', icon: 'check' },
  UNSETTLED: { tone: 'danger', icon: 'block' },
};

/** A verdict in its word; `text` where a report has a word of its own for it. */
export function VerdictTag({ verdict, text, large = false }: { readonly verdict: string; readonly text?: string; readonly large?: boolean }): ReactElement {
  const term = useTerm();
  const { tone, icon } = LOOKS[verdict] ?? { tone: 'information' as const, icon: 'info' as const };
  return (
    <Tag tone={tone} icon={icon} large={large}>
      {text ?? term('verdict', verdict)}
    </Tag>
  );
}
