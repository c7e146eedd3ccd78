import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { announceSubmitted, useSubmitted, type SubmittedApproval } from '../../api/submitted.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './approval-pane.module.css';
import { useApproval } from './approval.requests.js';

/** Whatever form was sent: it waits for signatures, and this is who signs next. */
export function SubmittedDialog(): ReactElement | null {
  const { t } = useTranslation();
  const submitted = useSubmitted();
  if (submitted === null) return null;
  const close = (): void => announceSubmitted(null);
  return (
    <Dialog title={t(submitted.replayed ? 'approval.submittedReplayed' : 'approval.submittedTitle')} open onClose={close}>
      <SubmittedBody submitted={submitted} onClose={close} />
    </Dialog>
  );
}

function SubmittedBody({ submitted, onClose }: { readonly submitted: SubmittedApproval; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const navigate = useNavigate();
  const warnings = submitted.verdicts.filter(({ result }) => result !== 'PASS');
  const open = (): void => {
    onClose();
    void navigate(`/approvals/${submitted.id}?box=mine`);
  };
  return (
    <>
      <p>
        <strong>
          {submitted.number}
          {submitted.version > 1 && ` · ${t('approval.version', { version: submitted.version })}`}
        </strong>{' '}
        · {say(submitted.title)}
      </p>
      <Callout tone="success" title={<NextSigners id={submitted.id} />}>
        <p>{t('approval.submittedText')}</p>
      </Callout>
      {warnings.length > 0 && <VerdictList verdicts={warnings} />}
      <DialogActions>
        <Button tone="quiet" onPress={onClose}>
          {t('common.close')}
        </Button>
        <Button tone="primary" onPress={open} autoFocus>
          {t('approval.goThere')}
        </Button>
      </DialogActions>
    </>
  );
}

/** Who signs next, as soon as it is known. */
function NextSigners({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { data } = useApproval(id);
  if (data === undefined) return <span className={styles['quiet']}>{t('common.loading')}</span>;
  if (data.waitingFor.length === 0) return <>{t('approval.nobody')}</>;
  return (
    <>
      {t('approval.next')}: {data.waitingFor.map(({ name, rank }) => `${name}(${term('rank', rank)})`).join(', ')}
    </>
  );
}
