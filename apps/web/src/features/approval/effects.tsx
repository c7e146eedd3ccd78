import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import styles from './effects.module.css';
import type { Balance, Effect } from './approval.requests.js';

const WON = 'KRW';

/** Amounts in won stand bare; of another unit its name is said. */
function useAmountIn(): (unit: string, amount: bigint | string) => string {
  const term = useTerm();
  return (unit, amount) => (unit === WON ? formatWon(amount) : `${formatWon(amount)}${term('ledgerUnit', unit)}`);
}

/** What may not fall below its floor as bars, before and after; the other accounts in a table that opens. */
export function BalanceEffects({ balances }: { readonly balances: readonly Balance[] }): ReactElement {
  const { t } = useTranslation();
  const bound = balances.filter(({ floor, before, after }) => floor !== null && BigInt(after) < BigInt(before));
  const others = balances.filter((balance) => !bound.includes(balance));
  return (
    <>
      {bound.map((balance) => (
        <BalanceBar key={balance.account} balance={balance} />
      ))}
      {others.length > 0 && (
        <details className={styles['details']} open={bound.length === 0}>
          <summary>{t('approval.balanceOthers', { count: others.length })}</summary>
          <BalanceTable balances={others} />
        </details>
      )}
    </>
  );
}

const FULL = 10_000n;

/** `part` of `whole` in per cent, cut to hundredths; for drawing only. */
function percentOf(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0;
  return Number((part * FULL) / whole) / 100;
}

const ROOMS = ['fund.headroom', 'fund.deal-capacity', 'voucher.budget', 'voucher.quota', 'voucher.company-quota'];

/** Accounts that hold what may still be done; that a claim is paid off to nothing is no cause for alarm. */
function isRoom(account: string): boolean {
  return ROOMS.some((chart) => account.endsWith(`/${chart}`));
}

/** Room as a bar: what is left after, what this request takes, and how much that is. */
function BalanceBar({ balance: { account, name, unit, before, after, floor } }: { readonly balance: Balance }): ReactElement {
  const { t } = useTranslation();
  const amountIn = useAmountIn();
  const say = useBilingual();
  const [room, left] = [BigInt(before) - BigInt(floor ?? 0), BigInt(after) - BigInt(floor ?? 0)];
  const tight = isRoom(account) && left * 10n < room;
  return (
    <div className={styles['bar']}>
      <p className={styles['name']}>{say(name)}</p>
      <p className={styles['numbers']}>
        <span>
          {t('approval.balanceBefore')} <span className="won">{amountIn(unit, before)}</span>
        </span>
        <span aria-hidden="true">→</span>
        <strong className={classes(tight && styles['tight'])}>
          {t('approval.balanceAfter')} <span className="won">{amountIn(unit, after)}</span>
        </strong>
        <span className={styles['delta']}>({formatWon(left - room)})</span>
        {floor !== null && floor !== '0' && (
          <span className={styles['delta']}>
            {t('approval.balanceFloor')} {amountIn(unit, floor)}
          </span>
        )}
      </p>
      <div className={styles['track']} aria-hidden="true">
        <span className={classes(styles['left'], tight && styles['tight-left'])} style={{ width: `${percentOf(left, room)}%` }} />
        <span className={styles['taken']} style={{ width: `${100 - percentOf(left, room)}%` }} />
      </div>
    </div>
  );
}

function BalanceTable({ balances }: { readonly balances: readonly Balance[] }): ReactElement {
  const { t } = useTranslation();
  const amountIn = useAmountIn();
  const say = useBilingual();
  return (
    <PlainTable
      label={t('approval.balances')}
      rows={balances}
      rowKey={({ account }) => account}
      columns={[
        { header: t('ledger.account'), cell: ({ name }) => say(name) },
        { header: t('approval.balanceBefore'), align: 'right', cell: ({ unit, before }) => amountIn(unit, before) },
        { header: t('approval.balanceAfter'), align: 'right', cell: ({ unit, after }) => <strong>{amountIn(unit, after)}</strong> },
      ]}
    />
  );
}

/** What would be posted, debit and credit side by side, as bookkeepers check it. */
export function PostedEffects({ entries }: { readonly entries: readonly Effect[] }): ReactElement {
  return (
    <>
      {entries.map((entry, index) => (
        <EntryTable key={index} entry={entry} />
      ))}
    </>
  );
}

function EntryTable({ entry }: { readonly entry: Effect }): ReactElement {
  const { t } = useTranslation();
  const amountIn = useAmountIn();
  const say = useBilingual();
  return (
    <div className={styles['entry']}>
      <p className={styles['entry-head']}>
        <span className="number">{entry.effectiveOn}</span>
        <strong>{say(entry.name)}</strong>
        <span className={styles['delta']}>{entry.memo}</span>
      </p>
      <PlainTable
        label={`${entry.effectiveOn} ${say(entry.name)}`}
        rows={entry.lines}
        rowKey={(_, index) => index}
        columns={[
          { header: t('ledger.account'), cell: ({ name, side }) => <span className={classes(side === 'C' && styles['credit'])}>{say(name)}</span> },
          { header: t('ledger.debit'), align: 'right', cell: ({ side, unit, amount }) => (side === 'D' ? amountIn(unit, amount) : '') },
          { header: t('ledger.credit'), align: 'right', cell: ({ side, unit, amount }) => (side === 'C' ? amountIn(unit, amount) : '') },
        ]}
      />
    </div>
  );
}
