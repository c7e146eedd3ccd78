import type { ReactElement } from 'react';
import { problemFrom } from '../../api/problem.js';
import { SubmittedError } from '../../api/submitted.js';
import { Callout } from '../../design/callout.js';
import { useBilingual } from '../../i18n/bilingual.js';

/** Why the server refused, with every rule that stands in the way; faults at fields are shown there. */
export function Refusal({ error }: { readonly error: unknown }): ReactElement | null {
  const say = useBilingual();
  if (error === null || error === undefined || error instanceof SubmittedError) return null;
  const problem = problemFrom(error);
  const blocking = problem.verdicts.filter(({ result, rule }) => result === 'BLOCK' && rule !== problem.rule?.id);
  return (
    <Callout tone="danger" title={say(problem.text)} urgent>
      {problem.rule !== undefined && <p>{problem.rule.clause}</p>}
      {blocking.map((verdict) => (
        <p key={verdict.rule}>
          {say(verdict.text)} ({verdict.clause})
        </p>
      ))}
    </Callout>
  );
}
