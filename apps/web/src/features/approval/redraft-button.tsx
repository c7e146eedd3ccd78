import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../design/button.js';
import type { Approval } from './approval.requests.js';
import styles from './approval-pane.module.css';
import { redraftOf, redraftPath } from './redraft.js';

/** Opens the form in which the request was drafted, filled in; for other commands says where the earlier values are. */
export function RedraftButton({ approval }: { readonly approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = redraftPath(approval);
  if (path === null) return <span className={styles['quiet']}>{t('approval.redraftCopy')}</span>;
  return (
    <Button small tone="primary" onPress={() => void navigate(path, { state: { redraft: redraftOf(approval) } })}>
      {t('approval.redraft')}
    </Button>
  );
}
