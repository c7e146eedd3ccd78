import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund, Obligation } from '../../api/types.js';
import { LinkButton } from '../../design/button.js';
import { SidePanel } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { useWonReading } from '../../design/won-text.js';
import { formatWon } from '../../format/won.js';
import { InvestmentsTable } from '../investment/investments-table.js';
import { EntryList } from '../ledger/entry-list.js';
import { FigureButton, useFigurePanel } from './figure-button.js';
import styles from './figure.module.css';
import { FIGURE_SOURCES, isFigure, type FigureId } from './figures.js';
import { useInvestments } from './fund.queries.js';
import { useTimePoint } from './time-point.js';

interface Props {
  readonly fund: Fund;
  readonly obligation: Obligation;
}

/** What lies behind a figure: in words, as a calculation, as investments and as entries in the ledger. */
export function FigurePanel({ fund, obligation }: Props): ReactElement | null {
  const { t } = useTranslation();
  const panel = useFigurePanel();
  const figure = isFigure(panel.figure) ? panel.figure : null;
  return (
    <SidePanel title={figure === null ? '' : t(`obligation.${figure}`)} open={figure !== null} onClose={panel.close}>
      {figure !== null && <Behind fund={fund} obligation={obligation} figure={figure} />}
    </SidePanel>
  );
}

function Behind({ fund, obligation, figure }: Props & { readonly figure: FigureId }): ReactElement {
  const { t } = useTranslation();
  const reading = useWonReading();
  const { search, point } = useTimePoint();
  const source = FIGURE_SOURCES[figure];
  const amount = source.amount(obligation);
  return (
    <>
      <div>
        <p className={`${styles['amount']} number`}>{source.unit === 'won' ? `${formatWon(amount)}${t('common.won')}` : `${amount}%`}</p>
        {source.unit === 'won' && <p>{reading(BigInt(amount))}</p>}
      </div>
      <p>{t(`figure.explain.${figure}`)}</p>
      {source.formula !== undefined && <Formula parts={source.formula(obligation)} />}
      {source.holds !== undefined && <Composition fundId={fund.id} holds={source.holds} />}
      {source.chart === undefined ? (
        source.holds === undefined && <p>{t('figure.noEntries')}</p>
      ) : (
        <section>
          <h3 className={styles['heading']}>{t('figure.entries')}</h3>
          <EntryList book={fund.book} filter={{ chart: source.chart }} point={point} />
          <LinkButton to={`/funds/${fund.id}/ledger${search}${search === '' ? '?' : '&'}chart=${source.chart}`} small icon="external">
            {t('figure.openLedger')}
          </LinkButton>
        </section>
      )}
    </>
  );
}

function Formula({ parts }: { readonly parts: ReturnType<NonNullable<(typeof FIGURE_SOURCES)[FigureId]['formula']>> }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['formula']} aria-label={t('figure.formula')}>
      <span>=</span>
      {parts.map((part, index) =>
        'text' in part ? (
          <span key={index} className="number">
            {/^[0-9]+$/.test(part.text) ? formatWon(part.text) : part.text}
          </span>
        ) : (
          <span key={index} className={styles['term']}>
            <span className={styles['term-label']}>{t(`obligation.${part.figure}`)}</span>
            <FigureButton figure={part.figure}>{formatWon(part.amount)}</FigureButton>
          </span>
        ),
      )}
    </div>
  );
}

function Composition({ fundId, holds }: { readonly fundId: string; readonly holds: NonNullable<(typeof FIGURE_SOURCES)[FigureId]['holds']> }): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  const query = useInvestments(fundId, point);
  return (
    <section>
      <h3 className={styles['heading']}>{t('figure.investments')}</h3>
      <Loaded query={query}>{(investments) => <InvestmentsTable fundId={fundId} investments={investments.filter(holds)} brief />}</Loaded>
    </section>
  );
}
