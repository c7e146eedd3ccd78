import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import type { Deed } from './approval-actions.js';
import { recallApproval, refreshAfterSignature, returnApproval, type Approval } from './approval.requests.js';
import { useSentence } from './sentence.js';
import { SignDialog } from './sign-dialog.js';
import { useSeats } from './use-seats.js';

interface Props {
  readonly deed: Deed;
  readonly approval: Approval;
  /** In words, what was done: said where the list is. */
  readonly onDone: (told: string) => void;
  readonly onClose: () => void;
}

/** The dialog for what is to be done with a request. */
export function DeedDialog({ deed, approval, onDone, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const { number } = approval;
  if (deed === 'return') return <ReturnDialog approval={approval} onDone={onDone} onClose={onClose} />;
  if (deed === 'recall') return <RecallDialog approval={approval} onDone={onDone} onClose={onClose} />;
  const words = { EXECUTED: t('approval.executedOne', { number }), FAILED: t('approval.failedOne', { number }) };
  return (
    <SignDialog
      approval={approval}
      onSigned={({ state }) => {
        onDone(state === 'EXECUTED' || state === 'FAILED' ? words[state] : t('approval.signedOne', { number }));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

type DialogProps = Omit<Props, 'deed'>;

/** Returning always says what has to change. Without a seat of one's own it is done in the place of the absent person. */
function ReturnDialog({ approval, onDone, onClose }: DialogProps): ReactElement {
  const { t } = useTranslation();
  const sentence = useSentence();
  const intent = useIntent();
  const forId = useSeats(approval)[0]?.id ?? '';
  const run = async (opinion: string): Promise<void> => {
    const seal = { contentHash: approval.contentHash, opinion, forId };
    await returnApproval(approval.id, seal, intent.headersFor({ id: approval.id, ...seal }));
    intent.done();
    onDone(t('approval.returnedOne', { number: approval.number }));
    await refreshAfterSignature();
  };
  return (
    <ReasonDialog
      title={t('approval.returnTitle', { number: approval.number })}
      label={t('approval.returnLabel')}
      hint={t('approval.returnHint')}
      missing={t('approval.returnMissing')}
      action={t('approval.return')}
      tone="danger"
      run={run}
      onClose={onClose}
    >
      <p>
        <strong>{sentence(approval)}</strong>
      </p>
    </ReasonDialog>
  );
}

function RecallDialog({ approval, onDone, onClose }: DialogProps): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const run = async (reason: string): Promise<void> => {
    await recallApproval(approval.id, reason, intent.headersFor({ id: approval.id, reason }));
    intent.done();
    onDone(t('approval.recalledOne', { number: approval.number }));
    await refreshAfterSignature();
  };
  return (
    <ReasonDialog
      title={t('approval.recallTitle', { number: approval.number })}
      label={t('approval.recallLabel')}
      hint={t('approval.recallHint')}
      missing={t('approval.recallMissing')}
      action={t('approval.recall')}
      run={run}
      onClose={onClose}
    />
  );
}
