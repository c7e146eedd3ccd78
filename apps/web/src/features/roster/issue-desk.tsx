import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { parseDateInput } from '../../format/date.js';
import { formatWon, sumWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { Refusal } from '../rule/refusal.js';
import { usePermissions } from '../session/use-session.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { isAmount } from './is-amount.js';
import { IssueOutcome } from './issue-outcome.js';
import { IssueTable } from './issue-table.js';
import { issueVouchers, useIssuable, type IssuableVoucher, type IssuedVouchers, type IssueVouchers } from './roster.requests.js';
import styles from './roster.module.css';

/** Vouchers that have been agreed on: the sound ones are ticked, their amounts are there, and one press shows what would happen. */
export function IssueDesk({ yearId }: { readonly yearId: string }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [typedOn, setTypedOn] = useState<string | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<IssuedVouchers | null>(null);
  const on = typedOn === null ? null : parseDateInput(typedOn);
  const query = useIssuable(yearId, on);
  const intent = useIntent();
  const ask = useWrite({
    mutationFn: (body: IssueVouchers) => issueVouchers(yearId, body, body.dryRun === true ? previewHeaders() : intent.headersFor(body)),
    onSubmitted: () => setOutcome(null),
    onSuccess: async (answer) => {
      setOutcome(answer);
      if (answer.dryRun) return;
      intent.done();
      await refreshYear(yearId);
    },
  });
  return (
    <Loaded query={query}>
      {({ issuedOn, vouchers }) => {
        const ticked = vouchers.filter(({ voucherId, faults }) => faults.length === 0 && !unticked.has(voucherId));
        const body = bodyOf(issuedOn, ticked, typed);
        return (
          <>
            {outcome !== null && <IssueOutcome yearId={yearId} outcome={outcome} pending={ask.isPending} onIssue={() => ask.mutate({ ...body, dryRun: false })} onBack={() => setOutcome(null)} />}
            {outcome === null && (
              <Card title={t('roster.waiting')} note={t('roster.waitingNote', { count: vouchers.length })} flush={vouchers.length > 0}>
                {vouchers.length === 0 ? (
                  <Empty>{t('roster.noneWaiting')}</Empty>
                ) : (
                  <IssueTable vouchers={vouchers} typed={typed} unticked={unticked} onType={(id, value) => setTyped((before) => ({ ...before, [id]: value }))} onTick={(id) => setUnticked((before) => toggled(before, id))} />
                )}
              </Card>
            )}
            {outcome === null && vouchers.length > 0 && may('voucher.issue') && (
              <Card>
                <div className={styles['fields']}>
                  <DateField label={t('roster.issuedOn')} value={typedOn ?? issuedOn} onChange={setTypedOn} />
                  <div className={styles['decision']}>
                    <p className={styles['headline']}>{t('roster.headline', { count: ticked.length, amount: formatWon(body.amountWon) })}</p>
                    <Button tone="primary" pending={ask.isPending} disabled={ticked.length === 0 || ticked.some(({ voucherId }) => !isAmount(typed[voucherId]))} onPress={() => ask.mutate({ ...body, dryRun: true })}>
                      {t('roster.previewIssue')}
                    </Button>
                  </div>
                </div>
              </Card>
            )}
            <Refusal error={ask.error} />
            {ask.error !== null && outcome === null && <Callout tone="information">{t('roster.refusedHint')}</Callout>}
          </>
        );
      }}
    </Loaded>
  );
}

function bodyOf(issuedOn: string, vouchers: readonly IssuableVoucher[], typed: Readonly<Record<string, string>>): IssueVouchers {
  const rows = vouchers.map(({ voucherId, amountWon }) => {
    const read = parseWonInput(typed[voucherId] ?? amountWon);
    return { voucherId, amountWon: read.ok ? read.amount.toString() : amountWon };
  });
  return { issuedOn, amountWon: sumWon(rows.map(({ amountWon }) => amountWon)).toString(), vouchers: rows };
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
