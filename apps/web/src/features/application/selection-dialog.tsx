import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { Loaded } from '../../design/loaded.js';
import { Tag } from '../../design/tag.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { decideSelection, useRanking, type PromisedVoucher, type Ranking } from './application.requests.js';
import styles from './applications-page.module.css';
import { DeedDialog, useDeed } from './deed-dialog.js';

const PAUSE_MS = 300;

/** The ranking with the line drawn where quotas, budget or the cut end; what is seen is what is decided and signed. */
export function SelectionDialog({ yearId, onClose }: { readonly yearId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const cut = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : null;
  const asked = useDebounced(cut, PAUSE_MS);
  const query = useRanking(yearId, asked);
  const decide = useDeed(yearId, (selected: PromisedVoucher[], header) => decideSelection(yearId, { selected, ...(asked === null ? {} : { cut: asked }) }, header), onClose);
  const selected = (query.data?.ranked ?? []).filter(({ outcome }) => outcome === 'SELECTED').map(({ voucherId, amountWon }) => ({ voucherId, amountWon }));
  const settled = query.data !== undefined && query.data.ranked.length > 0 && cut === asked && !query.isPlaceholderData;
  const action = t('application.selectAction', { count: selected.length, amount: formatWon(query.data?.amountWon ?? '0') });
  return (
    <DeedDialog title={t('application.selectTitle')} lead={t('application.selectLead')} action={action} run={settled ? () => decide.mutate(selected) : null} pending={decide.isPending} error={decide.error} onClose={onClose}>
      <div className={styles['row']}>
        <TextField label={t('application.cut')} optional inputMode="numeric" alignRight unit={t('application.pieces')} value={typed} onChange={setTyped} hint={t('application.cutHint')} />
      </div>
      <Loaded query={query}>
        {(ranking) => (
          <>
            <Figures ranking={ranking} />
            <RankingTable ranking={ranking} />
          </>
        )}
      </Loaded>
    </DeedDialog>
  );
}

function Figures({ ranking: { before, after } }: { readonly ranking: Ranking }): ReactElement {
  const { t } = useTranslation();
  const figures = [
    { label: t('application.placesVouchers'), from: before.vouchers.toString(), to: after.vouchers.toString() },
    { label: t('application.placesCompanies'), from: before.companies.toString(), to: after.companies.toString() },
    { label: t('application.placesBudget'), from: formatWon(before.budgetWon), to: formatWon(after.budgetWon) },
  ];
  return (
    <p className={styles['sums']}>
      {figures.map(({ label, from, to }) => (
        <span key={label}>
          {label} {from} → <strong>{to}</strong>
        </span>
      ))}
    </p>
  );
}

function RankingTable({ ranking: { ranked } }: { readonly ranking: Ranking }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const headers = ['rank', 'number', 'company', 'score', 'receivedOn', 'promised', 'outcome'] as const;
  return (
    <div className={styles['list']}>
      <table aria-label={t('application.selectTitle')}>
        <thead>
          <tr>
            {headers.map((key) => (
              <th key={key} scope="col" className={classes(['rank', 'score', 'promised'].includes(key) && styles['right'])}>
                {t(`application.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ranked.map((row, index) => {
            const waits = row.outcome === 'WAITLISTED';
            const below = waits && ranked[index - 1]?.outcome !== 'WAITLISTED';
            return (
              <tr key={row.voucherId} className={classes(below && styles['below'], waits && styles['muted'])}>
                <td className={styles['right']}>{row.rank}</td>
                <td>{row.number}</td>
                <td>{row.company}</td>
                <td className={styles['right']}>{row.score ?? '–'}</td>
                <td>{`${row.receivedOn} ${row.receivedTime ?? ''}`}</td>
                <td className={styles['right']}>{formatWon(row.amountWon)}</td>
                <td className={styles['free']}>
                  <Tag tone={waits ? 'warning' : 'success'} icon={waits ? 'clock' : 'check'}>
                    {t(waits ? 'application.stage.WAITLISTED' : 'application.stage.SELECTED')}
                  </Tag>
                  {below && <p>{say(row.why)}</p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
