import type { ReactElement } from 'react';
import type { Tone } from '../../design/callout.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import type { PaymentRun, RunLine } from './payment-run.requests.js';

const OF_RUNS: Readonly<Record<PaymentRun['standing'], Tone | 'neutral'>> = { DRAFTED: 'warning', RELEASED: 'information', EXPORTED: 'information', SETTLED: 'success', VOIDED: 'neutral' };
const OF_LINES: Readonly<Record<RunLine['state'], Tone | 'neutral'>> = { OPEN: 'neutral', PAID: 'success', REJECTED: 'danger', RETURNED: 'danger' };

export function RunTag({ standing }: Pick<PaymentRun, 'standing'>): ReactElement {
  const term = useTerm();
  return <Tag tone={OF_RUNS[standing]}>{term('runStanding', standing)}</Tag>;
}

export function LineTag({ state }: Pick<RunLine, 'state'>): ReactElement {
  const term = useTerm();
  return <Tag tone={OF_LINES[state]}>{term('lineState', state)}</Tag>;
}
