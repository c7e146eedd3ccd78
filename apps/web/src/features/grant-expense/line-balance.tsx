import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { useLines, type RecordedExpenses } from './grant-expense.requests.js';
import styles from './expenses.module.css';

interface Props {
  readonly callId: string;
  readonly agreementId: string;
  readonly preview: RecordedExpenses | undefined;
}

/** What is left of each line, now and after the rows that are being typed. */
export function LineBalance({ callId, agreementId, preview }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const standings = useLines(callId, agreementId).data;
  const after = new Map((preview?.lines ?? []).filter((line) => line.agreementId === agreementId).map((line) => [`${line.code}/${line.resource}`, line.leftAfterWon]));
  if (standings === undefined) {
    return (
      <Card title={t('grantExpense.balance')}>
        <p className={styles['quiet']}>{t('grantExpense.balanceWaits')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('grantExpense.balance')} note={`${standings.number} ${standings.institution}`} flush>
      <PlainTable
        label={t('grantExpense.balance')}
        rows={standings.lines}
        rowKey={({ lineId }) => lineId}
        tone={({ code, resource }) => (after.has(`${code}/${resource}`) ? 'changed' : undefined)}
        columns={[
          { header: t('grantExpense.fields.line'), cell: ({ code, name, resource }) => `${code} ${say(name)}${resource === 'IN_KIND' ? ` (${term('lineResource', resource)})` : ''}`, wrap: true },
          { header: t('grantExpense.left'), align: 'right', cell: ({ code, resource, leftWon }) => formatWon(after.get(`${code}/${resource}`) ?? leftWon) },
        ]}
      />
    </Card>
  );
}
