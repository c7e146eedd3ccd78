import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { Figure } from './origins-card.js';
import styles from './settlement.module.css';
import type { FormLine, SettlementForm } from './settlement.requests.js';

interface Props {
  readonly form: SettlementForm;
  readonly figure: Figure | null;
  readonly onFigure: (figure: Figure) => void;
}

/** Table 1 of the form, ① to ⑥; a line opens the rows that its figures come from. */
export function LinesCard({ form, figure, onFigure }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const won = (header: string, key: 'carriedWon' | 'plannedWon' | 'changeWon' | 'interestInWon' | 'subtotalWon' | 'usedWon' | 'balanceWon' | 'disallowedWon' | 'carriedForwardWon') => ({
    header,
    align: 'right' as const,
    cell: (line: FormLine) => formatWon(line[key]),
  });
  const total = (key: 'carriedWon' | 'plannedWon' | 'changeWon' | 'interestInWon' | 'subtotalWon' | 'usedWon' | 'balanceWon' | 'disallowedWon' | 'carriedForwardWon') => formatWon(sumWon(form.lines.map((line) => line[key])));
  return (
    <Card title={t('grantSettlement.table1')} note={t('grantSettlement.table1Note')} flush>
      <PlainTable
        label={t('grantSettlement.table1')}
        rows={form.lines}
        rowKey={({ lineId }) => lineId}
        columns={[
          {
            header: t('grantSettlement.line'),
            cell: ({ lineId, line, name }) => (
              <span className={figure?.kind === 'line' && figure.lineId === lineId ? styles['chosen'] : undefined}>
                <Button small tone="quiet" onPress={() => onFigure({ kind: 'line', lineId })}>
                  {`${line} ${say(name)}`}
                </Button>
              </span>
            ),
          },
          { header: t('grantSettlement.resource'), cell: ({ resource }) => term('lineResource', resource) },
          won(t('grantSettlement.carried'), 'carriedWon'),
          won(t('grantSettlement.planned'), 'plannedWon'),
          won(t('grantSettlement.change'), 'changeWon'),
          won(t('grantSettlement.interestIn'), 'interestInWon'),
          won(t('grantSettlement.subtotal'), 'subtotalWon'),
          won(t('grantSettlement.used'), 'usedWon'),
          won(t('grantSettlement.balance'), 'balanceWon'),
          { header: t('grantSettlement.usedPercent'), align: 'right', cell: ({ usedPercent }) => (usedPercent === null ? '–' : `${usedPercent}%`) },
          won(t('grantSettlement.carriedForward'), 'carriedForwardWon'),
          won(t('grantSettlement.disallowed'), 'disallowedWon'),
        ]}
        totals={[t('grantRecovery.total'), '', ...(['carriedWon', 'plannedWon', 'changeWon', 'interestInWon', 'subtotalWon', 'usedWon', 'balanceWon'] as const).map(total), '', total('carriedForwardWon'), total('disallowedWon')]}
      />
    </Card>
  );
}
