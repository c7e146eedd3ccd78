import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CapitalCall } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Empty } from '../../design/page.js';
import { Toggle } from '../../design/toggle.js';
import { formatWon } from '../../format/won.js';
import { ConfirmDialog } from './confirm-dialog.js';
import type { CustodianLine } from './custodian.requests.js';
import styles from './custodian.module.css';
import { DoneLines } from './done-lines.js';
import { LineRow } from './line-row.js';
import { matchItems, startingPick, sumOf, type Pick, type Picks } from './picks.js';

interface Props {
  readonly fundId: string;
  readonly lines: readonly CustodianLine[];
  readonly calls: readonly CapitalCall[];
  readonly mayMatch: boolean;
}

/** Deposits that are not explained, each with the partner whose money it seems to be; and, when asked, all movements. */
export function LinesCard({ fundId, lines, calls, mayMatch }: Props): ReactElement {
  const { t } = useTranslation();
  const [picks, setPicks] = useState<Picks>({});
  const [all, setAll] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const open = lines.filter(({ state }) => state === 'OPEN' || state === 'PARTLY');
  const items = mayMatch ? matchItems(open, picks, calls) : [];
  const change = (id: string, pick: Pick): void => setPicks((before) => ({ ...before, [id]: pick }));
  return (
    <Card
      title={all ? t('custodian.all') : t('custodian.toDo')}
      flush
      actions={
        <Toggle selected={all} onChange={setAll}>
          {t('custodian.all')}
        </Toggle>
      }
    >
      {all ? <DoneLines lines={lines} /> : open.length === 0 ? <Empty>{t('custodian.none')}</Empty> : <OpenLines {...{ open, calls, picks, change, mayMatch }} />}
      {!all && mayMatch && items.length > 0 && (
        <div className={styles['bar']}>
          <strong>{t('custodian.chosen', { count: items.length, amount: formatWon(sumOf(items)) })}</strong>
          <Button tone="primary" icon="check" onPress={() => setConfirming(true)}>
            {t('custodian.confirm', { count: items.length })}
          </Button>
        </div>
      )}
      {confirming && <ConfirmDialog fundId={fundId} items={items} onClose={() => setConfirming(false)} />}
    </Card>
  );
}

interface OpenProps {
  readonly open: readonly CustodianLine[];
  readonly calls: readonly CapitalCall[];
  readonly picks: Picks;
  readonly change: (id: string, pick: Pick) => void;
  readonly mayMatch: boolean;
}

function OpenLines({ open, calls, picks, change, mayMatch }: OpenProps): ReactElement {
  const { t } = useTranslation();
  const headers = [t('voucher.select'), t('custodian.on'), t('custodian.counterparty'), t('custodian.amount'), t('custodian.whose'), t('custodian.capitalWon'), t('custodian.interestWon'), t('custodian.why')];
  return (
    <>
      {open.every(({ suggestions }) => suggestions.length === 0) && <Callout tone="information">{t('custodian.choosePartner')}</Callout>}
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={t('custodian.toDo')}>
          <thead>
            <tr>
              {headers.map((header, index) => (
                <th key={header} scope="col" className={index === 3 || index === 5 || index === 6 ? styles['right'] : undefined}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {open.map((line) => (
              <LineRow key={line.id} line={line} calls={calls} pick={picks[line.id] ?? startingPick(line)} onChange={(pick) => change(line.id, pick)} fixed={!mayMatch} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
