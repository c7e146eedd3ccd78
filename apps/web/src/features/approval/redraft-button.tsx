import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIntent } from '../../api/intent.js';
import { SubmittedError } from '../../api/submitted.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { refreshAfterSignature, resubmitApproval, type Approval } from './approval.requests.js';
import { redraftOf, redraftPath } from './redraft.js';

/** Opens the form in which the request was drafted, filled in, where it can be; or sends the same content again. */
export function RedraftButton({ approval }: { readonly approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = redraftPath(approval);
  const intent = useIntent();
  const resubmit = useWrite({
    mutationFn: () => resubmitApproval(approval.id, intent.headersFor(approval.id)),
    onSubmitted: refreshAfterSignature,
    onSuccess: refreshAfterSignature,
  });
  return (
    <>
      {path !== null && (
        <Button small tone="primary" onPress={() => void navigate(path, { state: { redraft: redraftOf(approval) } })}>
          {t('approval.redraft')}
        </Button>
      )}
      <Button small tone={path === null ? 'primary' : 'quiet'} pending={resubmit.isPending} onPress={() => resubmit.mutate(undefined)}>
        {t('approval.resubmit')}
      </Button>
      <ProblemCallout error={resubmit.error instanceof SubmittedError ? null : resubmit.error} />
    </>
  );
}
