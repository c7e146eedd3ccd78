import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { LettersCard } from './letters-card.js';
import { LimitsChange } from './limits-change.js';
import { NewVouchersCard } from './new-vouchers-card.js';
import { PostingsTable } from './postings-table.js';
import type { IssuedVouchers } from './roster.requests.js';
import styles from './roster.module.css';

interface Props {
  readonly yearId: string;
  readonly outcome: IssuedVouchers;
  readonly pending: boolean;
  readonly onIssue: () => void;
  readonly onBack: () => void;
}

/** What an issue would do, and after it what it did. */
export function IssueOutcome({ yearId, outcome, pending, onIssue, onBack }: Props): ReactElement {
  const { t } = useTranslation();
  const { dryRun, issued, issuedWon, before, after, refused, postings } = outcome;
  const values = { count: issued.length, amount: formatWon(issuedWon) };
  return (
    <>
      {!dryRun && <Callout tone="success" title={t('roster.issued', values)} />}
      <Card>
        <div className={styles['decision']}>
          <p className={styles['headline']}>{t(issued.length === 0 ? 'roster.noneToIssue' : 'roster.headline', values)}</p>
          <div className={styles['actions']}>
            <Button tone="quiet" onPress={onBack}>
              {t(dryRun ? 'roster.back' : 'roster.backDone')}
            </Button>
            {dryRun && issued.length > 0 && (
              <Button tone="primary" pending={pending} onPress={onIssue}>
                {t('roster.issue')}
              </Button>
            )}
          </div>
        </div>
        <LimitsChange before={before} after={after} />
      </Card>
      {refused.length > 0 && <RefusedCard refused={refused} />}
      {!dryRun && issued.length > 0 && <LettersCard yearId={yearId} count={issued.length} voucherIds={issued.map(({ voucherId }) => voucherId)} />}
      {issued.length > 0 && <NewVouchersCard title={t(dryRun ? 'roster.newVouchers' : 'roster.issuedVouchers', values)} vouchers={issued} />}
      {postings.length > 0 && (
        <Card title={t('roster.postings')} note={t('roster.postingsNote')} flush>
          <PostingsTable postings={postings} />
        </Card>
      )}
    </>
  );
}

function RefusedCard({ refused }: { readonly refused: IssuedVouchers['refused'] }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <Card title={t('roster.leftOut', { count: refused.length })} flush>
      <PlainTable
        label={t('roster.leftOut', { count: refused.length })}
        rows={refused}
        rowKey={({ voucherId }, index) => `${voucherId} ${index}`}
        tone={() => 'danger'}
        columns={[
          { header: t('roster.company'), cell: ({ company, voucherId }) => company ?? voucherId },
          { header: t('roster.reason'), wrap: true, cell: ({ verdicts }) => verdicts.map(({ rule, text }) => <p key={rule}>{say(text)}</p>) },
          { header: t('roster.clause'), wrap: true, cell: ({ verdicts }) => verdicts.map(({ rule, clause }) => <p key={rule}>{clause}</p>) },
        ]}
      />
    </Card>
  );
}
