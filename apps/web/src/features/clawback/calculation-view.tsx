import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { PlainTable } from '../../design/plain-table.js';
import { Callout } from '../../design/callout.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { VerdictList } from '../rule/verdict-list.js';
import type { Calculation, Ground } from './clawback.requests.js';
import styles from './clawback.module.css';

interface Props {
  readonly calculation: Calculation;
  readonly ground: Ground;
}

/** Basis points as a percentage with two decimals. */
export const percentOf = (basisPoints: number): string => (basisPoints / 100).toFixed(2);

/** Every figure of a clawback with the article it rests on, as a sheet of paper would show it. */
export function CalculationView({ calculation, ground }: Props): ReactElement {
  const { t } = useTranslation();
  const { verdicts, plan, published, clauses } = calculation;
  return (
    <div className={styles['sheet']}>
      <VerdictList verdicts={verdicts} />
      <RecoveryPart calculation={calculation} />
      <PenaltyPart calculation={calculation} ground={ground} />
      <div className={classes(styles['figure'], styles['total'])}>
        <span>{t('clawback.total')}</span>
        <span className={styles['won']}>
          {formatWon(calculation.demandedWon)}
          {t('common.won')}
        </span>
      </div>
      <h3>{t('clawback.plan')}</h3>
      <PlainTable
        label={t('clawback.plan')}
        rows={plan}
        rowKey={({ no }) => no}
        columns={[
          { header: t('clawback.planNo'), cell: ({ no }) => no },
          { header: t('clawback.due'), cell: ({ dueOn }) => dueOn },
          { header: t('clawback.planAmount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
        ]}
      />
      {published && <Callout tone="warning">{t('clawback.published')}</Callout>}
      <h3>{t('clawback.clauses')}</h3>
      <ul className={styles['list']}>
        {clauses.map((clause) => (
          <li key={clause} className={styles['clause']}>
            {clause}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Figure({ label, amount, children }: { readonly label: string; readonly amount: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className={styles['figure']}>
      <span>
        {label}
        {children !== undefined && <span className={styles['clause']}> {children}</span>}
      </span>
      <span className={styles['won']}>{formatWon(amount)}</span>
    </div>
  );
}

function RecoveryPart({ calculation }: { readonly calculation: Calculation }): ReactElement {
  const { t } = useTranslation();
  const { gainWon, interest, interestWon, recoveryWon, recoveryNoticeWon, notice } = calculation;
  return (
    <>
      <Figure label={t('clawback.principal')} amount={gainWon} />
      <Figure label={t('clawback.interest')} amount={interestWon}>
        {interest.length > 0 && t('clawback.interestFormula')}
      </Figure>
      {interest.map(({ from, months, rateBasisPoints, clause, interestWon: part }) => (
        <div key={from} className={styles['clause']}>
          {t('clawback.interestRun', { from: from.slice(0, 7), months, rate: percentOf(rateBasisPoints) })} = {formatWon(part)} · {clause}
        </div>
      ))}
      <Figure label={t('clawback.recovery')} amount={recoveryWon} />
      {recoveryNoticeWon !== recoveryWon && <Figure label={t('clawback.dropped')} amount={`-${BigInt(recoveryWon) - BigInt(recoveryNoticeWon)}`} />}
      <p className={styles['words']}>{notice.at(-1)?.inWords}</p>
    </>
  );
}

function PenaltyPart({ calculation, ground }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const { penaltyWon, penaltyLowestWon, penaltyHighestWon, options, mitigations } = calculation;
  const range = penaltyLowestWon === penaltyHighestWon ? t('clawback.penaltyFixed', { amount: formatWon(penaltyHighestWon) }) : t('clawback.penaltyRange', { lowest: formatWon(penaltyLowestWon), highest: formatWon(penaltyHighestWon) });
  return (
    <>
      <Figure label={t('clawback.penalty')} amount={penaltyWon}>
        {range}
      </Figure>
      {mitigations.map(({ kind, duty, text, clause }) => (
        <p key={kind} className={styles['clause']}>
          {say(text)} ({t(`clawback.${duty}`)}, {clause})
        </p>
      ))}
      <h3>{t('clawback.penaltyOptions')}</h3>
      <PlainTable
        label={t('clawback.penaltyOptions')}
        rows={options}
        rowKey={(_, index) => index}
        columns={[
          {
            header: t('clawback.ground'),
            cell: (option) => (
              <span className={classes(option.ground === ground && styles['chosen'])}>
                {option.ground === null ? '–' : term('clawbackGround', option.ground)} {option.ground === ground && `(${t('clawback.chosen')})`}
              </span>
            ),
          },
          { header: t('clawback.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          { header: t('clawback.clause'), wrap: true, cell: ({ clause }) => clause },
        ]}
      />
    </>
  );
}
