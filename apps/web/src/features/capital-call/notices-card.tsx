import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CapitalCall } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { SelectField } from '../../design/select-field.js';
import { downloadNotices } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';

/** The notices of one call, for all partners at once; the latest call is offered first. */
export function NoticesCard({ calls }: { readonly calls: readonly CapitalCall[] }): ReactElement {
  const { t } = useTranslation();
  const latest = [...calls].sort((one, other) => other.number - one.number);
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? latest[0]?.id ?? '';
  const download = useWrite({ mutationFn: (format: 'PDF' | 'ZIP') => downloadNotices(id, format) });
  return (
    <Card title={t('capital.notices')} note={t('capital.noticesLead')}>
      <div className={styles['notices']}>
        <SelectField
          label={t('capitalCall.round')}
          value={id}
          onChange={setChosen}
          choices={latest.map((call) => ({ value: call.id, label: `${t('capitalCall.number', { number: call.number })} ${call.purpose} (${call.dueOn})` }))}
        />
        <Button icon="download" pending={download.isPending} onPress={() => download.mutate('PDF')}>
          {t('capital.noticesPdf')}
        </Button>
        <Button icon="download" pending={download.isPending} onPress={() => download.mutate('ZIP')}>
          {t('capital.noticesZip')}
        </Button>
      </div>
      <ProblemCallout error={download.error} />
    </Card>
  );
}
