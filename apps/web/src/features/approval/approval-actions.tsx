import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { usePermissions } from '../session/use-session.js';
import { mayRecall, mayRedraft } from './approval-parts.js';
import styles from './approval-pane.module.css';
import type { Approval } from './approval.requests.js';
import { RedraftButton } from './redraft-button.js';

/** What can be done with a request in the inbox. */
export type Deed = 'sign' | 'return' | 'recall';

/** What this person may do with it now; who may nothing sees nothing. */
export function ApprovalActions({ approval, onDeed }: { readonly approval: Approval; readonly onDeed: (deed: Deed, approval: Approval) => void }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <div className={styles['actions']}>
      {mayRecall(approval) && may('approval.recall') && (
        <Button small onPress={() => onDeed('recall', approval)}>
          {t('approval.recall')}
        </Button>
      )}
      {mayRedraft(approval) && <RedraftButton approval={approval} />}
      {approval.mine && (
        <>
          <Button small tone="danger" icon="undo" onPress={() => onDeed('return', approval)}>
            {t('approval.return')}
          </Button>
          <Button small tone="primary" icon="check" onPress={() => onDeed('sign', approval)}>
            {t('approval.sign')}
          </Button>
        </>
      )}
    </div>
  );
}
