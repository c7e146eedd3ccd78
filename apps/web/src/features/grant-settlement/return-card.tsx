import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { classes } from '../../design/classes.js';
import { formatWon } from '../../format/won.js';
import styles from './settlement.module.css';
import type { SettlementForm } from './settlement.requests.js';

interface Step {
  readonly key: 'unused' | 'disallowed' | 'a' | 'c' | 'neverPaid' | 'inKind' | 'indirect' | 'ownUnpaid' | 'd' | 'e';
  readonly formula: string;
  readonly amountWon: string;
  /** Shown also where it is nothing. */
  readonly always?: boolean;
}

/** Table 3 step by step: A, B, C, what is added whole, D, E, the total, and what the notice drops. */
export function ReturnCard({ form, onInterest }: { readonly form: SettlementForm; readonly onInterest: () => void }): ReactElement {
  const { t } = useTranslation();
  const { returns, clauses } = form;
  const part = `${formatWon(returns.governmentPart.numerator)}/${formatWon(returns.governmentPart.denominator)}`;
  const steps: readonly Step[] = [
    { key: 'unused', formula: t('grantSettlement.formula.unused'), amountWon: returns.unusedWon, always: true },
    { key: 'disallowed', formula: t('grantSettlement.formula.disallowed', { count: form.disallowed.length }), amountWon: returns.disallowedWon, always: true },
    { key: 'a', formula: t('grantSettlement.formula.a'), amountWon: returns.cashWon, always: true },
    { key: 'c', formula: t('grantSettlement.formula.c', { part }), amountWon: returns.returnedWon, always: true },
    { key: 'neverPaid', formula: t('grantSettlement.formula.neverPaid'), amountWon: returns.neverPaidWon },
    { key: 'inKind', formula: t('grantSettlement.formula.inKind'), amountWon: returns.inKindShortageWon },
    { key: 'indirect', formula: clauses.recovery, amountWon: returns.indirectProportionalWon },
    { key: 'ownUnpaid', formula: clauses.recovery, amountWon: returns.ownUnpaidWon },
    { key: 'd', formula: clauses.interest, amountWon: returns.interestWon, always: true },
    { key: 'e', formula: t('grantSettlement.formula.e', { part }), amountWon: returns.returnedInterestWon, always: true },
  ];
  const actions = (
    <Button small onPress={onInterest}>
      {t('grantSettlement.showInterest')}
    </Button>
  );
  return (
    <Card title={t('grantSettlement.table3')} note={t('grantSettlement.partNote', { part })} actions={actions}>
      {steps
        .filter(({ always, amountWon }) => always === true || amountWon !== '0')
        .map(({ key, formula, amountWon }) => (
          <StepRow key={key} label={t(`grantSettlement.steps.${key}`)} formula={formula} amountWon={amountWon} />
        ))}
      <StepRow total label={t('grantSettlement.totalWon')} formula={t('grantSettlement.formula.total')} amountWon={returns.totalWon} />
      {returns.droppedWon !== '0' && <StepRow label={t('grantSettlement.dropped')} formula={t('grantSettlement.formula.dropped')} amountWon={returns.droppedWon} />}
      <StepRow total label={t('grantSettlement.noticeWon')} formula="" amountWon={returns.noticeWon} />
    </Card>
  );
}

function StepRow({ label, formula, amountWon, total = false }: { readonly label: ReactNode; readonly formula: string; readonly amountWon: string; readonly total?: boolean }): ReactElement {
  return (
    <div className={classes(styles['step'], total && styles['total'])}>
      <span>{label}</span>
      <span className={styles['note']}>{formula}</span>
      <span className={styles['won']}>{formatWon(amountWon)}</span>
    </div>
  );
}
