import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { Outcome } from './outcome.js';
import styles from './approval-pane.module.css';
import { refreshAfterSignature, signApproval, type Approval, type Signed } from './approval.requests.js';
import { useSentence } from './sentence.js';
import { useSeats } from './use-seats.js';

interface Props {
  readonly approval: Approval;
  readonly onSigned: (signed: Signed) => void;
  readonly onClose: () => void;
}

/** One last look, an opinion if there is one, and whose place it is. Enter signs: the whole inbox works without a mouse. */
export function SignDialog({ approval, onSigned, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const sentence = useSentence();
  const intent = useIntent();
  const [opinion, setOpinion] = useState('');
  const seats = useSeats(approval);
  const [forId, setForId] = useState(seats[0]?.id ?? '');
  const seal = { contentHash: approval.contentHash, opinion: opinion.trim(), forId };
  const sign = useWrite({
    mutationFn: () => signApproval(approval.id, seal, intent.headersFor({ id: approval.id, ...seal })),
    onSuccess: async (signed) => {
      intent.done();
      onSigned(signed);
      await refreshAfterSignature();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    sign.mutate(undefined);
  };
  return (
    <Dialog title={t('approval.signTitle', { number: approval.number })} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p>
            <strong>{sentence(approval)}</strong>
          </p>
          <Outcome approval={approval} />
          {(seats.length > 1 || forId !== '') && (
            <SelectField
              label={t('approval.seat')}
              value={forId}
              onChange={setForId}
              choices={seats.map(({ id, name }) => ({ value: id, label: id === '' ? t('approval.ownSeat') : t('approval.deputySeat', { name }) }))}
            />
          )}
          <TextAreaField label={t('approval.opinion')} hint={t('approval.opinionHint')} optional value={opinion} onChange={setOpinion} maxLength={1000} />
          <ProblemCallout error={sign.error} />
          <DialogActions>
            <span className={styles['quiet']}>{t('approval.signKeys')}</span>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" icon="check" pending={sign.isPending} autoFocus>
              {sign.isPending ? t('common.working') : t('approval.sign')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
