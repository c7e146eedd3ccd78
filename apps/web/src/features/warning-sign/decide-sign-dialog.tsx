import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { Refusal } from '../rule/refusal.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { decideWarningSign, type DecideWarningSign, type WarningSign } from './warning-sign.requests.js';
import styles from './warning-sign.module.css';

interface Props {
  readonly yearId: string;
  readonly sign: WarningSign;
  readonly onClose: () => void;
}

const VERDICTS = ['EXPLAINED', 'WATCH', 'INSPECT', 'CLAWBACK'] as const;
const LEAST_REASON = 5;

/** What somebody made of a sign; it goes on record with the facts that are on the screen. */
export function DecideSignDialog({ yearId, sign, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const intent = useIntent();
  const [verdict, setVerdict] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = { verdict: verdict === '', reason: reason.trim().length < LEAST_REASON };
  const body: DecideWarningSign = { signal: sign.signal, subjectId: sign.subjectId, fingerprint: sign.fingerprint, verdict: verdict as DecideWarningSign['verdict'], reason: reason.trim() };
  const decide = useWrite({
    mutationFn: () => decideWarningSign(yearId, body, intent.headersFor(body)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(yearId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!missing.verdict && !missing.reason) decide.mutate(undefined);
  };
  return (
    <Dialog title={say(sign.name)} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p>{say(sign.text)}</p>
          <p className={styles['note']}>{t('warningSign.decideLead')}</p>
          <ChoiceField label={t('warningSign.verdict')} value={verdict} onChange={setVerdict} error={tried && missing.verdict ? t('warningSign.missingVerdict') : undefined} choices={VERDICTS.map((each) => ({ value: each, label: t(`warningSign.verdicts.${each}`) }))} />
          <TextAreaField label={t('warningSign.reason')} value={reason} onChange={setReason} maxLength={1000} error={tried && missing.reason ? t('warningSign.missingReason') : undefined} />
          <Refusal error={decide.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={decide.isPending}>
              {t('warningSign.decide')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
