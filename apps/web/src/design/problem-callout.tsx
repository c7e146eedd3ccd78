import type { ReactElement } from 'react';
import { problemFrom } from '../api/problem.js';
import { SubmittedError } from '../api/submitted.js';
import { useBilingual } from '../i18n/bilingual.js';
import { Callout } from './callout.js';

/** Why the last attempt failed, in words; nothing without an error. */
export function ProblemCallout({ error }: { readonly error: unknown }): ReactElement | null {
  const say = useBilingual();
  if (error === null || error === undefined || error instanceof SubmittedError) return null;
  const problem = problemFrom(error);
  return (
    <Callout tone="danger" title={say(problem.text)} urgent>
      {problem.rule !== undefined && <p>{problem.rule.clause}</p>}
    </Callout>
  );
}
