import type { ReactElement } from 'react';
import { Button } from '../../design/button.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import type { Tranche, TrancheStep } from './grant-tranche.requests.js';

const PERMISSIONS = { request: 'grant-tranche.request', 'send-back': 'grant-tranche.send-back', decision: 'grant-tranche.decide', void: 'grant-tranche.void' } as const;
const STEPS: Readonly<Record<string, readonly TrancheStep[]>> = { PLANNED: ['request'], REQUESTED: ['decision', 'send-back'], DECIDED: ['void'] };

/** What this person may do with a tranche as it stands. */
export function TrancheSteps({ tranche, onStep }: { readonly tranche: Tranche; readonly onStep: (step: TrancheStep) => void }): ReactElement {
  const term = useTerm();
  const may = usePermissions();
  const steps = tranche.state === 'DECIDED' && tranche.payment !== 'OWED' ? [] : (STEPS[tranche.state] ?? []);
  return (
    <>
      {steps.filter((step) => may(PERMISSIONS[step])).map((step) => (
        <Button key={step} small tone={step === 'decision' ? 'primary' : 'tertiary'} onPress={() => onStep(step)}>
          {term('trancheStep', step)}
        </Button>
      ))}
    </>
  );
}
