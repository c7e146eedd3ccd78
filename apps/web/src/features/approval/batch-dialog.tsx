import { useQueries } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import { WonText } from '../../design/won-text.js';
import { sumWon } from '../../format/won.js';
import styles from './batch-dialog.module.css';
import { approvalQuery, refreshAfterSignature, signBatch, type Approval, type Signed } from './approval.requests.js';
import { seatsOf } from './approval-parts.js';
import { groupDrafts } from './batch.js';
import { BatchGroupTable } from './batch-group.js';
import { BatchResult } from './batch-result.js';
import { useSignedInId } from './use-seats.js';

interface Props {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Signs many at once, but never unseen: each is listed, and what differs between them stands out. */
export function BatchDialog({ ids, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  // What was listed when the dialog opened stays listed; a signature elsewhere does not make rows vanish under the eyes.
  const [seen] = useState(ids);
  const loaded = useQueries({ queries: seen.map(approvalQuery) });
  const approvals = loaded.map(({ data }) => data).filter((each) => each !== undefined);
  const [result, setResult] = useState<readonly Signed[] | null>(null);
  return (
    <Dialog title={result === null ? t('approval.batchTitle', { count: seen.length }) : t('approval.batchDone')} open onClose={onClose} wide>
      {approvals.length < seen.length && <p role="status">{t('approval.batchLoading')}</p>}
      <ProblemCallout error={loaded.find(({ error }) => error !== null)?.error} />
      {approvals.length === seen.length && result === null && <Confirm approvals={approvals} onSigned={setResult} onClose={onClose} />}
      {result !== null && <BatchResult approvals={approvals} result={result} onClose={onClose} />}
    </Dialog>
  );
}

function Confirm({ approvals, onSigned, onClose }: { readonly approvals: readonly Approval[]; readonly onSigned: (signed: readonly Signed[]) => void; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [opinion, setOpinion] = useState('');
  const me = useSignedInId();
  const ready = approvals.filter(({ mine }) => mine);
  // Whoever could sign in their own name does; a deputy signs in that of the absent person.
  const items = ready.map((approval) => ({ id: approval.id, contentHash: approval.contentHash, forId: seatsOf(approval, me)[0]?.id ?? '' }));
  const sign = useWrite({
    mutationFn: () => signBatch(items, opinion.trim(), intent.headersFor({ items, opinion })),
    onSuccess: async (signed) => {
      intent.done();
      onSigned(signed);
      await refreshAfterSignature();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready.length > 0) sign.mutate(undefined);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <p className={styles['lead']}>{t('approval.batchLead')}</p>
        {ready.length < approvals.length && <p>{t('approval.batchSelf', { count: approvals.length - ready.length })}</p>}
        {groupDrafts(ready).map((group) => (
          <BatchGroupTable key={group.command} group={group} />
        ))}
        <p className={styles['sum']}>
          {t('approval.batchTotal')} <WonText amount={sumWon(ready.map(({ amountWon }) => amountWon ?? '0'))} />
        </p>
        <TextField label={t('approval.opinion')} optional value={opinion} onChange={setOpinion} maxLength={1000} />
        <ProblemCallout error={sign.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" tone="primary" icon="check" pending={sign.isPending} disabled={ready.length === 0} autoFocus>
            {sign.isPending ? t('common.working') : t('approval.batchSign', { count: ready.length })}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  );
}
