import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { DialogActions } from '../../design/dialog.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { ApprovalTag } from './approval-tag.js';
import type { Approval, Signed } from './approval.requests.js';

interface Props {
  readonly approvals: readonly Approval[];
  readonly result: readonly Signed[];
  readonly onClose: () => void;
}

/** What became of each: signed, done, or refused and why. One that failed left the others signed. */
export function BatchResult({ approvals, result, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const of = (id: string): Approval | undefined => approvals.find((each) => each.id === id);
  const titleOf = (approval: Approval | undefined): string => (approval === undefined ? '' : say(approval.title));
  return (
    <>
      <PlainTable
        label={t('approval.batchDone')}
        rows={result}
        rowKey={({ id }) => id}
        tone={({ problem, state }) => (problem !== null ? 'danger' : state === 'EXECUTED' ? 'success' : undefined)}
        columns={[
          { header: t('approval.number'), cell: ({ id }) => of(id)?.number },
          { header: t('approval.what'), wrap: true, cell: ({ id }) => titleOf(of(id)) },
          { header: t('approval.state'), cell: (signed) => <ResultTag signed={signed} /> },
          { header: t('approval.batchWhy'), wrap: true, cell: ({ problem }) => (problem === null ? '' : say(problem)) },
        ]}
      />
      <DialogActions>
        <Button tone="primary" onPress={onClose} autoFocus>
          {t('common.close')}
        </Button>
      </DialogActions>
    </>
  );
}

/** Signed, others still have to sign; a refused signature leaves the request as it was. */
function ResultTag({ signed: { state, problem } }: { readonly signed: Signed }): ReactElement {
  const { t } = useTranslation();
  if (state === 'PENDING') {
    return (
      <Tag tone={problem === null ? 'success' : 'danger'} icon={problem === null ? 'check' : 'block'}>
        {t(problem === null ? 'approval.batchSigned' : 'approval.batchRefused')}
      </Tag>
    );
  }
  return <ApprovalTag state={state} />;
}
