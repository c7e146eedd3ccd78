import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { Tag } from '../../design/tag.js';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { previewHeaders } from '../../api/intent.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './grant-application.module.css';
import { checkApplications } from './grant-application.requests.js';

/** What the rules say of each application today; those that nothing stands against become eligible, the others stay. */
export function CheckDialog({ callId, applicationIds, onClose }: { readonly callId: string; readonly applicationIds: string[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const preview = useQuery({ queryKey: ['grant-call', callId, 'preview', 'check', applicationIds], queryFn: () => checkApplications(callId, { applicationIds, dryRun: true }, previewHeaders()) });
  const passing = (preview.data ?? []).filter(({ checked }) => checked);
  const deed = useDeed({
    form: useForm(),
    read: () => ({ body: passing.length === 0 ? null : { applicationIds: passing.map(({ applicationId }) => applicationId) }, found: [] }),
    send: (body, header) => checkApplications(callId, body, header),
    onDone: async () => {
      await refreshGrants(callId);
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('grantApplication.check')} action={t('grantApplication.checkAction', { count: passing.length })} {...deed} onClose={onClose} wide>
      <p>{t('grantApplication.checkLead')}</p>
      <Loaded query={preview}>
        {(rows) => (
          <div className={styles['scroll']}>
            <Stack>
              {rows.map(({ applicationId, number, title, checked, verdicts }) => (
                <section key={applicationId} className={styles['institution']}>
                  <p>
                    <strong>{`${number} ${title}`}</strong> <Tag tone={checked ? 'success' : 'danger'}>{t(checked ? 'grantApplication.passes' : 'grantApplication.stays')}</Tag>
                  </p>
                  <VerdictList verdicts={verdicts} />
                </section>
              ))}
            </Stack>
          </div>
        )}
      </Loaded>
    </FormDialog>
  );
}
